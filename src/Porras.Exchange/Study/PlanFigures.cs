using Porras.Lab;

namespace Porras.Exchange;

/// <summary>The charts of a plan.</summary>
/// <param name="words">The words.</param>
internal sealed class PlanFigures(PlanWords words)
{
    private readonly SharePlan _plan = words.Plan;
    private readonly PlanTables _tables = new(words);

    /// <summary>All charts there are, in the order of the page.</summary>
    public IReadOnlyList<StudyChart> All() => [Path(), Insolvency(), .. Sizes(), .. Remedies()];

    /// <summary>The share of outcomes, contract year by contract year.</summary>
    public StudyChart Path()
    {
        var bars = _plan.Years.Select(y => new Bar(
            "", words["page.year", words.Numbers.Number(y.Year)],
            [
                new(y.Share, "outcome", words.Share(y.Share)),
                new(1 - y.Share, "output", words.Share(1 - y.Share)),
            ],
            words.Numbers.Money(y.Expected)));
        var chart = new BarChart(words["page.path"], [.. bars], s => words.Numbers.Percent(s, 0));
        return new("path", chart, words.Single(), words["heading.years", words.Numbers.Unit], _tables.Years(),
            [("outcome", words["page.outcomes"]), ("output", words["page.outputs"])]);
    }

    /// <summary>Insolvency up to the end of each contract year, on other random numbers.</summary>
    public StudyChart Insolvency()
    {
        var points = _plan.Years.Zip(_plan.Check.RuinBy, (y, r) => new SharePoint(
            y.Year, r.Value, r.Lower, r.Upper, words.Numbers.Number(y.Year))).ToList();
        var chart = new ShareChart(
            words["page.insolvency"], points, new(_plan.Options.Ruin, words["page.allowed", Allowed]),
            words["page.insolvency.axis"], Tick)
        {
            IsEven = true,
        };
        return new("insolvency", chart, words.Check(), words["page.check", words.Numbers.Unit], _tables.Check(), []);
    }

    /// <summary>What providers of other sizes could bear; none where it was not asked for.</summary>
    public IEnumerable<StudyChart> Sizes()
    {
        if (_plan.Sizes.Count == 0)
        {
            return [];
        }

        var points = _plan.Sizes.Select(s => new SharePoint(
            s.Clients, s.Largest.Value, s.Largest.Lower, s.Largest.Upper, words.Numbers.Number(s.Clients))).ToList();
        var chart = new ShareChart(words["page.sizes"], points, null, words["page.sizes.axis"], Tick);
        return [new("sizes", chart, words["page.sizes.about", Allowed], chart.Title, _tables.Sizes(), [])];
    }

    /// <summary>What would allow a larger share; none where all is allowed.</summary>
    public IEnumerable<StudyChart> Remedies()
    {
        if (_plan.Remedies.Count == 0)
        {
            return [];
        }

        var bars = _plan.Remedies.Select(r => new Bar(
            "", words["remedy." + r.Remedy.ToString().ToLowerInvariant()], [new(r.Largest.Value, "outcome", "")],
            words.Share(r.Largest.Value)));
        var chart = new BarChart(words["heading.remedies"], [.. bars], s => words.Numbers.Percent(s, 0))
        {
            Level = new(_plan.Single.Value, words["page.now", words.Share(_plan.Single.Value)]),
        };
        return [new("remedies", chart, words["page.remedies.about"], chart.Title, _tables.Remedies(), [])];
    }

    private string Allowed => words.Share(_plan.Options.Ruin);

    private string Tick(double share) => words.Numbers.Percent(share, share < 0.1 && share > 0 ? 1 : 0);
}
