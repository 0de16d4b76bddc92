using Porras.Lab;

namespace Porras.Tests;

/// <summary>Enterprises as participants: they grow, or close.</summary>
public sealed class GrowthTests
{
    private static readonly Plan Refund = LabModels.Plan("qti-refund");

    [Fact]
    public void Luck_has_the_quantiles_of_Students_t_with_deviation_one()
    {
        foreach (var share in (double[])[0.01, 0.05, 0.25, 0.5, 0.9, 0.975])
        {
            var expected = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, 4, share) / Math.Sqrt(2);
            Assert.Equal(expected, Sizing.Luck(share), 6);
        }
    }

    [Fact]
    public void Sizes_are_told_apart_by_three_per_cent()
    {
        Assert.Equal(1, Sizing.Times(Sizing.Of(0)), 12);
        Assert.Equal(Math.Exp(0.3), Sizing.Times(Sizing.Of(0.31)), 12);
        Assert.True(Sizing.Times(Sizing.Of(-50)) > 0);
        Assert.True(Sizing.Times(Sizing.Of(50)) < 30);
    }

    [Fact]
    public void Service_lifts_growth_once_and_most_of_the_grown_would_have_grown_anyway()
    {
        var world = WorldDraft.Of(Refund.Model) with { Intake = 12 };
        Assert.NotNull(world.Growth);
        var with = Simulation.Run(Refund, world, new(128));
        var without = Simulation.Run(Refund, world with { Effort = 0 }, new(128));
        Assert.True(with.Entered.Sum() > without.Entered.Sum());
        Assert.True(without.Entered.Sum() > 0.7 * with.Entered.Sum());
        Assert.True(with.ByFee.Sum() >= without.ByFee.Sum());
    }

    [Fact]
    public void Money_comes_so_late_that_the_lowest_point_lies_after_a_year()
    {
        var world = WorldDraft.Of(Refund.Model) with { Intake = 12 };
        var study = Study.Of(Refund, world, new(new RunOptions(64)) { Sizes = [], Risks = false });
        Assert.True(study.Provider.TroughMonth > 14);
    }

    [Fact]
    public void Enterprises_that_close_report_no_more()
    {
        var world = WorldDraft.Of(Refund.Model) with { Intake = 2 };
        var all = world with { Growth = world.Growth! with { Failure = Assumed.Of(1) } };
        var run = Simulation.Run(Refund, all, new(16));
        Assert.Equal(0, run.JobMonths.Sum());
        Assert.Equal(0, run.Entered.Sum());
        Assert.Equal(0, run.ByFee.Sum());
    }
}
