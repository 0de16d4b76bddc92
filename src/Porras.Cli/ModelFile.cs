using System.Text;

namespace Porras.Cli;

/// <summary>A model file as read: its text, the model, and what was found.</summary>
/// <param name="Path">The path as given.</param>
/// <param name="Text">The whole text.</param>
/// <param name="Model">The model; null if it could not be read whole.</param>
/// <param name="Findings">The mistakes of form.</param>
internal sealed record ModelFile(string Path, string Text, FeeModel? Model, IReadOnlyList<Diagnostic> Findings)
{
    /// <summary>The text as read; null for JSON.</summary>
    private ModelText? Source { get; init; }

    /// <summary>Whether it is a Markdown page.</summary>
    public bool IsPage => Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        || (!Path.EndsWith(".porras", StringComparison.OrdinalIgnoreCase) && ModelPage.IsPage(Text));

    /// <summary>Reads a Markdown page, a <c>.porras</c> file or canonical JSON.</summary>
    /// <exception cref="WrongUseException">There is no such file, or it is no text.</exception>
    public static ModelFile Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw new WrongUseException(Diagnostic.At(default, "P7103", path));
        }

        if (!File.Exists(path))
        {
            throw new WrongUseException(Absent("P7102", path));
        }

        var text = Decode(path, File.ReadAllBytes(path));
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            var (model, found) = ModelJson.Read(text);
            return new(path, text, found.Count == 0 ? model : null, found);
        }

        var file = new ModelFile(path, text, null, []);
        var read = file.IsPage ? ModelReader.ReadPage(text) : ModelReader.Read(text);
        return file with { Model = read.Whole, Findings = read.Findings, Source = read };
    }

    /// <summary>The mistakes of form, or else those that <c>check</c> finds.</summary>
    public IReadOnlyList<Diagnostic> Mistakes() => Source is { } read ? ModelCheck.Check(read, Text)
        : Model is null ? Findings : ModelCheck.Check(Model);

    private static string Decode(string path, byte[] bytes)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
            return text.Contains('\0', StringComparison.Ordinal) ? throw new DecoderFallbackException() : text;
        }
        catch (DecoderFallbackException)
        {
            throw new WrongUseException(Diagnostic.At(default, "P7104", path));
        }
    }

    /// <summary>That there is no such file, with the nearest name in its folder.</summary>
    public static Diagnostic Absent(string code, string path)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path));
        var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : [];
        var names = files.Select(f => System.IO.Path.GetFileName(f));
        var near = Nearest.To(System.IO.Path.GetFileName(path), names);
        var finding = Diagnostic.At(default, code, path, near ?? "");
        return near is null ? finding : finding with { Variant = "near" };
    }
}
