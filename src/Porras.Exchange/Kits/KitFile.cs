using System.Globalization;
using System.IO.Compression;

namespace Porras.Exchange;

/// <summary>Kits as one file: a ZIP archive whose bytes depend on nothing but the kit.</summary>
public static class KitFile
{
    /// <summary>No kit is unpacked that is longer than this many bytes, unless more is allowed.</summary>
    public const long BytesMost = 2L << 30;

    private const int ListMost = 1 << 20, PartsMost = 1000;

    // The first day an archive can hold; no clock goes in.
    private static readonly DateTimeOffset NoDay = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a kit.</summary>
    public static void Write(Stream to, Kit kit)
    {
        ArgumentNullException.ThrowIfNull(kit);
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, KitList.Name, KitList.Write(kit));
        foreach (var (name, bytes) in kit.Parts.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            Add(zip, name, bytes);
        }
    }

    /// <summary>Reads a kit and checks that it holds what its list says.</summary>
    /// <remarks>
    /// Nothing is written anywhere, so names of parts can do no harm; no more is unpacked than the list says, and never
    /// more than <paramref name="bytesMost"/>.
    /// </remarks>
    /// <returns>The kit, null if it cannot be settled; and everything that is wrong with it.</returns>
    public static (Kit? Kit, IReadOnlyList<Diagnostic> Findings) Read(Stream from, long bytesMost = BytesMost)
    {
        try
        {
            using var zip = new ZipArchive(from, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Count > PartsMost ? (null, [Finding("P7301")]) : Read(zip, bytesMost);
        }
        catch (Exception e)
            when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return (null, [Finding("P7301")]);
        }
    }

    private static (Kit? Kit, IReadOnlyList<Diagnostic> Findings) Read(ZipArchive zip, long bytesMost)
    {
        var entries = zip.Entries.ToLookup(e => e.FullName, StringComparer.Ordinal);
        if (entries[KitList.Name].FirstOrDefault() is not { } entry || Unpack(entry, ListMost) is not { } bytes
            || Crc32.Of(bytes) != entry.Crc32 || KitList.Read(bytes) is not (var terms, var model, var listed))
        {
            return (null, [Finding("P7301")]);
        }

        var total = listed.Aggregate(0m, (sum, p) => sum + Math.Max(0, p.Bytes));
        if (total > bytesMost)
        {
            return (null, [Finding("P7305", Number(total), Number(bytesMost))]);
        }

        if (Odd(listed) is { } odd)
        {
            return (null, [Finding("P7311", odd)]);
        }

        var findings = new List<Diagnostic>();
        var parts = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var part in listed)
        {
            Part(part, [.. entries[part.Name]], parts, findings);
        }

        var names = listed.Select(p => p.Name).Append(KitList.Name).ToHashSet(StringComparer.Ordinal);
        findings.AddRange(entries.Where(e => !names.Contains(e.Key) || e.Skip(1).Any())
            .Select(e => Finding("P7304", e.Key)));
        var kit = new Kit(terms, model, parts);
        var missing = Missing(kit, names).ToList();
        return (missing.Count > 0 || findings.Any(f => f.Code == "P7302") ? null : kit, [.. findings, .. missing]);
    }

    private static void Part(
        ListedPart part, ZipArchiveEntry[] entries, Dictionary<string, byte[]> parts, List<Diagnostic> findings)
    {
        if (entries.Length == 0)
        {
            findings.Add(Finding("P7302", part.Name));
            return;
        }

        var bytes = Unpack(entries[0], part.Bytes);
        if (bytes is null || bytes.Length != part.Bytes || Kit.HashOf(bytes) != part.Hash)
        {
            findings.Add(Finding("P7303", part.Name));
        }

        parts[part.Name] = bytes ?? [];
    }

    // A name that no part has, or that stands twice; two models are one too many.
    private static string? Odd(IReadOnlyList<ListedPart> listed)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return listed.FirstOrDefault(p => !Kit.IsPart(p.Name) || !seen.Add(
            p.Name.StartsWith("model.", StringComparison.Ordinal) ? "model" : p.Name))?.Name;
    }

    // What the list itself does not name, though nothing can be settled without it.
    private static IEnumerable<Diagnostic> Missing(Kit kit, HashSet<string> listed)
    {
        if (!kit.Parts.Keys.Any(p => p.StartsWith("model.", StringComparison.Ordinal))
            && !listed.Any(p => p.StartsWith("model.", StringComparison.Ordinal)))
        {
            yield return Finding("P7302", "model.md");
        }

        string[] needed = kit.Terms.Run is null
            ? [Kit.FactsFolder + "participants.csv", Kit.LinesPart]
            : [Kit.FactsFolder + "participants.csv", Kit.LinesPart, Kit.SettledPart];
        foreach (var part in needed.Where(p => !listed.Contains(p)))
        {
            yield return Finding("P7302", part);
        }
    }

    // Null if there is more than it may be: what an archive says of its own lengths is not believed.
    private static byte[]? Unpack(ZipArchiveEntry entry, long most)
    {
        using var from = entry.Open();
        using var to = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            if (to.Length + read > most)
            {
                return null;
            }

            to.Write(buffer, 0, read);
        }

        return to.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoDay;
        entry.ExternalAttributes = 0;
        using var to = entry.Open();
        to.Write(bytes);
    }

    private static Diagnostic Finding(string code, params string[] arguments) =>
        Diagnostic.At(default, code, Array.ConvertAll(arguments, Kit.Shown));

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
