namespace Porras;

/// <summary>
/// What a model need not say because there is one reading: printed in full, so that it can be relied on.
/// </summary>
internal static class ToldDefaults
{
    public static IEnumerable<ExplainedItem> Of(Speech speech)
    {
        foreach (var key in Always.Concat(Used(speech.Model, speech.Names)))
        {
            var told = new Telling(speech, "defaults", default);
            told.Say(key, "default." + key);
            yield return told.Done();
        }
    }

    private static readonly string[] Always =
    [
        "windows", "weeks", "months", "start", "span", "reached", "rows", "rejected", "added", "steps", "rounding",
        "zero", "limits", "take-back", "order",
    ];

    private static IEnumerable<string> Used(FeeModel model, ModelNames names)
    {
        var moments = Moments(model).ToList();
        var measures = model.Measures.ToList();
        (string Key, bool Used)[] all =
        [
            ("threshold", moments.Any(m => m.Event is MomentKind.Reaches)),
            ("only-if", model.Fees.Any(f => f.OnlyIf.Count > 0)),
            ("run", measures.Any(m => m.Head is MeasureHead.DaysOf or MeasureHead.UnitsOf) && moments.Any(IsUnbroken)),
            ("first-fact", Days(model, moments).Any(d => d is DayName.Named(var n) && names.Find(n) is Meaning.Fact)),
            ("groups", model.Groups is not null),
            ("share-of-nothing", measures.Any(m => m.Head is MeasureHead.ShareOf)),
            ("no-value", measures.Any(HasNoValue)),
            ("exact-quantity", Amounts(model).Any(a => a.ForEach is not null)),
            ("no-row", model.Tables.Any()),
            ("with-tables", measures.SelectMany(m => m.With).Any(w =>
                w.Value.Value.Base is Basis.Named(var n) && names.Find(n) is Meaning.TableColumn)),
            ("contract-year", model.Header.YearBegins is null && UsesContractYears(model, moments)),
            ("second-start", model.Participants is { Again: null }),
            ("second-provider", model.Providers is { Transfer: null }),
            ("below-zero", model.Fees.SelectMany(f => f.Steps).Any(s => s.Value is PayStep.Less or PayStep.LessFees)),
            ("split", model.Splits.Any()),
        ];
        return all.Where(d => d.Used).Select(d => d.Key);
    }

    private static IEnumerable<Moment> Moments(FeeModel model) =>
        model.Fees.SelectMany(f => (Said<Moment>?[])[f.When, .. f.Or, .. f.And])
            .Concat(model.TakeBacks.Select(t => t.When))
            .OfType<Said<Moment>>()
            .Select(m => m.Value);

    private static bool IsUnbroken(Moment moment) =>
        moment.Event is MomentKind.Reaches { Unbroken: true } or MomentKind.EachBlock { Unbroken: true };

    private static bool HasNoValue(Declaration.Measure measure) =>
        measure.Needs is not null
        || measure.Head is MeasureHead.Aggregated { Aggregate: Aggregate.Latest or Aggregate.Mean or Aggregate.Lowest };

    // A fact as a moment is every such fact; as a bound or the edge of a window it is the first one.
    private static IEnumerable<DayName> Days(FeeModel model, IEnumerable<Moment> moments)
    {
        var windows = (model.Participants?.Windows ?? []).SelectMany(w => w.Value.Rule switch
        {
            WindowRule.Lasts(_, _, var day) => (DayName[])[day],
            WindowRule.Between(var first, var last) => [first, last],
            var other => throw Speech.Unknown(other),
        });
        var bounds = moments.SelectMany(m => m.Bounds).Select(b => b switch
        {
            Bound.Within(Frame.Around(_, _, var day)) => day,
            Bound.BegunWithin(Frame.Around(_, _, var day)) => day,
            Bound.After(var day) => day,
            Bound.Before(var day) => day,
            Bound.Within or Bound.BegunWithin or Bound.WithinAny => null,
            var other => throw Speech.Unknown(other),
        });
        return windows.Concat(bounds.OfType<DayName>());
    }

    private static IEnumerable<Amount> Amounts(FeeModel model)
    {
        foreach (var fee in model.Fees)
        {
            if (fee.Pay?.Value is Pay.Fixed(var amount))
            {
                yield return amount;
            }

            foreach (var step in fee.Steps)
            {
                if (step.Value is PayStep.Plus(var plus))
                {
                    yield return plus;
                }
            }
        }
    }

    private static bool UsesContractYears(FeeModel model, IEnumerable<Moment> moments) =>
        model.Transition is not null
        || model.Tables.Any(t => t.Keys.Any(k => k is TableKey.ContractYear))
        || model.Limits.Any(l => l.Period == Period.ContractYear)
        || model.Cohorts.Any(c => c.By?.Value is CohortBy.Start(Period.ContractYear))
        || moments.Any(m => m.Event is MomentKind.EachPeriod(_, Period.ContractYear));
}
