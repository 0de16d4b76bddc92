using Porras.Lab;

namespace Porras.Tests;

/// <summary>Prices for a margin, and what fees buy.</summary>
public sealed class CalibrationTests
{
    private static readonly RunOptions Options = new(256);
    private static readonly Plan Hybrid = LabModels.Hybrid();
    private static readonly Study Studied = Of(Hybrid, Planned(0.05));
    private static readonly Calibration Calibrated = Calibration.Of(Studied, new(0.08));

    [Fact]
    public void A_margin_that_is_there_already_needs_no_factor()
    {
        var margin = Calibrated.All.Margin!.Value.Value;
        var same = Calibration.Of(Studied, new(margin, Together: true));
        Assert.Equal(1, same.All.Factor!.Value.Value, 1e-6);
        Assert.Equal((1.0, 1.0), (same.Written[0], same.Written[1]));
        Assert.Same(Hybrid.Model, same.Rewritten);
        Assert.Empty(same.Findings);
    }

    [Fact]
    public void Factors_give_each_group_its_margin_as_the_formula_says()
    {
        Assert.True(Calibrated.IsLinear);
        Assert.Equal(2, Calibrated.Groups.Count);
        foreach (var group in Calibrated.Groups)
        {
            // What an outcome has to bring on average against what it brings now.
            var wanted = TargetPrice.ForMargin(group.Cost, 0.08, group.Outputs, group.Jobs);
            Near.Is(wanted / (group.Outcomes / group.Jobs), group.Factor!.Value.Value, 1e-9);
            Assert.InRange(group.Written - group.Factor.Value.Value, 0, 0.001);
            Assert.True(group.Factor.Value.Lower < group.Factor.Value.Value);
        }

        Assert.NotEqual(Calibrated.Written[0], Calibrated.Written[1]);
    }

    [Fact]
    public void The_check_on_other_random_numbers_gives_the_margin_within_its_error()
    {
        foreach (var (group, margin) in Calibrated.Groups.Zip(Calibrated.Check.Margins))
        {
            // The factor has an error of its own, seen in the margin through the share of outcomes.
            var own = group.Factor!.Value.HalfWidth * group.Outcomes / group.Cost;
            var within = 2 * (own + margin!.Value.HalfWidth);
            Assert.InRange(margin.Value.Value - 0.08, -within, within);
        }

        Assert.True(Math.Abs(Calibrated.Check.PerHour[0]!.Value - Calibrated.Check.PerHour[1]!.Value)
            < Math.Abs(Calibrated.Groups[0].MarginPerHour!.Value - Calibrated.Groups[1].MarginPerHour!.Value));
    }

    [Fact]
    public void Dearer_hours_and_larger_margins_ask_for_higher_prices()
    {
        var world = Studied.World;
        var dear = Of(Hybrid, world with
        {
            Provider = world.Provider with { HourCost = Assumed.Of(world.Provider.HourCost * 1.1) },
        });
        var (more, wider) = (Calibration.Of(dear, new(0.08)), Calibration.Of(Studied, new(0.12)));
        foreach (var (group, place) in Calibrated.Groups.Select((g, i) => (g, i)))
        {
            Near.Is(group.Cost * 1.1, more.Groups[place].Cost, 1e-9);
            Assert.True(more.Groups[place].Factor!.Value.Value > group.Factor!.Value.Value);
            Assert.True(wider.Groups[place].Factor!.Value.Value > group.Factor.Value.Value);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_factors_and_half_the_prices_twice_the_factors()
    {
        var again = Calibration.Of(Of(Hybrid, Planned(0.05), threads: 2), new(0.08));
        Assert.Equal(Calibrated.Groups.Select(g => g.Factor), again.Groups.Select(g => g.Factor));
        Assert.Equal(ModelHash.Of(Calibrated.Rewritten), ModelHash.Of(again.Rewritten));
        var halved = LabModels.Hybrid(job: 1000, kept: 250);
        var half = Calibration.Of(Of(halved, Studied.World), new(0.08));
        foreach (var (group, twice) in Calibrated.Groups.Zip(half.Groups))
        {
            Near.Is(2 * group.Factor!.Value.Value, twice.Factor!.Value.Value, 1e-9);
        }
    }

    [Fact]
    public void Where_a_limit_bends_pay_the_factor_is_looked_for_and_still_gives_the_margin()
    {
        var text = ModelWriter.Write(Hybrid.Model) + "\nlimit 3600.00 for each participant, then cut\n";
        var limited = Plan.Compile(LabModels.Model(text));
        var study = Of(limited, Studied.World);
        var now = Calibration.Of(study, new(0.5)).All.Margin!.Value.Value;
        var all = Calibration.Of(study, new(now + 0.02, Together: true));
        Assert.False(all.IsLinear);
        var factor = all.All.Factor!.Value.Value;
        var (free, run) = (all.All, Simulation.Run(
            Plan.Compile(PriceFactors.With(limited.Model, Studied.World, [factor, factor])), Studied.World, Options));
        var cost = free.Cost * free.Started;
        var paid = Enumerable.Range(0, run.Replications).Average(r => (double)run.TotalOf(r));
        Assert.Equal(now + 1.02, paid / cost, 0.002);
        var bite = Assert.Single(all.Limits);
        Assert.True(bite is { IsOfClient: true, Lost: > 0, Binds.Value: > 0 });
        Assert.All(all.Further, f => Assert.True(f.Further!.Value.Value < f.Free));
    }

    [Fact]
    public void A_fee_buys_effort_from_gain_times_rate_on()
    {
        var group = Studied.World.Groups[0];
        var cases = Calibrated.Effort.Where(c => c.Group == group.Name).ToList();
        Assert.Equal([EffortLevel.Low, EffortLevel.Assumed, EffortLevel.High], cases.Select(c => c.Level));
        var assumed = cases[1];
        Near.Is(Studied.Groups[0].HourCost / (group.Effect * group.Response), assumed.LeastFee);
        Assert.Equal((assumed.LeastFee * 4, assumed.LeastFee / 4), (cases[0].LeastFee, cases[2].LeastFee));
        Assert.Equal(assumed.Fee > assumed.LeastFee, assumed.Buys);
        Near.Is(Calibrated.Groups[0].PerJob!.Value, assumed.Fee);
        Near.Is(assumed.Fee * Calibrated.Groups[0].Written, assumed.CalibratedFee!.Value);
        var world = Studied.World with { Groups = [group with { LeastHours = Assumed.Of(3) }] };
        var bound = EffortCase.Of(world, 0, 4500, 2_000_000, null)[1];
        Near.Is(TargetPrice.ForHours(bound.Response, 4500, 3), bound.LeastFee);
        Assert.Empty(EffortCase.Of(world, 0, 4500, null, null));
        Assert.Empty(EffortCase.Of(world, 0, 0, 1000, null));
    }

    [Fact]
    public void The_hardest_group_needs_20_000_for_nine_and_a_half_hours()
    {
        var world = Studied.World with
        {
            Groups = [Studied.World.Groups[0] with { Effect = Assumed.Of(0.10), Response = Assumed.Of(0.03) }],
        };
        var assumed = EffortCase.Of(world, 0, 45, 20_000, null)[1];
        Near.Is(9.589402415, assumed.Hours);
        Near.Is(15_000, assumed.LeastFee);
    }

    [Fact]
    public void Years_are_as_far_from_the_middle_as_the_mean_of_twelve_months()
    {
        Near.Is(0.686370, DemandYear.YearlyVariance(0.9), 1e-6);
        var years = Calibrated.Years;
        Assert.Equal([0.1, 0.5, 0.9], years.Select(y => y.Share));
        Assert.True(years[0].Jobs < years[1].Jobs && years[1].Jobs < years[2].Jobs);
        Assert.True(years[0].Index > 1 && years[1].Index == 1 && years[2].Index < 1);
        Near.Is(years[1].Without, years[0].Index * years[0].Without, 1e-12);
        // An index takes out most of what the economy does, though it looks at others.
        Assert.InRange(years[0].Jobs * years[0].Index / years[1].Jobs, 0.97, 1.06);
        var still = Studied.World with
        {
            Economy = new() { Entry = Assumed.Of(0), Separation = Assumed.Of(0) },
        };
        Assert.Empty(DemandYear.Of(still));
    }

    [Fact]
    public void A_group_for_which_nothing_can_be_done_is_named_and_the_others_are_calibrated()
    {
        var world = Studied.World;
        var all = Calibration.Of(
            Of(Hybrid, world with
            {
                Groups = [world.Groups[0] with { Hours = Assumed.Of(1) }, world.Groups[1]],
            }),
            new(0.08));
        var finding = Assert.Single(all.Findings);
        Assert.Equal("P8569", finding.Code);
        Assert.Contains("hard", finding.Message());
        Assert.False(all.IsWhole);
        Assert.Null(all.Groups[0].Factor);
        Assert.Equal(1, all.Written[0]);
        Assert.NotNull(all.Groups[1].Factor);
    }

    private static World Planned(double margin)
    {
        var world = WorldDraft.Of(Hybrid.Model);
        return world with { Provider = world.Provider with { Margin = Assumed.Of(margin), Clients = Assumed.Of(100) } };
    }

    private static Study Of(Plan plan, World world, int threads = 1) =>
        Study.Of(plan, world, new(Options with { Threads = threads }) { Sizes = [], Risks = false });
}
