namespace Porras;

/// <summary>What each fee of a model can pay, for one scenario.</summary>
internal sealed class Costs
{
    private const int DeepestChain = 20;
    private const long TimesOneByOne = 1000;
    private readonly FeeModel _model;
    private readonly Extents _extents;
    private readonly Rounding _rounding;
    private readonly bool _runningTotal;

    public Costs(FeeModel model)
    {
        _model = model;
        var names = new ModelNames(model);
        _extents = new(model, names, new(model, names));
        var money = model.Header.Money?.Value;
        var unit = (money?.Unit.Number ?? Exact.One) * (_extents.Units.Currency?.Scale ?? 1);
        _rounding = new((long)unit.Floor(), money?.Mode ?? RoundingMode.HalfUp);
        _runningTotal = money?.RunningTotal == true;
    }

    public Extents Extents => _extents;

    /// <summary>How often a fee can be earned by one owner.</summary>
    public Most<long> Times(Declaration.Fee fee, Scenario scenario) =>
        IsRuledOut(fee, scenario) ? new(0, BoundReason.Of("times.ruled-out"))
            : Occasions.Of(_extents, _model, fee, scenario);

    /// <summary>The most one occurrence pays.</summary>
    public Money? Each(Declaration.Fee fee, Scenario scenario) => Line(fee, scenario, 0).High is { } high
        ? _rounding.Round(new(high)) + new Money(_runningTotal ? _rounding.Unit : 0) : null;

    /// <summary>The least and the most that one owner's lines of a fee sum to.</summary>
    public Extent Total(Declaration.Fee fee, Scenario scenario) => Total(fee, scenario, 0);

    /// <summary>The amount of a limit; null if it has no bound.</summary>
    public Money? Limit(Declaration.Limit limit, Scenario scenario) =>
        _extents.Amount(limit.Amount, scenario, null, [], ValueKind.Money).High is { } high
            ? _rounding.Round(new(high)) : null;

    private Extent Total(Declaration.Fee fee, Scenario scenario, int depth)
    {
        if (depth > DeepestChain)
        {
            return Extent.Any;
        }

        var times = Times(fee, scenario).Value;
        if (times is { } n && n <= TimesOneByOne)
        {
            return OneByOne(fee, scenario, n, depth);
        }

        var line = Line(fee, scenario, depth);
        var count = new Extent(Exact.Zero, times is { } many ? (Exact)many : null);
        if (_runningTotal)
        {
            var sum = line.OrZero() * count;
            return new(Rounded(sum.Low, -1), Rounded(sum.High, 1));
        }

        return new Extent(Rounded(line.Low, -1), Rounded(line.High, 1)).OrZero() * count;
    }

    // Each occurrence has its own number and, on a ladder, its own step, so each has its own price.
    private Extent OneByOne(Declaration.Fee fee, Scenario scenario, long times, int depth)
    {
        var each = Occasions.Steps(_extents.Names, fee) is { } steps
            ? steps.Select(s => Line(fee, scenario with { Step = s }, depth))
            : Enumerable.Range(1, (int)times).Select(t => Line(fee, scenario with { Time = t }, depth));
        var lines = each.Select(l => l.OrZero()).ToList();
        var highs = lines.Select(l => l.High).ToList();
        var lows = lines.Select(l => l.Low).ToList();
        return new(
            lows.Contains(null) ? null : Sum(lows.Select(l => l!.Value).Order().Take((int)times), -1),
            highs.Contains(null) ? null : Sum(highs.Select(h => h!.Value).OrderDescending().Take((int)times), 1));
    }

    private Exact Sum(IEnumerable<Exact> lines, int direction) => _runningTotal
        ? Rounded(lines.Aggregate(Exact.Zero, (a, b) => a + b), direction)!.Value
        : lines.Select(l => Rounded(l, direction)!.Value).Aggregate(Exact.Zero, (a, b) => a + b);

    // Rounding is monotone: the rounded largest is the largest rounded. Below zero the next unit is always enough.
    private Exact? Rounded(Exact? amount, int direction) =>
        amount is not { } a ? null
        : direction > 0 ? (Exact)_rounding.Round(new(a)).Minor
        : (Exact)_rounding.Round(new(a)).Minor - (_runningTotal ? _rounding.Unit : 0);

    private bool IsRuledOut(Declaration.Fee fee, Scenario scenario) =>
        fee.OnlyIf.Concat(_model.Participants?.OnlyIf ?? []).Any(l => scenario.RulesOut(l.Value));

    /// <summary>What one occurrence can be, before it is rounded.</summary>
    private Extent Line(Declaration.Fee fee, Scenario scenario, int depth)
    {
        scenario = IsPricedOnStart(fee) ? scenario : scenario with { Year = null };
        var days = Occasions.DaysCounted(_extents, fee);
        var tests = fee.OnlyIf.Select(l => l.Value).ToList();
        var transition = Transition(fee, scenario);
        var mayOwe = fee.Pay?.Value is Pay.ShareOf(_, var names) && IsFee(names[0]);
        var amount = fee.Pay is { } pay ? Paid(fee, pay.Value, scenario, depth, transition) : Extent.Zero;
        foreach (var step in fee.Steps.Select(s => s.Value))
        {
            amount = Step(step, amount);
            mayOwe |= step is PayStep.Settles;
        }

        amount = fee.When?.Value.Event is MomentKind.EachPeriod or MomentKind.EachPart ? amount.OrZero() : amount;
        return mayOwe ? amount : amount.AtLeast(Extent.Zero);

        Extent Step(PayStep step, Extent so) => step switch
        {
            PayStep.Plus(var more) when IsShare(more) => so + so * Read(more, null),
            PayStep.Plus(var more) => so + Read(more, ValueKind.Money) * transition,
            PayStep.Times(var share) => so * _extents.Share(share, scenario, days, tests),
            PayStep.Less({ Base: Basis.Named(var name) }) when IsFee(name) =>
                Without(so, [name]).AtLeast(Extent.Zero),
            PayStep.Less(var less) when IsShare(less) => (so - so * Read(less, null)).AtLeast(Extent.Zero),
            PayStep.Less(var less) => (so - Read(less, ValueKind.Money)).AtLeast(Extent.Zero),
            PayStep.LessFees(var fees) => Without(so, fees).AtLeast(Extent.Zero),
            PayStep.Settles(var fees) => Without(so, fees),
            PayStep.AtMost(var most) => so.AtMost(Read(most, ValueKind.Money)),
            _ => throw Speech.Unknown(step),
        };

        Extent Read(Amount a, ValueKind? wanted) => _extents.Amount(a, scenario, days, tests, wanted);

        Extent Without(Extent so, IReadOnlyList<Name> fees) => fees.Aggregate(so, (left, name) =>
            left - (name.Text == fee.Name.Text ? Extent.Counts : TotalOf(name, fee, scenario, depth)));
    }

    private Extent Paid(Declaration.Fee fee, Pay pay, Scenario scenario, int depth, Extent transition)
    {
        var days = Occasions.DaysCounted(_extents, fee);
        var tests = fee.OnlyIf.Select(l => l.Value).ToList();
        return pay switch
        {
            Pay.Fixed(var amount) => _extents.Amount(amount, scenario, days, tests, ValueKind.Money) * transition,
            Pay.ShareOf(var share, var names) when IsFee(names[0]) =>
                _extents.Share(share, scenario, days, tests) * Sum(names, fee, scenario, depth),
            Pay.ShareOf(var share, var names) => _extents.Share(share, scenario, days, tests)
                * _extents.Name(names[0], scenario, days, tests) * transition,
            Pay.Pool(var amount, _, _) =>
                (_extents.Amount(amount, scenario, null, [], ValueKind.Money) * transition).OrZero(),
            Pay.Unpaid(var fees) => Sum(fees, fee, scenario, depth),
            Pay.ByKey(var key, var rows) => Rows(key, rows) * transition,
            _ => throw Speech.Unknown(pay),
        };

        Extent Rows(TableKey key, IReadOnlyList<(Label Label, Amount Amount)> rows)
        {
            var table = new Declaration.Table(
                [key], [], [.. rows.Select(r => new TableRow([r.Label], [], default))], null, default);
            var read = scenario.Rows(table).Select(r => rows.First(x => ReferenceEquals(x.Label, r.Labels[0])).Amount)
                .Select(a => _extents.Amount(a, scenario, days, tests, ValueKind.Money)).ToList();
            return read.Count == 0 ? Extent.Zero : read.Aggregate((a, b) => a.Or(b));
        }
    }

    private Extent Sum(IReadOnlyList<Name> fees, Declaration.Fee of, Scenario scenario, int depth) =>
        fees.Aggregate(Extent.Zero, (sum, name) => sum + TotalOf(name, of, scenario, depth));

    // What a provider's or a cohort's participants sum to has no bound: nothing limits their number.
    private Extent TotalOf(Name name, Declaration.Fee of, Scenario scenario, int depth)
    {
        if (_extents.Names.Find(name) is not Meaning.Fee(var fee, _))
        {
            return Extent.Zero;
        }

        var owners = (fee.For?.Value ?? new Owner.Participant(), of.For?.Value ?? new Owner.Participant());
        var total = Total(fee, scenario, depth + 1).OrZero();
        return owners.Item1.Equals(owners.Item2) ? total
            : new(total.Low is { Sign: 0 } ? Exact.Zero : null, total.High is { Sign: 0 } ? Exact.Zero : null);
    }

    private bool IsPricedOnStart(Declaration.Fee fee) =>
        fee.For is null && (fee.Priced ?? _model.Header.Priced)?.Value.On is DayName.Start;

    // Years after the last line have its shares.
    private Extent Transition(Declaration.Fee fee, Scenario scenario)
    {
        var years = _model.Transition?.Years ?? [];
        var shares = years
            .Where(y => scenario.Year is not { } year || y.Value.Year == Math.Min(year, years[^1].Value.Year))
            .Select(y => Extent.Of((fee.IsOutcome ? y.Value.Outcomes : y.Value.Outputs).Plain)).ToList();
        return shares.Count == 0 ? Extent.Of(Exact.One) : shares.Aggregate((a, b) => a.Or(b));
    }

    private bool IsFee(Name name) => _extents.Names.Find(name) is Meaning.Fee;

    private bool IsShare(Amount amount) => amount is { Share: null, Times: null, ForEach: null } && amount.Base switch
    {
        Basis.Written(var literal) => literal.IsShare,
        Basis.Named(var name) =>
            (_extents.Units.Of(name) ?? _extents.Names.ColumnType(name.Text)?.Kind) == ValueKind.Percent,
        var other => throw Speech.Unknown(other),
    };
}
