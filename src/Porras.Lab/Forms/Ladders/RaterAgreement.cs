namespace Porras.Lab;

/// <summary>
/// How far raters agree on the same people: Shrout and Fleiss, Psychological Bulletin 86 (1979). For one rater, and for
/// the mean of as many as there were.
/// </summary>
/// <param name="AnyRater">ICC(1,1): every person is seen by other raters.</param>
/// <param name="SameRaters">ICC(2,1): the same raters, who stand for all raters.</param>
/// <param name="TheseRaters">ICC(3,1): the same raters, and no others matter.</param>
/// <param name="AnyMean">ICC(1,k).</param>
/// <param name="SameMean">ICC(2,k).</param>
/// <param name="TheseMean">ICC(3,k).</param>
public sealed record RaterAgreement(
    double AnyRater, double SameRaters, double TheseRaters, double AnyMean, double SameMean, double TheseMean)
{
    /// <summary>From ratings without gaps.</summary>
    /// <param name="ratings">People (rows, at least two) by raters (columns, at least two).</param>
    public static RaterAgreement Of(double[,] ratings)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var (n, k) = (Must.BeAtLeast(2, ratings.GetLength(0)), Must.BeAtLeast(2, ratings.GetLength(1)));
        var mean = ratings.Cast<double>().Average();
        var all = ratings.Cast<double>().Sum(r => (r - mean) * (r - mean));
        var people = k * Enumerable.Range(0, n).Sum(i => Squared(Enumerable.Range(0, k).Average(j => ratings[i, j])));
        var raters = n * Enumerable.Range(0, k).Sum(j => Squared(Enumerable.Range(0, n).Average(i => ratings[i, j])));
        var (between, within) = (people / (n - 1), (all - people) / (n * (k - 1)));
        var (rater, rest) = (raters / (k - 1), (all - people - raters) / ((n - 1) * (k - 1)));
        return new(
            (between - within) / (between + (k - 1) * within),
            (between - rest) / (between + (k - 1) * rest + k * (rater - rest) / n),
            (between - rest) / (between + (k - 1) * rest),
            (between - within) / between,
            (between - rest) / (between + (rater - rest) / n),
            (between - rest) / between);

        double Squared(double value) => (value - mean) * (value - mean);
    }

    /// <summary>How far items of one scale measure the same: Cronbach's alpha. Not for formative scales.</summary>
    /// <param name="answers">People (rows, at least two) by items (columns, at least two).</param>
    public static double Alpha(double[,] answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var (n, k) = (Must.BeAtLeast(2, answers.GetLength(0)), Must.BeAtLeast(2, answers.GetLength(1)));
        var items = Enumerable.Range(0, k).Sum(j => Variance([.. Enumerable.Range(0, n).Select(i => answers[i, j])]));
        var sum = Variance([.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, k).Sum(j => answers[i, j]))]);
        return (double)k / (k - 1) * (1 - items / sum);
    }

    /// <summary>
    /// How far two ways of measuring lie apart: the mean difference (second less first) and the limits within which
    /// 95 % of differences lie (Bland and Altman, Lancet 1986).
    /// </summary>
    /// <param name="first">One value for each person, at least two.</param>
    /// <param name="second">The other value of the same people.</param>
    public static Interval Limits(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        Must.BeAsLong(Must.BeAtLeast(2, first.Length), second.Length);
        var differences = new double[first.Length];
        for (var i = 0; i < differences.Length; i++)
        {
            differences[i] = second[i] - first[i];
        }

        return Interval.Around(differences.Average(), Normal.Middle95 * Math.Sqrt(Variance(differences)));
    }

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1);
    }
}
