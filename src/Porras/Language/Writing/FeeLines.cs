using W = Porras.Keywords;

namespace Porras;

/// <summary>The lines of measures, fees, limits and what is taken back.</summary>
internal static class FeeLines
{
    /// <summary>A measure.</summary>
    public static CanonicalBlock Of(Declaration.Measure measure)
    {
        var lines = new BlockLines(
            $"{W.Measure} {measure.Name} {W.Is} {Of(measure.Head)}", measure.Title, measure.Mark);
        lines.Add(W.Where, measure.Where, ConditionText.Of);
        lines.Add(W.Except, measure.Except, n => n.Text);
        lines.Add(W.Gaps, measure.Gaps, Of);
        lines.Add(W.With, measure.With, w => $"{w.Column} {ValueText.Of(w.Compare)} {ValueText.Of(w.Value)}");
        lines.Add(W.Within, measure.Within, ValueText.Of);
        lines.Add(W.ForEach, measure.ForEach, n => n.Text);
        lines.Add(W.Over, measure.Over, ValueText.Of);
        lines.Add(W.Needs, measure.Needs, n => $"{ValueText.Of(n.Count)} {W.Of} {n.Fact}");
        foreach (var (clamp, mark) in measure.Clamps.Select(c => (c.Value, c.Mark)))
        {
            var (word, rest) = clamp.Kind switch
            {
                ClampKind.AtLeast => (W.AtLeast, ""),
                ClampKind.AtMost => (W.AtMost, ""),
                ClampKind.BelowIsZero => (W.Below, $" {W.CountsAsZero}"),
                _ => throw new InvalidOperationException($"Unknown bound {clamp.Kind}."),
            };
            lines.Add(word.Phrase, ValueText.Of(clamp.Value) + rest, mark);
        }

        return lines.Block(W.Measure);
    }

    /// <summary>A fee.</summary>
    public static CanonicalBlock Of(Declaration.Fee fee)
    {
        var lines = new BlockLines(
            $"{W.Fee} {fee.Name}  {(fee.IsOutcome ? W.Outcome : W.Output)}", fee.Title, fee.Mark);
        lines.Add(W.For, fee.For, ValueText.Of);
        lines.Add(W.When, fee.When, ConditionText.Of);
        lines.Add(W.Or, fee.Or, ConditionText.Of);
        lines.Add(W.And, fee.And, ConditionText.Of);
        lines.Add(W.OnlyIf, fee.OnlyIf, ConditionText.Of);
        lines.Add(W.Pay, fee.Pay, Of);
        foreach (var step in fee.Steps)
        {
            var (word, rest) = Of(step.Value);
            lines.Add(word.Phrase, rest, step.Mark);
        }

        lines.Add(W.Beside, fee.Beside, ValueText.Of);
        lines.Add(W.PartPeriodsPay, fee.PartPeriods, p => Of(p).Phrase);
        lines.Add(W.SkippedSteps, fee.SkippedPaid, paid => (paid ? W.ArePaid : W.AreNotPaid).Phrase);
        lines.Add(W.Priced, fee.Priced, Of);
        if (fee.Claim is { } claim)
        {
            var (first, second) = (W.ClaimWithin.Words[0], W.ClaimWithin.Words[1]);
            lines.Add(first, $"{second} {ValueText.Of(claim.Value)}", claim.Mark);
        }

        lines.Add(W.Payable, fee.Payable, Of);
        Often(fee, lines);
        return lines.Block(W.Fee);
    }

    /// <summary>A limit.</summary>
    public static CanonicalBlock Of(Declaration.Limit limit)
    {
        var fees = limit.Fees.Count > 0 ? $" {W.Of} {ValueText.Of(limit.Fees)}" : "";
        var period = limit.Period is { } p ? $" {W.And} {ValueText.Of(p)}" : "";
        var rule = limit.Rule switch
        {
            LimitRule.Cut => $", {W.ThenCut}",
            LimitRule.Stop => $", {W.ThenStop}",
            LimitRule.ProRata => $", {W.ThenProRata}",
            LimitRule.Report => $", {W.ThenReport}",
            null => "",
            _ => throw new InvalidOperationException($"Unknown rule {limit.Rule}."),
        };
        var amount = ValueText.Of(limit.Amount);
        return new BlockLines($"{W.Limit} {amount}{fees} {W.For} {ValueText.Of(limit.Scope)}{period}{rule}", null,
            limit.Mark)
            .Block(W.Limit);
    }

    /// <summary>What is expected.</summary>
    public static CanonicalBlock Of(Declaration.Expect expect)
    {
        var what = $"{expect.Of} {ValueText.Of(expect.Compare)} {ValueText.Of(expect.Value)}";
        var period = expect.Period is { } p ? $" {W.And} {ValueText.Of(p)}" : "";
        return new BlockLines(
            $"{W.Expect} {what} {W.For} {ValueText.Of(expect.Scope)}{period}", expect.Title, expect.Mark)
            .Block(W.Expect);
    }

    /// <summary>What is taken back.</summary>
    public static CanonicalBlock Of(Declaration.TakeBack takeBack)
    {
        var lines = new BlockLines($"{W.TakeBack} {takeBack.Of}", null, takeBack.Mark);
        lines.Add(W.When, takeBack.When, ConditionText.Of);
        lines.Add(W.OnlyIf, takeBack.OnlyIf, ConditionText.Of);
        lines.Add(W.Takes, takeBack.Takes, t => t switch
        {
            Takes.All => W.WholeOfIt.Phrase,
            Takes.Part(var share) => ValueText.Of(share),
            Takes.Unused => W.TheUnusedPart.Phrase,
            _ => throw new InvalidOperationException($"Unknown part {t}."),
        });
        return lines.Block(W.TakeBack);
    }

    /// <summary>What stands after <c>priced</c>.</summary>
    public static string Of(Priced priced) =>
        priced.On is { } day ? $"{W.On} {ValueText.Of(day)}" : W.WhenEarned.Phrase;

    /// <summary>What stands after <c>payable</c>.</summary>
    public static string Of(Payable payable) => payable.After is { } after
        ? $"{ValueText.Of(after)} {W.Later}" : $"{ValueText.Of(payable.WorkingDays)} {W.WorkingDays} {W.Later}";

    private static void Often(Declaration.Fee fee, BlockLines lines)
    {
        switch (fee.Often?.Value)
        {
            case null:
                break;
            case HowOften.Once:
                lines.Add(W.Once, fee.Often.Mark);
                break;
            case HowOften.Every:
                lines.Add(W.EveryTime, fee.Often.Mark);
                break;
            case HowOften.AtMost(var times):
                lines.Add(W.AtMost.Phrase, $"{ValueText.Of(times)} {W.Times}", fee.Often.Mark);
                break;
            default:
                throw new InvalidOperationException($"Unknown number of times {fee.Often.Value}.");
        }
    }

    private static string Of(MeasureHead head) => head switch
    {
        MeasureHead.DaysOf(var fact, var each) => $"{W.DaysOf} {(each ? $"{W.Each} " : "")}{fact}",
        MeasureHead.UnitsOf(var months, var fact) => $"{(months ? W.MonthsOf : W.WeeksOf)} {fact}",
        MeasureHead.Aggregated(var aggregate, var name, var fact) =>
            $"{Of(aggregate)} {name}{(fact is { } f ? $" {W.In} {f}" : "")}",
        MeasureHead.CountOf(var names) => $"{W.CountOf} {ValueText.Of(names)}",
        MeasureHead.CountOfParticipants => $"{W.CountOf} {W.Participants}",
        MeasureHead.Weighted(var terms) =>
            string.Join($" {W.And} ", terms.Select(t => $"{ValueText.Of(t.Share)} {W.Of} {t.Measure}")),
        MeasureHead.Less(var from, var what) => $"{from} {W.Less} {ValueText.Of(what)}",
        MeasureHead.ShareOf(var part, var whole) => $"{part} {W.AsShareOf} {ValueText.Of(whole)}",
        _ => throw new InvalidOperationException($"Unknown measure {head}."),
    };

    private static Keyword Of(Aggregate aggregate) => aggregate switch
    {
        Aggregate.Sum => W.SumOf,
        Aggregate.Latest => W.LatestOf,
        Aggregate.Mean => W.MeanOf,
        Aggregate.Lowest => W.LowestOf,
        _ => throw new InvalidOperationException($"Unknown aggregate {aggregate}."),
    };

    private static string Of(Gaps gaps)
    {
        var which = gaps.UpTo is { } duration ? $"{W.UpTo} {ValueText.Of(duration)}" : $"{W.During} {gaps.During}";
        return $"{which} {W.DoNotBreakIt}, {(gaps.Count ? W.AndCount : W.AndDoNotCount)}";
    }

    private static string Of(Pay pay) => pay switch
    {
        Pay.Fixed(var amount) => ValueText.Of(amount),
        Pay.ShareOf(var share, var names) => $"{ValueText.Of(share)} {W.Of} {ValueText.Of(names)}",
        Pay.Pool(var amount, var measure, var cohort) =>
            $"{W.ShareOf} {ValueText.Of(amount)} {W.By} {measure} {W.In} {cohort?.Text ?? W.Contract.Phrase}",
        Pay.Unpaid(var fees) => $"{W.UnpaidOf} {ValueText.Of(fees)}",
        Pay.ByKey(var key, var rows) => $"{W.By} {ValueText.Of(key)} "
            + string.Join(", ", rows.Select(r => $"{ValueText.Of(r.Label)} {ValueText.Of(r.Amount)}")),
        _ => throw new InvalidOperationException($"Unknown pay {pay}."),
    };

    private static (Keyword Word, string What) Of(PayStep step) => step switch
    {
        PayStep.Plus(var amount) => (W.Plus, ValueText.Of(amount)),
        PayStep.Times(var share) => (W.Times, ValueText.Of(share)),
        PayStep.Less(var amount) => (W.Less, ValueText.Of(amount)),
        PayStep.LessFees(var fees) => (W.Less, ValueText.Of(fees)),
        PayStep.Settles(var fees) => (W.Settles, ValueText.Of(fees)),
        PayStep.AtMost(var amount) => (W.AtMost, $"{ValueText.Of(amount)} {W.EachTime}"),
        _ => throw new InvalidOperationException($"Unknown step {step}."),
    };

    private static Keyword Of(PartPeriods part) => part switch
    {
        PartPeriods.ByDays => W.ByDays,
        PartPeriods.InFull => W.InFull,
        PartPeriods.Nothing => W.Nothing,
        _ => throw new InvalidOperationException($"Unknown part {part}."),
    };
}
