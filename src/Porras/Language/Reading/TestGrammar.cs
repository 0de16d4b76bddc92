namespace Porras;

/// <summary>Reads tests: joined by commas (all must hold) or by <c>or</c> (one must hold), never both.</summary>
internal static class TestGrammar
{
    /// <summary>A line of tests.</summary>
    public static TestLine Tests(this Cursor c)
    {
        List<Test> tests = [c.Test()];
        bool? oneIsEnough = null;
        while (!c.Failed)
        {
            var place = c.Place;
            var (comma, or) = (c.Try(TokenKind.Comma), c.Try(Keywords.Or));
            if (!comma && !or)
            {
                break;
            }

            if ((comma && or) || (oneIsEnough ?? or) != or)
            {
                c.FailAt(place, "P1023");
            }

            oneIsEnough = or;
            tests.Add(c.Test());
        }

        return new(tests, oneIsEnough ?? false);
    }

    /// <summary><c>at least</c>, <c>at most</c>, <c>above</c> or <c>below</c>.</summary>
    public static Compare Compare(this Cursor c) =>
        (Compare)Math.Max(0, c.ExpectOne(Keywords.AtLeast, Keywords.AtMost, Keywords.Above, Keywords.Below));

    private static Test Test(this Cursor c)
    {
        var place = c.Place;
        if (c.Try(Keywords.Not))
        {
            return new Test.Flag(c.Name(), true);
        }

        if (c.Try(Keywords.LastsTo))
        {
            var column = c.Name();
            return new Test.Lasts(column, c.Compare(), c.Lasting(), place);
        }

        if (c.Try(Keywords.Lasts))
        {
            return new Test.Lasts(null, c.Compare(), c.Lasting(), place);
        }

        if (c.Try(Keywords.No))
        {
            return new Test.Exists(c.Name(), true, WithinIfAny(c));
        }

        if (c.Try(Keywords.Every))
        {
            return Compares(c, c.Name(), OfMany.Every);
        }

        if (c.Try(Keywords.Any))
        {
            var some = c.Name();
            return SeesCompare(c) ? Compares(c, some, OfMany.Any) : new Test.Exists(some, false, WithinIfAny(c));
        }

        return OfName(c, c.Name());
    }

    private static Test OfName(Cursor c, Name name)
    {
        if (c.Try(Keywords.IsNot))
        {
            return new Test.HasLabel(name, true, c.Label());
        }

        if (c.Try(Keywords.Is))
        {
            return new Test.HasLabel(name, false, c.Label());
        }

        if (c.Try(Keywords.CoversThePeriod))
        {
            return new Test.Covers(name);
        }

        return SeesCompare(c) ? Compares(c, name, OfMany.One) : new Test.Flag(name, false);
    }

    private static Test.Compares Compares(Cursor c, Name name, OfMany of)
    {
        var compare = c.Compare();
        var value = c.AmountBefore(null);
        var scope = c.Try(Keywords.InEach) ? SpanScope.InEach
            : c.Try(Keywords.InAll) ? SpanScope.InAll
            : SpanScope.None;
        return new(name, of, compare, value, scope, scope == SpanScope.None ? WithinIfAny(c) : null);
    }

    private static Frame? WithinIfAny(Cursor c) => c.Try(Keywords.Within) ? c.Frame() : null;

    private static bool SeesCompare(Cursor c)
    {
        foreach (var keyword in (Keyword[])[Keywords.AtLeast, Keywords.AtMost, Keywords.Above, Keywords.Below])
        {
            if (c.Sees(keyword))
            {
                return true;
            }

            c.Could(keyword.Phrase);
        }

        return false;
    }
}
