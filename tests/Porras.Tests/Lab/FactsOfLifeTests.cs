using Porras.Lab;

namespace Porras.Tests;

/// <summary>What studies of such models have found must come out of the simulator, in kind if not in number.</summary>
public sealed class FactsOfLifeTests
{
    private static readonly RunOptions Run = new(256, 3);

    [Fact]
    public void Price_groups_of_the_Work_Programme_leave_the_hardest_with_the_least_service()
    {
        var plan = LabModels.Plan("work-programme");
        var world = WorldDraft.Of(plan.Model) with { Intake = 12 };
        var study = Study.Of(plan, world, new(Run) { Behaviour = true, Risks = false, Sizes = [] });
        Assert.True(study.Signs.Parking > 0.3, $"Parking is {study.Signs.Parking}.");
        var hardest = study.World.Groups.Select((g, i) => (g.Entry.Value, i)).Min().i;
        Assert.True(study.World.HoursOf(hardest) < 0.5 * study.World.Groups[hardest].Hours);
    }

    [Fact]
    public void Pay_for_outcomes_alone_ruins_small_providers_that_a_mix_does_not()
    {
        // The same expected pay: nothing but outcomes, or two fifths of it for outcomes.
        var world = WorldDraft.Of(LabModels.Hybrid().Model) with { Intake = 24 };
        var mixed = Small(LabModels.Hybrid(1000, 2000, 500), world);
        var share = mixed.Budget.AtRiskAsAgreed;
        Assert.InRange(share, 0.25, 0.6);
        var times = 1 / share;
        var pure = Small(
            LabModels.Hybrid(0.01m, (decimal)Math.Round(2000 * times, 2), (decimal)Math.Round(500 * times, 2)),
            mixed.World);
        Assert.InRange(pure.Budget.Total.Mean.Value / mixed.Budget.Total.Mean.Value, 0.98, 1.02);
        Assert.True(pure.Provider.Ruin.Lower > mixed.Provider.Ruin.Upper + 0.2,
            $"Ruin is {pure.Provider.Ruin} against {mixed.Provider.Ruin}.");

        static Study Small(Plan plan, World world) => Study.Of(
            plan,
            world with { Provider = world.Provider with { Clients = Assumed.Of(50), Capital = Assumed.Of(600) } },
            new(Run) { Risks = false, Sizes = [] });
    }

    [Fact]
    public void Size_evens_out_luck_but_not_the_economy()
    {
        var plan = LabModels.Hybrid(200, 4000, 1000);
        var drafted = WorldDraft.Of(plan.Model) with { Intake = 12 };
        var calm = LabModels.Calm(drafted);
        var shaken = calm with { Economy = drafted.Economy with { Entry = Assumed.Of(0.6) } };
        var (small, large) = (Variation(calm, 50), Variation(calm, 1000));
        Assert.True(large < small / 3, $"Luck: {small} falls to {large}.");
        var (smallShaken, largeShaken) = (Variation(shaken, 50), Variation(shaken, 1000));
        Assert.True(largeShaken > smallShaken / 2, $"Economy: {smallShaken} only falls to {largeShaken}.");

        double Variation(World world, int clients)
        {
            world = world with { Provider = world.Provider with { Clients = Assumed.Of(clients) } };
            var run = Simulation.Run(plan, world, Run);
            var fan = Fan.Of(run.Replications, r => run.TotalOf(r));
            return fan.Deviation / fan.Mean.Value;
        }
    }

    [Fact]
    public void Half_the_participants_make_each_dearer_where_cost_is_fixed()
    {
        var plan = LabModels.Hybrid();
        var world = CostPlan.Planned(Simulation.Run(plan, WorldDraft.Of(plan.Model) with { Intake = 12 }, Run));
        var half = world with { Volume = world.Volume with { Level = Assumed.Of(0.48) } };
        Assert.InRange(EachCosts(half) / EachCosts(world), 1.1, 1.6);

        double EachCosts(World of)
        {
            var cash = Cash.Of(Simulation.Run(plan, of, Run), CostPlan.Of(of, plan.Currency));
            var spent = cash.Run.Options.Replications * cash.Run.PayPerStart();
            var costs = Enumerable.Range(0, Run.Replications).Sum(r => cash.Run.TotalOf(r) - cash.Profit[r]);
            return spent < 0 ? 0 : costs / cash.Run.Started.Sum(s => (long)s);
        }
    }

    [Fact]
    public void Volume_does_not_touch_what_a_participant_brings()
    {
        var plan = LabModels.Hybrid();
        var world = LabModels.Calm(WorldDraft.Of(plan.Model));
        var more = world with { Volume = world.Volume with { Level = Assumed.Of(1.5) } };
        var (a, b) = (Simulation.Run(plan, world, Run).PayPerStart(), Simulation.Run(plan, more, Run).PayPerStart());
        Assert.InRange(b / a, 0.98, 1.02);
    }
}
