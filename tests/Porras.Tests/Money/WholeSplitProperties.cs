using CsCheck;

namespace Porras.Tests;

/// <summary>Dividing in proportion to whole numbers gives what dividing by exact numbers gives.</summary>
public sealed class WholeSplitProperties
{
    private static readonly Gen<long> Weight = Gen.OneOf(
        Gen.Long[0, 9], Gen.Long[0, 100_000], Gen.Long[0, 1L << 40], Gen.Long[1L << 58, 1L << 59]);

    private static readonly Gen<long> Whole = Gen.OneOf(
        Gen.Long[-20, 20], Gen.Long[-1_000_000, 1_000_000], Gen.Long[-(1L << 61), 1L << 61]);

    private static readonly Gen<long> Unit = Gen.Int[0, 2].Select(place => place == 0 ? 1L : place == 1 ? 5L : 100L);

    [Fact]
    public void Whole_weights_divide_like_exact_ones() =>
        Gen.Select(Whole, Weight.Array[0, 12], Unit).Sample((whole, weights, unit) =>
        {
            Exact[] exact = [.. weights.Select(w => (Exact)w)];
            var expected = Split.ByLargestRemainder(new Money(whole), exact, unit).Select(m => m.Minor);
            Split.ByLargestRemainder(new Money(whole), weights, unit, weights);
            Assert.Equal(expected, weights);
        }, iter: 20_000);

    [Fact]
    public void Many_alike_weights_give_the_rest_to_the_first()
    {
        var parts = new long[1000];
        Array.Fill(parts, 10);
        Split.ByLargestRemainder(new Money(2_350), parts, 1, parts);
        Assert.Equal(Enumerable.Repeat(3L, 350).Concat(Enumerable.Repeat(2L, 650)), parts);
    }
}
