using CsCheck;
using Porras.Lab;

namespace Porras.Tests;

/// <summary>Moves between states, exactly.</summary>
public sealed class ChainTests
{
    private static readonly Chain InAndOut = new(new[,] { { 0.92, 0.08 }, { 0.05, 0.95 } });

    // Three steps of a ladder, employment, and out.
    private static readonly Chain Ladder = new(new[,]
    {
        { 0.90, 0.07, 0.02, 0.01, 0 },
        { 0.04, 0.84, 0.08, 0.04, 0 },
        { 0, 0.05, 0.80, 0.15, 0 },
        { 0.02, 0.02, 0.06, 0.82, 0.08 },
        { 0, 0, 0, 0, 1 },
    });

    private static readonly double[] First = [1, 0, 0, 0, 0];

    private static readonly Generator Visits = new(new[,]
    {
        { -0.12, 0.12, 0 },
        { 0.05, -0.20, 0.15 },
        { 0.02, 0.03, -0.05 },
    });

    [Fact]
    public void Employment_after_a_year_and_the_months_in_it()
    {
        Near.Is(0.499672811, InAndOut.After([1, 0], 12)[1], 1e-9);
        Near.Is(0.499672811, 0.08 / 0.13 * (1 - Math.Pow(0.87, 12)), 1e-9);
        Near.Is(4.040651188, InAndOut.MonthsHeld([1, 0], 12)[1], 1e-9);
    }

    [Fact]
    public void Three_months_in_a_row_within_a_year() => Near.Are(
        [0.40596205029, 0.03496986816, 0.03577141923, 0.52329666232],
        InARow.Chances(InAndOut, [1, 0], 12, 3, 1),
        1e-10);

    [Fact]
    public void One_month_in_a_row_is_a_first_passage() =>
        Near.Is(InAndOut.Reached(12, 1)[0], InARow.Chances(InAndOut, [1, 0], 12, 1, 1)[1], 1e-12);

    [Fact]
    public void The_ladder_spreads_a_group_over_its_steps()
    {
        Near.Are([0.35555450157, 0.245508784, 0.1620445007, 0.1628563023, 0.07403591153], Ladder.After(First, 12));
        Near.Are([0.1900525, 0.1897489, 0.1658135, 0.1985864, 0.2557986], Ladder.After(First, 24), 1e-6);
        Near.Is(1.0883052, Ladder.MonthsHeld(First, 12)[3], 1e-7);
    }

    [Fact]
    public void The_ladder_leads_out_in_the_end_after_known_months()
    {
        var before = Ladder.BeforeEnd(4);
        Near.Are([53, 46.181818, 38.636364, 29.454545],
            [.. Enumerable.Range(0, 4).Select(i => Enumerable.Range(0, 4).Sum(j => before[i, j]))], 1e-7);
        Near.Are([0.3066909, 0.5215617, 0.7819491, 1], Ladder.Reached(12, 3)[..4], 1e-7);
    }

    [Theory]
    [InlineData(12, 1.572158881, 1.490311833, 1.280274427)]
    [InlineData(24, 2.748515771, 2.313856795, 1.88453106)]
    [InlineData(36, 3.602059655, 2.691438893, 2.210390725)]
    public void Paying_every_rise_pays_for_going_up_and_down(int months, double every, double highWater, double net)
    {
        var fees = LadderFees.After(Ladder, [0, 1, 2, 3, 3], 0, months);
        Near.Is(every, fees.EveryRise);
        Near.Is(highWater, fees.HighWater);
        Near.Is(net, fees.Net);
    }

    [Fact]
    public void Visits_at_any_time_have_chances_by_the_matrix_exponential()
    {
        var chances = Visits.Over(6);
        Near.Are([0.53973565827, 0.2981162263, 0.1621481154], Row(chances, 0));
        Near.Are([0.09022306657, 0.1150660854, 0.794710848], Row(chances, 2));
        Near.Are([0.186440678, 0.2033898305, 0.6101694915], Visits.Lasting());
    }

    [Fact]
    public void A_long_time_is_many_short_ones()
    {
        var (day, far) = (new Chain(Visits.Over(1)), Visits.Over(200));
        Near.Are(day.After([0, 1, 0], 200), Row(far, 1), 1e-9);
        Near.Are(Visits.Lasting(), day.Lasting(), 1e-9);
        Near.Are([1, 0, 0], Row(Visits.Over(0), 0));
    }

    [Fact]
    public void Observed_moves_give_chances_with_half_an_observation_added()
    {
        var estimate = ChainEstimate.Of(new[,] { { 8, 1 }, { 0, 0 } });
        Near.Is(0.85, estimate.Chain[0, 0], 1e-12);
        Near.Is(Math.Sqrt(0.85 * 0.15 / 9), estimate.Errors[0, 0], 1e-12);
        Assert.Equal(0.5, estimate.Chain[1, 0]);
        Assert.True(double.IsNaN(estimate.Errors[1, 0]));
    }

    [Fact]
    public void A_row_must_add_up()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Chain(new[,] { { 0.9, 0.2 }, { 0.5, 0.5 } }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Generator(new[,] { { -0.1, 0.2 }, { 0.1, -0.1 } }));
    }

    [Fact]
    public void Nobody_is_lost_and_the_high_water_mark_lies_between_the_end_and_every_rise() =>
        Gen.Double[0.01, 1].Array[16].Select(Gen.Int[0, 30]).Sample((weights, months) =>
        {
            var chances = new double[4, 4];
            for (var i = 0; i < 16; i++)
            {
                chances[i / 4, i % 4] = weights[i] / weights[(i / 4 * 4)..(i / 4 * 4 + 4)].Sum();
            }

            var chain = new Chain(chances);
            Assert.Equal(1, chain.After([0, 1, 0, 0], months).Sum(), 1e-9);
            Assert.Equal(1, InARow.Chances(chain, [0, 1, 0, 0], months, 3, 2, 3).Sum(), 1e-9);
            var fees = LadderFees.After(chain, [0, 1, 2, 3], 1, months);
            Assert.True(fees.Net <= fees.HighWater + 1e-9);
            Assert.True(fees.HighWater <= fees.EveryRise + 1e-9);
        });

    private static double[] Row(double[,] table, int row) =>
        [.. Enumerable.Range(0, table.GetLength(1)).Select(column => table[row, column])];
}
