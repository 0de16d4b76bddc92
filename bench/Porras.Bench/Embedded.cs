namespace Porras.Bench;

/// <summary>Texts that lie beside the benchmark and are built into it.</summary>
public static class Embedded
{
    /// <summary>The text of a file in <c>bench</c>.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(Embedded).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The file '{name}' is not built in.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
