using System.IO.Compression;

namespace Porras.Exchange;

/// <summary>The tables among given files, each opened when it is read; archives stay open so long.</summary>
internal sealed class GivenTables(GivenLimits limits) : IDisposable
{
    private const long SmallBytes = 10 * GivenLimits.Megabyte;
    private readonly List<TableFile> _tables = [];
    private readonly List<Diagnostic> _findings = [];
    private readonly List<IDisposable> _open = [];
    private readonly Allowance _allowance = new(limits);

    /// <summary>The tables.</summary>
    public IReadOnlyList<TableFile> Tables => _tables;

    /// <summary>What was found about files as such.</summary>
    public IReadOnlyList<Diagnostic> Findings => _findings;

    /// <summary>Whether there is too much of it to read any further.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Takes files in.</summary>
    public void Add(IReadOnlyList<GivenFile> files)
    {
        var bytes = files.Sum(f => f.Bytes);
        if (bytes > limits.BytesMost)
        {
            Over(limits.TooLarge(bytes));
            return;
        }

        if (files.Count > limits.FilesMost)
        {
            Over(TooMany(files.Count));
            return;
        }

        foreach (var file in files)
        {
            Add(file);
        }
    }

    /// <summary>Adds a finding.</summary>
    public void Say(Diagnostic finding) => _findings.Add(finding);

    /// <inheritdoc/>
    public void Dispose() => _open.ForEach(o => o.Dispose());

    private void Add(GivenFile file)
    {
        var name = LastOf(file.Name);
        if (Path.GetExtension(name).Equals(".zip", StringComparison.OrdinalIgnoreCase))
        {
            Archive(name, file);
            return;
        }

        var table = new TableFile(name, file.Open);
        if (!table.IsRead)
        {
            var isSheet = Path.GetExtension(name).ToLowerInvariant() is ".xlsx" or ".xls" or ".ods";
            Say(new("P7015", default, [Kit.Shown(name)]) { File = name, Variant = isSheet ? "sheet" : null });
        }
        else if (_allowance.Take(file.Bytes, name) is { } over)
        {
            Over(over);
        }
        else
        {
            _tables.Add(table);
        }
    }

    private void Archive(string name, GivenFile file)
    {
        try
        {
            var stream = file.Open();
            _open.Add(stream);
            if (ArchiveEnd.FilesIn(stream, limits.FilesMost) is var count && count > limits.FilesMost)
            {
                Over(TooMany(count));
                return;
            }

            var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            _open.Add(zip);
            foreach (var entry in zip.Entries)
            {
                Entry(name, entry);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException
            or ArgumentException)
        {
            Say(new("P7016", default, []) { File = name });
        }
    }

    private void Entry(string archive, ZipArchiveEntry entry)
    {
        var path = entry.FullName.Replace('\\', '/');
        string[] parts = path.Split('/');
        if (path.StartsWith('/') || path.Contains(':', StringComparison.Ordinal) || parts.Contains(".."))
        {
            Say(new("P7017", default, [Kit.Shown(entry.FullName)]) { File = archive });
            return;
        }

        // Folders, and what systems put beside files for themselves.
        var name = parts[^1];
        if (name.Length == 0 || name[0] == '.' || parts[0] == "__MACOSX")
        {
            return;
        }

        if (entry.Length > MostOf(entry))
        {
            Over(_allowance.Packed(name));
            return;
        }

        var table = new TableFile(name, () => Open(entry, name));
        if (table.IsRead)
        {
            _tables.Add(table.IsParquet ? table with { Open = () => Spooled(Open(entry, name)) } : table);
        }
        else
        {
            Say(new("P7001", default, [Kit.Shown(name)]) { File = name });
        }
    }

    private AllowedStream Open(ZipArchiveEntry entry, string name) =>
        new(entry.Open(), _allowance, MostOf(entry), name);

    private long MostOf(ZipArchiveEntry entry) =>
        Math.Max(SmallBytes, Math.Clamp(entry.CompressedLength, 0, limits.BytesMost) * limits.RatioMost);

    // Parquet is read from its end.
    private FileStream Spooled(Stream from)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite,
            FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        _open.Add(file);
        using (from)
        {
            from.CopyTo(file);
        }

        file.Position = 0;
        return file;
    }

    private void Over(Diagnostic finding)
    {
        IsOver = true;
        Say(finding);
    }

    private Diagnostic TooMany(int count) => Diagnostic.At(
        default, "P7018", GivenNumbers.Of(count), GivenNumbers.Of(limits.FilesMost));

    private static string LastOf(string name) => name.Split('/', '\\')[^1];
}
