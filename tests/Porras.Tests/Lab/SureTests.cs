using CsCheck;
using Porras.Lab;

namespace Porras.Tests;

/// <summary>Draws from one uniform number, how many replications are enough, and differences of pairs.</summary>
public sealed class SureTests
{
    [Fact]
    public void Replications_for_a_chance_follow_the_normal_limit()
    {
        Assert.Equal(1825, Replications.ForShare(0.05, 0.01));
        Assert.Equal(7299, Replications.ForShare(0.05, 0.005));
        Assert.Equal(385, Replications.ForMean(1, 0.1));
        Assert.Equal(1, Replications.ForShare(0, 0.01));
    }

    [Fact]
    public void A_whole_distribution_within_one_percentage_point_needs_18445_replications()
    {
        Assert.Equal(18445, Replications.ForDistribution(0.01));
        Assert.Equal(0.01, Replications.DistributionHalf(18445), 6);
    }

    [Fact]
    public void A_chance_is_known_well_enough_at_a_tenth_of_the_target_or_three_in_a_thousand()
    {
        Assert.True(Replications.Enough(Interval.Around(0.05, 0.005), 0.05));
        Assert.False(Replications.Enough(Interval.Around(0.05, 0.0051), 0.05));
        Assert.True(Replications.Enough(Interval.Around(0.001, 0.003), 0.001));
    }

    [Fact]
    public void A_count_of_referrals_has_the_mean_and_the_variance_that_were_asked_for()
    {
        // The middle of a thousand equal steps: an integral of the inverse over the uniform numbers.
        double[] drawn = [.. Enumerable.Range(0, 20_000).Select(i => (double)Drawn.NegativeBinomial(At(i), 10, 4))];
        Assert.Equal(10, drawn.Average(), 2);
        Assert.Equal(10 + 100 / 4.0, drawn.Sum(d => (d - 10) * (d - 10)) / drawn.Length, 0);
        static double At(int i) => (i + 0.5) / 20_000;
    }

    [Fact]
    public void A_count_grows_with_its_uniform_number_however_large_the_mean() =>
        Gen.Select(Gen.Double[0, 5000], Gen.Double[0.1, 5000], Gen.Double[1e-9, 1 - 1e-9], Gen.Double[1e-9, 1 - 1e-9])
            .Sample((mean, size, u, v) =>
            {
                var few = Drawn.NegativeBinomial(Math.Min(u, v), mean, size);
                Assert.True(few <= Drawn.NegativeBinomial(Math.Max(u, v), mean, size));
            });

    [Fact]
    public void A_very_large_mean_is_searched_and_keeps_its_middle()
    {
        var middle = Drawn.NegativeBinomial(0.5, 20_000, 3000);
        Assert.InRange(middle, 19_990, 20_000);
        Assert.Equal(0, Drawn.NegativeBinomial(0.5, 0, 1));
    }

    [Fact]
    public void A_volume_factor_has_mean_1()
    {
        Near.Is(1, Normal.Expected(z => Drawn.Factor(Math.Min(Normal.Cumulative(z), 1 - 1e-16), 0.25)), 1e-9);
        Near.Is(Math.Exp(2), Drawn.LogNormal(0.5, 2, 0.7), 1e-14);
    }

    [Fact]
    public void Pairs_on_the_same_random_numbers_differ_with_a_small_error()
    {
        double[] first = [1, 2, 3, 4], second = [2, 3.5, 3.5, 5];
        var paired = Paired.Of(first, second);
        Assert.Equal(1, paired.Mean.Value, 1e-12);
        // Differences 1, 1.5, 0.5, 1: deviation √(0.5 / 3), error of the mean half of that.
        Assert.Equal(Math.Sqrt(0.5 / 3), paired.Deviation, 1e-12);
        Assert.Equal(Normal.Middle95 * Math.Sqrt(0.5 / 3) / 2, paired.Mean.HalfWidth, 1e-12);
        Assert.Equal(19, paired.Gain, 1e-12);
        Assert.InRange(paired.Correlation, 0.94, 0.96);
    }

    [Fact]
    public void A_correlation_of_95_percent_saves_all_but_one_in_twenty_replications()
    {
        double[] first = [1, -1, 1, -1], noise = [1, 1, -1, -1];
        double[] second = [.. first.Zip(noise, (f, n) => 0.95 * f + Math.Sqrt(1 - 0.95 * 0.95) * n)];
        var paired = Paired.Of(first, second);
        Assert.Equal(0.95, paired.Correlation, 1e-12);
        Assert.Equal(20, paired.Gain, 1e-9);
    }

    [Fact]
    public void Pairs_that_never_vary_say_so()
    {
        Assert.Equal(double.PositiveInfinity, Paired.Of([1, 2], [2, 3]).Gain);
        Assert.Equal(1, Paired.Of([1, 1], [2, 2]).Gain);
        Assert.Equal(double.PositiveInfinity, Paired.Of([1], [2]).Mean.Upper);
        Assert.Throws<ArgumentOutOfRangeException>(() => Paired.Of([1, 2], [1]));
    }

    [Fact]
    public void Two_samples_are_as_far_apart_as_their_distributions()
    {
        Assert.Equal(0, TwoSamples.Distance([1, 2, 2, 3], [1, 2, 2, 3]));
        Assert.Equal(1, TwoSamples.Distance([1, 2], [3, 4]));
        Assert.Equal(0.5, TwoSamples.Distance([1, 3], [2, 4]));
        // √(ln(40) / 2) = 1.358102, times √(2 / 100).
        Assert.Equal(0.192065, TwoSamples.Critical(100, 100, 0.05), 5);
    }
}
