namespace Porras;

/// <summary>Reads the <c>model</c> declaration.</summary>
internal static class HeaderGrammar
{
    private const int VersionMost = 1_000_000;
    private const int LeapYear = 2000;

    /// <summary>The clauses of a model.</summary>
    public static readonly ClauseRule<HeaderParts>[] Clauses =
    [
        new(Keywords.Title, (c, p) => c.Add(p.Titles, Titles(c))),
        new(Keywords.InForce, (c, p) => c.Once(ref p.InForce, InForce(c))),
        new(Keywords.Money, (c, p) => c.Once(ref p.Money, Money(c))),
        new(Keywords.YearBegins, (c, p) => c.Once(ref p.YearBegins, YearBegins(c))),
        new(Keywords.TakesOver, (c, p) => c.Once(ref p.TakesOver, TakesOver(c))),
        new(Keywords.Priced, (c, p) => c.Once(ref p.Priced, c.Priced())),
        new(Keywords.Payable, (c, p) => c.Once(ref p.Payable, c.Payable())),
        new(Keywords.Law, (c, p) => c.Add(p.Laws, c.Title())),
    ];

    /// <summary>Reads the model's own declaration.</summary>
    public static Header Read(Block block, Findings findings)
    {
        var c = new Cursor(block.First, findings);
        c.Expect(Keywords.Model);
        var name = c.FreeName();
        c.Expect(Keywords.Version);
        var version = c.Whole(1, VersionMost);
        c.End();
        var parts = new HeaderParts();
        ClauseRules.Read(Clauses, block, parts, findings);
        return new(name.Text.Length == 0 ? new("model", default) : name, version, c.Mark)
        {
            Titles = parts.Titles,
            InForce = parts.InForce,
            Money = parts.Money,
            YearBegins = parts.YearBegins,
            TakesOver = parts.TakesOver,
            Priced = parts.Priced,
            Payable = parts.Payable,
            Laws = parts.Laws,
        };
    }

    private static List<(string Tongue, Title Title)> Titles(Cursor c)
    {
        List<(string, Title)> titles = [];
        do
        {
            var token = c.Current;
            if (token.Kind != TokenKind.Word || token.Text.Length != 2 || !token.Text.All(char.IsAsciiLetterLower))
            {
                c.Fail("P1053");
            }

            c.Take();
            titles.Add((token.Text, c.Title()));
        }
        while (c.Current.Kind != TokenKind.End);
        return titles;
    }

    private static DaySpan InForce(Cursor c)
    {
        var first = c.Date();
        c.Expect(Keywords.To);
        return new(first, c.Date());
    }

    /// <summary>The three letters of a currency.</summary>
    public static Token CurrencyCode(Cursor c)
    {
        var code = c.Current;
        if (code.Kind != TokenKind.Word || code.Text.Length != 3 || !code.Text.All(char.IsAsciiLetterUpper))
        {
            c.Fail("P1054");
        }

        c.Take();
        return code;
    }

    private static MoneyTerms Money(Cursor c)
    {
        var code = CurrencyCode(c);
        c.ExpectComma();
        var running = c.ExpectOne(Keywords.EachLineRoundedTo, Keywords.EachRunningTotalRoundedTo) == 1;
        var unit = c.Literal();
        var mode = c.ExpectOne(Keywords.HalfUp, Keywords.HalfEven, Keywords.Down);
        return new(code.Text, code.Place, running, unit, (RoundingMode)Math.Max(0, mode));
    }

    private static TakesOver TakesOver(Cursor c) =>
        c.ExpectOne(Keywords.NewStartsOnly, Keywords.RunningCasesToo) == 1
            ? Porras.TakesOver.RunningCases : Porras.TakesOver.NewStarts;

    private static (int Day, int Month) YearBegins(Cursor c)
    {
        var day = c.Whole(1, 31);
        foreach (var name in Keywords.MonthNames)
        {
            c.Could(name);
        }

        var month = Keywords.MonthNames.ToList().IndexOf(c.Current.Text) + 1;
        if (month == 0)
        {
            c.FailKeyword();
            return (1, 1);
        }

        var place = c.Take().Place;
        // The 29th of February is no day of every year.
        if (day > DateTime.DaysInMonth(LeapYear, month) - (month == 2 ? 1 : 0))
        {
            c.FailAt(place, "P1055", Values.Text(day), Keywords.MonthNames[month - 1]);
        }

        return (day, month);
    }
}

/// <summary>What the clauses of a model say.</summary>
internal sealed class HeaderParts
{
    public Said<DaySpan>? InForce;
    public Said<MoneyTerms>? Money;
    public Said<(int Day, int Month)>? YearBegins;
    public Said<TakesOver>? TakesOver;
    public Said<Priced>? Priced;
    public Said<Payable>? Payable;

    public List<Said<IReadOnlyList<(string Tongue, Title Title)>>> Titles { get; } = [];

    public List<Said<Title>> Laws { get; } = [];
}
