using CsCheck;
using Porras.Lab;

namespace Porras.Tests;

/// <summary>Distributions and how sure an observed number is.</summary>
public sealed class ChanceTests
{
    private static readonly double[] Correlations = [-0.9, -0.3, 0, 0.5, 0.99];

    private static readonly Gen<double> Inside = Gen.Double[1e-12, 1 - 1e-12];

    [Theory]
    [InlineData(0.399046470760368, -0.255815970)]
    [InlineData(0.880520197912119, 1.177591239)]
    [InlineData(0.735712784458883, 0.630183656)]
    [InlineData(0.605481853825040, 0.267562249)]
    public void The_first_numbers_of_the_generator_have_known_normal_values(double uniform, double normal) =>
        Assert.Equal(normal, Normal.Inverse(uniform), 1e-9);

    [Theory]
    [InlineData(0.95, 1.6448536269514722)]
    [InlineData(0.975, Normal.Middle95)]
    [InlineData(1e-10, -6.361340902404056)]
    public void Quantiles_of_the_normal_distribution_are_the_published_ones(double share, double normal) =>
        Near.Is(normal, Normal.Inverse(share), 1e-14);

    [Fact]
    public void The_inverse_undoes_the_normal_distribution() =>
        Inside.Sample(share => Near.Is(share, Normal.Cumulative(Normal.Inverse(share)), 1e-9));

    [Fact]
    public void The_ends_of_the_normal_distribution_lie_at_infinity()
    {
        Assert.Equal(double.NegativeInfinity, Normal.Inverse(0));
        Assert.Equal(double.PositiveInfinity, Normal.Inverse(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Normal.Inverse(double.NaN));
    }

    [Fact]
    public void Two_normal_values_at_once_keep_the_known_identities()
    {
        // Both below 0: a quarter, and the angle of the correlation over a full turn.
        foreach (var correlation in Correlations)
        {
            Near.Is(0.25 + Math.Asin(correlation) / (2 * Math.PI), Normal.Both(0, 0, correlation), 1e-12);
        }

        Gen.Select(Gen.Double[-3, 3], Gen.Double[-3, 3], Gen.Double[-0.95, 0.95]).Sample((h, k, r) =>
            Assert.Equal(Normal.Cumulative(h), Normal.Both(h, k, r) + Normal.Both(h, -k, -r), 1e-9));
    }

    [Fact]
    public void A_normal_value_has_mean_0_and_its_square_mean_1()
    {
        Assert.Equal(0, Normal.Expected(z => z), 1e-12);
        Assert.Equal(1, Normal.Expected(z => z * z), 1e-12);
    }

    [Fact]
    public void A_quantile_lies_straight_between_its_neighbours()
    {
        double[] values = [1, 2, 4, 8];
        Assert.Equal(1, Sorted.Quantile(values, 0));
        Assert.Equal(3, Sorted.Quantile(values, 0.5));
        Assert.Equal(5.6, Sorted.Quantile(values, 0.8), 1e-12);
        Assert.Equal(8, Sorted.Quantile(values, 1));
        Assert.Throws<ArgumentException>(() => Sorted.Of([1, double.NaN]));
    }

    [Fact]
    public void The_95_percent_quantile_of_2000_values_lies_between_ranks_1881_and_1920()
    {
        Assert.Equal((1881, 1920), Sorted.Ranks(2000, 0.95));
        Assert.Equal(2.113, Sorted.NormalQuantileError(1, 0.95), 3);
    }

    [Fact]
    public void A_quantile_lies_in_its_own_interval() =>
        Gen.Select(Gen.Double[-5, 5].Array[1, 60], Gen.Double.Unit).Sample((values, share) =>
        {
            var sorted = Sorted.Of(values);
            var interval = Sorted.QuantileInterval(sorted, share);
            Assert.True(interval.Contains(Sorted.Quantile(sorted, share)));
            Assert.True(Sorted.QuantileError(sorted, share) >= 0);
        });

    [Fact]
    public void A_share_that_was_never_seen_in_1000_replications_may_be_almost_4_in_1000() =>
        Assert.Equal(0.003827, Binomial.Observed(0, 1000).Upper, 6);

    [Fact]
    public void Counts_of_equal_chances_add_up_to_one_and_to_the_distribution() =>
        Gen.Select(Gen.Int[0, 200], Gen.Double.Unit).Sample((chances, share) =>
        {
            var weights = Binomial.Weights(chances, share);
            Assert.Equal(1, weights.Sum(), 1e-9);
            var sum = 0.0;
            for (var count = 0; count <= chances; count++)
            {
                Assert.Equal(sum += weights[count], Binomial.Cumulative(chances, share, count), 1e-9);
            }
        });

    [Fact]
    public void The_quantile_of_a_count_is_the_first_that_reaches_the_share()
    {
        Assert.Equal(18, Binomial.Quantile(100, 0.25, 0.05));
        Assert.Equal(32, Binomial.Quantile(100, 0.25, 0.95));
        Near.Is(0.0376262637, Binomial.Cumulative(100, 0.25, 17));
        Assert.Equal((0, 7), (Binomial.Quantile(7, 0.5, 0), Binomial.Quantile(7, 0.5, 1)));
        Assert.Equal((0, 7), (Binomial.Quantile(7, 0, 0.9), Binomial.Quantile(7, 1, 0.9)));
    }
}
