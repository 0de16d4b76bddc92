using CsCheck;
using Porras.Lab;

namespace Porras.Tests;

/// <summary>Prices for a margin and for effort, with thresholds, against a comparison group, in competition.</summary>
public sealed class PriceFormTests
{
    private const double Hour = 45;

    private static readonly EffortResponse Easy = new(0.35, 0.15, 0.08), Middle = new(0.15, 0.15, 0.05),
        Hard = new(0.05, 0.10, 0.03);

    private static readonly double[] Quarter = Binomial.Weights(100, 0.25);

    [Fact]
    public void Prices_for_the_same_margin_differ_by_seventeen_times_between_groups()
    {
        Near.Are([0.4425661, 0.2448181, 0.1093430], [Easy.Chance(12), Middle.Chance(20), Hard.Chance(30)], 1e-6);
        Near.Are(
            [639.90, 2744.90, 10590.52],
            [
                TargetPrice.ForMargin(540, 0.08, 300, Easy.Chance(12)),
                TargetPrice.ForMargin(900, 0.08, 300, Middle.Chance(20)),
                TargetPrice.ForMargin(1350, 0.08, 300, Hard.Chance(30)),
            ],
            1e-5);
    }

    [Theory]
    [InlineData(0.35, 0.15, 0.08, 12, 9793.861775, -3751.230888, -323.38)]
    [InlineData(0.15, 0.15, 0.05, 20, 16309.690971, -3020.907291, -574.45)]
    [InlineData(0.05, 0.10, 0.03, 30, 36894.046667, -2576.107, -731.40)]
    public void A_fee_that_buys_the_hours_wanted_makes_the_provider_pay_for_the_start(
        double without, double gain, double rate, double hours, double fee, double start, double aboveBaseline)
    {
        var response = new EffortResponse(without, gain, rate);
        var price = TargetPrice.ForHours(response, Hour, hours);
        Near.Is(fee, price);
        Near.Is(start, TargetPrice.Start(Hour * hours, 0.08, price, response.Chance(hours)), 1e-7);
        Near.Is(aboveBaseline, TargetPrice.Start(Hour * hours, 0.08, price, response.Added(hours)), 1e-5);
        Near.Is(hours, response.Best(price, Hour), 1e-9);
        Near.Is(1, response.Incentive(price, Hour, hours), 1e-9);
        Near.Is(0.08 * Hour, TargetPrice.MarginPerHour(
            TargetPrice.Start(Hour * hours, 0.08, price, response.Chance(hours)),
            price, response.Chance(hours), Hour, hours), 1e-9);
    }

    [Fact]
    public void A_usual_fee_buys_less_than_an_hour_where_service_adds_little()
    {
        Assert.Equal(0.81, Easy.Best(4000, Hour), 2);
        Assert.Equal((0, 0), (Middle.Best(4000, Hour), Hard.Best(4000, Hour)));
        Assert.True(Hard.Incentive(4000, Hour, 0) < 1);
        // Where gain times rate times fee stays below the hourly cost, not even the first hour pays.
        Assert.Equal(0, new EffortResponse(0.1, 0.15, 0.075).Best(4000, Hour));
    }

    [Fact]
    public void A_fee_of_20_000_buys_nine_and_a_half_hours_for_the_hardest()
    {
        Near.Is(9.589402415, Hard.Best(20_000, Hour));
        Near.Is(0.075, Hard.Chance(Hard.Best(20_000, Hour)));
    }

    [Fact]
    public void Scarce_hours_go_where_one_more_is_worth_the_same()
    {
        EffortGroup[] groups =
            [new(new(0, 0.15, 0.08), 12_000, 50), new(new(0, 0.15, 0.05), 15_000, 50)];
        var plan = EffortPlan.Best(groups, Hour, 1000);
        Near.Is(21.85424421, plan.Shadow);
        Near.Are([9.591231369, 10.40876863], [.. plan.Hours]);
        Near.Are([14.53938512, 18.32581464], [.. EffortPlan.Best(groups, Hour, double.PositiveInfinity).Hours]);
    }

    [Fact]
    public void Hours_fill_the_capacity_and_never_fall_below_the_contract() =>
        Gen.Select(
            Gen.Select(Gen.Double[0.01, 0.4], Gen.Double[0.01, 0.2], Gen.Double[0, 30_000], Gen.Double[0, 4])
                .Array[1, 6],
            Gen.Double[0, 2000]).Sample((parts, capacity) =>
        {
            EffortGroup[] groups =
                [.. parts.Select(p => new EffortGroup(new(0.1, p.Item1, p.Item2), p.Item3, 40, p.Item4))];
            var plan = EffortPlan.Best(groups, Hour, capacity);
            var used = plan.Hours.Sum(h => h * 40);
            Assert.Equal(groups.Sum(g => g.LeastHours * 40) <= capacity, plan.Fits);
            Assert.All(plan.Hours.Zip(groups), p => Assert.True(p.First >= p.Second.LeastHours));
            Assert.True(!plan.Fits || used <= capacity * (1 + 1e-9));
            Assert.True(plan.Shadow == 0 || Math.Abs(used - capacity) <= 1e-6 * Math.Max(1, capacity));
        });

    [Fact]
    public void An_accelerator_is_paid_by_the_outcomes_above_its_threshold()
    {
        Near.Is(1.721244221, CountFee.Excess(Quarter, 25));
        Near.Is(5.241857555, CountFee.Excess(Quarter, 20));
        Near.Is(0.148831, Binomial.Cumulative(100, 0.25, 20), 1e-5);
        var fee = new CountFee(3000, 25, 4500);
        Near.Is(77581.86633, fee.Expected(Quarter));
        Near.Is(16455.90206, fee.Deviation(Quarter));
        Near.Is(3807.493302, fee.Further(Quarter));
    }

    [Fact]
    public void A_cap_takes_the_reason_to_go_on()
    {
        Near.Is(24.71824456, CountFee.Capped(Quarter, 30));
        Near.Is(0.1495410466, CountFee.AtLeast(Quarter, 30));
        var capped = new CountFee(3000, 100, 3000, 30);
        Near.Is(74154.73, capped.Expected(Quarter), 1e-6);
        Near.Is(3000 * (1 - 0.1495410466), capped.Further(Quarter));
        Assert.Equal(capped.Pay(30), capped.Pay(31));
    }

    [Fact]
    public void A_mean_pay_changes_with_the_chance_as_a_small_step_shows() =>
        Gen.Select(Gen.Int[1, 80], Gen.Double[0.05, 0.95], Gen.Int[0, 40], Gen.Int[0, 60]).Sample(
            (clients, share, threshold, most) =>
            {
                var fee = new CountFee(3, threshold, 4.5, most);
                var step = fee.Expected(Binomial.Weights(clients, share + 1e-5))
                    - fee.Expected(Binomial.Weights(clients, share - 1e-5));
                Assert.Equal(step / 2e-5, fee.PerChance(clients, share), 1e-3);
            });

    [Theory]
    [InlineData(50, 3.137475, 1.251671471, 0.100)]
    [InlineData(100, 4.541476, 1.811786605, 0.0725)]
    [InlineData(300, 8.551316, 3.411481381, 0.0455)]
    [InlineData(1000, 19.364917, 7.72548404, 0.0309)]
    public void A_bonus_only_for_doing_better_pays_even_without_effect(
        int clients, double deviation, double paid, double part)
    {
        var bonus = new NetBonus(clients, 1000, 0.25);
        Near.Is(deviation, bonus.Deviation, 1e-6);
        Near.Is(paid, bonus.Expected);
        Near.Is(paid, bonus.Luck);
        Assert.Equal(part, bonus.Luck / (clients * 0.25), 0.0005);
    }

    [Fact]
    public void With_a_true_effect_of_five_points_less_of_the_bonus_is_luck()
    {
        var bonus = new NetBonus(100, 1000, 0.25, 0.05);
        Near.Is(5.365192361, bonus.Expected);
        Near.Is(0.365192361, bonus.Luck, 1e-7);
        Assert.Equal((0.75, 0), (NetBonus.Believed(3, 1), NetBonus.Believed(0, 1)));
    }

    [Theory]
    [InlineData(2, -0.5642)]
    [InlineData(3, -0.8463)]
    [InlineData(5, -1.1630)]
    [InlineData(8, -1.4236)]
    public void The_winner_is_the_one_who_errs_most(int bidders, double lowest) =>
        Assert.Equal(lowest, new Bidding(bidders, 0.1).Lowest, 4);

    [Fact]
    public void A_margin_can_be_eaten_by_optimism_and_by_the_number_of_bidders()
    {
        var alone = new Bidding(1, 0.1);
        Near.Is(Math.Exp(0.005), alone.PriceRatio, 1e-9);
        Near.Is(0.5, alone.LossChance(0), 1e-12);
        var five = new Bidding(5, 0.1, Math.Log(38.0 / 36));
        Near.Is(1 - Math.Pow(Normal.Cumulative((Math.Log(1.08) - Math.Log(38.0 / 36)) / 0.1), 5),
            five.LossChance(0.08), 1e-9);
        Assert.True(five.BreakEvenMargin > 0.15);
    }

    [Fact]
    public void An_index_to_demand_takes_out_what_all_clients_have_in_common() =>
        Gen.Double[-3, 3].Sample(state =>
        {
            var one = new OneFactor(0.25, 0.05);
            var given = one.Given(state);
            Near.Is(0.25 * 2000, given * 2000 * TargetPrice.DemandIndex(0.25, given), 1e-12);
            Assert.Equal(1, TargetPrice.DemandIndex(0.25, given, 0));
        });
}
