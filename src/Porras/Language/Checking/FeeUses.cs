namespace Porras;

/// <summary>The names that fees, limits, splits and taking back use.</summary>
internal static class FeeUses
{
    /// <summary>The names in a fee.</summary>
    public static IEnumerable<NameUse> Of(Declaration.Fee fee, ModelNames names)
    {
        var when = new Site(Part.When, fee.Name.Text, OwnerOf(fee));
        var pay = Paying(fee, names);
        var tests = pay with { Part = Part.OnlyIf };
        return
        [
            .. TestUses.Of(fee.For?.Value, when with { Part = Part.List }),
            .. Moments(fee).SelectMany(m => Of(m, when)),
            .. TestUses.Of(fee.OnlyIf, tests),
            .. fee.Pay is { } paid ? Of(paid.Value, pay, names) : [],
            .. fee.Steps.SelectMany(s => Of(s.Value, pay)),
            .. fee.Beside.SelectMany(b => b.Value)
                .Select(n => new NameUse(n, Role.Fee, when with { Part = Part.List })),
            .. TestUses.Of(fee.Priced?.Value.On, when with { Part = Part.Priced }),
            .. fee.Often?.Value is HowOften.AtMost(Basis.Named(var times))
                ? (NameUse[])[new(times, Role.Times, tests with { Part = Part.Often })] : [],
        ];
    }

    /// <summary>The names in a limit.</summary>
    public static IEnumerable<NameUse> Of(Declaration.Limit limit)
    {
        var site = new Site(Part.Limit, "", limit.Scope);
        var list = site with { Part = Part.List };
        return
        [
            .. TestUses.Of(limit.Amount, Role.Price, site),
            .. limit.Fees.Select(f => new NameUse(f, Role.Fee, list)),
            .. TestUses.Of(limit.Scope, list),
        ];
    }

    /// <summary>The names in what is expected.</summary>
    public static IEnumerable<NameUse> Of(Declaration.Expect expect)
    {
        var site = new Site(Part.OnlyIf, "", expect.Scope);
        return
        [
            new(expect.Of, Role.Measure, site with { Part = Part.Line, Owner = null }),
            .. TestUses.Of(expect.Value, Role.Operand, site),
            .. TestUses.Of(expect.Scope, site with { Part = Part.List }),
        ];
    }

    /// <summary>The names in a clause of taking back.</summary>
    public static IEnumerable<NameUse> Of(Declaration.TakeBack back, ModelNames names)
    {
        var owner = names.Find(back.Of) is Meaning.Fee(var fee, _) ? OwnerOf(fee) : null;
        var site = new Site(Part.Line, "", owner);
        IReadOnlyList<Moment> moments = back.When is { } when ? [when.Value] : [];
        var tests = AtHand(site, moments, names);
        return
        [
            new(back.Of, Role.Fee, site with { Part = Part.List }),
            .. moments.SelectMany(m => Of(m, site)),
            .. TestUses.Of(back.OnlyIf, tests),
            .. back.Takes?.Value is Takes.Part(var share) ? TestUses.Of(share, tests) : [],
        ];
    }

    /// <summary>The names in a split.</summary>
    public static IEnumerable<NameUse> Of(Declaration.SplitBetween split, ModelNames names)
    {
        var site = new Site(Part.Line, "", null);
        if (split.IsInOrder)
        {
            var contract = new Site(Part.Limit, "", new Owner.Contract());
            return split.Order.SelectMany(p => p.UpTo is { } upTo ? TestUses.Of(upTo, Role.Price, contract) : []);
        }

        if (split.By is not { Value: var (column, fact) })
        {
            return split.Parts.SelectMany(p => TestUses.Of(p.Share, site));
        }

        return
        [
            new(column, Role.Column, site with { Facts = FactsOf(fact, names) }),
            new(fact, Role.Fact, site),
        ];
    }

    /// <summary>A fee's moments: <c>when</c>, then each <c>or</c> and <c>and</c>.</summary>
    public static IEnumerable<Moment> Moments(Declaration.Fee fee) =>
        new[] { fee.When }.Concat(fee.Or).Concat(fee.And).OfType<Said<Moment>>().Select(m => m.Value);

    /// <summary>What is at hand where a fee pays: the columns of its moment's fact, its ladder.</summary>
    public static Site Paying(Declaration.Fee fee, ModelNames names) =>
        AtHand(new(Part.Pay, fee.Name.Text, OwnerOf(fee)), [.. Moments(fee)], names);

    /// <summary>Whose a fee is.</summary>
    public static Owner OwnerOf(Declaration.Fee fee) => fee.For?.Value ?? new Owner.Participant();

    /// <summary>The fact that a moment occurs with; null if it is none.</summary>
    public static FactKind? FactOf(Moment moment, ModelNames names) => moment.Event switch
    {
        MomentKind.Occurs(DayName.Named(var name)) => (names.Find(name) as Meaning.Fact)?.Kind,
        MomentKind.EachLasts(var name, _) => (names.Find(name) as Meaning.Fact)?.Kind,
        _ => null,
    };

    private static Site AtHand(Site site, IReadOnlyList<Moment> moments, ModelNames names)
    {
        var facts = moments.Select(m => FactOf(m, names)).ToList();
        var ladders = moments.Select(m => m.Event).OfType<MomentKind.NewStep>()
            .Select(s => names.Find(s.Ladder)).OfType<Meaning.Ladder>().Select(l => l.Decl);
        return site with
        {
            Facts = facts.Count == 0 || facts.Contains(null) ? [] : [.. facts.OfType<FactKind>()],
            Ladder = moments.Count == 1 ? ladders.FirstOrDefault() : null,
        };
    }

    private static IReadOnlyList<FactKind> FactsOf(Name fact, ModelNames names) =>
        names.Find(fact) is Meaning.Fact(var kind, _) ? [kind] : [];

    private static IEnumerable<NameUse> Of(Moment moment, Site site) =>
        [.. Of(moment.Event, site), .. moment.Bounds.SelectMany(b => Of(b, site))];

    private static IEnumerable<NameUse> Of(MomentKind happens, Site site) => happens switch
    {
        MomentKind.Occurs(var day) => TestUses.Of(day, site),
        MomentKind.Reaches reaches =>
            [new(reaches.Measure, Role.Measure, site), .. TestUses.Of(reaches.Value, Role.Operand, site)],
        MomentKind.EachBlock each =>
            [.. TestUses.Of(each.Block, Role.Operand, site), new(each.Measure, Role.Measure, site)],
        MomentKind.EachLasts(var fact, _) => [new(fact, Role.SpanFact, site)],
        MomentKind.NewStep(var ladder, _, _) => [new(ladder, Role.Ladder, site)],
        MomentKind.EachPeriod => [],
        MomentKind.EachPart(_, _, var window) => [new(window, Role.Window, site)],
        _ => throw new InvalidOperationException("Unknown moment."),
    };

    private static IEnumerable<NameUse> Of(Bound bound, Site site) => bound switch
    {
        Bound.Within(var frame) => TestUses.Of(frame, site),
        Bound.BegunWithin(var frame) => TestUses.Of(frame, site),
        Bound.WithinAny => [],
        Bound.After(var day) => TestUses.Of(day, site),
        Bound.Before(var day) => TestUses.Of(day, site),
        _ => throw new InvalidOperationException("Unknown bound."),
    };

    private static IEnumerable<NameUse> Of(Pay pay, Site site, ModelNames names)
    {
        switch (pay)
        {
            case Pay.Fixed(var amount):
                return TestUses.Of(amount, Role.Price, site);
            case Pay.ShareOf(var share, var of):
                var role = of.Count == 1 ? Role.PriceOrFee : Role.Fee;
                return [.. TestUses.Of(share, site), .. of.Select(n => new NameUse(n, role, site))];
            case Pay.Pool(var amount, var measure, var cohort):
                return
                [
                    .. TestUses.Of(amount, Role.Price, site), new(measure, Role.Measure, site),
                    .. cohort is { } c ? (NameUse[])[new(c, Role.Cohort, site with { Part = Part.List })] : [],
                ];
            case Pay.Unpaid(var fees):
                return fees.Select(f => new NameUse(f, Role.Fee, site));
            case Pay.ByKey(var key, var rows):
                return
                [
                    .. MeasureUses.Of(key, site),
                    .. rows.SelectMany(r => MeasureUses.Of(r.Label, key, site, names)),
                    .. rows.SelectMany(r => TestUses.Of(r.Amount, Role.Price, site)),
                ];
            default:
                throw new InvalidOperationException("Unknown pay.");
        }
    }

    private static IEnumerable<NameUse> Of(PayStep step, Site site) => step switch
    {
        PayStep.Plus(var amount) => TestUses.Of(amount, Role.Price, site),
        PayStep.Times(var share) => TestUses.Of(share, site),
        PayStep.Less(var amount) => TestUses.Of(amount, IsAlone(amount) ? Role.PriceOrFee : Role.Price, site),
        PayStep.LessFees(var fees) => fees.Select(f => new NameUse(f, Role.Fee, site)),
        PayStep.Settles(var fees) => fees.Select(f => new NameUse(f, Role.Fee, site)),
        PayStep.AtMost(var amount) => TestUses.Of(amount, Role.Price, site),
        _ => throw new InvalidOperationException("Unknown step."),
    };

    private static bool IsAlone(Amount amount) => amount is { Share: null, Times: null, ForEach: null };
}
