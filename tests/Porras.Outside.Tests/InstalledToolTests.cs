using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Porras.Outside.Tests;

/// <summary>The package that people install: packed from the source, installed into an empty folder, run.</summary>
public sealed class InstalledToolTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("porras-tool-");

    private static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Dotnet { get; } =
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    [Fact]
    public async Task The_tool_is_packed_installed_and_checks_a_model_of_the_gallery()
    {
        var packages = Path.Combine(_folder.FullName, "packages");
        var tools = Path.Combine(_folder.FullName, "tools");
        var built = Path.Combine(_folder.FullName, "built");
        await Run("dotnet", "pack", "src/Porras.Cli", "--artifacts-path", built, "--output", packages);
        await Run("dotnet", "tool", "install", "porras", "--tool-path", tools, "--source", packages);
        var said = await Run(Path.Combine(tools, "porras"), "check", "models/work-programme.md");
        Assert.DoesNotContain("P2", said, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<string> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true,
        };

        // The runner's own settings of the build must not reach a build of its own.
        foreach (var name in start.Environment.Keys.Where(IsOfTheBuild).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_ROOT"] = Dotnet;
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var cancel = TestContext.Current.CancellationToken;
        var said = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        await process.WaitForExitAsync(cancel);
        var line = $"{program} {string.Join(' ', arguments)}: {process.ExitCode}";
        Assert.True(process.ExitCode == 0, $"{line}\n{said[0]}\n{said[1]}");
        return said[0];
    }

    private static bool IsOfTheBuild(string name) => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "Porras.slnx"))
        ? folder : Find(Directory.GetParent(folder)!.FullName);
}
