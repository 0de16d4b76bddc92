using Porras.Exchange;

namespace Porras.Cli;

/// <summary>Reads one folder under several models; every model's mistakes are shown in one run.</summary>
/// <param name="words">The words.</param>
internal sealed class ComparedModels(Words words)
{
    private readonly Sheet _notes = Sheet.Notes();
    private bool _isRefused, _isFirst = true;

    /// <summary>Reads the models.</summary>
    /// <exception cref="RefusedException">A model has mistakes or another currency; they have been shown.</exception>
    public IReadOnlyList<(string Path, Plan Plan)> Plans(IReadOnlyList<string> paths)
    {
        var plans = new List<(string, Plan)>();
        foreach (var path in paths)
        {
            var file = ModelFile.Read(path);
            var mistakes = file.Mistakes();
            Show(path, mistakes, file.Text);
            if (mistakes.Count == 0)
            {
                plans.Add((path, Plan.Compile(file.Model!)));
            }
        }

        foreach (var (path, plan) in plans.Where(p => p.Item2.Currency != plans[0].Item2.Currency))
        {
            var (first, own) = (plans[0].Item2.Currency.Code, plan.Currency.Code);
            Show(path, [Diagnostic.At(default, "P7142", own, first, plans[0].Item1)], null);
        }

        MustBeFree();
        return plans;
    }

    /// <summary>Reads the folder under each model.</summary>
    /// <exception cref="RefusedException">It has mistakes under a model, which have been shown.</exception>
    public IReadOnlyList<DataSet> DataSets(IReadOnlyList<(string Path, Plan Plan)> plans, string folder)
    {
        var read = plans.Select(p => (p.Path, p.Plan.Schema, Reading: DataSetFolder.Read(folder, p.Plan.Schema)))
            .ToList();
        var unread = read.Select(r => r.Reading.Findings.Where(IsUnread).Select(KeyOf).ToHashSet()).ToList();
        HashSet<string> ofAll = [.. unread[0].Where(k => unread.TrueForAll(u => u.Contains(k)))];
        var said = new HashSet<string>();
        foreach (var (path, schema, reading) in read)
        {
            var own = reading.Findings.Where(f => IsUnread(f) && !ofAll.Contains(KeyOf(f))).Select(NameOf).ToList();
            Show(path, [
                .. reading.Findings.Where(f => !IsUnread(f)),
                .. reading.Findings.Where(f => IsUnread(f) && ofAll.Contains(KeyOf(f)) && said.Add(KeyOf(f))),
                .. own.Count == 0 ? (Diagnostic[])[] : [Diagnostic.At(default, "P7144", string.Join(", ", own))],
                .. Absent(folder, schema),
            ], null);
        }

        MustBeFree();
        return [.. read.Select(r => r.Reading.DataSet!)];
    }

    /// <summary>Settles each; what should be known about it is shown.</summary>
    /// <exception cref="RefusedException">A settlement is refused.</exception>
    public IReadOnlyList<Settled> Settle(
        IReadOnlyList<(string Path, Plan Plan)> plans, IReadOnlyList<DataSet> data, int until, int knownOn)
    {
        var settled = plans.Zip(data, (p, d) => (p.Path, Settled: Porras.Settle.All(
            p.Plan, d, until, knownOn, Environment.ProcessorCount))).ToList();
        foreach (var (path, one) in settled)
        {
            Show(path, one.Findings, null);
        }

        MustBeFree();
        return [.. settled.Select(s => s.Settled)];
    }

    /// <summary>What each model is called: its name, with its version or its file where others have the same.</summary>
    public static IReadOnlyList<string> Labels(IReadOnlyList<(string Path, Plan Plan)> plans)
    {
        var names = plans.Select(p => p.Plan.Model.Header.Name.Text).ToList();
        var versions = plans.Select((p, i) => $"{names[i]} {Words.Number(p.Plan.Model.Header.Version)}").ToList();
        var files = plans.Select((p, i) => $"{versions[i]} ({Path.GetFileName(p.Path)})").ToList();
        return [.. plans.Select((_, i) => Alone(names, i) ? names[i]
            : Alone(versions, i) ? versions[i]
            : Alone(files, i) ? files[i]
            : $"{versions[i]} #{Words.Number(i + 1)}")];
    }

    private static bool Alone(List<string> names, int i) => names.Count(n => n == names[i]) == 1;

    private static bool IsUnread(Diagnostic finding) => finding.Code is "P7001" or "P7002";

    private static string KeyOf(Diagnostic finding) => finding.Code + finding.File + "/" + finding.Arguments[0];

    private static string NameOf(Diagnostic finding) =>
        finding.Code == "P7001" ? finding.File! : $"{finding.File} \"{finding.Arguments[0]}\"";

    // A kind of fact without a file is empty, which is right where nothing happened, and a surprise where it did.
    private static IEnumerable<Diagnostic> Absent(string folder, DataSchema schema)
    {
        var stems = DataSetFolder.FilesIn(folder).Select(f => Path.GetFileNameWithoutExtension(f))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        string[] absent = [.. schema.Facts.Select(f => f.Name).Where(n => !stems.Contains(n)).Select(n => n + ".csv")];
        return absent.Length == 0 ? [] : [Diagnostic.At(default, "P7145", string.Join(", ", absent))];
    }

    private void Show(string path, IReadOnlyList<Diagnostic> findings, string? text)
    {
        if (findings.Count == 0)
        {
            return;
        }

        if (!_isFirst)
        {
            _notes.Gap();
        }

        _isFirst = false;
        _isRefused |= findings.Any(f => f.Severity == Severity.Mistake);

        // What has a place in a text or a file of its own stands under the model's name; the rest names it itself.
        var placed = findings.Where(f => text is not null || f.File is not null).ToList();
        if (placed.Count > 0)
        {
            _notes.Title(path + ":");
            _notes.Findings(placed, text, words.Tongue);
            if (placed.Count < findings.Count)
            {
                _notes.Gap();
            }
        }

        _notes.Findings(findings.Except(placed).Select(f => f with { File = path }), null, words.Tongue);
    }

    private void MustBeFree()
    {
        if (_isRefused)
        {
            throw new RefusedException();
        }
    }
}
