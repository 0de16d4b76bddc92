namespace Porras;

/// <summary>Dividing money so that the parts sum to the whole.</summary>
public static partial class Split
{
    /// <summary>
    /// Divides an amount in proportion to weights by largest remainder: every part is first cut down (towards zero)
    /// to the unit, then the units left over go one each to the largest remainders, ties to the first. A rest of the
    /// whole that is smaller than a unit goes to the first part that would have got the next unit.
    /// </summary>
    /// <param name="whole">What is divided; may be below zero.</param>
    /// <param name="weights">One weight a part, none below zero; if all are 0, every part is 0.</param>
    /// <param name="unit">The rounding unit in minor units, at least 1.</param>
    /// <returns>As many parts as weights; they sum to the whole unless all weights are 0.</returns>
    /// <exception cref="ArgumentException">A weight is below zero.</exception>
    public static Money[] ByLargestRemainder(Money whole, ReadOnlySpan<Exact> weights, long unit)
    {
        var total = Exact.Zero;
        foreach (var weight in weights)
        {
            total = weight.Sign >= 0 ? total + weight
                : throw new ArgumentException($"The weight {weight} is below zero.", nameof(weights));
        }

        var parts = new Money[weights.Length];
        if (total.Sign == 0)
        {
            return parts;
        }

        var sign = Math.Sign(whole.Minor);
        var left = Math.Abs(whole.Minor);
        var remainders = new Exact[weights.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var units = (Exact)Math.Abs(whole.Minor) * weights[i] / total / unit;
            var down = (long)units.Floor();
            remainders[i] = units - down;
            parts[i] = new(sign * down * unit);
            left -= down * unit;
        }

        var byRemainder = Enumerable.Range(0, parts.Length).OrderByDescending(i => remainders[i]);
        foreach (var i in byRemainder.TakeWhile(_ => left > 0))
        {
            var extra = Math.Min(unit, left);
            parts[i] += new Money(sign * extra);
            left -= extra;
        }

        return parts;
    }
}
