namespace Porras.Lab;

/// <summary>
/// How exactly an instrument measures one person, from how values spread and how well they repeat. Two measurements
/// differ by chance alone, so only a large change is a real one.
/// </summary>
/// <param name="Deviation">The deviation of values in the group, above 0.</param>
/// <param name="Reliability">How well values repeat, from 0 to 1; test-retest or an intraclass correlation.</param>
public readonly record struct Score(double Deviation, double Reliability)
{
    // The rounded factors of the publications.
    private const double Middle90 = 1.65, Reliable = 1.96;

    /// <summary>The standard error of one measurement.</summary>
    public double Error => Must.BePositive(Deviation) * Math.Sqrt(1 - Must.BeShare(Reliability));

    /// <summary>The standard error of the difference of two measurements.</summary>
    public double ChangeError => Math.Sqrt(2) * Error;

    /// <summary>The least change that is real with 95 % confidence.</summary>
    public double LeastChange95 => Normal.Middle95 * ChangeError;

    /// <summary>The least change that is real with 90 % confidence, as published with the rounded 1.65.</summary>
    public double LeastChange90 => Middle90 * ChangeError;

    /// <summary>The raw change whose <see cref="ReliableChange"/> is 1.96, the factor as published.</summary>
    public double ReliableFrom => Reliable * ChangeError;

    /// <summary>
    /// The change in units of its error: beyond 1.96 it is reliable (Jacobson and Truax, Journal of Consulting and
    /// Clinical Psychology 59, 1991).
    /// </summary>
    /// <param name="before">The first value.</param>
    /// <param name="after">The second.</param>
    public double ReliableChange(double before, double after) => (after - before) / ChangeError;

    /// <summary>The least change of a group's mean that is real with 95 % confidence.</summary>
    /// <param name="people">How many people, at least 1.</param>
    public double LeastGroupChange95(int people) => LeastChange95 / Math.Sqrt(Must.BeAtLeast(1, people));

    /// <summary>
    /// The standard error of a change when the two occasions spread differently (Maassen, Journal of the International
    /// Neuropsychological Society 10, 2004); the same as <see cref="ChangeError"/> if they do not.
    /// </summary>
    /// <param name="before">The instrument on the first occasion.</param>
    /// <param name="after">On the second.</param>
    public static double ChangeErrorOf(Score before, Score after) =>
        Math.Sqrt(before.Error * before.Error + after.Error * after.Error);

    /// <summary>The value between a group with difficulties and one without, weighted by how each spreads.</summary>
    /// <param name="mean">The mean of the group with difficulties.</param>
    /// <param name="deviation">Its deviation.</param>
    /// <param name="otherMean">The mean of the group without.</param>
    /// <param name="otherDeviation">Its deviation.</param>
    public static double CutOff(double mean, double deviation, double otherMean, double otherDeviation) =>
        (otherDeviation * mean + deviation * otherMean) / Must.BePositive(deviation + otherDeviation);
}
