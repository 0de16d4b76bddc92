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
    public override Sample? SampleOf(ServiceCase c, DaySpan asked, in Spot spot)
    {
        var parts = Parts.ToList();
        if (parts.Count == 0)
        {
            return null;
        }

        if (derivation != Derivation.ShareOf)
        {
            return SampleOfSum(c, Over(c, asked), spot);
        }

        // A count as a share of another count is a rate; a mean as a share of its best value is a mean.
        var over = Over(c, asked);
        var (first, at) = (parts[0].SampleOf(c, over, spot), spot);
        if (parts.Count == 2 && parts[1].SampleOf(c, over, spot) is { } whole && first is not null
            && Counts(parts[0]) && Counts(parts[1]) && parts[0].TryValue(c, over, spot, out var hits) && hits.IsWhole)
        {
            return Sample.OfRate((int)hits.Numerator, whole.Count);
        }

        return first is { Low: { } low, High: { } high } && terms[1].Value.TryRead(c, at, out var best) && best.Sign > 0
            ? new(first.Count, low / best.ToDouble(), high / best.ToDouble()) : first;

        static bool Counts(MeasurePlan part) =>
            part.Source.Head is MeasureHead.CountOf or MeasureHead.CountOfParticipants;
    }

    /// <summary>Whether it adds up several measures, so that its interval takes them for independent.</summary>
    public bool AddsUp => derivation != Derivation.ShareOf && Parts.Skip(1).Any();

    private Sample? SampleOfSum(ServiceCase c, DaySpan over, in Spot spot)
    {
        var at = spot with { Counted = over };
        var parts = new List<(double, double, Sample)>();
        foreach (var (i, (share, part)) in terms.Index())
        {
            var (weight, measure) = (Exact.Of(i == 0 ? 1 : -1, 1), (part as ValuePlan.OfMeasure)?.Measure);
            if (measure?.ForEach is not null || (derivation == Derivation.Weighted && !share.TryRead(c, at, out weight))
                || !part.TryRead(c, at, out var value))
            {
                return null;
            }

            // A number that the contract names is sure.
            var number = value.ToDouble();
            var rests = measure is null ? new(int.MaxValue, number, number) : measure.SampleOf(c, over, spot);
            if (rests is not { } sample)
            {
                return null;
            }

            parts.Add((weight.ToDouble(), number, sample));
        }

        return Sample.OfSum(parts);
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
            var more = c.Retells ? 0 : 1;
            c.SharesOfNothing[Source.Name.Text] = c.SharesOfNothing.GetValueOrDefault(Source.Name.Text) + more;
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
