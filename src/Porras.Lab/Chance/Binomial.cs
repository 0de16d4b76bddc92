using MathNet.Numerics;

namespace Porras.Lab;

/// <summary>How many of a number of equal, independent chances come true.</summary>
public static class Binomial
{
    /// <summary>The chance of each count, from 0 to all of them.</summary>
    /// <param name="chances">How many chances, at least 0.</param>
    /// <param name="share">The chance of each.</param>
    public static double[] Weights(int chances, double share)
    {
        Must.BeAtLeast(0, chances);
        var (yes, no) = (Math.Log(Must.BeShare(share)), double.LogP1(-share));
        var weights = new double[chances + 1];
        for (var count = 0; count <= chances; count++)
        {
            // Nothing times the logarithm of nothing is nothing here, not undefined.
            var log = (count == 0 ? 0 : count * yes) + (count == chances ? 0 : (chances - count) * no);
            weights[count] = Math.Exp(SpecialFunctions.BinomialLn(chances, count) + log);
        }

        return weights;
    }

    /// <summary>The chance of at most a count: 0 below 0, 1 from all of them on.</summary>
    /// <param name="chances">How many chances, at least 0.</param>
    /// <param name="share">The chance of each.</param>
    /// <param name="count">The count, which belongs to it.</param>
    public static double Cumulative(int chances, double share, int count) =>
        count < 0 ? 0
        : count >= Must.BeAtLeast(0, chances) || Must.BeShare(share) == 0 ? 1
        : share == 1 ? 0
        : SpecialFunctions.BetaRegularized(chances - count, count + 1, 1 - share);

    /// <summary>The least count whose chance of being reached or undercut is at least a share.</summary>
    /// <param name="chances">How many chances, at least 0.</param>
    /// <param name="share">The chance of each.</param>
    /// <param name="at">The share asked for; 0 gives 0.</param>
    public static int Quantile(int chances, double share, double at)
    {
        var (low, high) = (0, Must.BeAtLeast(0, chances));
        for (Must.BeShare(at); low < high;)
        {
            var middle = low + (high - low) / 2;
            (low, high) = Cumulative(chances, share, middle) >= at ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>A share with Wilson's interval of 95 % confidence; of no cases 0, between 0 and 1.</summary>
    /// <param name="hits">How many of them.</param>
    /// <param name="count">Of how many.</param>
    public static Interval Observed(int hits, int count)
    {
        var sample = Sample.OfRate(hits, count);
        return new(sample.Low ?? 0, count > 0 ? (double)hits / count : 0, sample.High ?? 1);
    }
}
