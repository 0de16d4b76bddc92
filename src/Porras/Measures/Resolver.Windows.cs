namespace Porras;

/// <content>Days and windows.</content>
public sealed partial class Resolver
{
    /// <summary>A day.</summary>
    public DayPlan Day(DayName day) => day switch
    {
        DayName.Start => new DayPlan.Start(),
        DayName.Transfer => new DayPlan.Transfer(),
        DayName.EndOf(var window) => new DayPlan.EndOf(Window(window)),
        DayName.CloseOf(var cohort) => CloseOf(cohort),
        DayName.Fixed(var number, _) => new DayPlan.Fixed(number),
        DayName.Named(var name) => Day(name),
        _ => throw new InvalidOperationException("Unknown day."),
    };

    /// <summary>A window by its name.</summary>
    public WindowPlan Window(Name name)
    {
        if (_windows.TryGetValue(name.Text, out var known))
        {
            return known;
        }

        var rule = Names.Find(name) is Meaning.Window(var decl, _) ? decl.Rule : throw Unchecked(name);
        var plan = rule switch
        {
            WindowRule.Lasts(var duration, var side, var day) =>
                WindowPlan.Around(_windowCount++, name.Text, duration.Value, side, Day(day), NewMemo()),
            WindowRule.Between(var first, var last) =>
                WindowPlan.Between(_windowCount++, name.Text, Day(first), Day(last)),
            _ => throw new InvalidOperationException("Unknown window."),
        };
        return _windows[name.Text] = plan;
    }

    /// <summary>A window or a duration around a day.</summary>
    public WindowPlan Window(Frame frame) => frame switch
    {
        Frame.Window(var name) => Window(name),
        Frame.Around(var duration, var side, var day) =>
            WindowPlan.Around(_windowCount++, "", duration.Value, side, Day(day), NewMemo()),
        _ => throw new InvalidOperationException("Unknown window."),
    };

    private DayPlan Day(Name name) => Names.Find(name) switch
    {
        Meaning.Known(_, var i) => new DayPlan.Known(i),
        Meaning.Fact(_, var i) => new DayPlan.FirstFact(i),
        Meaning.Ladder(_, var i) => new DayPlan.FirstFact(i),
        Meaning.Fee(_, var i) => new DayPlan.FirstFee(i),
        _ => throw Unchecked(name),
    };

    private DayPlan.CloseOf CloseOf(Name name)
    {
        var cohort = Names.Find(name) is Meaning.Cohort(var decl, _) ? decl : throw Unchecked(name);
        Period? period = cohort.By?.Value is CohortBy.Start(var p) ? p : null;
        return new(period, Periods, cohort.Closes?.Value.Value ?? throw Unchecked(name));
    }
}
