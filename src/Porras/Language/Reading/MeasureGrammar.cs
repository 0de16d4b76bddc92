namespace Porras;

/// <summary>Reads measures.</summary>
internal static class MeasureGrammar
{
    private const int NeedsMost = 1_000_000;

    /// <summary>The clauses of a measure.</summary>
    public static readonly ClauseRule<MeasureParts>[] Clauses =
    [
        new(Keywords.Where, (c, p) => c.Add(p.Where, c.Tests())),
        new(Keywords.Except, (c, p) => c.Add(p.Except, c.Name())),
        new(Keywords.Gaps, (c, p) => c.Add(p.Gaps, Gaps(c))),
        new(Keywords.With, (c, p) => c.Add(p.With, new WithTest(c.Name(), c.Compare(), c.Amount()))),
        new(Keywords.Within, (c, p) => c.Once(ref p.Within, c.Frame())),
        new(Keywords.ForEach, (c, p) => c.Once(ref p.ForEach, c.Name())),
        new(Keywords.Over, (c, p) => c.Once(ref p.Over, c.Scope())),
        new(Keywords.Needs, (c, p) => c.Once(ref p.Needs, Needs(c))),
        new(Keywords.AtLeast, (c, p) => c.Add(p.Clamps, new Clamp(ClampKind.AtLeast, c.Amount()))),
        new(Keywords.AtMost, (c, p) => c.Add(p.Clamps, new Clamp(ClampKind.AtMost, c.Amount()))),
        new(Keywords.Below, (c, p) => c.Add(p.Clamps, BelowIsZero(c))),
    ];

    /// <summary>Reads a measure.</summary>
    public static Declaration? Read(Block block, Findings findings)
    {
        var c = new Cursor(block.First, findings);
        c.Expect(Keywords.Measure);
        var name = c.NewName();
        var named = !c.Failed;
        c.Expect(Keywords.Is);
        var head = Head(c);
        var title = c.TitleIfAny();
        var whole = c.End();
        var parts = new MeasureParts();
        ClauseRules.Read(Clauses, block, parts, findings);
        // A measure whose head could not be read is kept for its name: a sum of no terms, which holds no value.
        return !named ? null : new Declaration.Measure(name, whole ? head : new MeasureHead.Weighted([]), title, c.Mark)
        {
            Where = parts.Where,
            Except = parts.Except,
            Gaps = parts.Gaps,
            With = parts.With,
            Within = parts.Within,
            ForEach = parts.ForEach,
            Over = parts.Over,
            Needs = parts.Needs,
            Clamps = parts.Clamps,
        };
    }

    private static MeasureHead Head(Cursor c)
    {
        if (c.Try(Keywords.DaysOf))
        {
            var each = c.Try(Keywords.Each);
            return new MeasureHead.DaysOf(c.Name(), each);
        }

        if (c.Try(Keywords.WeeksOf))
        {
            return new MeasureHead.UnitsOf(false, c.Name());
        }

        if (c.Try(Keywords.MonthsOf))
        {
            return new MeasureHead.UnitsOf(true, c.Name());
        }

        if (c.Try(Keywords.CountOf))
        {
            return c.Try(Keywords.Participants) ? new MeasureHead.CountOfParticipants()
                : new MeasureHead.CountOf(c.Names());
        }

        return AggregateIfAny(c) is { } aggregate ? Aggregated(c, aggregate)
            : c.Current.Kind == TokenKind.Word && !c.Sees(Keywords.Of, 1) ? Combined(c)
            : Weighted(c);
    }

    private static Aggregate? AggregateIfAny(Cursor c) =>
        c.Try(Keywords.SumOf) ? Aggregate.Sum
        : c.Try(Keywords.LatestOf) ? Aggregate.Latest
        : c.Try(Keywords.MeanOf) ? Aggregate.Mean
        : c.Try(Keywords.LowestOf) ? Aggregate.Lowest
        : null;

    private static MeasureHead.Aggregated Aggregated(Cursor c, Aggregate aggregate)
    {
        var name = c.Name();
        return new(aggregate, name, c.Try(Keywords.In) ? c.Name() : null);
    }

    private static MeasureHead Combined(Cursor c)
    {
        var part = c.Name();
        if (c.Try(Keywords.Less))
        {
            return new MeasureHead.Less(part, c.Basis());
        }

        c.Expect(Keywords.AsShareOf);
        return new MeasureHead.ShareOf(part, c.Basis());
    }

    private static MeasureHead.Weighted Weighted(Cursor c)
    {
        List<(Share, Name)> terms = [];
        do
        {
            var share = c.Share();
            c.Expect(Keywords.Of);
            terms.Add((share, c.Name()));
        }
        while (c.Try(Keywords.And));
        return new(terms);
    }

    private static Gaps Gaps(Cursor c)
    {
        var upTo = c.ExpectOne(Keywords.UpTo, Keywords.During) != 1;
        var duration = upTo ? c.Lasting() : null;
        Name? fact = upTo ? null : c.Name();
        c.Expect(Keywords.DoNotBreakIt);
        c.ExpectComma();
        return new(duration, fact, c.ExpectOne(Keywords.AndCount, Keywords.AndDoNotCount) == 0);
    }

    private static (int Count, Name Fact) Needs(Cursor c)
    {
        var count = c.Whole(1, NeedsMost);
        c.Expect(Keywords.Of);
        return (count, c.Name());
    }

    private static Clamp BelowIsZero(Cursor c)
    {
        var amount = c.Amount();
        c.Expect(Keywords.CountsAsZero);
        return new(ClampKind.BelowIsZero, amount);
    }
}

/// <summary>What the clauses of a measure say.</summary>
internal sealed class MeasureParts
{
    public Said<Frame>? Within;
    public Said<Name>? ForEach;
    public Said<Owner>? Over;
    public Said<(int Count, Name Fact)>? Needs;

    public List<Said<TestLine>> Where { get; } = [];

    public List<Said<Name>> Except { get; } = [];

    public List<Said<Gaps>> Gaps { get; } = [];

    public List<Said<WithTest>> With { get; } = [];

    public List<Said<Clamp>> Clamps { get; } = [];
}
