namespace Porras;

/// <summary>The arithmetic of a line as a receipt: each step, what it changes, and the amount so far.</summary>
/// <remarks>The changes sum to the amount. A rounding that changes nothing is left out.</remarks>
internal static class WhyReceipt
{
    public static ExplainedTable? Table(
        WhyWords words, IReadOnlyList<TraceStep> steps, IReadOnlyList<LimitEffect> limits)
    {
        var shown = steps.Where(s => s.Kind != TraceKind.Rounding || s.Change.Sign != 0).ToList();
        if (shown.Count == 0)
        {
            return null;
        }

        var effects = new Queue<LimitEffect>(limits);
        var rows = new List<IReadOnlyList<string>>();
        foreach (var step in shown)
        {
            var name = step.Kind == TraceKind.Limit && effects.TryDequeue(out var effect)
                ? Limit(words, effect.Limit) : Step(words, step);
            rows.Add([name, (step.Change.Sign > 0 ? "+" : "") + words.Amount(step.Change), words.Amount(step.After)]);
        }

        var total = words.Say("step.total", words.Plan.Currency.Code).ToString();
        return new([words.Sentence("step"), words.Sentence("step.change"), total], 1, rows);
    }

    /// <summary>What a limit did, as a sentence under the limit's clause.</summary>
    public static void Cut(WhyWords words, Telling told, LimitEffect effect) => told.Add("limit", effect.Limit.Mark,
        words.Sentence("cut", Limit(words, effect.Limit), words.Money(effect.Before), words.Money(effect.After)));

    private static string Limit(WhyWords words, Declaration.Limit limit)
    {
        var scope = words.Speech.Owner(limit.Scope);
        scope = limit.Period is not { } period ? scope
            : words.Speech.Say("limit.scope-and-period", scope, words.Speech.Period(period));
        return words.Sentence("step.limit", words.Speech.Amount(limit.Amount, ValueKind.Money), scope);
    }

    private static string Step(WhyWords words, TraceStep step)
    {
        var name = step.Name.Length == 0 ? null : Named(words, step.Name);
        return step.Kind switch
        {
            TraceKind.Price when step.Operand is { } quantity =>
                words.Sentence("step.price-for-each", name ?? "", words.Speech.Spoken.Number(quantity)),
            TraceKind.Price => name is null ? words.Sentence("step.price") : words.Sentence("step.price-named", name),
            TraceKind.Share => Multiplied(words, "step.share", name, Operand(words, step, ValueKind.Percent)),
            TraceKind.Quantity => Multiplied(words, "step.quantity", name, Quantity(words, step)),
            TraceKind.Transition => words.Sentence("step.transition", Operand(words, step, ValueKind.Percent)),
            TraceKind.PartPeriod => words.Sentence("step.part-period", Operand(words, step, ValueKind.Percent)),
            TraceKind.Plus => Taken(words, "step.plus", name, step),
            TraceKind.Times or TraceKind.Pool =>
                Multiplied(words, "step.share", name, Operand(words, step, ValueKind.Percent)),
            TraceKind.Less => Taken(words, "step.less", name, step),
            TraceKind.Settles => words.Sentence("step.settles", name ?? ""),
            TraceKind.AtMost => words.Sentence("step.at-most", Operand(words, step, ValueKind.Money)),
            TraceKind.NotBelowZero => words.Sentence("step.not-below-zero"),
            TraceKind.OfFees => name is null ? words.Sentence("step.of-fees") : words.Sentence("step.unpaid", name),
            TraceKind.Rounding => words.Sentence("step.rounding"),
            TraceKind.Claim => words.Sentence("step.claim"),
            TraceKind.TakeBack => words.Sentence("step.take-back"),
            TraceKind.Limit => words.Sentence("step.limit", "", ""),
            _ => throw Speech.Unknown(step.Kind),
        };
    }

    private static string Multiplied(WhyWords words, string key, Phrase? name, Phrase by) =>
        name is null ? words.Sentence(key, by) : words.Sentence(key + "-named", by, name);

    // A step that adds or takes off a share says which share, one with an amount only its name.
    private static string Taken(WhyWords words, string key, Phrase? name, TraceStep step)
    {
        var isShare = step.Operand is { } part && step.Before.Sign != 0 && step.Change != part && step.Change != -part
            && (step.Change == step.Before * part || step.Change == -(step.Before * part));
        return isShare ? Multiplied(words, key + "-share", name, Operand(words, step, ValueKind.Percent))
            : name is null ? words.Sentence(key) : words.Sentence(key + "-named", name);
    }

    private static Phrase Operand(WhyWords words, TraceStep step, ValueKind kind) =>
        step.Operand is { } operand ? words.Value(operand, kind) : words.Say("step.no-value");

    private static Phrase Quantity(WhyWords words, TraceStep step)
    {
        if (step.Operand is not { } operand)
        {
            return words.Say("step.no-value");
        }

        return words.Speech.Names.Find(step.Name) is Meaning.Measure(var measure, _) ? words.Value(operand, measure)
            : words.Value(operand, words.Speech.KindOf(new(step.Name, default)) ?? ValueKind.Number);
    }

    private static Phrase Named(WhyWords words, string name) => words.Speech.Ref(new(name, default));
}
