namespace Porras;

/// <summary>Fees and shares that add up to something else than a reader expects: P9011, P9012 and P9015.</summary>
internal static class PaidTogether
{
    /// <summary>Two fees for one event, transitions that are not 100 %, and years without a row.</summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context) =>
    [
        .. Pairs(context),
        .. Transition(context.Model),
        .. Years(context),
    ];

    private static IEnumerable<Diagnostic> Pairs(CheckContext context)
    {
        var fees = context.Model.Fees.Where(f => f.IsOutcome).ToList();
        for (var i = 0; i < fees.Count; i++)
        {
            for (var j = i + 1; j < fees.Count; j++)
            {
                var (a, b) = (fees[i], fees[j]);
                if (FeeUses.OwnerOf(a) == FeeUses.OwnerOf(b) && IsSameEvent(a, b, context)
                    && !FeeRefs.Speaks(a, b) && !FeeRefs.Speaks(b, a) && !Exclude(a, b))
                {
                    yield return Diagnostic.At(b.Name.Place, "P9011", a.Name.Text, b.Name.Text);
                }
            }
        }
    }

    private static bool IsSameEvent(Declaration.Fee a, Declaration.Fee b, CheckContext context) =>
        a.When is { } one && b.When is { } other && one.Value.Event == other.Value.Event
        && one.Value.Event is MomentKind.Reaches or MomentKind.EachBlock or MomentKind.NewStep
            or MomentKind.Occurs { Day: DayName.Named }
        && (one.Value.Event is not MomentKind.Occurs(DayName.Named(var name))
            || context.Names.Find(name) is Meaning.Fact);

    private static bool Exclude(Declaration.Fee a, Declaration.Fee b)
    {
        var (first, second) = (a.OnlyIf.Select(l => l.Value).ToList(), b.OnlyIf.Select(l => l.Value).ToList());
        return second.Exists(line => Implication.Excludes(first, line))
            || first.Exists(line => Implication.Excludes(second, line));
    }

    private static IEnumerable<Diagnostic> Transition(FeeModel model) =>
        from year in model.Transition?.Years ?? []
        let sum = year.Value.Outputs.Plain + year.Value.Outcomes.Plain
        where sum != Exact.One
        select Diagnostic.At(
            year.Mark.Place, "P9012", Written.Of(year.Value.Year), (sum * 100).ToString() + " %");

    private static IEnumerable<Diagnostic> Years(CheckContext context)
    {
        if (context.InForce is not { } days)
        {
            yield break;
        }

        foreach (var table in context.Model.Tables)
        {
            var key = table.Keys.ToList().FindIndex(k => k is TableKey.CalendarYear);
            if (key < 0 || table.Rows.Any(r => r.Labels[key].Kind != LabelKind.Is))
            {
                continue;
            }

            var written = table.Rows.Select(r => r.Labels[key].Value?.Number).ToHashSet();
            var (first, last) = (Day.Date(days.First).Year, Day.Date(days.Last).Year);
            var missing = Enumerable.Range(first, last - first + 1).Where(y => !written.Contains(y)).ToList();
            if (missing.Count > 0)
            {
                yield return Diagnostic.At(table.Mark.Place, "P9015", Written.Of(missing[0]));
            }
        }
    }
}
