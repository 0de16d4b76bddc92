using MathNet.Numerics;

namespace Porras.Lab;

/// <summary>How many cases to rate again, and what errors found in a sample say about all that was paid.</summary>
public static class AuditSize
{
    /// <summary>
    /// Cases to draw so that, if the share of errors is at least so large, at least one is found with the confidence
    /// asked for; from very many cases.
    /// </summary>
    /// <param name="errors">The share of errors, above 0.</param>
    /// <param name="confidence">How sure, strictly between 0 and 1.</param>
    public static int Cases(double errors, double confidence = 0.95) =>
        errors >= 1 ? 1 : Math.Max(1, (int)Math.Ceiling(
            double.LogP1(-Must.BeInside(confidence)) / double.LogP1(-Must.BeInside(errors))));

    /// <summary>The same from a limited number of cases, drawn without putting back.</summary>
    /// <param name="errors">The share of errors, above 0; wrong cases are rounded down, at least 1.</param>
    /// <param name="of">How many cases there are, at least 1.</param>
    /// <param name="confidence">How sure, strictly between 0 and 1.</param>
    public static int CasesOf(double errors, int of, double confidence = 0.95)
    {
        Must.BeInside(confidence);
        var wrong = Math.Max(1, (int)Math.Floor(Must.BeShare(errors) * Must.BeAtLeast(1, of) + 1e-9));
        var (cases, missed) = (0, 1.0);
        while (missed > 1 - confidence)
        {
            missed *= Math.Max(0, (double)(of - wrong - cases) / (of - cases));
            cases++;
        }

        return cases;
    }

    /// <summary>
    /// The share of errors that is exceeded with 95 % confidence, one-sided (Clopper and Pearson 1934): what may be
    /// taken back of all that was paid.
    /// </summary>
    /// <param name="found">Errors in the sample, at least 0.</param>
    /// <param name="cases">The size of the sample, at least 1.</param>
    public static double LeastErrorShare(int found, int cases) =>
        Must.BeAtLeast(0, found) == 0 ? 0
        : FindLower(found, Must.BeAtLeast(found, cases));

    // The chance of at least so many errors grows with the share; it is 5 % at the bound.
    private static double FindLower(int found, int cases)
    {
        var (low, high) = (0.0, 1.0);
        for (var halving = 0; halving < 60; halving++)
        {
            var middle = (low + high) / 2;
            var chance = SpecialFunctions.BetaRegularized(found, cases - found + 1, middle);
            (low, high) = chance < 0.05 ? (middle, high) : (low, middle);
        }

        return low;
    }
}
