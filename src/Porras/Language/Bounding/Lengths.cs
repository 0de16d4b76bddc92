namespace Porras;

/// <summary>
/// How many days durations and windows have at the most and at the least, whatever day they begin on.
/// </summary>
internal sealed class Lengths(FeeModel model, ModelNames names)
{
    // Four years hold every combination of month lengths; a century without a leap day only shortens them.
    private const int FourYears = 1461;
    private const int FirstDay = 738000;

    /// <summary>The most days of a duration.</summary>
    public static int Most(Duration duration) => Of(duration).Max();

    /// <summary>The least days of a duration.</summary>
    public static int Least(Duration duration) => Of(duration).Min();

    /// <summary>The most days of a window; null if it has no bound.</summary>
    public int? Most(Frame frame) => frame switch
    {
        Frame.Window(var name) => names.Find(name) is Meaning.Window(var decl, _) ? Most(decl.Rule) : null,
        Frame.Around(var duration, var side, _) => Most(duration.Value, side),
        _ => throw Speech.Unknown(frame),
    };

    /// <summary>
    /// The most days from the start of a participant to the last day of a window; null if it has no bound.
    /// </summary>
    public int? MostFromStart(Frame frame)
    {
        var (duration, side, day) = Around(frame);
        return duration is null || day is not DayName.Start ? null
            : side switch
            {
                Side.From => Most(duration.Value),
                Side.After => Most(duration.Value) + 1,
                Side.Before => 0,
                _ => throw Speech.Unknown(side),
            };
    }

    /// <summary>The most parts of a duration that a window holds, a cut one counted; null if it has no bound.</summary>
    public int? Parts(Name window, Duration part) =>
        names.Find(window) is Meaning.Window({ Rule: WindowRule.Lasts(var whole, not Side.Before, _) }, _)
            && whole.Value.InMonths && part.InMonths
            ? (whole.Value.Months + part.Months - 1) / part.Months
            : (Most(new Frame.Window(window)) + Least(part) - 1) / Least(part);

    /// <summary>The window of every start in force, if it hangs on the start; else null.</summary>
    public IEnumerable<DaySpan>? FromEachStart(Frame frame)
    {
        var (duration, side, day) = Around(frame);
        if (duration is null || day is not DayName.Start
            || model.Header is not { TakesRunningCases: false, InForce.Value: var days })
        {
            return null;
        }

        return Enumerable.Range(days.First, days.Length).Select(d => side switch
        {
            Side.From => duration.Value.From(d),
            Side.After => duration.Value.After(d),
            Side.Before => duration.Value.Before(d),
            _ => throw Speech.Unknown(side),
        });
    }

    private (Lasting? Duration, Side Side, DayName? Day) Around(Frame frame) => frame switch
    {
        Frame.Window(var name) when names.Find(name) is Meaning.Window({ Rule: WindowRule.Lasts lasts }, _) =>
            (lasts.Duration, lasts.Side, lasts.Day),
        Frame.Around around => (around.Duration, around.Side, around.Day),
        Frame.Window => (null, Side.From, null),
        _ => throw Speech.Unknown(frame),
    };

    private int? Most(WindowRule rule) => rule switch
    {
        WindowRule.Lasts(var duration, var side, _) => Most(duration.Value, side),
        WindowRule.Between(DayName.Fixed(var first, _), DayName.Fixed(var last, _)) => Math.Max(0, last - first + 1),
        WindowRule.Between(DayName.Start, DayName.Fixed(var last, _))
            when model.Header is { TakesRunningCases: false, InForce: { } days } =>
            Math.Max(0, last - days.Value.First + 1),
        WindowRule.Between => null,
        _ => throw Speech.Unknown(rule),
    };

    private static int Most(Duration duration, Side side) =>
        side != Side.Before || !duration.InMonths ? Most(duration)
            : Starts().Max(d => duration.Before(d).Length);

    private static IEnumerable<int> Of(Duration duration) =>
        duration.InMonths ? Starts().Select(d => duration.From(d).Length) : [duration.Days];

    private static IEnumerable<int> Starts() => Enumerable.Range(FirstDay, FourYears);
}
