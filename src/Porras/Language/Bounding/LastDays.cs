namespace Porras;

/// <summary>The last day on which something can happen under a model.</summary>
internal sealed class LastDays(FeeModel model, ModelNames names)
{
    private const int DeepestChain = 50;

    /// <summary>The last day on which a participant can start; null if the model is in force without end.</summary>
    public int? Start => model.Header.InForce is not { } days ? null
        : Math.Min(days.Value.Last, model.Participants?.Start?.Value.Until ?? int.MaxValue);

    /// <summary>The last day on which a fee can be earned.</summary>
    public Most<int> Earned(Declaration.Fee fee) => Earned(fee, 0);

    /// <summary>The last day of a moment.</summary>
    public Most<int> Of(Moment moment) => Of(moment, 0);

    /// <summary>The last day from which a line may be invoiced; holidays of the data may move it further.</summary>
    public Most<int> Due(Declaration.Fee fee)
    {
        var earned = Earned(fee);
        var payable = (fee.Payable ?? model.Header.Payable)?.Value;
        if (earned.Value is not { } day)
        {
            return earned;
        }

        var from = payable switch
        {
            null => day,
            { After: { } after } => after.Value.Later(day),
            { WorkingDays: var count } => WorkingDays.Later(day, count, []),
        };
        var due = Math.Max(from, fee.Claim?.Value.Value.Later(day) ?? day);
        return payable is { After: null } ? new(due, BoundReason.Of("day.working-days"))
            : due > day ? new(due, BoundReason.Of("day.delayed", Day.Date(day)))
            : earned;
    }

    private Most<int> Earned(Declaration.Fee fee, int depth)
    {
        var ways = ((Said<Moment>?[])[fee.When, .. fee.Or, .. fee.And]).OfType<Said<Moment>>()
            .Select(m => Of(m.Value, depth)).ToList();
        return ways.Find(w => w.Value is null) ?? ways.MaxBy(w => w.Value) ?? Never();
    }

    private Most<int> Of(Moment moment, int depth)
    {
        if (depth > DeepestChain)
        {
            return Never();
        }

        var bounds = moment.Bounds.Select(b => b switch
        {
            Bound.Within(var frame) => Window(frame, depth),
            Bound.Before(DayName.Fixed(var day, _)) => new(day - 1, BoundReason.Of("day.before", Day.Date(day))),
            Bound.Before or Bound.BegunWithin or Bound.WithinAny or Bound.After => null,
            var other => throw Speech.Unknown(other),
        });

        // Periods within a window go on to its end; only without one do they stop with the model.
        var all = moment is { Event: MomentKind.EachPeriod } && moment.Bounds.Any(b => b is Bound.Within)
            ? bounds : bounds.Append(Of(moment.Event, depth));
        var known = all.OfType<Most<int>>().ToList();
        return known.Where(b => b.Value is not null).MinBy(b => b.Value) ?? known.FirstOrDefault() ?? Never();
    }

    private Most<int> Of(MomentKind moment, int depth) => moment switch
    {
        MomentKind.Occurs(DayName.Named(var name)) when names.Find(name) is Meaning.Fact =>
            new(null, BoundReason.Of("day.facts")),
        MomentKind.Occurs(var day) => Of(day, depth),
        MomentKind.EachPeriod => model.Header.InForce is { } days
            ? new(days.Value.Last, BoundReason.Of("day.in-force")) : Never(),
        MomentKind.EachPart(_, _, var window) => Window(new Frame.Window(window), depth),
        MomentKind.Reaches or MomentKind.EachBlock or MomentKind.EachLasts or MomentKind.NewStep =>
            new(null, BoundReason.Of("day.no-window")),
        _ => throw Speech.Unknown(moment),
    };

    private Most<int> Window(Frame frame, int depth)
    {
        switch (frame)
        {
            case Frame.Window(var name) when names.Find(name) is Meaning.Window(var window, _):
                return window.Rule switch
                {
                    WindowRule.Lasts(var duration, var side, var day) => Around(duration.Value, side, day, depth, name),
                    WindowRule.Between(_, var last) => Of(last, depth),
                    var other => throw Speech.Unknown(other),
                };
            case Frame.Around(var duration, var side, var day):
                return Around(duration.Value, side, day, depth, null);
            case Frame.Window:
                return Never();
            case var other:
                throw Speech.Unknown(other);
        }
    }

    private Most<int> Around(Duration duration, Side side, DayName around, int depth, Name? window)
    {
        var at = Of(around, depth);
        if (at.Value is not { } day)
        {
            return at;
        }

        var last = side switch
        {
            Side.From => duration.From(day).Last,
            Side.After => duration.After(day).Last,
            Side.Before => day - 1,
            _ => throw Speech.Unknown(side),
        };
        return new(last, window is { } name ? BoundReason.Of("day.window", name.Text) : at.Reason);
    }

    private Most<int> Of(DayName day, int depth) => day switch
    {
        DayName.Start => Start is { } start ? new(start, BoundReason.Of("day.start")) : Never(),
        DayName.Fixed(var at, _) => new(at, BoundReason.Of("day.fixed", Day.Date(at))),
        DayName.EndOf(var window) => Window(new Frame.Window(window), depth + 1),
        DayName.CloseOf(var cohort) => Close(cohort),
        DayName.Transfer => new(null, BoundReason.Of("day.transfer")),
        DayName.Named(var name) => names.Find(name) switch
        {
            Meaning.Fee(var fee, _) => Earned(fee, depth + 1),
            Meaning.Fact or Meaning.Ladder => new(null, BoundReason.Of("day.facts")),
            _ => new(null, BoundReason.Of("day.known", name.Text)),
        },
        _ => throw Speech.Unknown(day),
    };

    private Most<int> Close(Name name)
    {
        if (names.Find(name) is not Meaning.Cohort({ By: { } by, Closes: { } closes }, _) || Start is not { } start)
        {
            return Never();
        }

        var last = by.Value switch
        {
            CohortBy.Start(var period) => ContractYears.Of(model).Of(period, start).Last,
            CohortBy.Known => model.Header.InForce!.Value.Last,
            var other => throw Speech.Unknown(other),
        };
        return new(closes.Value.Value.After(last).Last, BoundReason.Of("day.close", name.Text));
    }

    private static Most<int> Never() => new(null, BoundReason.Of("day.no-end"));
}

/// <summary>The periods of a model, before it is made ready to settle.</summary>
internal static class ContractYears
{
    public static Periods Of(FeeModel model)
    {
        var begins = model.Header.YearBegins?.Value;
        return new(model.Header.InForce?.Value ?? DaySpan.All, begins?.Month ?? 0, begins?.Day ?? 0);
    }
}
