namespace Porras;

/// <content>Dividing in proportion to whole numbers: the same parts, in 64 bits where they are enough.</content>
public static partial class Split
{
    /// <summary>
    /// Divides an amount in proportion to whole weights, by the rules of
    /// <see cref="ByLargestRemainder(Money, ReadOnlySpan{Exact}, long)"/>.
    /// </summary>
    /// <param name="whole">What is divided; may be below zero.</param>
    /// <param name="weights">One weight a part, none below zero; if all are 0, every part is 0.</param>
    /// <param name="unit">The rounding unit in minor units, at least 1.</param>
    /// <param name="parts">Takes the parts in minor units; may be the memory of the weights.</param>
    /// <exception cref="ArgumentException">A weight is below zero.</exception>
    public static void ByLargestRemainder(Money whole, ReadOnlySpan<long> weights, long unit, Span<long> parts)
    {
        var total = Int128.Zero;
        foreach (var weight in weights)
        {
            total += weight >= 0 ? weight
                : throw new ArgumentException($"The weight {weight} is below zero.", nameof(weights));
        }

        if (total * unit > long.MaxValue)
        {
            var divided = ByLargestRemainder(whole, [.. weights.ToArray().Select(w => (Exact)w)], unit);
            for (var i = 0; i < divided.Length; i++)
            {
                parts[i] = divided[i].Minor;
            }

            return;
        }

        if (total == 0)
        {
            parts.Clear();
            return;
        }

        // With one divisor for all, remainders compare as whole numbers.
        var (sign, left) = (Math.Sign(whole.Minor), Math.Abs(whole.Minor));
        var (amount, divisor) = ((ulong)left, (ulong)(total * unit));
        var remainders = new ulong[weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            var down = (long)DivRem(amount, (ulong)weights[i], divisor, out remainders[i]) * unit;
            parts[i] = sign * down;
            left -= down;
        }

        DivideRest(parts, remainders, sign, left, unit);
    }

    // What is left goes to the largest remainders, a unit each, ties to the first; what is no whole unit to the last.
    private static void DivideRest(Span<long> parts, ulong[] remainders, int sign, long left, long unit)
    {
        if (left == 0)
        {
            return;
        }

        var takers = (int)((left - 1) / unit) + 1;
        var least = Largest((ulong[])remainders.Clone(), takers);
        var alike = takers - remainders.Count(r => r > least);
        for (var i = 0; i < remainders.Length; i++)
        {
            if (remainders[i] > least || (remainders[i] == least && alike > 0))
            {
                var isLast = remainders[i] == least && --alike == 0;
                parts[i] += sign * (isLast ? left - (takers - 1) * unit : unit);
            }
        }
    }

    // Whole part and remainder of amount × weight ÷ divisor.
    private static ulong DivRem(ulong amount, ulong weight, ulong divisor, out ulong remainder)
    {
        if (Math.BigMul(amount, weight, out var low) == 0)
        {
            (var quotient, remainder) = Math.DivRem(low, divisor);
            return quotient;
        }

        var (large, rest) = UInt128.DivRem((UInt128)amount * weight, divisor);
        remainder = (ulong)rest;
        return (ulong)large;
    }

    // The number that has so many places, counted from 1, among the numbers from the largest down; moves them about.
    private static ulong Largest(Span<ulong> numbers, int place)
    {
        while (true)
        {
            var pivot = numbers[numbers.Length / 2];
            var (larger, at, smaller) = (0, 0, numbers.Length);
            while (at < smaller)
            {
                if (numbers[at] > pivot)
                {
                    (numbers[larger], numbers[at]) = (numbers[at++], numbers[larger++]);
                }
                else if (numbers[at] < pivot)
                {
                    smaller--;
                    (numbers[at], numbers[smaller]) = (numbers[smaller], numbers[at]);
                }
                else
                {
                    at++;
                }
            }

            if (place > larger && place <= smaller)
            {
                return pivot;
            }

            var isLarger = place <= larger;
            place -= isLarger ? 0 : smaller;
            numbers = isLarger ? numbers[..larger] : numbers[smaller..];
        }
    }
}
