namespace Porras;

/// <summary>
/// The measures that a line of a cohort, a provider or the contract reads, with what they rest on; and those over many
/// participants that a participant's line reads.
/// </summary>
internal static class WhyMeasures
{
    private const int Deepest = 20;

    /// <summary>The measures with their values and samples.</summary>
    public static IReadOnlyList<MeasureRead> Read(WhyWords words, Reason reason, Why why)
    {
        var names = words.Speech.Names;
        return [.. FeeUses.Of(reason.Fee, names)
            .Where(u => u.Site.Part is Part.Pay or Part.OnlyIf or Part.When)
            .SelectMany(u => Measures(u.Name, names, 0))
            .Distinct().Select(i => words.Plan.Measure(i)).OfType<MeasurePlan>()
            .Where(m => m is AcrossMeasure or DerivedMeasure)
            .Select(m => why.Read(reason, m)).OfType<MeasureRead>()
            .Where(m => why.Kind is not null || m.Sample is not null)];
    }

    /// <summary>Says of intervals of sums that their parts are taken for independent.</summary>
    public static void Independent(WhyWords words, IReadOnlyList<MeasureRead> read, Telling told)
    {
        foreach (var measure in read.Where(m => m.Sample?.Low is not null))
        {
            if (words.Speech.Names.Find(measure.Measure.Name) is Meaning.Measure(_, var index)
                && words.Plan.Measure(index) is DerivedMeasure { AddsUp: true })
            {
                var name = Speech.Quoted(measure.Measure.Name);
                told.Add("measures", measure.Measure.Mark, words.Sentence("measures.independent", name));
            }
        }
    }

    /// <summary>They as a table; null if there are none.</summary>
    public static ExplainedTable? Table(WhyWords words, IReadOnlyList<MeasureRead> read)
    {
        if (read.Count == 0)
        {
            return null;
        }

        string[] headings = ["measure", "value", "rests-on", "sure"];
        return new(
            [.. headings.Select(h => words.Sentence("measures." + h))],
            1,
            [.. read.Select(m => (IReadOnlyList<string>)
            [
                m.Measure.Name.Text,
                words.Value(m.Value, m.Measure).ToString(),
                m.Sample is { } sample ? Spoken.Integer(sample.Count) : "",
                Interval(words, m),
            ])]);
    }

    private static string Interval(WhyWords words, MeasureRead read)
    {
        if (read.Sample is not { Low: { } low, High: { } high })
        {
            return "";
        }

        var (kind, unit) = words.Of(read.Measure);
        return words.Say("measures.interval", Value(low), Value(high)).ToString();

        Phrase Value(double end) => words.Value(Rounded(end, kind), kind, unit);
    }

    // Statistics are told to a tenth of a percent, a cent or a hundredth of a unit.
    private static Exact Rounded(double value, ValueKind kind)
    {
        var parts = kind switch
        {
            ValueKind.Percent => 1000,
            ValueKind.Money => 1,
            _ => 100,
        };
        return Exact.Of((Int128)Math.Round(value * parts), parts);
    }

    private static IEnumerable<int> Measures(Name name, ModelNames names, int depth)
    {
        if (depth > Deepest)
        {
            return [];
        }

        return names.Find(name) switch
        {
            Meaning.Measure(var measure, var index) => Shapes.PartsOf(measure, names)
                .SelectMany(p => Measures(p.Name, names, depth + 1)).Append(index),
            Meaning.TableColumn(var table, _) => table.Keys.OfType<TableKey.Named>()
                .SelectMany(k => Measures(k.Name, names, depth + 1)),
            _ => [],
        };
    }
}
