namespace Porras;

/// <summary>Reads fees, limits, what is expected and what is taken back.</summary>
internal static class FeeGrammar
{
    /// <summary>The clauses of a fee.</summary>
    public static readonly ClauseRule<FeeParts>[] Clauses =
    [
        new(Keywords.For, (c, p) => c.Once(ref p.For, c.Scope())),
        new(Keywords.When, (c, p) => c.Once(ref p.When, c.Moment())),
        new(Keywords.Or, (c, p) => c.Add(p.Or, c.Moment())),
        new(Keywords.And, (c, p) => c.Add(p.And, c.Moment())),
        new(Keywords.OnlyIf, (c, p) => c.Add(p.OnlyIf, c.Tests())),
        new(Keywords.Pay, (c, p) => c.Once(ref p.Pay, c.Pay())),
        new(Keywords.Plus, (c, p) => c.Add(p.Steps, new PayStep.Plus(c.Amount()))),
        new(Keywords.Times, (c, p) => c.Add(p.Steps, new PayStep.Times(c.Share()))),
        new(Keywords.Less, (c, p) => c.Add(p.Steps, c.Less())),
        new(Keywords.Settles, (c, p) => c.Add(p.Steps, new PayStep.Settles(c.Names()))),
        new(Keywords.AtMost, ReadAtMost),
        new(Keywords.Beside, (c, p) => c.Add(p.Beside, c.Names())),
        new(Keywords.PartPeriodsPay, ReadPartPeriods),
        new(Keywords.SkippedSteps, (c, p) =>
            c.Once(ref p.SkippedPaid, c.ExpectOne(Keywords.ArePaid, Keywords.AreNotPaid) == 0)),
        new(Keywords.Priced, (c, p) => c.Once(ref p.Priced, c.Priced())),
        new(Keywords.ClaimWithin, (c, p) => c.Once(ref p.Claim, c.Lasting())),
        new(Keywords.Payable, (c, p) => c.Once(ref p.Payable, c.Payable())),
        new(Keywords.Once, (c, p) => c.Once(ref p.Often, new HowOften.Once())),
        new(Keywords.EveryTime, (c, p) => c.Once(ref p.Often, new HowOften.Every())),
    ];

    /// <summary>The clauses of what is taken back.</summary>
    public static readonly ClauseRule<FeeParts>[] TakeBackClauses =
    [
        new(Keywords.When, (c, p) => c.Once(ref p.When, c.Moment())),
        new(Keywords.OnlyIf, (c, p) => c.Add(p.OnlyIf, c.Tests())),
        new(Keywords.Takes, (c, p) => c.Once(ref p.Takes, Takes(c))),
    ];

    /// <summary>Reads a fee.</summary>
    public static Declaration? Read(Block block, Findings findings)
    {
        var c = new Cursor(block.First, findings);
        c.Expect(Keywords.Fee);
        var name = c.NewName();
        var named = !c.Failed;
        var isOutcome = c.ExpectOne(Keywords.Output, Keywords.Outcome) != 0;
        var title = c.TitleIfAny();
        c.End();
        var parts = new FeeParts();
        ClauseRules.Read(Clauses, block, parts, findings);
        return !named ? null : new Declaration.Fee(name, isOutcome, title, c.Mark)
        {
            For = parts.For,
            When = parts.When,
            Or = parts.Or,
            And = parts.And,
            OnlyIf = parts.OnlyIf,
            Pay = parts.Pay,
            Steps = parts.Steps,
            Beside = parts.Beside,
            PartPeriods = parts.PartPeriods,
            SkippedPaid = parts.SkippedPaid,
            Priced = parts.Priced,
            Claim = parts.Claim,
            Payable = parts.Payable,
            Often = parts.Often,
        };
    }

    /// <summary>Reads a limit.</summary>
    public static Declaration? ReadLimit(Block block, Findings findings)
    {
        var c = new Cursor(block.First, findings);
        c.Expect(Keywords.Limit);
        // Of a word "of" names fees; of a share there is nothing but what it is a share of.
        var amount = c.AmountBefore(c.Current.Kind == TokenKind.Word ? Keywords.Of : null);
        if (c.Sees(Keywords.ForEach) && (c.Ahead(3).Is("for") || c.Ahead(3).Is("of")))
        {
            c.Expect(Keywords.ForEach);
            amount = amount with { ForEach = c.Name() };
        }

        var fees = c.Try(Keywords.Of) ? c.Names() : [];
        c.Expect(Keywords.For);
        var scope = c.Try(Keywords.EachParticipant) ? new Owner.Participant() : c.Scope();
        Period? period = c.Try(Keywords.And) ? c.Period() : null;
        // What happens at the limit has to be said; a check that knows the whole model asks for it.
        LimitRule? rule = null;
        if (c.Try(TokenKind.Comma))
        {
            rule = (LimitRule)Math.Max(0, c.ExpectOne(
                Keywords.ThenCut, Keywords.ThenStop, Keywords.ThenProRata, Keywords.ThenReport));
        }

        var whole = c.End();
        ClauseRules.Read<FeeParts>([], block, new(), findings);
        return whole ? new Declaration.Limit(amount, fees, scope, period, rule, c.Mark) : null;
    }

    /// <summary>Reads what is expected.</summary>
    public static Declaration? ReadExpect(Block block, Findings findings)
    {
        var c = new Cursor(block.First, findings);
        c.Expect(Keywords.Expect);
        var measure = c.Name();
        var compare = c.ExpectOne(Keywords.AtLeast, Keywords.AtMost) == 1 ? Compare.AtMost : Compare.AtLeast;
        var value = c.AmountBefore(null);
        c.Expect(Keywords.For);
        var scope = c.Scope();
        Period? period = c.Try(Keywords.And) ? c.Period() : null;
        var title = c.TitleIfAny();
        var whole = c.End();
        ClauseRules.Read<FeeParts>([], block, new(), findings);
        return whole ? new Declaration.Expect(measure, compare, value, scope, period, title, c.Mark) : null;
    }

    /// <summary>Reads what is taken back.</summary>
    public static Declaration? ReadTakeBack(Block block, Findings findings)
    {
        var c = new Cursor(block.First, findings);
        c.Expect(Keywords.TakeBack);
        var fee = c.Name();
        var named = !c.Failed;
        c.End();
        var parts = new FeeParts();
        ClauseRules.Read(TakeBackClauses, block, parts, findings);
        return !named ? null : new Declaration.TakeBack(fee, c.Mark)
        {
            When = parts.When, OnlyIf = parts.OnlyIf, Takes = parts.Takes,
        };
    }

    /// <summary><c>each COHORT</c>, <c>each provider</c> or <c>the contract</c>.</summary>
    public static Owner Scope(this Cursor c)
    {
        if (c.Try(Keywords.TheContract))
        {
            return new Owner.Contract();
        }

        if (c.Try(Keywords.EachProvider))
        {
            return new Owner.Provider();
        }

        c.Expect(Keywords.Each);
        return new Owner.Cohort(c.Name());
    }

    private static void ReadAtMost(Cursor c, FeeParts parts)
    {
        if (c.SeesTimes())
        {
            c.Once(ref parts.Often, c.AtMostTimes());
            return;
        }

        var amount = c.Amount();
        if (amount.Share is null && amount.Times is null)
        {
            c.Could(Keywords.Times.Phrase);
        }

        c.Expect(Keywords.EachTime);
        c.Add(parts.Steps, new PayStep.AtMost(amount));
    }

    private static void ReadPartPeriods(Cursor c, FeeParts parts)
    {
        var pay = c.ExpectOne(Keywords.ByDays, Keywords.InFull, Keywords.Nothing);
        c.Once(ref parts.PartPeriods, (PartPeriods)Math.Max(0, pay));
    }

    private static Takes Takes(Cursor c) =>
        c.Try(Keywords.WholeOfIt) ? new Takes.All()
        : c.Try(Keywords.TheUnusedPart) ? new Takes.Unused()
        : new Takes.Part(c.Share());
}

/// <summary>What the clauses of a fee, or of what is taken back, say.</summary>
internal sealed class FeeParts
{
    public Said<Owner>? For;
    public Said<Moment>? When;
    public Said<Pay>? Pay;
    public Said<PartPeriods>? PartPeriods;
    public Said<bool>? SkippedPaid;
    public Said<Priced>? Priced;
    public Said<Lasting>? Claim;
    public Said<Payable>? Payable;
    public Said<HowOften>? Often;
    public Said<Takes>? Takes;

    public List<Said<Moment>> Or { get; } = [];

    public List<Said<Moment>> And { get; } = [];

    public List<Said<TestLine>> OnlyIf { get; } = [];

    public List<Said<PayStep>> Steps { get; } = [];

    public List<Said<IReadOnlyList<Name>>> Beside { get; } = [];
}
