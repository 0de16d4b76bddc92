namespace Porras.Tests;

/// <summary>How sure a rate and a mean are, against values worked out by hand from the published formulas.</summary>
public sealed class SampleTests
{
    [Fact]
    public void A_rate_has_Wilsons_interval()
    {
        // z² = 3.841459; 8 of 20: middle (0.4 + 0.096036) / 1.192073, half-width 0.196886.
        var sample = Sample.OfRate(8, 20);
        Assert.Equal(0.218807, sample.Low!.Value, 5);
        Assert.Equal(0.613417, sample.High!.Value, 5);
    }

    [Fact]
    public void A_rate_of_nothing_or_of_everything_stays_between_0_and_1()
    {
        Assert.Null(Sample.OfRate(0, 0).Low);
        Assert.Equal(0, Sample.OfRate(0, 10).Low!.Value, 12);
        Assert.Equal(0.277533, Sample.OfRate(0, 10).High!.Value, 5);
        Assert.Equal(1, Sample.OfRate(10, 10).High!.Value, 12);
    }

    [Fact]
    public void A_weighted_sum_combines_the_distances_to_the_ends_like_standard_errors()
    {
        // 60 % of 8 of 20 and 40 % of a mean of 0.7 ± 0.1959964:
        // 0.52 - √(0.1087158² + 0.0783986²) and 0.52 + √(0.1280502² + 0.0783986²).
        var rate = Sample.OfRate(8, 20);
        var mean = Sample.OfMean(2, 1.4, 0.8 * 0.8 + 0.6 * 0.6);
        var sum = Sample.OfSum([(0.6, 0.4, rate), (0.4, 0.7, mean)]);
        Assert.Equal(2, sum.Count);
        Assert.Equal(0.385965, sum.Low!.Value, 5);
        Assert.Equal(0.670144, sum.High!.Value, 5);
    }

    [Fact]
    public void In_a_difference_the_lower_end_of_one_goes_with_the_upper_end_of_the_other()
    {
        // √(0.181193² + 0.213417²) on both sides.
        var rate = Sample.OfRate(8, 20);
        var difference = Sample.OfSum([(1, 0.4, rate), (-1, 0.4, rate)]);
        Assert.Equal(-0.279960, difference.Low!.Value, 5);
        Assert.Equal(0.279960, difference.High!.Value, 5);
    }

    [Fact]
    public void A_sum_of_which_one_part_has_no_interval_has_none() => Assert.Equal(
        new(8), Sample.OfSum([(0.5, 0.4, Sample.OfRate(8, 20)), (0.5, 0.9, new(8, null, null))]));

    [Fact]
    public void A_mean_of_two_values_has_an_interval_and_of_one_none()
    {
        // 80 and 60: deviation 14.142136, divided by √2 = 10, times 1.959964.
        var two = Sample.OfMean(2, 140, 80 * 80 + 60 * 60);
        Assert.Equal(50.40036, two.Low!.Value, 4);
        Assert.Equal(89.59964, two.High!.Value, 4);
        Assert.Null(Sample.OfMean(1, 80, 6400).Low);
    }
}
