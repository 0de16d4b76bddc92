using System.CommandLine;
using Porras.Exchange;

namespace Porras.Cli;

/// <summary>The options that make a settlement a run of a book: what was settled before, and what is locked.</summary>
internal sealed class BookOptions(Words words)
{
    private readonly Option<string[]> _settled =
        new("--settled") { Description = words["option.settled"], AllowMultipleArgumentsPerToken = true };

    private readonly Option<string?> _locked = Options.Word(words, "locked");
    private readonly Option<string?> _run = Options.Word(words, "run");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_settled, _locked, _run])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Whether a run of a book is asked for.</summary>
    public bool IsAsked(ParseResult parsed) => parsed.GetValue(_settled) is { Length: > 0 }
        || parsed.GetValue(_run) is not null || parsed.GetValue(_locked) is not null;

    /// <summary>Reads what was settled before; null if no run of a book is asked for.</summary>
    /// <param name="parsed">What was asked.</param>
    /// <param name="job">What is settled.</param>
    /// <param name="to">The file that will be written; null for none.</param>
    /// <exception cref="RefusedException">The settled lines have mistakes, which have been shown.</exception>
    public BookJob? Read(ParseResult parsed, Job job, string? to)
    {
        var (paths, run) = (parsed.GetValue(_settled) ?? [], parsed.GetValue(_run));
        int? locked = parsed.GetValue(_locked) is { } day ? Options.DayOf(day, 0) : null;
        if (paths.Length == 0 && run is null && locked is null)
        {
            return null;
        }

        var files = Files(paths).ToList();
        if (to is not null && files.Find(f => Path.GetFullPath(f) == Path.GetFullPath(to)) is { } same)
        {
            throw new WrongUseException(Diagnostic.At(default, "P7112", same));
        }

        var terms = TermsOf(job, run);
        var (lines, findings) = SettledCsv.Read(
            files.Select(f => (f, (Func<Stream>)(() => File.OpenRead(f)))), job.Plan.Currency);
        IReadOnlyList<Diagnostic> all = findings.Any(f => f.Severity == Severity.Mistake) ? findings
            : [.. findings, .. BookCheck.Check(lines, job.Runs, terms, locked)];
        Sheet.Notes().Findings(all, null, words.Tongue);
        return all.Any(f => f.Severity == Severity.Mistake) ? throw new RefusedException()
            : new(terms, Book.Of(lines), locked);
    }

    /// <summary>
    /// The terms of a run: its name is the day of settlement if it has no other, its model the latest version.
    /// </summary>
    public static RunTerms TermsOf(Job job, string? run)
    {
        int? known = job.KnownOn == int.MaxValue ? null : job.KnownOn;
        return new(run ?? Day.Write(job.Until), job.Versions[^1].Tag, job.Until, known);
    }

    /// <summary>The files that are named, and those of the folders that are named.</summary>
    /// <exception cref="WrongUseException">There is no such file.</exception>
    public static IEnumerable<string> Files(IEnumerable<string> paths) => paths.SelectMany<string, string>(path =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.csv").Order(StringComparer.Ordinal)
        : File.Exists(path) ? [path]
        : throw new WrongUseException(Diagnostic.At(default, "P7111", path)));
}

/// <summary>A run of a book.</summary>
/// <param name="Terms">Its terms.</param>
/// <param name="Before">What was settled before.</param>
/// <param name="Locked">The last day that is locked; null if none is.</param>
internal sealed record BookJob(RunTerms Terms, Book Before, int? Locked);
