namespace Porras;

/// <summary>The units of tables and of the currency: P4001, P4003 to P4005.</summary>
internal static class UnitsOfTables
{
    /// <summary>
    /// Columns with mixed units, labels that do not fit their key, and a currency or rounding that is none.
    /// </summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context)
    {
        var rules = new UnitRules(context);
        return
        [
            .. context.Model.Header.Money is { } money ? Money(money.Value) : [],
            .. context.Model.Tables.SelectMany(t => Cells(t, context, rules)),
            .. context.Model.Tables.SelectMany(t => t.Rows.SelectMany(r => t.Keys.Zip(r.Labels)))
                .SelectMany(l => Label(l.First, l.Second, [], context, rules)),
            .. Inline(context, rules),
        ];
    }

    private static IEnumerable<Diagnostic> Inline(CheckContext context, UnitRules rules)
    {
        foreach (var fee in context.Model.Fees)
        {
            if (fee.Pay?.Value is not Pay.ByKey(var key, var rows))
            {
                continue;
            }

            var facts = FeeUses.Paying(fee, context.Names).Facts;
            foreach (var finding in rows.SelectMany(r => Label(key, r.Label, facts, context, rules)))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Diagnostic> Money(MoneyTerms money)
    {
        if (Currency.Find(money.Currency) is not { } currency)
        {
            var findings = new Findings();
            findings.AddNear(money.Place, "P4004", money.Currency, Currency.Codes);
            return findings.All;
        }

        var minor = money.Unit.Number * currency.Scale;
        return minor.IsWhole && minor > Exact.Zero && money.Unit.Unit == UnitWord.None
            ? [] : [Diagnostic.At(
                money.Unit.Place, "P4005", Written.Of(money.Unit), currency.Code,
                Exact.Of(1, currency.Scale).ToString(currency.Decimals))];
    }

    private static IEnumerable<Diagnostic> Cells(Declaration.Table table, CheckContext context, UnitRules rules)
    {
        for (var column = 0; column < table.Columns.Count; column++)
        {
            if (context.Units.OfColumn(table, column) is not { } kind)
            {
                continue;
            }

            var (name, at) = (table.Columns[column].Text, column);
            foreach (var cell in table.Rows.Where(r => at < r.Cells.Count).Select(r => r.Cells[at]).OfType<Literal>())
            {
                var other = rules.KindOf(cell);
                if (other != kind && !ModelUnits.IsBareZero(cell))
                {
                    yield return Diagnostic.At(
                        cell.Place, "P4003", Written.Of(cell), Words.Of(other), name, Words.Of(kind));
                }
            }
        }
    }

    private static IEnumerable<Diagnostic> Label(
        TableKey key, Label label, IReadOnlyList<FactKind> facts, CheckContext context, UnitRules rules)
    {
        if (label.Kind == LabelKind.Otherwise || KindOf(key, facts, context) is not { } kind)
        {
            return [];
        }

        if (label.Date is not null)
        {
            return kind == ValueKind.Day ? [] : [Wrong(label, ValueKind.Day, kind)];
        }

        if (label.Word is { } word)
        {
            return kind == ValueKind.Day ? [Wrong(label, ValueKind.Name, kind)] : rules.Expect(word, kind, []);
        }

        return label.Value is not { } value ? []
            : !IsCounted(key) ? rules.Expect(value, kind)
            : value is { Unit: UnitWord.None, IsFraction: false, Number.IsWhole: true } ? []
            : [Diagnostic.At(label.Place, "P4006", Written.Of(value))];
    }

    private static Diagnostic Wrong(Label label, ValueKind found, ValueKind wanted) =>
        Diagnostic.At(label.Place, "P4001", Written.Of(label), Words.Of(found), Words.Of(wanted));

    private static bool IsCounted(TableKey key) => key is not TableKey.Named and not TableKey.Dated;

    private static ValueKind? KindOf(TableKey key, IReadOnlyList<FactKind> facts, CheckContext context) => key switch
    {
        TableKey.Group => null,
        TableKey.Dated => ValueKind.Day,
        TableKey.Named(var name) => Labels.IsListed(key, context.Names) ? null
            : context.Names.Find(name, facts) is { } meaning ? context.Units.Of(meaning)
            : context.Names.ColumnType(name.Text)?.Kind,
        _ => ValueKind.Number,
    };
}
