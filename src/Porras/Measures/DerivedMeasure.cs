namespace Porras;

/// <summary>How a measure is made of others.</summary>
public enum Derivation
{
    /// <summary>A weighted sum.</summary>
    Weighted,

    /// <summary>A difference.</summary>
    Less,

    /// <summary>A ratio; 0 where the whole is 0.</summary>
    ShareOf,
}

/// <summary>A measure made of others: a weighted sum, a difference or a ratio.</summary>
/// <remarks>
/// Built of one without a value, it has none. Measures <c>for each</c> the same column are combined kind by kind; a
/// weighted sum adds its terms over the kinds.
/// </remarks>
public sealed class DerivedMeasure(
    int index,
    Declaration.Measure source,
    Derivation derivation,
    IReadOnlyList<(ValuePlan Weight, ValuePlan Value)> terms)
    : MeasurePlan(index, source)
{
    /// <summary>The measures it is made of.</summary>
    public IEnumerable<MeasurePlan> Parts =>
        terms.Select(t => t.Value).OfType<ValuePlan.OfMeasure>().Select(m => m.Measure);

    /// <inheritdoc/>
    public override string? ForEach { get; } = derivation == Derivation.Weighted ? null
        : terms.Select(t => (t.Value as ValuePlan.OfMeasure)?.Measure.ForEach).FirstOrDefault(c => c is not null);

    /// <inheritdoc/>
    public override IReadOnlyList<long> Kinds(ServiceCase c, DaySpan asked)
    {
        var over = Over(c, asked);
        return derivation == Derivation.Weighted ? [] : [.. Parts.SelectMany(p => p.Kinds(c, over)).Distinct().Order()];
    }

    /// <inheritdoc/>
    public override void Changes(ServiceCase c, DaySpan asked, List<int> days)
    {
        foreach (var part in Parts)
        {
            part.Changes(c, Over(c, asked), days);
        }

        days.Sort();
    }

    /// <inheritdoc/>
    public override void Supports(ServiceCase c, DaySpan asked, List<Support> supports)
    {
        foreach (var part in Parts)
        {
            part.Supports(c, Over(c, asked), supports);
        }
    }

    /// <inheritdoc/>
    protected override bool TryRaw(ServiceCase c, DaySpan over, in Spot spot, out Exact value)
    {
        var at = spot with { Counted = over };
        value = default;
        if (derivation == Derivation.Weighted)
        {
            return TryWeighted(c, at, out value);
        }

        if (!terms[0].Value.TryRead(c, at, out var a) || !terms[1].Value.TryRead(c, at, out var b))
        {
            return false;
        }

        if (derivation == Derivation.Less)
        {
            value = a - b;
        }
        else if (b.Sign == 0)
        {
            c.SharesOfNothing[Source.Name.Text] = c.SharesOfNothing.GetValueOrDefault(Source.Name.Text) + 1;
        }
        else
        {
            value = a / b;
        }

        return true;
    }

    private bool TryWeighted(ServiceCase c, in Spot at, out Exact value)
    {
        value = default;
        foreach (var (weight, part) in terms)
        {
            var measure = (part as ValuePlan.OfMeasure)?.Measure;
            var column = measure?.ForEach;
            var kinds = column is null ? [Column.Empty] : measure!.Kinds(c, at.Counted);
            foreach (var kind in kinds)
            {
                var spot = at with { Kind = kind, KindColumn = column };
                if (!weight.TryRead(c, spot, out var w) || !part.TryRead(c, spot, out var v))
                {
                    return false;
                }

                value += w * v;
            }
        }

        return true;
    }
}
