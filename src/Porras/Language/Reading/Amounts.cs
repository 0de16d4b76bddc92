namespace Porras;

/// <summary>Reads amounts: <c>[SHARE of | NUMBER times] BASE [for each QUANTITY]</c>.</summary>
internal static class Amounts
{
    /// <summary>An amount.</summary>
    public static Amount Amount(this Cursor c)
    {
        var amount = c.AmountBefore(null);
        return c.Try(Keywords.ForEach) ? amount with { ForEach = c.Name() } : amount;
    }

    /// <summary>
    /// An amount without a quantity. With <paramref name="of"/> the word belongs to what follows the amount, unless
    /// there are two of it: <c>each 50 % of goal of work</c>.
    /// </summary>
    public static Amount AmountBefore(this Cursor c, Keyword? of)
    {
        Share? share = null;
        Literal? times = null;
        Basis basis;
        if (c.Current.Kind == TokenKind.Word)
        {
            basis = new Basis.Named(c.Name());
            share = IsShare(c, of) ? new Share.Named(((Basis.Named)basis).Name) : null;
        }
        else
        {
            var literal = c.Literal();
            basis = new Basis.Written(literal);
            share = literal.IsShare && IsShare(c, of) ? new Share.Written(literal) : null;
            times = literal.Unit == UnitWord.None && !literal.IsFraction && c.Sees(Keywords.Times) ? literal : null;
        }

        if (share is not null || times is not null)
        {
            c.Take();
            basis = c.Basis();
        }

        return new(share, times, basis, null);
    }

    private static bool IsShare(Cursor c, Keyword? of) =>
        c.Sees(Keywords.Of) && (of is null || TakesTwo(c) || SharesNumber(c));

    // "s of b of f" and "s of b for each q for": the first "of" cannot belong to what follows the amount.
    private static bool TakesTwo(Cursor c) =>
        !c.Ahead(1).Is("unbroken")
        && (c.Sees(Keywords.Of, 2) || (c.Sees(Keywords.ForEach, 2) && (c.Ahead(5).Is("of") || c.Ahead(5).Is("for"))));

    // "50 % of 90 days of work": what stands after the first "of" is a number, so the share is taken of it.
    private static bool SharesNumber(Cursor c) => c.Ahead(1).Kind is TokenKind.Number or TokenKind.Fraction;

    /// <summary>An amount of a block after <c>each</c>, where a unit alone means one of it.</summary>
    public static Amount AmountAfterEach(this Cursor c)
    {
        if (c.Current.Kind == TokenKind.Word && Keywords.Units.TryGetValue(c.Current.Text, out var unit)
            && c.Sees(Keywords.Of, 1))
        {
            return Porras.Amount.Of(new Literal(Exact.One, unit, 0, c.Take().Place));
        }

        return c.AmountBefore(Keywords.Of);
    }
}
