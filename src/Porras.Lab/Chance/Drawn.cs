using MathNet.Numerics;

namespace Porras.Lab;

/// <summary>Random values made from one uniform number each, so that other parameters stay comparable.</summary>
public static class Drawn
{
    // Below this the chance of nothing is lost in a double, and the running sum cannot begin there.
    private const double LeastLog = -700;

    /// <summary>
    /// A count that varies more than a Poisson count: variance mean + mean² / size. The least count whose cumulative
    /// chance is at least the uniform number.
    /// </summary>
    /// <param name="uniform">Strictly between 0 and 1.</param>
    /// <param name="mean">The mean count, at least 0.</param>
    /// <param name="size">How regular the counts are, above 0; infinity would be Poisson.</param>
    public static int NegativeBinomial(double uniform, double mean, double size)
    {
        Must.BeInside(uniform);
        var share = Must.BeAtLeastZero(mean) / (Must.BePositive(size) + mean);
        var log = -size * double.LogP1(mean / size);
        if (log < LeastLog)
        {
            return Searched(uniform, mean, size, share);
        }

        var (count, weight) = (0, Math.Exp(log));
        for (var sum = weight; sum < uniform && weight > 0; sum += weight)
        {
            weight *= share * (size + count) / (count + 1);
            count++;
        }

        return count;
    }

    /// <summary>The same for many uniform numbers, whose running sums are the same.</summary>
    /// <param name="uniforms">Each strictly between 0 and 1.</param>
    /// <param name="mean">The mean count, at least 0.</param>
    /// <param name="size">How regular the counts are, above 0.</param>
    /// <param name="sums">Room for the running sums.</param>
    /// <param name="counts">Takes the count of each.</param>
    internal static void NegativeBinomials(
        ReadOnlySpan<double> uniforms, double mean, double size, List<double> sums, Span<int> counts)
    {
        var log = -size * double.LogP1(mean / size);
        var (share, weight) = (mean / (size + mean), Math.Exp(log));
        sums.Clear();
        sums.Add(weight);
        for (var i = 0; i < uniforms.Length; i++)
        {
            if (log < LeastLog)
            {
                counts[i] = NegativeBinomial(uniforms[i], mean, size);
                continue;
            }

            for (; sums[^1] < uniforms[i] && weight > 0; sums.Add(sums[^1] + weight))
            {
                var count = sums.Count - 1;
                weight *= share * (size + count) / (count + 1);
            }

            var found = 0;
            while (found < sums.Count - 1 && sums[found] < uniforms[i])
            {
                found++;
            }

            counts[i] = found;
        }
    }

    /// <summary>A value whose logarithm is normal.</summary>
    /// <param name="uniform">Strictly between 0 and 1.</param>
    /// <param name="logMean">The mean of the logarithm.</param>
    /// <param name="logDeviation">Its deviation, at least 0.</param>
    public static double LogNormal(double uniform, double logMean, double logDeviation) =>
        Math.Exp(logMean + Must.BeAtLeastZero(logDeviation) * Normal.Inverse(Must.BeInside(uniform)));

    /// <summary>A factor with mean 1 whose logarithm is normal: by how much volume turns out otherwise.</summary>
    /// <param name="uniform">Strictly between 0 and 1.</param>
    /// <param name="logDeviation">The deviation of the logarithm, at least 0.</param>
    public static double Factor(double uniform, double logDeviation) =>
        LogNormal(uniform, -logDeviation * logDeviation / 2, logDeviation);

    private static int Searched(double uniform, double mean, double size, double share)
    {
        var (low, high) = (-1, 1 + (int)Math.Min(int.MaxValue / 2, 2 * mean));
        while (!Reached(high))
        {
            (low, high) = (high, checked(2 * high));
        }

        while (high - low > 1)
        {
            var middle = low + (high - low) / 2;
            (low, high) = Reached(middle) ? (low, middle) : (middle, high);
        }

        return high;

        bool Reached(int count) => SpecialFunctions.BetaRegularized(size, count + 1.0, 1 - share) >= uniform;
    }
}
