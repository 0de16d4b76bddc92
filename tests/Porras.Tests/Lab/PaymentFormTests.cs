using Porras.Lab;

namespace Porras.Tests;

/// <summary>Means and variances of fees for jobs that last, worked out in closed form.</summary>
public sealed class PaymentFormTests
{
    private static readonly StagedFee Staged = new(300, [new(0, 500), new(3, 800), new(6, 1200), new(12, 2000)]);

    private static readonly int[] Months = [0, 3, 6, 12, 24];

    private static readonly Survival.Geometric Kept = new(0.93);

    private static readonly Survival.Weibull Falling = Survival.Weibull.Through(12, 0.45, 0.7);

    [Fact]
    public void A_start_a_job_and_three_stages_are_expected_to_cost_1127_euro()
    {
        Near.Is(1127.119925, Staged.Expected(0.3, Kept), 1e-9);
        Assert.Equal(300, Staged.Expected(0, Kept));
    }

    [Fact]
    public void The_fees_for_a_job_vary_with_a_deviation_of_1543_euro()
    {
        var levels = Staged.Levels(0.3, Kept);
        Near.Are([0, 500, 1300, 2500, 4500], [.. levels.Select(l => l.Paid)]);
        Near.Are([0.7, 0.0586929, 0.0472100, 0.0685182, 0.1255789], [.. levels.Select(l => l.Chance)], 1e-6);
        Near.Is(827.1199245, levels.Sum(l => l.Paid * l.Chance), 1e-9);
        Near.Is(2381541.8748183, Staged.Variance(0.3, Kept), 1e-9);
        Near.Is(1543.2245056, Math.Sqrt(Staged.Variance(0.3, Kept)), 1e-9);
    }

    [Fact]
    public void A_monthly_fee_for_twelve_months_is_expected_to_cost_348_euro() =>
        Near.Is(347.5963564, StagedFee.EveryMonth(150, 12).Expected(0.3, Kept), 1e-9);

    [Fact]
    public void A_falling_chance_of_losing_the_job_follows_Weibull()
    {
        Near.Is(16.5494102774, Falling.Scale);
        Near.Are(
            [1, 0.7389109722, 0.6116841988, 0.45, 0.2733015323],
            [.. Months.Select(d => Falling.At(d))]);
        Near.Is(1117.544945, Staged.Expected(0.3, Falling));
        // The series of the incomplete gamma function and Simpson's rule agree on these digits.
        Near.Is(7.676067761431, Falling.MeanWithin(12), 1e-12);
        Near.Is(20.94863254, Falling.Mean);
        Near.Is(9.803707024, Falling.Median);
        Near.Is(0.609004355, Falling.Later(3, 12));
        Assert.Equal(0, Falling.MeanWithin(0));
    }

    [Fact]
    public void The_chance_of_losing_the_job_falls_month_by_month()
    {
        Near.Are([0.1308, 0.0839, 0.0720, 0.0653], [.. Enumerable.Range(1, 4).Select(Falling.Hazard)], 1e-3);
        Near.Is(0.0461, Falling.Hazard(12), 1e-3);
        Near.Is(0.07, Kept.Hazard(5), 1e-12);
    }

    [Fact]
    public void A_log_normal_duration_goes_through_two_observed_shares()
    {
        var lasting = Survival.LogNormal.Through(3, 0.70, 12, 0.45);
        Near.Is(2.2169265891, lasting.LogMean);
        Near.Is(2.1325576031, lasting.LogDeviation);
        Near.Are([1, 0.70, 0.5790131739, 0.45, 0.3261056748], [.. Months.Select(d => lasting.At(d))]);
    }

    [Fact]
    public void A_job_must_begin_within_the_service_and_later_money_is_worth_less()
    {
        var fee = new StagedFee(0, [new(0, 400), new(3, 1000), new(6, 1500)]);
        Near.Is(0.4596399123, StagedFee.JobWithin(0.05, 12));
        Near.Is(945.2206467, fee.ExpectedWithin(0.05, 12, Falling));
        Near.Is(915.9634464, fee.ExpectedWithin(0.05, 12, Falling, yearly: 0.04));
    }
}
