namespace Porras;

/// <content>Which facts let a measure reach a value.</content>
internal sealed partial class Wishes
{
    private void Measure(Name name, Exact? value, bool outputs, int depth)
    {
        if (depth > Depth || _extents.Names.Find(name) is not Meaning.Measure(var measure, _))
        {
            return;
        }

        switch (measure.Head)
        {
            case MeasureHead.DaysOf(var fact, _):
                Span(measure, Of(fact.Text), (int)Exact.Min(value ?? 120, 800).Ceiling());
                break;
            case MeasureHead.UnitsOf(var months, var fact):
                More(fact.Text, (int)((value ?? 3) / (months ? 1 : 7)).Ceiling() + 1, outputs);
                Of(fact.Text).IsMonthly |= months;
                break;
            case MeasureHead.Aggregated(Aggregate.Sum, var column, { } fact):
                Sum(fact, column, value, outputs);
                break;
            case MeasureHead.Aggregated(_, var column, { } fact):
                More(fact.Text, 1, outputs);
                Cell(fact.Text, column, value is { } v
                    ? Invented.Number(Compare.AtLeast, v, Kind(fact, column), _money) : null);
                break;
            case MeasureHead.CountOf(var facts) when _extents.Names.Find(facts[0]) is Meaning.Fact:
                More(facts[0].Text, (int)Exact.Min(value ?? 6, RowsMost).Ceiling(), outputs);
                break;
            case MeasureHead.Less(var from, _):
                Measure(from, value, outputs, depth + 1);
                break;
            case MeasureHead.ShareOf(var part, var whole):
                Share(part, whole, value, outputs, depth + 1);
                break;
            case MeasureHead.Weighted(var terms):
                terms.ToList().ForEach(t => Measure(t.Measure, value, outputs, depth + 1));
                break;
            case MeasureHead.CountOf or MeasureHead.CountOfParticipants or MeasureHead.Aggregated:
                break;
            default:
                throw Speech.Unknown(measure.Head);
        }

        Counted(measure, outputs);
        Bounds(measure).ToList().ForEach(most => Measure(most, null, outputs, depth + 1));
    }

    // What a measure can be at most.
    private static IEnumerable<Name> Bounds(Declaration.Measure measure) => measure.Clamps
        .Where(c => c.Value.Kind == ClampKind.AtMost).Select(c => c.Value.Value.Base).OfType<Basis.Named>()
        .Select(b => b.Name);

    private void Counted(Declaration.Measure measure, bool outputs)
    {
        var fact = measure.Head switch
        {
            MeasureHead.DaysOf(var f, _) => f,
            MeasureHead.UnitsOf(_, var f) => f,
            MeasureHead.Aggregated(_, _, { } f) => f,
            MeasureHead.CountOf([var f, ..]) => f,
            _ => (Name?)null,
        };
        if (fact is not { } counted || _extents.Names.Find(counted) is not Meaning.Fact)
        {
            return;
        }

        Of(counted.Text).ForOutputs |= outputs;
        Cells(counted, measure.Where.Select(w => w.Value));
        foreach (var with in measure.With.Select(w => w.Value))
        {
            var edge = _extents.Amount(with.Value, _scenario, null, [], Kind(counted, with.Column)).High;
            Cell(counted.Text, with.Column,
                edge is { } e ? Invented.Number(with.Compare, e, Kind(counted, with.Column), _money) : null);
        }
    }

    private void Span(Declaration.Measure measure, Supply supply, int days)
    {
        var window = measure.Within?.Value is Frame.Window(var name)
            && _extents.Names.Find(name) is Meaning.Window(var decl, _)
            ? decl.Rule : null;
        var isBefore = window is WindowRule.Lasts(_, Side.Before, _)
            || measure.Within?.Value is Frame.Around(_, Side.Before, _);
        supply.BeforeStart = isBefore ? Math.Max(supply.BeforeStart, days) : supply.BeforeStart;
        supply.Reach = isBefore ? supply.Reach : Math.Max(supply.Reach, days);
    }

    private void Sum(Name fact, Name column, Exact? value, bool outputs)
    {
        var one = Exact.Parse(Invented.Value(ColumnType.Of(Kind(fact, column) ?? ValueKind.Number), 0, _money))!.Value;
        var wanted =
            (value ?? one * 6) / (Kind(fact, column) == ValueKind.Money && value is not null ? _money.Scale : 1);
        var rows = (int)Exact.Max(1, Exact.Min(12, wanted / one)).Ceiling();
        var each = value is null ? one : Exact.Max(one, Exact.Of((wanted * Exact.Of(11, 10) / rows).Ceiling(), 1));
        More(fact.Text, rows, outputs);
        Of(fact.Text).IsMonthly |= Kind(fact, column) == ValueKind.Money;
        Cell(fact.Text, column, each.ToString(Kind(fact, column) == ValueKind.Money ? _money.Decimals : 0));
    }

    private void Share(Name part, Basis whole, Exact? value, bool outputs, int depth)
    {
        var of = whole is Basis.Written(var literal)
            ? _extents.Units.Value(literal, _extents.Units.Of(part) ?? ValueKind.Number) : (Exact?)null;
        if (whole is Basis.Named(var name))
        {
            Measure(name, null, outputs, depth);
        }

        Measure(part, of * value, outputs, depth);
    }
}
