using CsCheck;
using Porras.Lab;

namespace Porras.Tests;

/// <summary>A world played through and priced: by one pipe, and always alike.</summary>
public sealed class SimulationTests
{
    private static readonly Plan Hybrid = LabModels.Hybrid();
    private static readonly World Drafted = WorldDraft.Of(Hybrid.Model) with { Intake = 12 };

    [Fact]
    public void Threads_and_registers_change_nothing()
    {
        var plan = LabModels.Plan("coaching-north");
        var world = WorldDraft.Of(plan.Model) with { Intake = 12 };
        var options = new RunOptions(256, 7) { Twins = true };
        var one = Simulation.Run(plan, world, options with { Width = Width.Scalar });
        (int, Width)[] ways = [(2, Width.Eight), (8, Lanes.Widest)];
        foreach (var (threads, width) in ways.Where(w => w.Item2 <= Lanes.Widest))
        {
            var other = Simulation.Run(plan, world, options with { Threads = threads, Width = width });
            Assert.Equal(one.Paid, other.Paid);
            Assert.Equal(one.PaidByGroup, other.PaidByGroup);
            Assert.Equal(one.ByFee, other.ByFee);
            Assert.Equal(one.ForJobs, other.ForJobs);
            Assert.Equal(one.Entered, other.Entered);
        }
    }

    [Fact]
    public void Histories_priced_once_pay_what_the_pipe_pays_for_all() =>
        Gen.Select(Gen.Int[1, 60], Gen.Double[0.01, 0.3], Gen.Double[0, 1], Gen.Int[0, 1000]).Sample(
            (clients, entry, claimed, seed) =>
            {
                var world = Drafted with
                {
                    Groups = [.. Drafted.Groups.Select(g => g with { Entry = Assumed.Of(entry) })],
                    Claimed = Assumed.Of(claimed),
                    Provider = Drafted.Provider with { Clients = Assumed.Of(clients) },
                };
                var run = Simulation.Run(Hybrid, world, new(2, (ulong)seed));
                var facts = new FactMaker(Hybrid, world, Template.Of(Hybrid, world).Template!);
                var engine = new Individuals(world, new(world), (ulong)seed, Width.Scalar, new());
                for (var r = 0; r < 2; r++)
                {
                    int[] lives = [.. engine.Live((uint)r, 0).History];
                    var all = Settle.All(
                        Hybrid, facts.Make(engine.Histories, lives, facts.Space()), world.DayOf(world.Months + 24));
                    Assert.Equal(all.Total.Minor, run.TotalOf(r));
                }
            }, iter: 20);

    [Fact]
    public void What_was_paid_is_the_same_by_month_group_and_fee()
    {
        var run = Simulation.Run(Hybrid, Drafted, new(64));
        var total = Enumerable.Range(0, 64).Sum(run.TotalOf);
        Assert.True(total > 0);
        Assert.Equal(total, run.PaidByGroup.Sum());
        Assert.Equal(total, run.ByFee.Sum());
        Assert.Equal(run.Started.Sum(), run.Starts.Sum());
    }

    [Fact]
    public void A_model_across_participants_is_settled_replication_by_replication()
    {
        var limited = Plan.Compile(LabModels.Model(
            ModelWriter.Write(Hybrid.Model) + "\nlimit 20000.00 for the contract, then cut\n"));
        var world = WorldDraft.Of(limited.Model) with { Intake = 12 };
        var (free, cut) = (Simulation.Run(Hybrid, world, new(16)), Simulation.Run(limited, world, new(16)));
        Assert.Equal(free.Entered, cut.Entered);
        for (var r = 0; r < 16; r++)
        {
            Assert.Equal(Math.Min(free.TotalOf(r), 2_000_000), cut.TotalOf(r));
        }
    }

    [Fact]
    public void Without_pay_for_outcomes_pay_hangs_on_nothing_but_who_came()
    {
        var fixedPay = LabModels.Hybrid(1000, 0.01m, 0.01m);
        var run = Simulation.Run(fixedPay, LabModels.Calm(WorldDraft.Of(fixedPay.Model)), new(64));
        var budget = Budget.Of(Cash.Of(run, CostPlan.Of(run.World, fixedPay.Currency)));
        Assert.Equal(0, budget.Outputs.Deviation);
        Assert.Equal(budget.Outputs.Low.Value, budget.Outputs.High.Value);
    }

    [Fact]
    public void Twice_the_prices_are_twice_the_pay()
    {
        var (once, twice) = (Simulation.Run(Hybrid, Drafted, new(32)),
            Simulation.Run(LabModels.Hybrid(2000, 4000, 1000), Drafted, new(32)));
        Assert.Equal(once.Paid.Select(p => 2 * p), twice.Paid);
    }

    [Fact]
    public void Hours_as_planned_change_nothing_that_happens_but_hours_beyond_the_capacity_do()
    {
        var run = Simulation.Run(Hybrid, Drafted, new(32));
        var planned = CostPlan.Planned(run);
        Assert.NotEqual(Drafted.Groups[0].Hours.Value, planned.Groups[0].Hours.Value);
        var (again, same) = (Simulation.Run(Hybrid, planned, new(32)), run.In(planned)!);
        Assert.Equal(again.Paid, same.Paid);
        Assert.Equal(again.JobMonths, same.JobMonths);
        Assert.Same(planned, same.World);
        Assert.Same(Drafted, run.World);
        var scarce = Drafted with { Provider = Drafted.Provider with { Capacity = Assumed.Of(20) } };
        var tight = Simulation.Run(Hybrid, scarce, new(32));
        Assert.Null(tight.In(CostPlan.Planned(tight)));
        Assert.Null(run.In(planned with { Follow = 23 }));
    }

    [Fact]
    public void Prices_from_an_earlier_run_change_nothing()
    {
        var book = PriceBook.Of(Hybrid, Drafted);
        Simulation.Run(Hybrid, Drafted, new(64, 5), book);
        var downturn = Drafted with { Economy = Drafted.Economy with { Level = Assumed.Of(-2) } };
        Assert.True(book.Fits(Hybrid, downturn));
        Assert.Equal(
            Simulation.Run(Hybrid, downturn, new(64, 6)).Paid, Simulation.Run(Hybrid, downturn, new(64, 6), book).Paid);
        Assert.False(book.Fits(Hybrid, Drafted with { Follow = Drafted.Follow - 1 }));
    }

    [Fact]
    public void Prices_of_a_world_fit_one_that_was_drafted_anew()
    {
        var book = PriceBook.Of(Hybrid, Drafted);
        Assert.True(book.Fits(Hybrid, WorldDraft.Of(Hybrid.Model) with { Intake = 12 }));
        Assert.True(book.Fits(Hybrid, WorldBeside.Of(Drafted, Hybrid.Model)));
        Assert.False(book.Fits(Hybrid, Drafted with { Facts = [.. Drafted.Facts.Select(f => f with { Times = 2 })] }));
    }

    [Fact]
    public void A_run_that_was_taken_back_gives_no_numbers()
    {
        using var cancelling = new CancellationTokenSource();
        cancelling.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => Simulation.Run(Hybrid, Drafted, new(64) { Cancelled = cancelling.Token }));
    }
}
