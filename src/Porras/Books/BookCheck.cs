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
        var findings = new List<Diagnostic>();
        if (locked >= run.Until)
        {
            findings.Add(Diagnostic.At(default, "P7212", Day.Write(run.Until.Value), Day.Write(locked.Value)));
        }

        foreach (var earlier in lines.Select(l => l.Run).Distinct())
        {
            Run(earlier, run, findings);
        }

        var ids = Ids(lines, findings);
        var names = new HashSet<string>(plan.Fees.Select(f => f.Source.Name.Text), StringComparer.Ordinal);
        foreach (var line in lines)
        {
            Line(line, run, plan, names, findings);
            Owner(line, plan, data, findings);
        }

        Reversals(lines, ids, findings);
        return findings;
    }

    private static void Run(RunTerms earlier, RunTerms run, List<Diagnostic> findings)
    {
        if (earlier.Name == run.Name)
        {
            findings.Add(Diagnostic.At(default, "P7211", run.Name));
        }

        if (earlier.Model is not { } before || run.Model is not { } now || before == now)
        {
            return;
        }

        findings.Add(before.Name != now.Name ? Diagnostic.At(default, "P7201", earlier.Name, before.Name, now.Name)
            : before.Version == now.Version
                ? Diagnostic.At(default, "P7202", earlier.Name, Text(now.Version), before.Hash, now.Hash)
            : Diagnostic.At(default, "P7203", earlier.Name, Text(before.Version), Text(now.Version)));
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
        BookedLine line, RunTerms run, Plan plan, HashSet<string> fees, List<Diagnostic> findings)
    {
        // A fee of another version may be gone; without a version it is taken for a slip.
        var sameVersion = line.Run.Model is not { } before || before == run.Model;
        if (sameVersion && !fees.Contains(line.Key.Fee))
        {
            var all = plan.Fees.Select(f => f.Source.Name.Text).ToList();
            var near = Nearest.To(line.Key.Fee, all);
            findings.Add(At(line, "P7204", line.Key.Fee, near ?? string.Join(", ", all)) with
            {
                Variant = near is null ? null : "near",
            });
        }

        if (line.Earned > run.Until)
        {
            findings.Add(At(line, "P7207", Day.Write(line.Earned), Day.Write(run.Until.Value)));
        }
    }

    private static void Owner(BookedLine line, Plan plan, DataSet data, List<Diagnostic> findings)
    {
        var fee = plan.Fees.FirstOrDefault(f => f.Source.Name.Text == line.Key.Fee);
        if (fee is { Source.For: null } && data.Find(line.Key.Owner) < 0)
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
