using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Porras.Outside.Tests;

/// <summary>
/// The pages that show the command line: every block does in a folder of its own what the page shows.
/// </summary>
public sealed partial class ConsoleBlocks
{
    private static readonly string Home = FindHome();

    public static TheoryData<string> Pages =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Home, "docs", "tutorial"), "*.md")
            .Append(Path.Combine(Home, "docs", "concepts", "amendments.md"))
            .Append(Path.Combine(Home, "docs", "concepts", "books.md"))
            .Append(Path.Combine(Home, "docs", "concepts", "recalculation-kit.md"))
            .Append(Path.Combine(Home, "docs", "concepts", "store.md"))
            .Append(Path.Combine(Home, "docs", "reference", "command-line.md"))
            .Where(File.Exists)
            .Select(p => Path.GetRelativePath(Home, p).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_block_of_the_page_does_what_it_shows(string page)
    {
        var path = Path.Combine(Home, page);
        var shown = File.ReadAllText(path);
        var folder = Directory.CreateTempSubdirectory("porras-page-").FullName;
        try
        {
            if (shown.Contains(" models/", StringComparison.Ordinal))
            {
                CopyModels(folder);
            }

            var seen = Follow(shown, folder);
            if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
            {
                File.WriteAllText(path, seen);
                shown = seen;
            }

            Assert.Equal(LogFingerprint().Replace(seen, "$1"), LogFingerprint().Replace(shown, "$1"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Prose goes stale where the answers of a program change; so no number of it may stand there alone.
    [Fact]
    public void Every_number_of_the_tutorial_on_outcomes_comes_from_a_run()
    {
        var (prose, answers) = (new List<string>(), new StringBuilder());
        var inside = false;
        foreach (var line in File.ReadLines(Path.Combine(Home, "docs", "tutorial", "how-fast-to-outcomes.md")))
        {
            inside ^= line.StartsWith("```", StringComparison.Ordinal);
            if (inside)
            {
                answers.Append(line).Append('\n');
            }
            else
            {
                prose.AddRange(Number().Matches(line).Select(m => m.Value));
            }
        }

        var seen = Number().Matches(answers.ToString()).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(prose);
        Assert.Equal([], prose.Except(seen));
    }

    [GeneratedRegex(@"\d+(,\d{3})*(\.\d+)?%?")]
    private static partial Regex Number();

    private static void CopyModels(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Home, "models"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Home, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    // The page as it would be if every command were run now.
    private static string Follow(string page, string folder)
    {
        var seen = new StringBuilder();
        var block = new List<string>();
        string? kind = null;
        foreach (var line in page.TrimEnd('\n').Split('\n'))
        {
            if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                (kind is null ? null : block)?.Add(line);
                seen.Append(kind == "console" ? "" : line + "\n");
                continue;
            }

            if (kind is null)
            {
                kind = line[3..].Trim();
                block.Clear();
            }
            else
            {
                seen.Append(Done(kind, block, folder));
                kind = null;
            }

            seen.Append(line).Append('\n');
        }

        Assert.Null(kind);
        return seen.ToString();
    }

    private static string Done(string kind, List<string> block, string folder)
    {
        if (kind == "console")
        {
            var commands = block.Where(l => l.StartsWith("$ ", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(commands);
            return string.Concat(commands.Select(c => c + "\n" + Answer(c, folder)));
        }

        if (kind.Split(' ') is [_, var name] && name.StartsWith("file=", StringComparison.Ordinal))
        {
            var file = Path.Combine(folder, name["file=".Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, string.Concat(block.Select(l => l + "\n")));
        }

        return "";
    }

    private static string Answer(string command, string folder)
    {
        var words = command[2..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("porras", words[0]);
        string[] program = [Path.Combine(AppContext.BaseDirectory, "Porras.Cli.dll")];
        var start = new ProcessStartInfo("dotnet", program.Concat(words.Skip(1)))
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["LANG"] = "C";
        start.Environment["NO_COLOR"] = "1";
        start.Environment.Remove("LC_ALL");
        start.Environment.Remove("LC_MESSAGES");
        using var process = Process.Start(start)!;
        var notes = process.StandardError.ReadToEndAsync();
        var answer = process.StandardOutput.ReadToEnd() + notes.GetAwaiter().GetResult();
        process.WaitForExit();
        var end = answer.Length == 0 || answer.EndsWith('\n') ? "" : "\n";
        return answer + end + (process.ExitCode == 0 ? "" : $"(exit {process.ExitCode})\n");
    }

    // The log knows the time at which it was written, so its fingerprint is another one each time.
    [GeneratedRegex("(Fingerprint of the log: )[0-9a-f]{64}")]
    private static partial Regex LogFingerprint();

    private static string FindHome()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Porras.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }
}
