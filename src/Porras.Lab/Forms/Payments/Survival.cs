using MathNet.Numerics;

namespace Porras.Lab;

/// <summary>How long a job lasts: the share of jobs still held after a number of months.</summary>
public abstract record Survival
{
    private Survival()
    {
    }

    /// <summary>The share still held after some months; 1 at 0.</summary>
    /// <param name="months">Not below 0; parts of a month count.</param>
    public abstract double At(double months);

    /// <summary>The chance of losing the job in a month, for one held until then.</summary>
    /// <param name="month">The month, counted from 1.</param>
    public double Hazard(int month) => 1 - Later(Must.BeAtLeast(1, month) - 1, month);

    /// <summary>The share still held at a later time, of those held at an earlier one.</summary>
    /// <param name="from">The earlier number of months, with a share above 0.</param>
    /// <param name="to">The later number of months.</param>
    public double Later(double from, double to) => At(to) / At(from);

    /// <summary>The same chance of losing the job every month.</summary>
    /// <param name="Kept">The share that keeps it for one more month, from 0 to 1.</param>
    public sealed record Geometric(double Kept) : Survival
    {
        /// <inheritdoc/>
        public override double At(double months) => Math.Pow(Must.BeShare(Kept), Must.BeAtLeastZero(months));
    }

    /// <summary>A chance that falls with time when the shape is below 1: S(d) = exp(-(d / scale)^shape).</summary>
    /// <param name="Scale">Months after which 36.8 % are still held, above 0.</param>
    /// <param name="Shape">Below 1: those who stay, stay; 1: geometric.</param>
    public sealed record Weibull(double Scale, double Shape) : Survival
    {
        /// <summary>The mean number of months.</summary>
        public double Mean => Scale * SpecialFunctions.Gamma(1 + 1 / Shape);

        /// <summary>The number of months that half of the jobs last.</summary>
        public double Median => Scale * Math.Pow(Constants.Ln2, 1 / Shape);

        /// <summary>The curve of a shape through one observed share.</summary>
        /// <param name="months">When it was observed, above 0.</param>
        /// <param name="share">The share still held then, strictly between 0 and 1.</param>
        /// <param name="shape">The shape, above 0.</param>
        public static Weibull Through(double months, double share, double shape) =>
            new(Must.BePositive(months) / Math.Pow(-Math.Log(Must.BeInside(share)), 1 / Must.BePositive(shape)), shape);

        /// <inheritdoc/>
        public override double At(double months) =>
            Math.Exp(-Math.Pow(Must.BeAtLeastZero(months) / Must.BePositive(Scale), Must.BePositive(Shape)));

        /// <summary>The mean number of months in the job within a window: the area under the curve.</summary>
        /// <param name="months">The length of the window, not below 0.</param>
        public double MeanWithin(double months) => months == 0
            ? 0
            : Mean * SpecialFunctions.GammaLowerRegularized(1 / Shape, Math.Pow(months / Scale, Shape));
    }

    /// <summary>The logarithm of the months is normal.</summary>
    /// <param name="LogMean">The mean of the logarithm.</param>
    /// <param name="LogDeviation">Its deviation, above 0.</param>
    public sealed record LogNormal(double LogMean, double LogDeviation) : Survival
    {
        /// <summary>The curve through two observed shares.</summary>
        /// <param name="early">Months of the first, above 0.</param>
        /// <param name="earlyShare">The share still held then.</param>
        /// <param name="late">Months of the second, after the first.</param>
        /// <param name="lateShare">The share still held then, below the first.</param>
        public static LogNormal Through(double early, double earlyShare, double late, double lateShare)
        {
            var (first, second) = (Normal.Inverse(1 - earlyShare), Normal.Inverse(1 - lateShare));
            var deviation = Must.BePositive(Math.Log(late / early) / (second - first));
            return new(Math.Log(early) - deviation * first, deviation);
        }

        /// <inheritdoc/>
        public override double At(double months) => Must.BeAtLeastZero(months) == 0
            ? 1
            : Normal.Cumulative((LogMean - Math.Log(months)) / Must.BePositive(LogDeviation));
    }
}
