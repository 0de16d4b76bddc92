namespace Porras;

/// <summary>Things are compared only in the same unit: P4001 and P4002 in tests, moments and measures.</summary>
internal static class UnitsOfTests
{
    /// <summary>Comparisons and operators whose two sides have different units.</summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context)
    {
        var rules = new UnitRules(context);
        return
        [
            .. KnownLabels.AllTests(context).SelectMany(t => Test(t.Test, t.Facts, context, rules)),
            .. context.Model.Measures.SelectMany(m => Measure(m, context, rules)),
            .. Moments(context).SelectMany(m => Moment(m, context, rules)),
            .. context.Model.Expectations.SelectMany(e => context.Measure(e.Of) is { } measure
                && context.Units.Of(measure) is { } kind ? rules.Expect(e.Value, kind, []) : []),
        ];
    }

    /// <summary>Every moment of a fee or of taking back.</summary>
    internal static IEnumerable<Moment> Moments(CheckContext context) =>
    [
        .. context.Model.Fees.SelectMany(FeeUses.Moments),
        .. context.Model.TakeBacks.Select(b => b.When?.Value).OfType<Moment>(),
    ];

    private static IEnumerable<Diagnostic> Test(
        Test test, IReadOnlyList<FactKind> facts, CheckContext context, UnitRules rules)
    {
        if (test is not Test.Compares compares || context.Names.Find(compares.Name, facts) is not { } meaning)
        {
            return [];
        }

        return !Role.Compared.Fits(meaning) || context.Units.Of(meaning) is not { } kind || !Role.Compared.Takes(kind)
            ? [] : rules.Expect(compares.Value, kind, facts);
    }

    private static IEnumerable<Diagnostic> Moment(Moment moment, CheckContext context, UnitRules rules)
    {
        var (measure, amount) = moment.Event switch
        {
            MomentKind.Reaches reaches => (reaches.Measure, reaches.Value),
            MomentKind.EachBlock each => (each.Measure, each.Block),
            _ => default,
        };
        if (amount is null || context.Measure(measure) is not { } counted || context.Units.Of(counted) is not { } kind)
        {
            return [];
        }

        var months = kind == ValueKind.Days && rules.KindOf(amount, []) == ValueKind.Months;
        return
        [
            .. months ? [] : rules.Expect(amount, kind, []),
            .. amount is { Base: Basis.Written(var literal) } && literal.Number <= Exact.Zero && !IsExceeded(moment)
                ? (Diagnostic[])[Diagnostic.At(literal.Place, "P4007", Written.Of(literal))] : [],
        ];
    }

    private static bool IsExceeded(Moment moment) => moment.Event is MomentKind.Reaches { Exceeds: true };

    private static IEnumerable<Diagnostic> Measure(Declaration.Measure measure, CheckContext context, UnitRules rules)
    {
        var kind = context.Units.Of(measure);
        foreach (var finding in Head(measure.Head, context, rules))
        {
            yield return finding;
        }

        foreach (var clamp in measure.Clamps.SelectMany(c => kind is { } k ? rules.Expect(c.Value.Value, k, []) : []))
        {
            yield return clamp;
        }

        if (measure.Head is not MeasureHead.UnitsOf(_, var fact)
            || context.Names.Find(fact) is not Meaning.Fact(var of, _))
        {
            yield break;
        }

        foreach (var with in measure.With.Select(w => w.Value))
        {
            var column = ModelNames.ColumnOf(of, with.Column.Text);
            if (column >= 0 && Roles.IsMeasured(of.Columns[column].Type.Kind))
            {
                foreach (var finding in rules.Expect(with.Value, of.Columns[column].Type.Kind, []))
                {
                    yield return finding;
                }
            }
            else if (column >= 0)
            {
                yield return NotMeasured(with.Column, of.Columns[column].Type.Kind);
            }
        }
    }

    private static IEnumerable<Diagnostic> Head(MeasureHead head, CheckContext context, UnitRules rules)
    {
        switch (head)
        {
            case MeasureHead.Aggregated(_, var column, { } fact):
                return context.Names.Find(fact) is Meaning.Fact(var of, _)
                    && ModelNames.ColumnOf(of, column.Text) is var i and >= 0
                    && !Roles.IsMeasured(of.Columns[i].Type.Kind)
                        ? [NotMeasured(column, of.Columns[i].Type.Kind)] : [];
            case MeasureHead.Less(var from, var what):
                return Same(from, what, context, rules);
            case MeasureHead.ShareOf(var part, var whole):
                return Same(part, whole, context, rules);
            case MeasureHead.Weighted(var terms):
                var first = terms.Count > 0 ? context.Units.Of(terms[0].Measure) : null;
                return
                [
                    .. terms.SelectMany(t => rules.Expect(t.Share)),
                    .. first is not { } unit ? [] : terms.SelectMany(t => rules.Expect(t.Measure, unit, [])),
                ];
            default:
                return [];
        }
    }

    private static IEnumerable<Diagnostic> Same(Name one, Basis other, CheckContext context, UnitRules rules) =>
        context.Units.Of(one) is not { } kind || !Roles.IsMeasured(kind) ? []
        : rules.Expect(new Amount(null, null, other, null), kind, []);

    private static Diagnostic NotMeasured(Name column, ValueKind kind) =>
        Diagnostic.At(column.Place, "P4001", column.Text, Words.Of(kind), Role.Quantity.Word());
}
