using System.Collections.Frozen;

namespace Porras.Tests;

/// <summary>The files of the repository that these tests run in.</summary>
internal static class House
{
    private static readonly FrozenSet<string> Made = FrozenSet.Create(
        StringComparer.Ordinal,
        "bin", "obj", ".git", ".vs", ".vscode", "TestResults", "BenchmarkDotNet.Artifacts", "artifacts",
        "node_modules");

    private static readonly FrozenSet<string> TextEndings = FrozenSet.Create(
        StringComparer.Ordinal,
        ".cs", ".md", ".csproj", ".props", ".slnx", ".json", ".texts", ".sql", ".csv", ".porras",
        ".editorconfig", ".txt", ".svg", "");

    /// <summary>Every file written by a person, from the root, with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(Repository.Root).Order(StringComparer.Ordinal)];

    /// <summary>Files that hold text.</summary>
    public static IEnumerable<string> Texts => Files.Where(f => TextEndings.Contains(Path.GetExtension(f)));

    /// <summary>C# files under some folders.</summary>
    public static IEnumerable<string> Code(params string[] folders) =>
        Ending(".cs").Where(f => folders.Any(folder => f.StartsWith(folder, StringComparison.Ordinal)));

    /// <summary>Files whose name ends so.</summary>
    public static IEnumerable<string> Ending(string end) => Files.Where(f => f.EndsWith(end, StringComparison.Ordinal));

    /// <summary>The text of a file.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    /// <summary>The lines of a file.</summary>
    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Repository.Root, file));

    /// <summary>Fails with all findings at once, one a line.</summary>
    public static void MustBeTidy(IEnumerable<string> findings)
    {
        string[] all = [.. findings];
        Assert.True(all.Length == 0, string.Join('\n', all));
    }

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Concat(Directory.EnumerateDirectories(folder)
                .Where(inner => !Made.Contains(Path.GetFileName(inner)))
                .SelectMany(Walk));
}
