namespace Porras;

/// <summary>Reads what a fee pays, the steps after it, how often, and when it may be invoiced.</summary>
internal static class PayGrammar
{
    private const int TimesMost = 1_000_000;
    private const int WorkingDaysMost = 1_000;

    /// <summary>What stands after <c>pay</c>.</summary>
    public static Pay Pay(this Cursor c)
    {
        if (c.Try(Keywords.UnpaidOf))
        {
            return new Pay.Unpaid(c.Names());
        }

        if (c.Try(Keywords.ShareOf))
        {
            return Pool(c);
        }

        if (c.Try(Keywords.By))
        {
            return ByKey(c);
        }

        var amount = c.Amount();
        if (amount is not { Share: { } share, Base: Basis.Named(var name), ForEach: null })
        {
            return new Pay.Fixed(amount);
        }

        List<Name> names = [name];
        while (c.Try(TokenKind.Comma))
        {
            names.Add(c.Name());
        }

        return new Pay.ShareOf(share, names);
    }

    /// <summary>What stands after <c>less</c>: an amount, or several fees.</summary>
    public static PayStep Less(this Cursor c)
    {
        var amount = c.Amount();
        if (c.Current.Kind != TokenKind.Comma
            || amount is not { Share: null, Times: null, Base: Basis.Named(var first), ForEach: null })
        {
            return new PayStep.Less(amount);
        }

        List<Name> fees = [first];
        while (c.Try(TokenKind.Comma))
        {
            fees.Add(c.Name());
        }

        return new PayStep.LessFees(fees);
    }

    /// <summary>Whether <c>N times</c> ends the clause: how often, not how much.</summary>
    public static bool SeesTimes(this Cursor c) =>
        c.Ahead(1).Is("times") && c.Ahead(2).Kind == TokenKind.End;

    /// <summary><c>N times</c>, a number or a name.</summary>
    public static HowOften AtMostTimes(this Cursor c)
    {
        var place = c.Place;
        var times = c.Current.Kind == TokenKind.Word ? new Basis.Named(c.Name())
            : (Basis)new Basis.Written(new(c.Whole(1, TimesMost), UnitWord.None, 0, place));
        c.Expect(Keywords.Times);
        return new HowOften.AtMost(times);
    }

    /// <summary>What stands after <c>priced</c>.</summary>
    public static Priced Priced(this Cursor c) =>
        c.ExpectOne(Keywords.On, Keywords.WhenEarned) == 0 ? new Priced(c.DayName()) : new Priced(null);

    /// <summary>What stands after <c>payable</c>.</summary>
    public static Payable Payable(this Cursor c)
    {
        if (c.Current.Kind == TokenKind.Number && c.Sees(Keywords.WorkingDays, 1))
        {
            var days = c.Whole(1, WorkingDaysMost);
            c.Expect(Keywords.WorkingDays);
            c.Expect(Keywords.Later);
            return new(null, days);
        }

        var after = c.Lasting();
        c.Expect(Keywords.Later);
        return new(after, 0);
    }

    private static Pay.Pool Pool(Cursor c)
    {
        var amount = c.Amount();
        c.Expect(Keywords.By);
        var measure = c.Name();
        c.Expect(Keywords.In);
        return new(amount, measure, c.Try(Keywords.Contract) ? null : c.Name());
    }

    private static Pay.ByKey ByKey(Cursor c)
    {
        var key = c.TableKey();
        List<(Label, Amount)> rows = [];
        do
        {
            rows.Add((c.RowLabel(), c.Amount()));
        }
        while (c.Try(TokenKind.Comma));
        return new(key, rows);
    }
}
