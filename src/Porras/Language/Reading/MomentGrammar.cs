namespace Porras;

/// <summary>Reads moments and their bounds.</summary>
internal static class MomentGrammar
{
    /// <summary>A moment with its bounds.</summary>
    public static Moment Moment(this Cursor c)
    {
        var kind = c.MomentKind();
        List<Bound> bounds = [];
        while (BoundIfAny(c) is { } bound)
        {
            bounds.Add(bound);
        }

        return new(kind, bounds);
    }

    /// <summary>What has to happen, without its bounds.</summary>
    public static MomentKind MomentKind(this Cursor c)
    {
        if (c.Try(Keywords.EndOfEach))
        {
            return Periods(c, true);
        }

        if (c.Try(Keywords.BeginningOfEach))
        {
            return Periods(c, false);
        }

        if (c.Try(Keywords.Each))
        {
            return Block(c);
        }

        if (c.Try(Keywords.Unbroken))
        {
            var measure = c.Name();
            return Reaches(c, measure, true, c.ExpectOne(Keywords.Reaches, Keywords.Exceeds) == 1);
        }

        var day = c.DayName();
        return day is DayName.Named(var name) && !c.Failed ? OfName(c, name) : new MomentKind.Occurs(day);
    }

    private static MomentKind OfName(Cursor c, Name name)
    {
        if (c.Try(Keywords.ReachesEachNewStep))
        {
            return c.Try(Keywords.From) ? Steps(c, name) : new MomentKind.NewStep(name, null, null);
        }

        return c.Try(Keywords.Reaches) ? Reaches(c, name, false, false)
            : c.Try(Keywords.Exceeds) ? Reaches(c, name, false, true)
            : new MomentKind.Occurs(new DayName.Named(name));
    }

    private static MomentKind.NewStep Steps(Cursor c, Name ladder)
    {
        var from = c.Whole(0, PeopleGrammar.StepMost);
        c.Expect(Keywords.To);
        return new(ladder, from, c.Whole(0, PeopleGrammar.StepMost));
    }

    private static MomentKind.Reaches Reaches(Cursor c, Name measure, bool unbroken, bool exceeds) =>
        new(measure, unbroken, exceeds, c.Amount());

    private static MomentKind Block(Cursor c)
    {
        if (c.Sees(Keywords.Lasts, 1))
        {
            var fact = c.Name();
            c.Expect(Keywords.Lasts);
            return new MomentKind.EachLasts(fact, c.Lasting());
        }

        var amount = c.AmountAfterEach();
        c.Expect(Keywords.Of);
        var unbroken = c.Try(Keywords.Unbroken);
        return new MomentKind.EachBlock(amount, unbroken, c.Name());
    }

    private static MomentKind Periods(Cursor c, bool end)
    {
        if (c.PeriodIfAny() is { } period)
        {
            return new MomentKind.EachPeriod(end, period);
        }

        var unit = c.Current.Kind == TokenKind.Word && Keywords.Units.ContainsKey(c.Current.Text);
        if (!unit && c.Current.Kind != TokenKind.Number)
        {
            c.FailKeyword();
        }

        var duration = c.LastingAfterEach();
        c.Expect(Keywords.Of);
        return new MomentKind.EachPart(end, duration, c.Name());
    }

    private static Bound? BoundIfAny(Cursor c)
    {
        var comma = c.Current.Kind == TokenKind.Comma;
        if (comma && SeesBound(c, 1))
        {
            c.Take();
        }

        return c.Try(Keywords.WithinAny) ? new Bound.WithinAny(c.Lasting())
            : c.Try(Keywords.BegunWithin) ? new Bound.BegunWithin(c.Frame())
            : c.Try(Keywords.Within) ? new Bound.Within(c.Frame())
            : c.Try(Keywords.After) ? new Bound.After(c.DayName())
            : c.Try(Keywords.Before) ? new Bound.Before(c.DayName())
            : null;
    }

    private static bool SeesBound(Cursor c, int ahead) =>
        c.Sees(Keywords.Within, ahead) || c.Sees(Keywords.BegunWithin, ahead) || c.Sees(Keywords.After, ahead)
        || c.Sees(Keywords.Before, ahead);
}
