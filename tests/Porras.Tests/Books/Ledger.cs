using Porras.Exchange;

namespace Porras.Tests;

/// <summary>A book that grows run by run; it goes through its files, as it does for a user.</summary>
/// <param name="model">The model.</param>
/// <param name="amendments">Its later versions; they hold in the runs that are said to know them.</param>
internal sealed class Ledger(string model, params string[] amendments)
{
    private readonly List<(string Name, string Text)> _runs = [];
    private readonly List<FeeModel> _models = [.. amendments.Prepend(model).Select(Checked)];

    public Plan Plan { get; } = Plan.Compile(Checked(model));

    /// <summary>The files of all runs so far.</summary>
    public IReadOnlyList<(string Name, string Text)> Runs => _runs;

    /// <summary>All lines so far.</summary>
    public Book Book => Book.Of(Read(_runs).Lines);

    /// <summary>Settles a run and adds its lines; gives them back as a table.</summary>
    public string Run(string files, string until, string? known = null, string? locked = null, bool amended = false) =>
        Run(
            Tests.Exchange.Files.Good(files, Plan.Schema),
            Day.Parse(until)!.Value,
            DayOf(known),
            DayOf(locked),
            amended);

    /// <summary>Settles a run and adds its lines.</summary>
    public string Run(DataSet data, int until, int? known = null, int? locked = null, bool amended = false)
    {
        var versions = Versions(data, amended);
        var terms = new RunTerms(Day.Write(until), versions[^1].Tag, until, known);
        var (lines, findings) = Read(_runs);
        Assert.Equal("", DiagnosticText.Write(findings, null));
        Assert.Equal("", DiagnosticText.Write(BookCheck.Check(lines, versions, terms, locked), null));
        var book = Book.Of(lines);
        var settled = Settled(data, until, known ?? int.MaxValue, amended);
        var causes = new Causes(versions, terms, book.Latest);
        var text = new CauseText(Tongue.English);
        var run = BookRun.Lines(
            Difference.Of(settled, book),
            terms,
            locked,
            e => text.Short(causes.Of(e)),
            versions: [.. versions.Select(v => v.Tag!)]);
        using var to = new StringWriter();
        SettledCsv.Write(to, run, Plan.Currency);
        _runs.Add((terms.Name + ".csv", to.ToString()));
        return Table(run);
    }

    /// <summary>Settles the model and its amendments, or the model alone.</summary>
    public SettledVersions Settled(DataSet data, int until, int knownOn, bool amended)
    {
        (Plan, DataSet)[] versions = [.. Versions(data, amended).Select(v => (v.Plan, v.Data))];
        var settled = SettledVersions.All(versions, until, knownOn);
        Assert.False(settled.IsRefused, DiagnosticText.Write(settled.AllFindings, null));
        return settled;
    }

    /// <summary>Adds a file that was settled by other means.</summary>
    public void Add(string name, string text) => _runs.Add((name, text));

    /// <summary>What is found when these files are read and checked for a run.</summary>
    public IReadOnlyList<Diagnostic> Findings(DataSet data, RunTerms terms, int? locked = null)
    {
        var (lines, findings) = Read(_runs);
        return findings.Count > 0 ? findings : BookCheck.Check(lines, Plan, data, terms, locked);
    }

    private (IReadOnlyList<BookedLine> Lines, IReadOnlyList<Diagnostic> Findings) Read(
        IEnumerable<(string Name, string Text)> files) => SettledCsv.Read(
        files.Select(f => (f.Name, (Func<Stream>)(() =>
            new MemoryStream(System.Text.Encoding.UTF8.GetBytes(f.Text))))),
        Plan.Currency);

    private string Table(IEnumerable<BookedLine> lines) => string.Concat(lines.Select(l => string.Join(' ', [
        Day.Write(l.Booked), l.Key.Owner, l.Key.Fee, l.Key.Occurrence, Day.Write(l.Earned),
        l.Amount.ToString(Plan.Currency), .. l.Reverses.Length > 0 ? (string[])["reverses", l.Reverses] : [],
        .. l.Because.Length > 0 ? (string[])["because:", l.Because] : [],
    ]) + "\n"));

    private static int? DayOf(string? day) => day is null ? null : Day.Parse(day);

    private List<RunVersion> Versions(DataSet data, bool amended)
    {
        var models = amended ? _models : _models[..1];
        return [.. VersionDays.Plans(models).Zip(models, (plan, m) => new RunVersion(plan, data, TagOf(m)))];
    }

    private static ModelTag TagOf(FeeModel model) =>
        new(model.Header.Name.Text, model.Header.Version, ModelTag.Shorten(ModelHash.Of(model)));

    private static FeeModel Checked(string text)
    {
        var read = ModelReader.Read(text);
        Assert.True(read.Whole is not null, DiagnosticText.Write(read.Findings, text));
        Assert.Equal("", DiagnosticText.Write(ModelCheck.Check(read.Whole), text));
        return read.Whole;
    }
}
