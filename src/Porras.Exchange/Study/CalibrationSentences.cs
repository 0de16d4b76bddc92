using Porras.Lab;

namespace Porras.Exchange;

/// <summary>What a calibration says, in sentences.</summary>
/// <param name="words">The words of the study.</param>
/// <param name="all">The calibration.</param>
public sealed class CalibrationSentences(StudyWords words, Calibration all)
{
    // Margins per hour this close, as a share of what an hour costs, give no reason to choose.
    private const double Alike = 0.05;

    // A further outcome that pays less than this part counts as held back.
    private const double Clear = 0.9;

    private readonly CalibrationTables _tables = new(words, all);

    /// <summary>The answer: the margin, the factor, what was checked, who is picked first, what fees buy.</summary>
    public IEnumerable<string> Answer() => [.. Margin(), Factor(), Checked(), .. Cream(), .. Effort()];

    /// <summary>The margin at prices as written.</summary>
    public IEnumerable<string> Margin() => all.All.Margin is not { } margin ? [] : [words[
        "calibrate.answer.margin", words.Percent(margin.Value), words.Percent(margin.Lower),
        words.Percent(margin.Upper), words.Percent(all.Options.Margin)]];

    /// <summary>The factor on outcome prices for all groups, and those of the groups.</summary>
    public string Factor()
    {
        var straight = words[all.IsLinear ? "calibrate.linear" : "calibrate.bent"];
        var one = all.All.Factor is { } f ? words[
            all.Groups.Count > 1 ? "calibrate.answer.together" : "calibrate.answer.factor", words.Number(f.Value, 3),
            words.Number(f.Lower, 3), words.Number(f.Upper, 3)] : words[
            all.Groups.Count > 1 ? "calibrate.answer.none" : "calibrate.answer.none.one",
            words.Percent(all.Options.Margin)];
        if (all.Groups.All(g => g.Factor is null))
        {
            return one;
        }

        if (all.IsTogether)
        {
            return all.All.Factor is null ? one : Joined(one, straight);
        }

        var each = words["calibrate.answer.factors", string.Join(", ", all.Groups.Where(g => g.Factor is not null)
            .Select(g => $"{words.Number(g.Factor!.Value.Value, 3)} ({words.Group(g.Name)})"))];
        List<string> without = [.. all.Groups.Where(g => g.Factor is null).Select(g => words.Group(g.Name))];
        var none = without.Count == 0 ? "" : words["calibrate.answer.factors.none", string.Join(", ", without)] + " ";
        return Joined(Joined(each, none + straight), one);
    }

    /// <summary>What the check gave.</summary>
    public string Checked()
    {
        var (check, margin) = (all.Check, all.Check.Margin);
        var budget = words.Money(check.Budget.Value);
        var ruin = words.Percent(check.Ruin.Value);
        var key = all.Written.All(w => w == 1) ? "calibrate.check.same" : "calibrate.check";
        var said = margin is { } m
            ? words[key, words.Percent(m.Value), words.Percent(m.Lower), words.Percent(m.Upper), budget, ruin]
            : words["calibrate.check.free", budget, ruin];
        return all.Study.Options.Behaviour ? Joined(said, words["calibrate.check.behaviour", string.Join(", ",
            all.Groups.Zip(check.Hours, (g, h) => $"{words.Group(g.Name)} {words.Number(h, 1)}"))]) : said;
    }

    /// <summary>Which group is picked first and which is parked; nothing for one group.</summary>
    public IEnumerable<string> Cream()
    {
        var groups = all.ByMarginPerHour;
        if (groups.Count < 2)
        {
            return [];
        }

        var (first, last) = (groups[0], groups[^1]);
        var (most, least) = (first.MarginPerHour!.Value, last.MarginPerHour!.Value);
        if (most - least <= Alike * all.Study.Groups[0].HourCost)
        {
            return [words["calibrate.cream.not", Coins(least), Coins(most)]];
        }

        var said = words["calibrate.cream", words.Group(first.Name), Coins(most), words.Group(last.Name),
            Coins(least)];
        return [least > 0 ? Joined(said, words["calibrate.cream.ratio", words.Number(most / least, 1)]) : said];
    }

    /// <summary>Whether fees buy hours, group by group.</summary>
    public IEnumerable<string> Effort()
    {
        if (all.Effort.Count == 0)
        {
            return [words["calibrate.effort.unknown"]];
        }

        var groups = all.Effort.Chunk(Enum.GetValues<EffortLevel>().Length).GroupBy(Verdict, StringComparer.Ordinal);
        return groups.SelectMany(g => g.Count() == 1 ? [Effort(g.Key, g.First())]
            : (string[])[words[g.Key + ".several", string.Join(", ", g.Select(c => words.Group(c[0].Group)))]]);
    }

    /// <summary>What limits and tiers do to a further outcome.</summary>
    public IEnumerable<string> Limits() =>
    [
        .. all.Limits.Count == 0 ? (string[])[words["calibrate.limit.none"]] : [],
        .. Never(),
        .. all.Limits.Where(b => b.Lost > 0).Select(Limit),
        .. all.Further.Where(f => f.Further is not null).Select(Further).OfType<string>(),
    ];

    /// <summary>What a bad year does, and what an index would do; nothing where the economy moves nothing.</summary>
    public IEnumerable<string> Years()
    {
        if (all.Years.Count < 3 || all.Years[1].Jobs <= 0)
        {
            return [words[all.Study.World.Growth is null ? "calibrate.year.none" : "calibrate.year.firms"]];
        }

        var (bad, middle) = (all.Years[0], all.Years[1]);
        return [words["calibrate.year.bad", words.Number(bad.Jobs, 1), words.Number(middle.Jobs, 1),
            words.Number(bad.Index, 3), words.Percent(bad.Jobs / middle.Jobs),
            words.Percent(bad.Jobs * bad.Index / middle.Jobs)]];
    }

    /// <summary>The factors as they are written.</summary>
    public string Written() => string.Join(", ", all.Written.Distinct().Select(_tables.Factor));

    private static string Verdict(EffortCase[] cases) => "calibrate.effort." + (cases[0].Buys ? "always"
        : cases[1].Buys ? "assumed" : cases[2].Buys ? "better" : "never");

    private string Effort(string verdict, EffortCase[] cases)
    {
        var assumed = cases[1];
        var said = words[verdict, words.Group(assumed.Group), words.Money(assumed.Fee), words.Money(assumed.LeastFee),
            words.Number(assumed.Hours, 1)];
        return assumed.BuysCalibrated is { } then && then != assumed.Buys
            ? Joined(said, words[then ? "calibrate.effort.then" : "calibrate.effort.then.not",
                words.Number(assumed.CalibratedHours, 1)])
            : said;
    }

    private string[] Never()
    {
        var lines = all.Limits.Where(b => b.Lost <= 0).Select(b => Spoken.Integer(b.Limit.Mark.Place.Line)).ToList();
        return lines.Count == 0 ? []
            : [words[lines.Count == 1 ? "calibrate.limit.never" : "calibrate.limits.never", string.Join(", ", lines)]];
    }

    private string Limit(LimitBite bite)
    {
        var line = Spoken.Integer(bite.Limit.Mark.Place.Line);
        var whom = bite.IsOfClient ? ".client" : "";
        var share = words.Percent(bite.Binds?.Value);
        if (bite.Binds is null)
        {
            return words["calibrate.limit.takes", line, _tables.Taken(bite.Lost)];
        }

        var said = words[(bite.IsOften ? "calibrate.limit.often" : "calibrate.limit.seldom") + whom, line, share,
            _tables.Taken(bite.Lost)];
        return bite.Times is { } times ? Joined(said, words["calibrate.limit.higher", words.Short(times, 2)]) : said;
    }

    // Said where limits take a clear part of a further outcome, or steps in prices make it worth more than others.
    private string? Further(FurtherOutcome outcome)
    {
        var (further, group) = (outcome.Further!.Value, words.Group(outcome.Group));
        return outcome.Free is > 0 and { } free && further.Upper < Clear * free
            ? words["calibrate.further.limits", group, words.Percent(further.Value / free, 0)]
            : !all.HasTiers || outcome.Average is not > 0 ? null
            : further.Upper < Clear * outcome.Average.Value || further.Lower > outcome.Average.Value / Clear
                ? words["calibrate.further.tiers", group, words.Percent(further.Value / outcome.Average.Value, 0)]
                : null;
    }

    private string Coins(double minor) => words.Tongue == Tongue.English
        ? $"{words.Unit}\u00a0{words.Cents(minor)}" : $"{words.Cents(minor)}\u00a0{words.Unit}";

    private static string Joined(string first, string second) => $"{first} {second}";
}
