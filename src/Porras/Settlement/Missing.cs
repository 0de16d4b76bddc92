namespace Porras;

/// <summary>What is missing for a fee: the nearest condition that is not met.</summary>
internal static class Missing
{
    /// <summary>What is missing for one occurrence of a fee.</summary>
    public static WhyNot Of(Plan plan, FeePlan fee, ServiceCase c, int time, DraftLine? line)
    {
        var occurrences = c.Occurrences(fee.Index);
        if (line is not null)
        {
            var reached = new WhyNot(fee.Source, WhyNotKind.LimitReached) { Time = time, Limits = line.Limits };
            return reached with { OnDay = line.Line.Earned };
        }

        if (time <= occurrences.Count)
        {
            var day = occurrences[time - 1].Day;
            return !plan.Has(day) ? new(fee.Source, WhyNotKind.OtherVersion) { Time = time, OnDay = day }
                : Unpaid(fee, c, occurrences[time - 1], time);
        }

        var most = fee.MostTimes(c);
        if (time > most)
        {
            return new(fee.Source, WhyNotKind.OftenEnough) { Time = time, Asked = most, Best = occurrences.Count };
        }

        // An occurrence that fails its tests does not exist: the last such one is the nearest.
        var gathered = fee.Gather(c);
        var failed = gathered.Where(o => !occurrences.Contains(o)).ToList();
        if (failed.Count > 0)
        {
            var spot = fee.SpotOf(c, failed[^1], time, out _);
            return new(fee.Source, WhyNotKind.TestFails)
            {
                Time = time,
                OnDay = failed[^1].Day,
                Test = Failed(c, fee.OnlyIf, spot),
                Way = fee.Ways[failed[^1].Way].Source,
            };
        }

        var ways = Enumerable.Range(0, fee.Ways.Length).Select(w => Way(plan, fee, c, w, time)).ToList();
        return ways.Where(w => w is not null).OrderBy(w => w!.Kind == WhyNotKind.NotReached ? 0 : 1).First()!;
    }

    /// <summary>The first test that does not hold, with the values it compared.</summary>
    public static FailedTest? Failed(ServiceCase c, IReadOnlyList<TestLinePlan> lines, in Spot spot)
    {
        foreach (var line in lines)
        {
            if (line.Holds(c, spot))
            {
                continue;
            }

            foreach (var test in line.Tests)
            {
                if (!test.Holds(c, spot))
                {
                    var (value, with) = Values(c, test, spot);
                    return new(line, line.Mark, test.Source, value, with, spot.Day);
                }
            }
        }

        return null;
    }

    /// <summary>The measure of a moment, its value over the days counted, and what is asked of it.</summary>
    public static (Declaration.Measure? Measure, Exact? Value, Exact? Asked) Read(
        ServiceCase c, MomentPlan way, Occurrence occurrence)
    {
        switch (way)
        {
            case RunMoment run:
                var spot = new Spot(occurrence.Day, occurrence.Day, occurrence.Counted);
                var value = run.Measure.TryValue(c, occurrence.Counted, spot, out var days) ? days : (Exact?)null;
                var asked = run.Needed(c) is { } n ? n * (run.Asked.InMonths ? 1 : run.Measure.Worth) : (Exact?)null;
                return (run.Measure.Source, value, asked);
            case ValueMoment measured:
                var read = measured.Read(c, occurrence.Day, occurrence.Counted);
                return (measured.Measure.Source, read?.Value, read?.Asked);
            default:
                return (null, null, null);
        }
    }

    private static WhyNot Unpaid(FeePlan fee, ServiceCase c, Occurrence occurrence, int time)
    {
        fee.SpotOf(c, occurrence, time, out var priced);
        if (!priced)
        {
            return new(fee.Source, WhyNotKind.NotPriced) { Time = time, OnDay = occurrence.Day };
        }

        if (fee.ClaimBy(occurrence) is { } by && fee.KnownOn(c, occurrence) is var known && known > by)
        {
            return new(fee.Source, WhyNotKind.ClaimedLate) { Time = time, OnDay = known, LastDay = by };
        }

        var steps = fee.Arithmetic(c, time - 1);
        return new(fee.Source, WhyNotKind.Zero) { Time = time, OnDay = occurrence.Day, Arithmetic = steps };
    }

    private static WhyNot? Way(Plan plan, FeePlan fee, ServiceCase c, int way, int time)
    {
        var moment = fee.Ways[way];
        var not = new WhyNot(fee.Source, WhyNotKind.NotHappened) { Time = time, Way = moment.Source };
        var missing = moment.Bounds.After.Zip(moment.Source.Value.Bounds.OfType<Bound.After>())
            .FirstOrDefault(a => a.First.Find(c) is null);
        if (missing.First is not null)
        {
            return not with { Kind = WhyNotKind.NotBegun, Name = Name(missing.Second.Day) };
        }

        var frame = moment.Bounds.Frame(c);
        if (frame.IsEmpty)
        {
            return not with { Kind = WhyNotKind.NoDays };
        }

        not = not with { LastDay = LastDay(c, moment.Bounds) };
        var outside = new List<Occurrence>();
        plan.Unbound(fee, way).Occur(c, time, outside);
        if (outside.Count >= time && moment.Source.Value.Bounds.Count > 0 && moment is not (RunMoment or ValueMoment))
        {
            return not with { Kind = WhyNotKind.OutsideBounds, OnDay = outside[time - 1].Day, Frame = frame };
        }

        var nearest = moment switch
        {
            RunMoment run => Shortfall.Of(c, run, frame, time, not),
            ValueMoment value => Shortfall.Of(c, value, frame, time, not),
            NewStep step => not with { Frame = frame, Name = plan.Schema.Facts[step.Ladder].Name },
            OnFact fact => not with { Frame = frame, Name = plan.Schema.Facts[fact.Fact].Name },
            EachLasting fact => not with { Frame = frame, Name = plan.Schema.Facts[fact.Fact].Name },
            _ => not with { Frame = frame },
        };
        return outside.Count >= time && outside[time - 1].Day > frame.Last
            ? nearest with { OnDay = outside[time - 1].Day } : nearest;
    }

    // The frame ends with the day of settlement; the windows may go on.
    private static int? LastDay(ServiceCase c, BoundsPlan bounds)
    {
        var last = Math.Min(bounds.Windows(c).Last, c.EpisodeLast);
        foreach (var day in bounds.Before)
        {
            last = day.Find(c) is { } d ? Math.Min(last, d - 1) : last;
        }

        return last == int.MaxValue ? null : last;
    }

    private static string Name(DayName day) => day switch
    {
        DayName.Named(var name) => name.Text,
        DayName.Transfer => "transfer",
        DayName.EndOf(var window) => window.Text,
        DayName.CloseOf(var cohort) => cohort.Text,
        _ => "",
    };

    private static (Exact? Value, Exact? With) Values(ServiceCase c, TestPlan test, in Spot spot)
    {
        if (test is not TestPlan.One one)
        {
            return (null, null);
        }

        var value = one.Value.TryRead(c, one.At(c, spot), out var v) ? v : (Exact?)null;
        return (value, one.With.TryRead(c, spot, out var x) ? x : null);
    }
}

/// <summary>How far a measure was from what was asked.</summary>
internal static class Shortfall
{
    /// <summary>The best run, or all counted days, against what is asked for one occurrence.</summary>
    public static WhyNot Of(ServiceCase c, RunMoment moment, DaySpan frame, int time, WhyNot not)
    {
        if (moment.Needed(c) is not { } needed)
        {
            return not with { Kind = WhyNotKind.NotReached, Measure = moment.Measure.Source, Frame = frame };
        }

        var worth = moment.Measure.Worth;
        var best = moment.Asked.InMonths ? Months(c, moment, frame, needed)
            : moment.Bounds.WithinAny is { } rolling ? (Rolling(c, moment, frame, rolling), needed)
            : moment.ByRun ? (Longest(c, moment, frame), needed)
            : (Counted(c, moment, frame), needed * time);
        return not with
        {
            Kind = WhyNotKind.NotReached,
            Measure = moment.Measure.Source,
            Best = best.Item1 * worth,
            Asked = best.Item2 * worth,
            Missing = Math.Max(1, best.Item2 - best.Item1) * worth,
            Frame = frame,
        };
    }

    /// <summary>The value on the last day of the bounds against what is asked.</summary>
    public static WhyNot Of(ServiceCase c, ValueMoment moment, DaySpan frame, int time, WhyNot not)
    {
        var last = Math.Min(frame.Last, c.Until);
        var read = moment.Read(c, last, new(frame.First, last));
        var asked = read is { } r ? r.Asked * time : (Exact?)null;
        return not with
        {
            Kind = WhyNotKind.NotReached,
            Measure = moment.Measure.Source,
            Best = read?.Value,
            Asked = asked,
            Missing = asked - read?.Value,
            Frame = frame,
        };
    }

    // Days left over after the full blocks of the runs that count.
    private static int Longest(ServiceCase c, RunMoment moment, DaySpan frame)
    {
        var runs = moment.Measure.Runs(c);
        var (longest, days) = (0, 0);
        for (var i = 0; i < runs.Count; i++)
        {
            if (moment.Bounds.Begun.Length > 0 && !moment.Bounds.HasBegun(c, runs.TrueFirst(i)))
            {
                continue;
            }

            days = i > 0 && runs.Run(i) == runs.Run(i - 1) ? days : 0;
            days += new DaySpan(runs.First(i), runs.Last(i)).And(frame).Length;
            longest = Math.Max(longest, moment.Needed(c) is { } n && days >= n ? days % n : days);
        }

        return longest;
    }

    private static int Counted(ServiceCase c, RunMoment moment, DaySpan frame)
    {
        var runs = moment.Measure.Runs(c);
        var days = 0;
        for (var i = 0; i < runs.Count; i++)
        {
            days += moment.Bounds.HasBegun(c, runs.TrueFirst(i))
                ? new DaySpan(runs.First(i), runs.Last(i)).And(frame).Length : 0;
        }

        return days;
    }

    private static int Rolling(ServiceCase c, RunMoment moment, DaySpan frame, Duration rolling)
    {
        var runs = moment.Measure.Runs(c);
        var most = 0;
        for (var i = 0; i < runs.Count; i++)
        {
            var last = Math.Min(runs.Last(i), frame.Last);
            for (var day = Math.Max(runs.First(i), frame.First); day <= last; day++)
            {
                most = Math.Max(most, runs.DaysIn(rolling.Before(day + 1).And(frame)));
            }
        }

        return most;
    }

    // In days of the run that came nearest: what it has and what the months would have needed.
    private static (int Days, int Needed) Months(ServiceCase c, RunMoment moment, DaySpan frame, int months)
    {
        var runs = moment.Measure.Runs(c);
        var nearest = (Days: 0, Needed: new Duration(months, DurationUnit.Months).From(frame.First).Length);
        for (var i = 0; i < runs.Count; i++)
        {
            var span = new DaySpan(runs.First(i), runs.Last(i)).And(frame);
            if (!span.IsEmpty && moment.Bounds.HasBegun(c, runs.TrueFirst(i)))
            {
                var needed = new Duration(months, DurationUnit.Months).From(span.First).Length;
                nearest = needed - span.Length < nearest.Needed - nearest.Days ? (span.Length, needed) : nearest;
            }
        }

        return nearest;
    }
}
