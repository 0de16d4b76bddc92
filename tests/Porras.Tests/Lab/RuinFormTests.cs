using CsCheck;
using Porras.Lab;

namespace Porras.Tests;

/// <summary>Chances of ruin and sizes that are known exactly.</summary>
public sealed class RuinFormTests
{
    private static readonly double[] Correlations = [0, 0.01, 0.02, 0.05];

    [Theory]
    [InlineData(0.02, 0.06452886906, 0.1063128666, 0.06231837909, 0.04705677628)]
    [InlineData(0.05, 0.06760722566, 0.11927642, 0.08325354887, 0.07272976303)]
    public void What_clients_have_in_common_does_not_even_out(
        double correlation, double both, double of20, double of100, double of1000)
    {
        var one = new OneFactor(0.25, correlation);
        Near.Is(both, one.Both);
        Near.Are([of20, of100, of1000], [one.Deviation(20), one.Deviation(100), one.Deviation(1000)]);
    }

    [Fact]
    public void A_correlation_of_ten_per_cent_and_of_none()
    {
        Near.Is(0.07283414615, new OneFactor(0.25, 0.10).Both);
        Near.Is(0.1100263818, new OneFactor(0.25, 0.10).Deviation(100));
        var none = new OneFactor(0.25, 0);
        Near.Are([0.09682458, 0.04330127, 0.01369306],
            [none.Deviation(20), none.Deviation(100), none.Deviation(1000)], 1e-6);
    }

    [Theory]
    [InlineData(0.005, 0.0225, 0.13)]
    [InlineData(0.01, 0.0318, 0.18)]
    [InlineData(0.02, 0.0450, 0.25)]
    [InlineData(0.05, 0.0715, 0.40)]
    public void A_correlation_stands_for_a_reaction_to_the_common_shock(
        double correlation, double deviation, double reaction)
    {
        var one = new OneFactor(0.25, correlation);
        Near.Is(0.686370, OneFactor.MeanVariance(12, 0.9), 1e-6);
        Assert.Equal(deviation, one.CommonDeviation, 4);
        Assert.Equal(reaction, one.HazardReaction(OneFactor.MeanVariance(12, 0.9)), 0.005);
    }

    [Fact]
    public void Numbers_of_successes_have_the_mean_and_deviation_of_the_model() =>
        Gen.Select(Gen.Int[1, 60], Gen.Double[0.02, 0.9], Gen.Double[0.001, 0.5]).Sample(
            (clients, share, correlation) =>
            {
                var one = new OneFactor(share, correlation);
                var weights = one.Weights(clients);
                var mean = weights.Select((w, n) => w * n).Sum() / clients;
                var squares = weights.Select((w, n) => w * Math.Pow((double)n / clients - mean, 2)).Sum();
                Assert.Equal(1, weights.Sum(), 1e-9);
                Assert.Equal(share, mean, 1e-9);
                Assert.Equal(one.Deviation(clients), Math.Sqrt(squares), 1e-8);
            },
            iter: 30);

    [Fact]
    public void A_walk_reaches_nothing_with_known_chances()
    {
        Near.Is(0.3666478321, Ruined.Walk(0.55, 5), 1e-9);
        Near.Is(0.3549914996, Ruined.Walk(0.55, 5, 20), 1e-9);
        Assert.Equal((1, 0.75), (Ruined.Walk(0.5, 5), Ruined.Walk(0.5, 5, 20)));
        Assert.Equal((1, 0), (Ruined.Walk(0, 5, 20), Ruined.Walk(0, 20, 20)));
        Gen.Select(Gen.Double[0.01, 0.99], Gen.Int[1, 19]).Sample((up, start) => Assert.Equal(
            up * Ruined.Walk(up, start + 1, 20) + (1 - up) * Ruined.Walk(up, start - 1, 20),
            Ruined.Walk(up, start, 20),
            1e-9));
    }

    [Fact]
    public void A_provider_paid_by_outcomes_is_ruined_month_by_month()
    {
        Near.Are(
            [
                0, 0.08047369601, 0.16058732393, 0.22692891581, 0.28111238115, 0.32591721831, 0.33409006612,
                0.35258713532, 0.37242291903, 0.39174749296, 0.41002432236, 0.41362775206,
            ],
            Ruined.ByMonth(1_000_000, -1_000_000, 550_000, 20, 0.10, 12));
        Near.Is(0.20181671526, Ruined.ByMonth(2_000_000, -1_000_000, 550_000, 20, 0.10, 12)[^1]);
    }

    [Fact]
    public void Half_of_the_fee_for_outcomes_ruins_thirty_times_more_seldom_than_all_of_it()
    {
        var half = Ruined.ByMonth(2_000_000, -1_000_000 + 550_000, 275_000, 20, 0.10, 12)[^1];
        Near.Is(0.00666278741, half);
        Assert.Equal(30, Ruined.ByMonth(2_000_000, -1_000_000, 550_000, 20, 0.10, 12)[^1] / half, 0.5);
    }

    [Fact]
    public void One_period_is_lost_with_three_outcomes_or_fewer() =>
        Near.Is(0.2251560477, Ruined.OneShot(500_000, 1_800_000, 400_000, 20, 0.25), 1e-9);

    [Fact]
    public void Cash_that_trembles_all_the_time_is_ruined_oftener_than_at_month_ends()
    {
        Near.Is(0.1607806838, Ruined.Continuous(20_000, 500, 5_000, 12));
        Near.Is(0.4493289641, Ruined.Continuous(20_000, 500, 5_000, double.PositiveInfinity));
        Assert.Equal(1, Ruined.Continuous(20_000, -500, 5_000, double.PositiveInfinity));
    }

    [Fact]
    public void The_least_size_covers_the_fixed_cost()
    {
        // A fee of 4000 with a chance of 25 %, 900 a client: profit 100, deviation 4000·√(0.25·0.75).
        var deviation = 4000 * Math.Sqrt(0.25 * 0.75);
        Near.Is(1001.679806, LeastSize.Clients(100, deviation, 15_000 - 5_000, 0.05)!.Value);
        Near.Is(811.6630362, LeastSize.Clients(100, deviation, 0, 0.05)!.Value);
        Assert.Equal(0, LeastSize.Clients(100, deviation, -1e6, 0.05));
    }

    [Fact]
    public void No_size_is_enough_when_the_common_risk_outweighs_the_profit()
    {
        var z = -Normal.Inverse(0.05);
        Assert.Null(LeastSize.Clients(100, 1700, 10_000, 0.05, common: 100 / z * 1.0001));
        Assert.True(LeastSize.Clients(100, 1700, 10_000, 0.05, common: 50) > 1001);
        Gen.Select(Gen.Double[10, 500], Gen.Double[100, 3000], Gen.Double[0, 50_000], Gen.Double[0, 0.9]).Sample(
            (profit, deviation, uncovered, part) =>
            {
                var common = part * profit / z;
                var n = LeastSize.Clients(profit, deviation, uncovered, 0.05, common)!.Value;
                var noise = z * Math.Sqrt(n * deviation * deviation + n * n * common * common);
                Near.Is(n * profit - uncovered, noise, 1e-6);
            });
    }

    [Theory]
    [InlineData(0, 0.5357142857, 0.0376262637)]
    [InlineData(0.02, 0.375, 0.03652763)]
    [InlineData(0.05, 0.2884615385, 0.03603782)]
    [InlineData(0.10, 0.234375, 0.04078522)]
    public void The_largest_share_for_outcomes_comes_in_jumps(double correlation, double share, double ruin)
    {
        var largest = new OnePeriod(100, new(0.25, correlation), 200_000, 30_000).Largest(0.05);
        Near.Is(share, largest.Share);
        Near.Is(ruin, largest.Ruin, 1e-6);
    }

    [Fact]
    public void The_chance_of_ruin_does_not_move_between_two_jumps()
    {
        var period = new OnePeriod(100, new(0.25, 0), 200_000, 30_000);
        Near.Is(0.14883, period.Ruin(0.8), 1e-4);
        Assert.Equal(period.Ruin(0.8), period.Ruin(0.9));
        Assert.Equal(0, period.Ruin(0.1));
    }

    [Theory]
    [InlineData(20, 0.250, 0.250, 0.250, 0.188)]
    [InlineData(50, 0.417, 0.341, 0.341, 0.250)]
    [InlineData(100, 0.536, 0.469, 0.375, 0.288)]
    [InlineData(200, 0.750, 0.536, 0.441, 0.326)]
    [InlineData(500, 1.000, 0.625, 0.493, 0.335)]
    [InlineData(1000, 1.000, 0.682, 0.514, 0.341)]
    public void Size_does_not_spread_the_risk_of_demand(int clients, double none, double one, double two, double five)
    {
        double[] shares = [.. Correlations
            .Select(c => new OnePeriod(clients, new(0.25, c), 2000.0 * clients, 300.0 * clients).Largest(0.05).Share)];
        Assert.Equal([none, one, two, five], shares.Select(s => Math.Round(s, 3, MidpointRounding.ToEven)));
    }

    [Theory]
    [InlineData(0.6, -88_950)]
    [InlineData(1, -142_500)]
    public void A_share_for_outcomes_must_be_laid_out_for_a_year(double share, double lowest)
    {
        var capital = new WorkingCapital(10, 24, 1500, 1575, 6, 1, 12);
        Near.Is(lowest, capital.Lowest(share).Cash, 1e-9);
        Assert.Equal(12, capital.Lowest(share).Month);
        Near.Is(18_000, capital.Cash(share)[^1], 1e-9);
    }
}
