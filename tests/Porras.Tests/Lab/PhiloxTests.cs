using Porras.Lab;

namespace Porras.Tests;

/// <summary>Random numbers: the published vectors, and the same numbers whatever registers make them.</summary>
public sealed class PhiloxTests
{
    private const int People = 4000, Times = 100, Months = 36;

    // A ladder of five states with the thresholds of what is below each next one; the last state is never left.
    private static readonly uint[][] Thresholds =
    [
        [3865470566, 4166118277, 4252017623, 4294967295],
        [171798692, 3779571220, 4123168604, 4294967295],
        [0, 214748365, 3650722202, 4294967295],
        [85899346, 171798692, 429496730, 3951369912],
        [0, 0, 0, 0],
    ];

    public static TheoryData<Width> Widths =>
        [.. new[] { Width.Scalar, Width.Eight, Width.Sixteen }.Where(w => w <= Lanes.Widest)];

    [Fact]
    public void The_vectors_published_with_the_generator_come_out()
    {
        const uint All = uint.MaxValue;
        Assert.Equal(new(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8), Philox.Of(default, 0));
        Assert.Equal(
            new(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd), Philox.Of(new(All, All, All, All), ulong.MaxValue));
        Assert.Equal(
            new(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1),
            Philox.Of(new(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344), 0x299f31d0a4093822));
    }

    [Fact]
    public void Words_become_numbers_between_0_and_1()
    {
        var first = Philox.Of(default, 0);
        Assert.Equal(0.399046470760368, Uniform.Of(first.X0), 15);
        Assert.Equal(0.605481853825040, Uniform.Of(first.X3), 15);
        Assert.Equal(0.39904647084896455, Uniform.Of(first.X0, first.X1));
        Assert.InRange(Uniform.Of(0), double.Epsilon, 1);
        Assert.InRange(Uniform.Of(uint.MaxValue), 0, 1 - double.Epsilon);
    }

    [Fact]
    public void A_chance_of_one_misses_one_word_and_a_chance_of_none_has_none()
    {
        Assert.Equal(0u, Uniform.Threshold(0));
        Assert.Equal(0u, Uniform.Threshold(-1));
        Assert.Equal(uint.MaxValue, Uniform.Threshold(1));
        Assert.Equal(1u << 31, Uniform.Threshold(0.5));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Lanes_hold_the_numbers_of_single_counters(Width width)
    {
        var lanes = new uint[3 * 4 * Lanes.Count];
        Lanes.Fill(0xFFFFFFF0 - 5, 7, 3, Purpose.Claim, 0x123456789ABCDEF0, lanes, width);
        for (var month = 0; month < 12; month++)
        {
            for (var lane = 0; lane < Lanes.Count; lane++)
            {
                var counter = new Quad(0xFFFFFFF0 - 5 + (uint)lane, 7 + (uint)(month / 4), 3, (uint)Purpose.Claim);
                Assert.Equal(
                    Philox.Of(counter, 0x123456789ABCDEF0)[month % 4], lanes[month * Lanes.Count + lane]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_golden_run_of_a_small_ladder_is_met_to_the_last_person(Width width)
    {
        var counts = new int[Months + 1, 5];
        var words = new uint[Months * Lanes.Count];
        for (var replication = 0u; replication < Times; replication++)
        {
            for (var first = 0u; first < People; first += Lanes.Count)
            {
                Lanes.Fill(first, 0, replication, Purpose.Step, 42 | 7UL << 32, words, width);
                Climb(words, counts);
            }
        }

        Assert.Equal([359916, 28101, 7963, 4020, 0], Row(counts, 1));
        Assert.Equal([294583, 65295, 23851, 15181, 1090], Row(counts, 3));
        Assert.Equal([142196, 98181, 64467, 65428, 29728], Row(counts, 12));
        Assert.Equal([76163, 75641, 66258, 79345, 102593], Row(counts, 24));
        Assert.Equal([50065, 55911, 53353, 66844, 173827], Row(counts, 36));
    }

    private static void Climb(uint[] words, int[,] counts)
    {
        for (var lane = 0; lane < Lanes.Count; lane++)
        {
            var state = 0;
            for (var month = 0; month < Months; month++)
            {
                var word = words[month * Lanes.Count + lane];
                state = Thresholds[state].Count(t => word >= t);
                counts[month + 1, state]++;
            }
        }
    }

    private static int[] Row(int[,] counts, int month) => [.. Enumerable.Range(0, 5).Select(s => counts[month, s])];
}
