using System.IO.Compression;
using System.Text;
using Porras.Exchange;

namespace Porras.Tests;

/// <summary>Kits as files, whole or harmed.</summary>
internal static class KitBench
{
    /// <summary>A kit as its file.</summary>
    public static byte[] Bytes(Kit kit)
    {
        using var to = new MemoryStream();
        KitFile.Write(to, kit);
        return to.ToArray();
    }

    /// <summary>What is said of a file.</summary>
    public static KitVerdict Verdict(byte[] file, string? fingerprint = null) =>
        KitCheck.Of(new MemoryStream(file), fingerprint);

    /// <summary>A kit in which a part was changed, and the list with it.</summary>
    public static Kit Remade(Kit kit, string part, Func<string, string> change)
    {
        var (old, parts) = (Encoding.UTF8.GetString(kit.Parts[part]), new Dictionary<string, byte[]>(kit.Parts));
        var now = change(old);
        Assert.NotEqual(old, now);
        parts[part] = Encoding.UTF8.GetBytes(now);
        return kit with { Parts = parts };
    }

    /// <summary>The file in which an entry was changed and nothing else; null takes it out.</summary>
    public static byte[] Changed(byte[] file, string entry, Func<byte[], byte[]?> change)
    {
        using var archive = new MemoryStream();
        archive.Write(file);
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Update, leaveOpen: true))
        {
            byte[] old = [];
            if (zip.GetEntry(entry) is { } there)
            {
                using (var from = there.Open())
                using (var bytes = new MemoryStream())
                {
                    from.CopyTo(bytes);
                    old = bytes.ToArray();
                }

                there.Delete();
            }

            if (change(old) is { } now)
            {
                using var to = zip.CreateEntry(entry).Open();
                to.Write(now);
            }
        }

        return archive.ToArray();
    }

    /// <summary>The same for an entry that is a text.</summary>
    public static byte[] Changed(byte[] file, string entry, string old, string now) => Changed(file, entry, bytes =>
    {
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Contains(old, text);
        return Encoding.UTF8.GetBytes(text.Replace(old, now, StringComparison.Ordinal));
    });

    /// <summary>An entry as text.</summary>
    public static string Text(Kit kit, string part) => Encoding.UTF8.GetString(kit.Parts[part]);
}
