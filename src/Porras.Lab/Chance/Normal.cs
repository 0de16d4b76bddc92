using MathNet.Numerics.Integration;

namespace Porras.Lab;

/// <summary>The normal distribution with mean 0 and deviation 1.</summary>
public static class Normal
{
    /// <summary>How many deviations hold the middle 95 %.</summary>
    public const double Middle95 = 1.959963984540054;

    // Beyond nine deviations there is less than 2e-19 on either side.
    private const double Farthest = 9;
    private const int Points = 256;

    // Wichura, Algorithm AS 241, routine PPND16, Applied Statistics 37 (1988) 477-484.
    private static ReadOnlySpan<double> MiddleTop =>
    [
        3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
        4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3,
    ];

    private static ReadOnlySpan<double> MiddleBottom =>
    [
        1, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
        2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3,
    ];

    private static ReadOnlySpan<double> SideTop =>
    [
        1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ];

    private static ReadOnlySpan<double> SideBottom =>
    [
        1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
        1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];

    private static ReadOnlySpan<double> TailTop =>
    [
        6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ];

    private static ReadOnlySpan<double> TailBottom =>
    [
        1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];

    /// <summary>How dense the distribution is at a place.</summary>
    public static double Density(double place) => Math.Exp(-place * place / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>The share at or below a place.</summary>
    public static double Cumulative(double place) => MathNet.Numerics.Distributions.Normal.CDF(0, 1, place);

    /// <summary>
    /// The place with a share at or below it: minus infinity for 0, infinity for 1. Relative error about 1e-16
    /// (Wichura, Algorithm AS 241, 1988).
    /// </summary>
    /// <param name="share">From 0 to 1.</param>
    public static double Inverse(double share)
    {
        if (Must.BeShare(share) is 0 or 1)
        {
            return share == 0 ? double.NegativeInfinity : double.PositiveInfinity;
        }

        var fromMiddle = share - 0.5;
        if (Math.Abs(fromMiddle) <= 0.425)
        {
            return fromMiddle * Ratio(MiddleTop, MiddleBottom, 0.180625 - fromMiddle * fromMiddle);
        }

        var depth = Math.Sqrt(-Math.Log(fromMiddle < 0 ? share : 1 - share));
        var size = depth <= 5 ? Ratio(SideTop, SideBottom, depth - 1.6) : Ratio(TailTop, TailBottom, depth - 5);
        return fromMiddle < 0 ? -size : size;
    }

    /// <summary>
    /// The share with the first of two normal values at or below one place and the second at or below another.
    /// Plackett's integral over the correlation (Biometrika 41, 1954), by Gauss and Legendre.
    /// </summary>
    /// <param name="first">The first place, finite.</param>
    /// <param name="second">The second place, finite.</param>
    /// <param name="correlation">From -1 to 1.</param>
    public static double Both(double first, double second, double correlation)
    {
        var squares = first * first + second * second;
        var twice = 2 * first * second;
        var more = GaussLegendreRule.Integrate(Turned, 0, Math.Asin(correlation), Points);
        return Math.Clamp(Cumulative(first) * Cumulative(second) + more / (2 * Math.PI), 0, 1);

        double Turned(double angle)
        {
            var (sine, cosine) = Math.SinCos(angle);
            return Math.Exp(-(squares - twice * sine) / (2 * cosine * cosine));
        }
    }

    /// <summary>What a function of a normal value gives on average, for a smooth function.</summary>
    /// <param name="function">The function of the normal value.</param>
    public static double Expected(Func<double, double> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return GaussLegendreRule.Integrate(z => function(z) * Density(z), -Farthest, Farthest, Points);
    }

    /// <summary>The same as <see cref="Expected"/> for many functions at once: places and their weights.</summary>
    internal static IEnumerable<(double Place, double Weight)> Grid()
    {
        var rule = new GaussLegendreRule(-Farthest, Farthest, Points);
        return Enumerable.Range(0, rule.Order)
            .Select(i => (rule.GetAbscissa(i), rule.GetWeight(i) * Density(rule.GetAbscissa(i))));
    }

    private static double Ratio(ReadOnlySpan<double> top, ReadOnlySpan<double> bottom, double at) =>
        Sum(top, at) / Sum(bottom, at);

    private static double Sum(ReadOnlySpan<double> f, double at) =>
        ((((((f[7] * at + f[6]) * at + f[5]) * at + f[4]) * at + f[3]) * at + f[2]) * at + f[1]) * at + f[0];
}
