using System.Globalization;

namespace Porras;

/// <summary>Whether settled lines can be the book that a model's next run is compared with.</summary>
public static class BookCheck
{
    /// <summary>Everything that is wrong with the lines, or that a person should know of them.</summary>
    /// <param name="lines">The lines of earlier runs, as they were read.</param>
    /// <param name="plan">The model of the run to be settled.</param>
    /// <param name="data">Its data set.</param>
    /// <param name="run">Its terms.</param>
    /// <param name="locked">The last day that is locked; null if none is.</param>
    public static IReadOnlyList<Diagnostic> Check(
        IReadOnlyList<BookedLine> lines, Plan plan, DataSet data, RunTerms run, int? locked = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Check(lines, [new(plan, data, run.Model)], run, locked);
    }

    /// <summary>The same for a contract that was amended.</summary>
    /// <param name="lines">The lines of earlier runs, as they were read.</param>
    /// <param name="versions">The versions of the run to be settled.</param>
    /// <param name="run">Its terms.</param>
    /// <param name="locked">The last day that is locked; null if none is.</param>
    public static IReadOnlyList<Diagnostic> Check(
        IReadOnlyList<BookedLine> lines, IReadOnlyList<RunVersion> versions, RunTerms run, int? locked = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        var findings = new List<Diagnostic>();
        if (locked >= run.Until)
        {
            findings.Add(Diagnostic.At(default, "P7212", Day.Write(run.Until.Value), Day.Write(locked.Value)));
        }

        var runs = lines.Select(l => l.Run).Distinct().ToList();
        if (runs.Exists(r => r.Name == run.Name))
        {
            findings.Add(Diagnostic.At(default, "P7211", run.Name));
        }

        List<ModelTag> tags = [.. versions.Select(v => v.Tag).OfType<ModelTag>()];
        findings.AddRange(runs.SelectMany(r => Run(r, tags)));
        var ids = Ids(lines, findings);
        var fees = versions.SelectMany(v => v.Plan.Fees.Select(f => (f.Source, v.Data)))
            .GroupBy(f => f.Source.Name.Text, StringComparer.Ordinal)
            .ToDictionary(f => f.Key, f => f.First(), StringComparer.Ordinal);
        foreach (var line in lines)
        {
            Line(line, run, tags, fees.Keys, findings);
            if (fees.TryGetValue(line.Key.Fee, out var fee) && fee.Source.For is null)
            {
                Owner(line, fee.Data, findings);
            }
        }

        Reversals(lines, ids, findings);
        return findings;
    }

    private static IEnumerable<Diagnostic> Run(RunTerms earlier, List<ModelTag> versions)
    {
        if (earlier.Model is not { } before || versions is not [.., var now] || versions.Contains(before))
        {
            yield break;
        }

        yield return before.Name != now.Name ? Diagnostic.At(default, "P7201", earlier.Name, before.Name, now.Name)
            : versions.Find(v => v.Version == before.Version) is { } same
                ? Diagnostic.At(default, "P7202", earlier.Name, Text(same.Version), before.Hash, same.Hash)
            : Diagnostic.At(default, "P7203", earlier.Name, Text(before.Version), Text(now.Version));
    }

    private static Dictionary<string, BookedLine> Ids(IReadOnlyList<BookedLine> lines, List<Diagnostic> findings)
    {
        var ids = new Dictionary<string, BookedLine>(lines.Count, StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (!ids.TryAdd(line.Id, line))
            {
                var first = ids[line.Id];
                findings.Add(At(line, "P7210", line.Id, first.File, Text(first.FileLine)));
            }
        }

        return ids;
    }

    private static void Line(
        BookedLine line,
        RunTerms run,
        List<ModelTag> versions,
        IReadOnlyCollection<string> fees,
        List<Diagnostic> findings)
    {
        // A fee of another version may be gone; without a version it is taken for a slip.
        var sameVersion = line.Run.Model is not { } before || versions.Contains(before);
        if (sameVersion && !fees.Contains(line.Key.Fee))
        {
            var near = Nearest.To(line.Key.Fee, fees);
            findings.Add(At(line, "P7204", line.Key.Fee, near ?? string.Join(", ", fees)) with
            {
                Variant = near is null ? null : "near",
            });
        }

        if (line.Earned > run.Until)
        {
            findings.Add(At(line, "P7207", Day.Write(line.Earned), Day.Write(run.Until.Value)));
        }
    }

    private static void Owner(BookedLine line, DataSet data, List<Diagnostic> findings)
    {
        if (data.Find(line.Key.Owner) < 0)
        {
            var near = Nearest.To(line.Key.Owner, data.Starts.Participants);
            findings.Add(At(line, "P7205", line.Key.Owner, near ?? "") with { Variant = near is null ? null : "near" });
        }
    }

    private static void Reversals(
        IReadOnlyList<BookedLine> lines, Dictionary<string, BookedLine> ids, List<Diagnostic> findings)
    {
        var reversed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines.Where(l => l.Reverses.Length > 0))
        {
            if (!ids.TryGetValue(line.Reverses, out var original))
            {
                findings.Add(At(line, "P7208", line.Reverses));
            }
            else if (original.Key != line.Key || original.Amount != -line.Amount || original.Reverses.Length > 0
                || !reversed.Add(line.Reverses))
            {
                findings.Add(At(line, "P7209", line.Reverses));
            }
        }
    }

    private static Diagnostic At(BookedLine line, string code, params string[] arguments) =>
        Diagnostic.At(new(line.FileLine, 1, 1), code, arguments) with { File = line.File };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
