using CsCheck;
using Porras.Lab;

namespace Porras.Tests;

/// <summary>The largest share for outcomes that keeps providers solvent.</summary>
public sealed class PlanningTests
{
    // Several whole vectors of months and a rest.
    private const int Months = 11;

    // Amounts are whole and shares parts of sixteen, so that no sum is rounded and a tie is a tie.
    private static readonly double[] Shares = [0, 0.1875, 0.5, 0.9375, 1];

    private static readonly Gen<double[]> Steps = Whole(-300, 300).Array[Months];

    // Capital of 8, a cost of 5 and a fixed fee of 5.2 a month; outcomes bring 9 and 13 in months 3 and 4.
    private static readonly double[] Cash = [8.2, 8.4, 8.6, 8.8], Slope = [-5.2, -10.4, -6.6, 1.2];

    [Fact]
    public void The_critical_share_is_where_the_tightest_month_runs_dry()
    {
        var safe = SafeShare.Of(Cash, Slope, 0);
        Near.Is(0.8076923077, safe.Upper);
        Assert.Equal(0, safe.Lower);
        Near.Is(0.8076923077, Bisection.Critical(Cash, Slope, 0));
        Assert.Equal(9.4 / 10.4, SafeShare.Of(Cash, Slope, 1).Upper, 1e-12);
    }

    [Fact]
    public void Cash_of_exactly_the_credit_line_is_no_ruin()
    {
        var shares = SafeShares.Of([4, 4], [-8, -8], 2, 0);
        Assert.Equal(0.5, shares[0].Upper);
        Assert.Equal((0, 1), (shares.Ruin(0.5), shares.Ruin(0.5000001)));
    }

    [Fact]
    public void A_path_that_needs_outcomes_is_safe_only_above_a_share()
    {
        Assert.Equal(new SafeShare(0.25, 0.5), SafeShare.Of([-1, 4], [4, -8], 0));
        Assert.True(SafeShare.Of([-1, 4], [0, -8], 0).IsEmpty);
        Assert.True(SafeShare.Of([-3, 4], [4, -8], 0).IsEmpty);
        Assert.Equal(new SafeShare(0, double.PositiveInfinity), SafeShare.Of([1, 4], [0, 8], 0));
    }

    [Fact]
    public void One_pass_finds_what_bisection_finds() =>
        Gen.Select(Steps, Steps, Whole(0, 2000), Whole(0, 500)).Sample((flow, swing, capital, credit) =>
        {
            var (cash, slope) = (Summed(flow, capital), Summed(swing, 0));
            var safe = SafeShare.Of(cash, slope, credit);
            if (cash.Min() >= -credit)
            {
                Assert.Equal(Math.Min(1, safe.Upper), Bisection.Critical(cash, slope, credit), 1e-9);
            }

            // And at any share it agrees with going through the months.
            foreach (var share in Shares)
            {
                Assert.Equal(
                    cash.Zip(slope, (c, s) => c + share * s).All(c => c >= -credit),
                    safe.Holds(share));
            }
        });

    [Fact]
    public void The_largest_share_of_many_paths_is_the_one_bisection_finds() =>
        Gen.Select(Steps.Array[1, 40], Steps.Array[40], Whole(800, 3000), Gen.Double.Unit).Sample(
            (flows, swings, capital, ruin) =>
            {
                double[] cash = [.. flows.SelectMany(f => Summed(f, capital))];
                double[] slope = [.. swings.Take(flows.Length).SelectMany(s => Summed(s, 0))];
                var shares = SafeShares.Of(cash, slope, Months, 0);
                if (shares.Largest(ruin) is not { } largest)
                {
                    Assert.True(shares.RuinedAtZero > ruin);
                    return;
                }

                Assert.True(shares.Ruin(largest) <= ruin + 1e-9);
                Assert.Equal(shares.Ruin(0.375), Bisection.Ruin(cash, slope, Months, 0, 0.375));
                // Where some paths need outcomes the safe shares may have gaps, which bisection does not see.
                var found = Bisection.Largest(cash, slope, Months, 0, ruin);
                Assert.True(found <= largest + 1e-9);
                if (Enumerable.Range(0, shares.Count).All(p => shares[p].Lower == 0))
                {
                    Assert.Equal(largest, found, 1e-9);
                }
            });

    [Fact]
    public void The_largest_share_is_a_rank_of_the_critical_shares()
    {
        var shares = SafeShares.Of([.. Enumerable.Range(1, 100).Select(i => new SafeShare(0, i / 100.0))]);
        Assert.Equal(0.06, shares.Largest(0.05));
        Assert.Equal(0.05, shares.Ruin(0.06), 1e-12);
        Assert.Equal(0.06, shares.Ruin(0.0601), 1e-12);
        Assert.Equal((0.01, 1), (shares.Largest(0), shares.Largest(1)));
        Assert.Equal(0.04, shares.Largest(0.05, most: 0.04));
        var error = shares.LargestWithError(0.05);
        Assert.Equal((0.01, 0.06, 0.10), (error.Lower, error.Value, error.Upper));
    }

    [Fact]
    public void A_rank_is_found_among_many_as_by_sorting() =>
        Gen.Select(Gen.Double[0, 1].Array[1, 900], Gen.Int[1, 50], Gen.Double[0, 0.99]).Sample((values, ties, ruin) =>
        {
            double[] ends = [.. values.Select(v => Math.Floor(v * ties) / ties)];
            var shares = SafeShares.Of([.. ends.Select(end => new SafeShare(0, end))]);
            Assert.Equal(Sorted.Of(ends)[(int)Math.Floor(ruin * ends.Length + 1e-9)], shares.Largest(ruin));
        });

    [Fact]
    public void A_pass_that_keeps_only_the_first_to_fail_finds_the_same_share() =>
        Gen.Select(
            Gen.Int[1, 2000], Gen.Int[1, 60], Gen.Double[0, 0.99], Gen.Int[0, 3], Gen.Int[0, 100_000])
            .Sample((count, ties, ruin, special, seed) =>
            {
                // Each path falls from its own height; some are ruined at 0, or need outcomes.
                var random = new Random(seed);
                var (cash, slope) = (new double[count * 5], new double[count * 5]);
                for (var at = 0; at < cash.Length; at++)
                {
                    var isSpecial = special > 0 && random.Next(50) == 0;
                    cash[at] = isSpecial ? -1 : 1 + random.Next(ties);
                    slope[at] = isSpecial && special == 1 ? 4 : -1 - random.Next(ties);
                }

                var shares = SafeShares.Of(cash, slope, 5, 0);
                Assert.Equal(shares.Largest(ruin), SafeShares.Largest(cash, slope, 5, 0, ruin));
                Assert.Equal(shares.Largest(ruin, 0.25), SafeShares.Largest(cash, slope, 5, 0, ruin, 0.25));
            });

    [Fact]
    public void Safe_shares_may_have_a_gap()
    {
        SafeShare[] paths = [new(0, 0.2), new(0, 0.6), new(0.4, 0.6), new(0.5, 0.9)];
        var shares = SafeShares.Of(paths);
        Assert.Equal([(0, 0.2), (0.4, 0.6)], shares.Allowing(0.5));
        Assert.Equal(0.6, shares.Largest(0.5));
        Assert.Equal([(0, 0.9)], shares.Allowing(0.75));
        Assert.Empty(shares.Allowing(0));
        Assert.Null(shares.Largest(0));
        Assert.Equal([(0, 1)], shares.Allowing(1));
    }

    [Fact]
    public void Allowed_shares_are_those_whose_chance_of_ruin_is_allowed() =>
        Gen.Select(Gen.Select(Gen.Int[0, 20], Gen.Int[0, 20]).Array[1, 12], Gen.Int[0, 12]).Sample((ends, many) =>
        {
            var shares = SafeShares.Of([.. ends.Select(e => new SafeShare(e.Item1 / 10.0, e.Item2 / 10.0))]);
            var ruin = Math.Min(1, (double)many / ends.Length);
            var allowed = shares.Allowing(ruin);
            for (var tick = 0; tick <= 40; tick++)
            {
                var share = tick / 40.0;
                Assert.Equal(shares.Ruin(share) <= ruin + 1e-9, allowed.Any(a => a.From <= share && share <= a.To));
            }
        });

    [Fact]
    public void A_plan_grows_by_steps_until_the_next_year_would_ruin()
    {
        // One path, three years of one month each: 10 in hand, and each year takes away what its share puts off.
        var paths = new YearPaths(3, [10, 10, 10], [[-10, -10, 0], [0, -10, -10], [0, 0, -10]]);
        var plan = new Ramp(0, 0, Step: 0.3).Plan(paths);
        // Held from the first year: months bear a, 2a, 2a of ten, so 0.5 is the bound and 0.3 the step.
        Near.Are([0.3, 0.5, 0.5], [.. plan.Select(year => year.Share)], 1e-6);
        Assert.All(plan, year => Assert.True(year.Keeps));
        Assert.Equal(0, paths.Ruin([0.3, 0.5, 0.5], 0));
        Assert.Equal(1, paths.Ruin([0.3, 0.5, 0.6], 0));
    }

    [Fact]
    public void A_plan_that_cannot_keep_its_promise_holds_the_share_and_says_so()
    {
        var paths = new YearPaths(1, [1, 1], [[-4, -10], [0, 0]]);
        var plan = new Ramp(0, 0, First: 0.2).Plan(paths);
        Assert.Equal([new RampYear(0.2, 0.5, false), new RampYear(0.2, 0.5, false)], plan);
        Assert.Equal(0.25, new Ramp(0.5, 0, First: 0.2).Plan(paths)[0].Share);
    }

    [Fact]
    public void Outcomes_that_beat_their_cost_early_are_noticed() =>
        Assert.Equal([0.5, 0], new YearPaths(2, [1, 1, 1, 1], [[-1, 2, -1, -2], [0, -1, 0, 0]]).MayHelpLater());

    [Fact]
    public void A_plan_never_falls_and_keeps_its_steps_and_its_chance() =>
        Gen.Select(Steps.Array[20], Steps.Array[60], Whole(1500, 4000), Gen.Double[0.05, 0.5]).Sample(
            (flows, swings, capital, step) =>
            {
                double[] cash = [.. flows.SelectMany(f => Summed(f, capital))];
                double[][] slopes = [.. swings.Chunk(20).Select(year => year.SelectMany(s => Summed(s, 0)).ToArray())];
                var paths = new YearPaths(Months, cash, slopes);
                var plan = new Ramp(0.1, 0, Step: step).Plan(paths);
                var before = 0.0;
                foreach (var year in plan)
                {
                    Assert.InRange(year.Share, before, Math.Min(1, before + step) + 1e-12);
                    Assert.True(!year.Keeps || year.Ruin <= 0.1 + 1e-9);
                    before = year.Share;
                }

                Assert.Equal(plan[^1].Ruin, paths.Ruin([.. plan.Select(y => y.Share)], 0), 1e-9);
            });

    private static Gen<double> Whole(int least, int most) => Gen.Int[least, most].Select(value => (double)value);

    private static double[] Summed(double[] flow, double begin)
    {
        var sum = begin;
        return [.. flow.Select(f => sum += f)];
    }
}
