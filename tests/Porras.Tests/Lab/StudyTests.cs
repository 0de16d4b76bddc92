using Porras.Lab;

namespace Porras.Tests;

/// <summary>What the lab says of a model: figures that hang together.</summary>
public sealed class StudyTests
{
    private static readonly Plan Hybrid = LabModels.Hybrid(300, 3000, 800);
    private static readonly World Drafted = WorldDraft.Of(Hybrid.Model) with { Intake = 12 };
    private static readonly RunOptions Run = new(256, 11);

    [Fact]
    public void Cash_begins_with_capital_and_ends_with_profit()
    {
        var study = Study.Of(Hybrid, Drafted, new(Run) { Sizes = [], Risks = false });
        var cash = study.Cash;
        for (var r = 0; r < Run.Replications; r++)
        {
            var last = cash.Path[(r + 1) * cash.Months - 1];
            Assert.Equal(cash.Capital + cash.Profit[r] - cash.Interest[r], last, 4);
            Assert.Equal(cash.RuinedIn[r] >= 0, cash.Lowest[r] < -cash.Credit);
            Assert.Equal(cash.IsDistressed[r], cash.Lowest[r] < 0);
            Assert.False(cash.IsOverdue[r] && cash.RuinedIn[r] < 0, "Who can pay is not overdue.");
        }
    }

    [Fact]
    public void Late_payment_costs_interest_where_there_is_credit_in_use_and_no_profit()
    {
        var poor = Drafted with
        {
            Provider = Drafted.Provider with { Capital = Assumed.Of(0), Credit = Assumed.Of(900) },
        };
        var study = Study.Of(Hybrid, poor, new(Run) { Sizes = [], Risks = false });
        var late = Stress.Of(study, [Porras.Lab.Scenario.Usual.Single(s => s.Name == "late-payment")]).All[0];
        Assert.Equal(0, late.Against.Profit.Mean.Value, 6);
        Assert.True(late.Against.Interest.Mean.Lower > 0);
        var more = late.Provider.Interest.Mean.Value - study.Provider.Interest.Mean.Value;
        Assert.Equal(more, late.Against.Interest.Mean.Value, 4);
        // A month's credit costs a twelfth of the yearly rate.
        var (cash, sum) = (study.Cash, 0.0);
        for (var m = 0; m < cash.Months - 1; m++)
        {
            sum += Math.Max(0, -cash.Path[m]) * poor.Provider.Interest / 12;
        }

        Assert.Equal(sum, cash.Interest[0], 4);
    }

    [Fact]
    public void Hours_are_planned_so_that_the_margin_comes_out()
    {
        var calm = RiskMap.Calm(Drafted);
        var study = Study.Of(Hybrid, calm, new(Run) { Sizes = [], Risks = false });
        var pay = study.Budget.Total.Mean.Value;
        Assert.InRange(study.Provider.Profit.Mean.Value / (pay - study.Provider.Profit.Mean.Value), 0.04, 0.06);
        Assert.Null(study.World.Provider.Margin);
    }

    [Fact]
    public void Parts_of_the_budget_are_the_budget()
    {
        var budget = Study.Of(Hybrid, Drafted, new(Run) { Sizes = [], Risks = false }).Budget;
        var total = budget.Total.Mean.Value;
        Assert.Equal(total, budget.Outputs.Mean.Value + budget.Outcomes.Mean.Value, 3);
        Assert.Equal(total, budget.Years.Sum(y => y.Paid.Mean.Value), 3);
        Assert.Equal(total, budget.Fees.Sum(f => f.Mean), 3);
        Assert.Equal(total, budget.Months[^1].Mean.Value, 3);
        Assert.Equal(budget.Outcomes.Mean.Value / total, budget.AtRiskAsAgreed, 12);
        Assert.InRange(budget.Total.Middle.Value, budget.Total.Low.Value, budget.Total.High.Value);
    }

    [Fact]
    public void Risks_sum_to_the_whole_and_volume_is_the_organisers_in_the_main()
    {
        var map = RiskMap.Of(Hybrid, CostPlan.Planned(Simulation.Run(Hybrid, Drafted, Run)), Run);
        Assert.Equal(Enum.GetValues<RiskSource>(), map.Parts.Select(p => p.Source));
        Assert.Equal(map.Organiser, map.Parts.Sum(p => p.Organiser), 3);
        Assert.Equal(map.Provider, map.Parts.Sum(p => p.Provider), 3);
        Assert.All(map.Parts, p => Assert.True(p.Organiser >= 0 && p.Provider >= 0));
        Assert.Equal(0, map.Parts.Single(p => p.Source == RiskSource.Price).Organiser);
        Assert.Equal(RiskSource.Volume, map.Parts.MaxBy(p => p.Organiser).Source);
    }

    [Fact]
    public void A_labour_market_that_moves_jobs_is_a_risk_and_a_source_taken_away_is_none()
    {
        var world = CostPlan.Planned(Simulation.Run(Hybrid, Drafted, Run));
        var economy = Part(world with { Economy = world.Economy with { Entry = Assumed.Of(0.4) } }, RiskSource.Economy);
        Assert.True(economy.Organiser > 0 && economy.Provider > 0, economy.ToString());
        var none = Part(RiskMap.Without(world, RiskSource.Volume), RiskSource.Volume);
        Assert.Equal((0, 0), (none.Organiser, none.Provider));
        Assert.Equal(RiskMap.Calm(world), RiskMap.Without(RiskMap.Only(world, RiskSource.Price), RiskSource.Price));

        static RiskShare Part(World of, RiskSource source) =>
            RiskMap.Of(Hybrid, of, Run).Parts.Single(p => p.Source == source);
    }

    [Fact]
    public void Larger_providers_are_safer_and_the_smallest_viable_one_lies_between()
    {
        var world = CostPlan.Planned(Simulation.Run(Hybrid, RiskMap.Calm(Drafted), Run));
        world = world with { Provider = world.Provider with { Capital = Assumed.Of(1000) } };
        var sizes = Sizes.Of(Hybrid, world, Run, [10, 50, 400], 0.05);
        Assert.True(
            sizes.All[0].Ruin.Value > sizes.All[^1].Ruin.Value,
            string.Join(' ', sizes.All.Select(s => $"{s.Clients}: {s.Ruin.Value} {s.Profit} {s.Peak}")));
        Assert.NotNull(sizes.Smallest);
        Assert.InRange(sizes.Smallest.Value, 10, 400);
        Assert.NotNull(sizes.ByFormula);
        Assert.InRange(sizes.ByFormula.Value, 1, 400);
    }

    [Fact]
    public void One_more_job_pays_what_its_fees_pay_with_those_that_follow()
    {
        var study = Study.Of(Hybrid, RiskMap.Calm(Drafted), new(Run) { Sizes = [], Risks = false });
        foreach (var group in study.Groups)
        {
            // Three months of work are reached by S(3) of the jobs: 3,000 each, and at most 1,600 after them.
            Assert.NotNull(group.PerJob);
            Assert.InRange(group.PerJob.Value, 0.5 * 300_000, 460_000);
            Assert.Equal(group.PerJob.Value * 0.01, group.PerHour!.Value, group.PerJob.Value * 0.01);
        }
    }

    [Fact]
    public void Behaviour_gives_no_hour_that_does_not_pay_unless_the_contract_asks_for_it()
    {
        var least = Drafted with
        {
            Groups = [.. Drafted.Groups.Select(g => g with { LeastHours = Assumed.Of(4) })],
        };
        var study = Study.Of(Hybrid, least, new(Run) { Sizes = [], Risks = false, Behaviour = true });
        foreach (var (group, g) in study.Groups.Select((x, i) => (x, i)))
        {
            Assert.InRange(study.World.HoursOf(g), 0, Math.Max(4, group.BestHours!.Value) + 0.5);
        }
    }

    [Fact]
    public void A_capacity_that_does_not_suffice_gives_everybody_fewer_hours()
    {
        var free = CostPlan.Planned(Simulation.Run(Hybrid, Drafted, Run));
        var tight = CostPlan.Planned(Simulation.Run(Hybrid, Drafted with
        {
            Provider = Drafted.Provider with { Capacity = Assumed.Of(20) },
        }, Run));
        for (var g = 0; g < free.Groups.Count; g++)
        {
            Assert.True(tight.HoursOf(g) < free.HoursOf(g));
            Assert.Equal(free.HoursOf(g) / free.HoursOf(0), tight.HoursOf(g) / tight.HoursOf(0), 6);
        }
    }

    [Fact]
    public void The_assumptions_that_matter_come_first_and_none_is_changed_for_good()
    {
        var world = CostPlan.Planned(Simulation.Run(Hybrid, Drafted, Run));
        var moved = Sensitivity.Of(Hybrid, world, new(64));
        var all = moved.All;
        Assert.Equal(all.Select(s => s.Reach).OrderDescending(), all.Select(s => s.Reach));
        var entry = all.Single(s => s.Number.Path == "groups.easy.entry");
        Assert.True(entry.Budget.High > entry.Budget.Low);
        Assert.InRange(moved.Budget, entry.Budget.Low, entry.Budget.High);
        Assert.Equal((64, moved.Budget), (moved.Replications, Budget.Of(Cash.Of(
            Simulation.Run(Hybrid, world, new(64)), CostPlan.Of(world, Hybrid.Currency))).Total.Mean.Value));
        Assert.Equal(moved.ForBudget.Select(s => s.BudgetReach).OrderDescending(),
            moved.ForBudget.Select(s => s.BudgetReach));
        var cost = all.Single(s => s.Number.Path == "provider.hour cost");
        Assert.Equal(cost.Budget.Low, cost.Budget.High);
        Assert.True(cost.Lowest.High < cost.Lowest.Low);
        Assert.DoesNotContain(all, s => s.Number.Path == "intake");
        Assert.True(all.ToList().FindIndex(s => s.Number.Path == "provider.interest") > 5);
    }
}
