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
    public void A_mean_of_two_values_has_an_interval_and_of_one_none()
    {
        // 80 and 60: deviation 14.142136, divided by √2 = 10, times 1.959964.
        var two = Sample.OfMean(2, 140, 80 * 80 + 60 * 60);
        Assert.Equal(50.40036, two.Low!.Value, 4);
        Assert.Equal(89.59964, two.High!.Value, 4);
        Assert.Null(Sample.OfMean(1, 80, 6400).Low);
    }
}
