namespace Porras;

/// <summary>Reads providers, participants, cohorts, groups and ladders.</summary>
internal static class PeopleGrammar
{
    /// <summary>The highest step a ladder may have.</summary>
    public const int StepMost = 1_000;

    /// <summary>The clauses of providers.</summary>
    public static readonly ClauseRule<PeopleParts>[] ProviderClauses =
    [
        new(Keywords.Known, (c, p) => c.Add(p.Known, c.Columns())),
        new(Keywords.Bid, (c, p) => c.Add(p.Bids, Bid(c))),
        new(Keywords.Transfer, (c, p) => c.Once(ref p.Transfer, Transfer(c))),
    ];

    /// <summary>The clauses of participants.</summary>
    public static readonly ClauseRule<PeopleParts>[] ParticipantClauses =
    [
        new(Keywords.Known, (c, p) => c.Add(p.Known, c.Columns())),
        new(Keywords.Start, (c, p) => c.Once(ref p.Start, Start(c))),
        new(Keywords.Window, (c, p) => c.Add(p.Windows, Window(c))),
        new(Keywords.Again, (c, p) => c.Once(ref p.Again, Again(c))),
        new(Keywords.OnlyIf, (c, p) => c.Add(p.OnlyIf, c.Tests())),
    ];

    /// <summary>The clauses of a cohort.</summary>
    public static readonly ClauseRule<PeopleParts>[] CohortClauses =
    [
        new(Keywords.By, (c, p) => c.Once(ref p.By, By(c))),
        new(Keywords.Closes, (c, p) => c.Once(ref p.Closes, Closes(c))),
        new(Keywords.Known, (c, p) => c.Add(p.Known, c.Columns())),
    ];

    /// <summary>Reads the providers.</summary>
    public static Declaration? ReadProviders(Block block, Findings findings)
    {
        var c = new Cursor(block.First, findings);
        c.Expect(Keywords.Providers);
        c.End();
        var parts = new PeopleParts();
        ClauseRules.Read(ProviderClauses, block, parts, findings);
        return new Declaration.Providers(c.Mark) { Known = parts.Known, Bids = parts.Bids, Transfer = parts.Transfer };
    }

    /// <summary>Reads the participants.</summary>
    public static Declaration? ReadParticipants(Block block, Findings findings)
    {
        var c = new Cursor(block.First, findings);
        c.Expect(Keywords.Participants);
        var noun = c.FreeName();
        c.End();
        var parts = new PeopleParts();
        ClauseRules.Read(ParticipantClauses, block, parts, findings);
        return new Declaration.Participants(noun.Text.Length == 0 ? new("participants", default) : noun, c.Mark)
        {
            Known = parts.Known,
            Start = parts.Start,
            Windows = parts.Windows,
            Again = parts.Again,
            OnlyIf = parts.OnlyIf,
        };
    }

    /// <summary>Reads a cohort.</summary>
    public static Declaration? ReadCohort(Block block, Findings findings)
    {
        var c = new Cursor(block.First, findings);
        c.Expect(Keywords.Cohort);
        var name = c.NewName();
        var named = !c.Failed;
        var title = c.TitleIfAny();
        c.End();
        var parts = new PeopleParts();
        ClauseRules.Read(CohortClauses, block, parts, findings);
        return !named ? null : new Declaration.Cohort(name, title, c.Mark)
        {
            By = parts.By, Closes = parts.Closes, Known = parts.Known,
        };
    }

    private static Bid Bid(Cursor c)
    {
        var column = c.Column();
        if (!c.Try(Keywords.From))
        {
            return new(column, null, null);
        }

        var from = c.Literal();
        c.Expect(Keywords.To);
        return new(column, from, c.Literal());
    }

    private static TransferRule Transfer(Cursor c) =>
        c.ExpectOne(Keywords.FeesGoToTheFirstProvider, Keywords.FeesGoToTheProviderOfTheDay) == 0
            ? TransferRule.FirstProvider : TransferRule.ProviderOfTheDay;

    private static (Title Title, int? Until) Start(Cursor c)
    {
        var title = c.Title();
        if (!c.Try(TokenKind.Comma))
        {
            return (title, null);
        }

        c.Expect(Keywords.Until);
        return (title, c.Date());
    }

    private static WindowDecl Window(Cursor c)
    {
        var name = c.NewName();
        if (c.ExpectOne(Keywords.Lasts, Keywords.From) != 1)
        {
            var duration = c.Lasting();
            return new(name, new WindowRule.Lasts(duration, c.Side(), c.DayName()));
        }

        var first = c.DayName();
        c.Expect(Keywords.To);
        return new(name, new WindowRule.Between(first, c.DayName()));
    }

    private static SecondStart Again(Cursor c) =>
        c.ExpectOne(Keywords.ANewEpisode, Keywords.TheSameEpisode) == 0 ? SecondStart.NewEpisode
            : SecondStart.SameEpisode;

    private static CohortBy By(Cursor c)
    {
        if (c.PeriodIfAny() is not { } period)
        {
            return new CohortBy.Known(c.Name());
        }

        c.Expect(Keywords.OfStart);
        return new CohortBy.Start(period);
    }

    private static Lasting Closes(Cursor c)
    {
        var duration = c.Lasting();
        c.Expect(Keywords.AfterItEnds);
        return duration;
    }
}

/// <summary>What the clauses of providers, participants or a cohort say.</summary>
internal sealed class PeopleParts
{
    public Said<TransferRule>? Transfer;
    public Said<(Title Title, int? Until)>? Start;
    public Said<SecondStart>? Again;
    public Said<CohortBy>? By;
    public Said<Lasting>? Closes;

    public List<Said<IReadOnlyList<ColumnDecl>>> Known { get; } = [];

    public List<Said<Bid>> Bids { get; } = [];

    public List<Said<WindowDecl>> Windows { get; } = [];

    public List<Said<TestLine>> OnlyIf { get; } = [];
}
