using System.Runtime.CompilerServices;

namespace Porras.Tests;

/// <summary>Where the files of the repository are that tests read.</summary>
internal static class TestFiles
{
    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    /// <summary>Whether expected texts are to be written anew (<c>ACCEPT=1</c>).</summary>
    public static bool Accept => Environment.GetEnvironmentVariable("ACCEPT") == "1";

    /// <summary>The text of a file, by its parts from the root.</summary>
    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    /// <summary>The path of a file, by its parts from the root.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Here([CallerFilePath] string path = "") => path;
}
