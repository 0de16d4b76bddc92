namespace Porras;

/// <summary>Quantiles of amounts, exactly, in minor units.</summary>
/// <remarks>
/// Between two amounts the quantile lies in proportion, as <c>PERCENTILE.INC</c> of spreadsheets has it (type 7 of
/// Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996).
/// </remarks>
/// <param name="Values">One value for each of <see cref="Levels"/>.</param>
public sealed record Spread(IReadOnlyList<Exact> Values)
{
    /// <summary>The levels in hundredths.</summary>
    public static IReadOnlyList<int> Levels { get; } = [5, 10, 25, 50, 75, 90, 95];

    /// <summary>The value of one of the levels.</summary>
    public Exact At(int level) => Values[Levels.ToList().IndexOf(level)];

    /// <summary>The quantiles of amounts in rising order; null if there are none.</summary>
    public static Spread? Of(Money[] rising) =>
        rising.Length == 0 ? null : new([.. Levels.Select(l => Quantile(rising, l))]);

    /// <summary>One quantile of at least one amount in rising order.</summary>
    public static Exact Quantile(Money[] rising, int level)
    {
        var place = Exact.Of((Int128)(rising.Length - 1) * level, 100);
        var below = (int)place.Floor();
        var above = Math.Min(below + 1, rising.Length - 1);
        return rising[below].Minor + (place - below) * (rising[above].Minor - rising[below].Minor);
    }
}

/// <summary>Who of some participants gets more or less than under the baseline.</summary>
/// <param name="Up">How many bring more.</param>
/// <param name="Same">How many bring the same.</param>
/// <param name="Down">How many bring less.</param>
/// <param name="Gained">What those bring more, in all.</param>
/// <param name="Lost">What the others bring less, in all; at most 0.</param>
/// <param name="Spread">The quantiles of the differences; null without participants.</param>
public sealed record Gains(int Up, int Same, int Down, Money Gained, Money Lost, Spread? Spread)
{
    /// <summary>The gains of participants from their differences, in any order.</summary>
    public static Gains Of(IEnumerable<Money> differences)
    {
        var rising = differences.Order().ToArray();
        var (up, down) = (rising.Where(d => d.Minor > 0).ToList(), rising.Where(d => d.Minor < 0).ToList());
        return new(
            up.Count, rising.Length - up.Count - down.Count, down.Count, Sum(up), Sum(down), Spread.Of(rising));
    }

    private static Money Sum(List<Money> all) => all.Aggregate(Money.Zero, (sum, d) => sum + d);
}

/// <summary>One participant under the baseline and under another model.</summary>
/// <param name="Participant">The case number.</param>
/// <param name="Before">What it brings under the baseline.</param>
/// <param name="After">What it brings under the other model.</param>
public sealed record ParticipantGain(string Participant, Money Before, Money After)
{
    /// <summary>What it brings more; below zero if less.</summary>
    public Money Difference => After - Before;
}

/// <summary>How many participants have a difference in a range.</summary>
/// <param name="From">The end of the range nearer to zero; it does not belong to it, unless it is zero's own.</param>
/// <param name="To">The end farther from zero, which belongs to it; the same as the other for zero's own.</param>
/// <param name="Count">How many participants.</param>
public sealed record GainBin(Money From, Money To, int Count);

/// <summary>Who of the whole cohort gets more or less than under the baseline.</summary>
/// <param name="All">All of them.</param>
/// <param name="Most">The largest gains, largest first, then by case number.</param>
/// <param name="Least">The largest losses, largest first, then by case number.</param>
/// <param name="Bins">The differences in ranges of equal width, rising; zero has a range of its own.</param>
public sealed record CohortGains(
    Gains All,
    IReadOnlyList<ParticipantGain> Most,
    IReadOnlyList<ParticipantGain> Least,
    IReadOnlyList<GainBin> Bins)
{
    /// <summary>How many of the largest gains and losses are named.</summary>
    public const int Named = 10;

    private const int BinsMost = 24;

    internal static CohortGains Of(Cohort cohort, int model, Money[] differences)
    {
        var names = cohort.Models[0].Settled.Data.Starts.Participants;
        var all = cohort.Started
            .Select(p => new ParticipantGain(names[p], cohort.Amounts[0][p], cohort.Amounts[model][p]))
            .OrderBy(g => g.Participant, StringComparer.Ordinal)
            .ToList();
        return new(
            Porras.Gains.Of(differences),
            [.. all.Where(g => g.Difference.Minor > 0).OrderByDescending(g => g.Difference).Take(Named)],
            [.. all.Where(g => g.Difference.Minor < 0).OrderBy(g => g.Difference).Take(Named)],
            BinsOf(differences));
    }

    // Ranges without gaps from the lowest to the highest, so that a chart can draw them side by side.
    private static List<GainBin> BinsOf(Money[] differences)
    {
        if (differences.Length == 0)
        {
            return [];
        }

        var width = Width(differences.Min().Minor, differences.Max().Minor);
        var counts = differences.GroupBy(d => Place(d.Minor, width)).ToDictionary(g => g.Key, g => g.Count());
        var bins = new List<GainBin>();
        for (var place = counts.Keys.Min(); place <= counts.Keys.Max(); place++)
        {
            var (from, to) = (Math.Max(0, Math.Abs(place) - 1) * width, Math.Abs(place) * width);
            var sign = Math.Sign(place);
            bins.Add(new(new(sign * from), new(sign * to), counts.GetValueOrDefault(place)));
        }

        return bins;
    }

    private static long Width(long low, long high)
    {
        var span = Math.Max(0, high) - Math.Min(0, low);
        for (long ten = 1; ; ten *= 10)
        {
            foreach (var width in (long[])[ten, 2 * ten, 5 * ten])
            {
                if (span / width < BinsMost)
                {
                    return width;
                }
            }
        }
    }

    private static long Place(long difference, long width) =>
        Math.Sign(difference) * ((Math.Abs(difference) + width - 1) / width);
}
