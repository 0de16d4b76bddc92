using Porras.Lab;

namespace Porras.Tests;

/// <summary>
/// What one further outcome pays where prices depend on how many there are, priced by the pipe: the same as the
/// closed form where the number of outcomes is binomial.
/// </summary>
public sealed class CountedOutcomeTests
{
    private const int Clients = 100;
    private const double Price = 3000;
    private static readonly RunOptions Options = new(512);

    [Fact]
    public void An_accelerator_pays_for_a_further_outcome_what_the_formula_says()
    {
        var plan = Counted(accelerated: true);
        var (world, share) = (Certain(plan), Share(plan));
        var fee = new CountFee(Price, 25, 1.5 * Price);
        var weights = Binomial.Weights(Clients, share);
        var run = Simulation.Run(plan, world, Options);
        var paid = Fan.Of(run.Replications, r => run.TotalOf(r) / 100.0).Mean;
        Assert.InRange(fee.Expected(weights) - paid.Value, -2.1 * paid.HalfWidth, 2.1 * paid.HalfWidth);
        var further = Assert.Single(FurtherOutcome.PaysOf(plan, world, Options))!.Value;
        var expected = fee.PerChance(Clients, share) / Clients * 100;
        Assert.InRange(expected - further.Value, -2.1 * further.HalfWidth, 2.1 * further.HalfWidth);
        // Far from both of the nominal prices, so that the test tells them apart.
        Assert.InRange(expected, Price * 100 + 3 * further.HalfWidth, 1.5 * Price * 100 - 3 * further.HalfWidth);
    }

    [Fact]
    public void A_cap_binds_as_often_as_the_formula_says_and_a_higher_one_seldom()
    {
        var plan = Counted(accelerated: false);
        var study = Study.Of(plan, Certain(plan), new(Options) { Sizes = [], Risks = false });
        var bite = Assert.Single(LimitBite.Of(study));
        var weights = Binomial.Weights(Clients, Share(plan));
        var binds = CountFee.AtLeast(weights, 26);
        Assert.InRange(binds, bite.Binds!.Value.Lower - 0.02, bite.Binds.Value.Upper + 0.02);
        Assert.Equal(1 - CountFee.Capped(weights, 25) / CountFee.Capped(weights, Clients), bite.Lost, 0.01);
        Assert.True(bite is { IsOften: true, IsOfClient: false });
        var higher = (int)Math.Floor(25 * bite.Times!.Value);
        Assert.InRange(CountFee.AtLeast(weights, higher + 1), 0, 0.08);
        var further = FurtherOutcome.PaysOf(plan, study.World, Options)[0]!.Value;
        var expected = new CountFee(Price, Clients, Price, 25).PerChance(Clients, Share(plan)) / Clients * 100;
        Assert.InRange(expected - further.Value, -2.1 * further.HalfWidth, 2.1 * further.HalfWidth);
    }

    private static Plan Counted(bool accelerated) => Plan.Compile(LabModels.Model($"""
        model counted version 1
          in force  2027-01-01 to 2029-12-31
          money     EUR, each line rounded to 0.01 half up

        participants people
          start     "referred"
          window    follow-up lasts 24 months from start

        facts
          job       from day to day

        measure work is days of job

        table by place in contract "Accelerator"
                       accelerator
          up to 25           100 %
          above 25           {(accelerated ? 150 : 100)} %

        fee employed  outcome
          when      work reaches 1 day within follow-up
          pay       3000.00
          times     accelerator
          once

        limit {(accelerated ? 1000000 : 75000)}.00 for the contract, then cut
        """));

    // All have the same chance, and nothing is in common: the number of outcomes is binomial.
    private static World Certain(Plan plan)
    {
        var world = LabModels.Calm(WorldDraft.Of(plan.Model));
        return world with
        {
            Intake = 1,
            Follow = 12,
            Frailty = Assumed.Of(0),
            Groups = [world.Groups[0] with { Entry = Assumed.Of(0.0237), Out = Assumed.Of(0) }],
            Provider = world.Provider with { Clients = Assumed.Of(Clients), Margin = null },
        };
    }

    private static double Share(Plan plan)
    {
        var world = Certain(plan);
        var path = new byte[world.Months];
        Array.Fill(path, (byte)Chances.PlaceOf(0));
        return new Expectation(world, new(world)).Of(0, 0, path).Entered[^1];
    }
}
