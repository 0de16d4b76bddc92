namespace Porras;

/// <summary>Reads the declarations that are lists of lines: facts, groups, ladders, the transition, splits.</summary>
internal static class ListGrammar
{
    private const int YearMost = 200;

    /// <summary>Reads the facts.</summary>
    public static Declaration? ReadFacts(Block block, Findings findings)
    {
        var c = new Cursor(block.First, findings);
        c.Expect(Keywords.Facts);
        c.End();
        return new Declaration.Facts(Lines(block, findings, Fact), c.Mark);
    }

    /// <summary>Reads the groups.</summary>
    public static Declaration? ReadGroups(Block block, Findings findings)
    {
        var c = new Cursor(block.First, findings);
        c.Expect(Keywords.GroupsFixedAtStart);
        c.End();
        return new Declaration.Groups(Lines(block, findings, Group), c.Mark);
    }

    /// <summary>Reads a ladder.</summary>
    public static Declaration? ReadLadder(Block block, Findings findings)
    {
        var c = new Cursor(block.First, findings);
        c.Expect(Keywords.Ladder);
        var name = c.NewName();
        var named = !c.Failed;
        var title = c.TitleIfAny();
        c.End();
        var steps = Lines(block, findings, Step);
        return named ? new Declaration.Ladder(name, title, steps, c.Mark) : null;
    }

    /// <summary>Reads the transition.</summary>
    public static Declaration? ReadTransition(Block block, Findings findings)
    {
        var c = new Cursor(block.First, findings);
        c.Expect(Keywords.TransitionMultipliesPrices);
        c.End();
        return new Declaration.Transition(Lines(block, findings, Year), c.Mark);
    }

    /// <summary>Reads a split.</summary>
    public static Declaration? ReadSplit(Block block, Findings findings)
    {
        var c = new Cursor(block.First, findings);
        var payees = c.ExpectOne(Keywords.SplitBetweenPayers, Keywords.SplitBetweenPayees) == 1;
        var inOrder = c.Try(Keywords.InOrder);
        c.End();
        if (inOrder)
        {
            return new Declaration.SplitBetween(payees, [], c.Mark)
            {
                IsInOrder = true, Order = Lines(block, findings, PartInOrder),
            };
        }

        Said<(Name Column, Name Fact)>? by = null;
        List<SplitPart> parts = [];
        foreach (var clause in block.Clauses)
        {
            var line = new Cursor(clause, findings);
            if (line.Try(Keywords.By))
            {
                line.Once(ref by, InFact(line));
                continue;
            }

            var name = line.FreeName();
            var share = line.Share();
            if (line.End())
            {
                parts.Add(new(name, share, line.Mark));
            }
        }

        return new Declaration.SplitBetween(payees, parts, c.Mark) { By = by };
    }

    private static List<T> Lines<T>(Block block, Findings findings, Func<Cursor, T> read)
    {
        List<T> lines = [];
        foreach (var clause in block.Clauses)
        {
            var c = new Cursor(clause, findings);
            var line = read(c);
            if (c.End())
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private static FactKind Fact(Cursor c)
    {
        var name = c.NewName();
        var isSpan = c.ExpectOne(Keywords.OnADay, Keywords.FromDayToDay) == 1;
        List<ColumnDecl> columns = [];
        var evidence = Sources.Any;
        while (evidence == Sources.Any && c.Try(TokenKind.Comma))
        {
            if (c.Sees(Keywords.Evidence))
            {
                evidence = c.EvidenceIfAny();
                break;
            }

            c.Could(Keywords.Evidence.Phrase);
            columns.Add(c.Column());
        }

        return new(name, isSpan, columns, evidence, c.TitleIfAny(), c.Mark);
    }

    private static Group Group(Cursor c)
    {
        var name = c.Current.Is("otherwise") ? c.NewName() : c.Label();
        var title = c.TitleIfAny();
        return c.ExpectOne(Keywords.When, Keywords.Otherwise) == 1
            ? new(name, title, null, c.Mark) : new(name, title, c.Tests(), c.Mark);
    }

    private static LadderStep Step(Cursor c)
    {
        c.Expect(Keywords.Step);
        var number = c.Whole(0, PeopleGrammar.StepMost);
        var title = c.TitleIfAny();
        return new(number, title, c.EvidenceIfAny(), c.Mark);
    }

    private static Said<TransitionYear> Year(Cursor c)
    {
        c.Expect(Keywords.ContractYear);
        var year = c.Whole(1, YearMost);
        c.Expect(Keywords.Outputs);
        var outputs = c.WrittenShare();
        c.Expect(Keywords.Outcomes);
        return new(new(year, outputs, c.WrittenShare()), c.Mark);
    }

    private static PartInOrder PartInOrder(Cursor c)
    {
        var name = c.FreeName();
        return new(name, c.ExpectOne(Keywords.UpTo, Keywords.TheRest) == 0 ? c.Amount() : null, c.Mark);
    }

    private static (Name Column, Name Fact) InFact(Cursor c)
    {
        var column = c.Name();
        c.Expect(Keywords.In);
        return (column, c.Name());
    }
}
