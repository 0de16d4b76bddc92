namespace Porras;

/// <summary>An amount, resolved: <c>[SHARE of | NUMBER times] BASE [for each QUANTITY]</c>.</summary>
/// <param name="Factor">The share or number; null for none.</param>
/// <param name="FactorIsTimes">Whether the factor is a number of times rather than a share.</param>
/// <param name="Base">What it is taken of.</param>
/// <param name="Quantity">What it is multiplied by; null for none.</param>
/// <param name="Mark">Where it stands, for reasons.</param>
public sealed record AmountPlan(ValuePlan? Factor, bool FactorIsTimes, ValuePlan Base, ValuePlan? Quantity, Mark Mark)
{
    /// <summary>Whether it is the same for a whole episode.</summary>
    public bool IsFixed => Base.IsFixed && (Factor?.IsFixed ?? true) && (Quantity?.IsFixed ?? true);

    /// <summary>
    /// Adds the values of an episode that it is worked out from; false if it is not the same for a whole episode.
    /// </summary>
    public bool AddLeaves(List<ValuePlan> leaves, bool pricedOnStart) => Base.AddLeaves(leaves, pricedOnStart)
        && (Factor?.AddLeaves(leaves, pricedOnStart) ?? true) && (Quantity?.AddLeaves(leaves, pricedOnStart) ?? true);

    /// <summary>The amount in minor units; an amount of no value is zero.</summary>
    public Exact Of(ServiceCase c, in Spot spot)
    {
        if (Quantity is ValuePlan.OfMeasure({ ForEach: { } column } measure))
        {
            return OverKinds(c, spot with { KindColumn = column }, measure.Kinds(c, spot.Counted));
        }

        if (!Base.TryRead(c, spot, out var amount))
        {
            amount = Exact.Zero;
        }

        c.Trace?.Step(TraceKind.Price, Base.Name, null, amount);
        amount = Multiply(c, spot, amount, Factor, FactorIsTimes ? TraceKind.Quantity : TraceKind.Share);
        return Multiply(c, spot, amount, Quantity, TraceKind.Quantity);
    }

    private static Exact Multiply(ServiceCase c, in Spot spot, Exact amount, ValuePlan? by, TraceKind kind)
    {
        if (by is null)
        {
            return amount;
        }

        amount = by.TryRead(c, spot, out var factor) ? amount * factor : Exact.Zero;
        c.Trace?.Step(kind, by.Name, factor, amount);
        return amount;
    }

    // A price list: the products of price and quantity are added up over the kinds.
    private Exact OverKinds(ServiceCase c, in Spot spot, IReadOnlyList<long> kinds)
    {
        var total = Exact.Zero;
        foreach (var kind in kinds)
        {
            var at = spot with { Kind = kind };
            if (Base.TryRead(c, at, out var price) && Quantity!.TryRead(c, at, out var quantity))
            {
                var share = Factor is null ? Exact.One : Factor.TryRead(c, at, out var f) ? f : Exact.Zero;
                total += share * price * quantity;
                c.Trace?.Step(TraceKind.Price, Base.Name, quantity, total);
            }
        }

        return total;
    }
}
