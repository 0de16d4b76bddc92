using System.Globalization;
using CsCheck;
using Porras.Lab;

namespace Porras.Tests;

/// <summary>What a change on an instrument is worth, and what a step may be paid for.</summary>
public sealed class LadderFormTests
{
    private static readonly Score Example = new(7.5, 0.80);

    [Fact]
    public void A_change_must_exceed_what_chance_does()
    {
        Near.Is(3.354101966, Example.Error);
        Near.Is(4.74341649, Example.ChangeError);
        Near.Is(3.16227766, Example.ReliableChange(32.5, 47.5));
        Near.Is(9.297096321, Example.ReliableFrom);
        Near.Is(1.96, Example.ReliableChange(0, Example.ReliableFrom), 1e-12);
        Assert.Equal(50, Score.CutOff(40, 7.5, 60, 7.5));
        Assert.Equal(44, Score.CutOff(40, 2, 60, 8), 1e-12);
    }

    [Theory]
    [InlineData(0.45, 2.0556)]
    [InlineData(0.74, 1.4134)]
    [InlineData(0.80, 1.2396)]
    [InlineData(0.85, 1.0735)]
    [InlineData(0.93, 0.7334)]
    public void The_less_reliable_an_instrument_the_more_must_change(double reliability, double least) =>
        Assert.Equal(least, new Score(1, reliability).LeastChange95, 4);

    [Fact]
    public void A_group_changes_reliably_by_less_than_a_person() =>
        Assert.Equal(0.2263, new Score(1, 0.80).LeastGroupChange95(30), 4);

    [Theory]
    [InlineData(3.25, 7.5837)]
    [InlineData(6.97, 16.2642)]
    public void Published_least_changes_use_the_rounded_factor(double error, double least) =>
        Assert.Equal(least, new Score(error, 0).LeastChange90, 4);

    [Fact]
    public void Two_occasions_may_spread_differently()
    {
        Near.Is(Example.ChangeError, Score.ChangeErrorOf(Example, Example), 1e-12);
        Near.Is(Math.Sqrt(0.2 * (49 + 81)), Score.ChangeErrorOf(new(7, 0.8), new(9, 0.8)), 1e-12);
    }

    [Fact]
    public void People_chosen_because_they_were_low_rise_by_themselves()
    {
        var low = new ChosenLow(1, 0.8);
        Near.Is(-1.525135, low.MeanBefore, 1e-6);
        Near.Is(0.3050270552, low.GainByItself);
        Near.Is(0.06180664113, low.SeemReliable);
        Near.Is(0.6922997611, low.SeemToGain);
        // A group that was not chosen shows two and a half per cent, by the meaning of 95 %.
        Near.Is(Normal.Cumulative(-1.96), new ChosenLow(-8, 0.8).SeemReliable, 1e-6);
    }

    [Fact]
    public void Only_the_change_beyond_the_expected_counts()
    {
        // Expected after 40 is 50 + 0.8·(40 - 50) = 42; the error is 10·√(1 - 0.64) = 6.
        var change = ChosenLow.ChangeBeyondExpected(40, 45, 50, 10, 0.8);
        Near.Is(3, change.Value, 1e-12);
        Near.Is(6 * Normal.Middle95, change.HalfWidth, 1e-12);
    }

    [Fact]
    public void Raters_agree_as_Shrout_and_Fleiss_published()
    {
        var agreement = RaterAgreement.Of(new double[,]
        {
            { 9, 2, 5, 8 }, { 6, 1, 3, 2 }, { 8, 4, 6, 8 }, { 7, 1, 2, 6 }, { 10, 5, 6, 9 }, { 6, 2, 4, 7 },
        });
        Near.Are([0.1657417684, 0.2897637795, 0.7148407148],
            [agreement.AnyRater, agreement.SameRaters, agreement.TheseRaters]);
        Near.Are([0.4427971, 0.6200505, 0.9093155],
            [agreement.AnyMean, agreement.SameMean, agreement.TheseMean], 1e-6);
    }

    [Fact]
    public void Categories_agree_beyond_chance()
    {
        var kappa = Kappa.Of(new[,] { { 44, 5, 1 }, { 7, 20, 3 }, { 9, 5, 6 } });
        Near.Are([0.4915254237, 0.4736842105, 0.4545454545], [kappa.Plain, kappa.Linear, kappa.Quadratic]);
        Assert.Equal((0.70, 0.55), (kappa.Agreeing, Math.Round(kappa.Adjusted, 12)));
    }

    [Fact]
    public void Seven_questions_to_thirty_departments_measure_one_thing() =>
        Near.Is(0.8431428, RaterAgreement.Alpha(Attitude()), 1e-7);

    [Fact]
    public void Two_ways_of_measuring_have_limits()
    {
        var limits = RaterAgreement.Limits([10, 12, 14], [11, 14, 17]);
        Near.Is(2, limits.Value, 1e-12);
        Near.Is(Normal.Middle95, limits.HalfWidth, 1e-12);
    }

    [Fact]
    public void Steps_without_distances_are_compared_by_order()
    {
        Assert.Equal(new Moves(0.3, 0.1), Moves.Of(new[,] { { 4, 2, 1 }, { 1, 2, 0 }, { 0, 0, 0 } }));
        Assert.Equal(0.5, Moves.ChanceHigher([3, 4, 3], [3, 4, 3]));
        Assert.Equal((1, 0), (Moves.ChanceHigher([5, 0], [0, 2]), Moves.ChanceHigher([0, 2], [5, 0])));
        // Second on steps 0, 1, 1 against first on 0, 1: (½ + 0 + 1 + ½ + 1 + ½) / 6.
        Near.Is(3.5 / 6, Moves.ChanceHigher([1, 1], [1, 2]), 1e-12);
    }

    [Fact]
    public void Fifty_nine_cases_show_an_error_of_five_per_cent()
    {
        Assert.Equal(59, AuditSize.Cases(0.05));
        Assert.Equal(54, AuditSize.CasesOf(0.05, 300));
        Assert.Equal(1, AuditSize.Cases(1));
        Assert.Equal(10, AuditSize.CasesOf(0.01, 10, 0.99));
    }

    [Fact]
    public void Errors_in_a_sample_bound_those_in_all_payments()
    {
        // One of n: the bound p solves 1 - (1 - p)^n = 5 %.
        Near.Is(1 - Math.Pow(0.95, 1 / 20.0), AuditSize.LeastErrorShare(1, 20), 1e-9);
        Assert.Equal(0, AuditSize.LeastErrorShare(0, 20));
        Near.Is(Math.Pow(0.05, 1 / 8.0), AuditSize.LeastErrorShare(8, 8), 1e-9);
        Gen.Select(Gen.Int[1, 60], Gen.Int[0, 60]).Sample((found, right) =>
        {
            var bound = AuditSize.LeastErrorShare(found, found + right);
            Near.Is(0.95, Binomial.Cumulative(found + right, bound, found - 1), 1e-6);
        });
    }

    [Fact]
    public void Kykyviisari_shows_a_persons_change_only_from_seven_tenths_of_a_deviation()
    {
        var (least, greatest) = Instruments.Kykyviisari.LeastChange95!.Value;
        Assert.Equal((0.73, 1.41), (Math.Round(least, 2), Math.Round(greatest, 2)));
        Assert.Null(Instruments.RecoveryStar.LeastChange95);
        Assert.All(Instruments.All, i => Assert.NotEmpty(i.Source));
    }

    [Fact]
    public void A_step_that_happened_is_paid_on_the_word_of_a_third_party()
    {
        Assert.Empty(StepPay.Doubts(new PaidStep.Happening(true)));
        Assert.Equal([StepDoubt.NoEvidence], StepPay.Doubts(new PaidStep.Happening(false)));
    }

    [Fact]
    public void A_score_is_paid_for_a_group_measured_by_others_with_a_small_part_of_the_fee()
    {
        var step = new PaidStep.Scored(Instruments.Kykyviisari, false, 40, 0.3, 0.10, false);
        Assert.Empty(StepPay.Doubts(step));
        Assert.Equal([StepDoubt.WithinChance], StepPay.Doubts(step with { LeastChange = 0.2 }));
        Assert.Equal([StepDoubt.TooMuchOfTheFee], StepPay.Doubts(step with { OfFee = 0.151 }));
        Assert.Equal([StepDoubt.MeasuredByPaid], StepPay.Doubts(step with { MeasuredByPaid = true }));
        Assert.Equal(
            [StepDoubt.PerPerson, StepDoubt.WithinChance], StepPay.Doubts(step with { PerPerson = true }));
        Assert.Equal(
            [StepDoubt.WrongInstrument], StepPay.Doubts(step with { Instrument = Instruments.RecoveryStar }));
    }

    // Chatterjee and Price, Regression Analysis by Example (1977): 30 departments, 7 questions.
    private static double[,] Attitude()
    {
        const string Answers =
            """
            43 51 30 39 61 92 45|63 64 51 54 63 73 47|71 70 68 69 76 86 48|61 63 45 47 54 84 35|81 78 56 66 71 83 47
            43 55 49 44 54 49 34|58 67 42 56 66 68 35|71 75 50 55 70 66 41|72 82 72 67 71 83 31|67 61 45 47 62 80 41
            64 53 53 58 58 67 34|67 60 47 39 59 74 41|69 62 57 42 55 63 25|68 83 83 45 59 77 35|77 77 54 72 79 77 46
            81 90 50 72 60 54 36|74 85 64 69 79 79 63|65 60 65 75 55 80 60|65 70 46 57 75 85 46|50 58 68 54 64 78 52
            50 40 33 34 43 64 33|64 61 52 62 66 80 41|53 66 52 50 63 80 37|40 37 42 58 50 57 49|63 54 42 48 66 75 33
            66 77 66 63 88 76 72|78 75 58 74 80 78 49|48 57 44 45 51 83 38|85 85 71 71 77 74 55|82 82 39 59 64 78 39
            """;
        var rows = Answers.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var table = new double[rows.Length, 7];
        foreach (var (i, row) in rows.Index())
        {
            foreach (var (j, answer) in row.Split(' ').Index())
            {
                table[i, j] = double.Parse(answer, CultureInfo.InvariantCulture);
            }
        }

        return table;
    }
}
