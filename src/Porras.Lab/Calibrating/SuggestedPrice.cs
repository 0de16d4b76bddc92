namespace Porras.Lab;

/// <summary>A price of an outcome as it might be written instead of a factor. Money in minor units.</summary>
/// <param name="Fee">The first fee that it is of.</param>
/// <param name="Name">The column of its table, its bid or known value; empty where it stands in the fee itself.</param>
/// <param name="Label">The label of its row; empty where there is none.</param>
/// <param name="Group">The group that it is for; null: for all.</param>
/// <param name="Now">The price as written.</param>
/// <param name="Factor">Its factor.</param>
/// <param name="Then">The price with its factor: in whole units of the currency, below a hundred of them exact.</param>
public sealed record SuggestedPrice(
    Declaration.Fee Fee, string Name, string Label, string? Group, double Now, double Factor, double Then)
{
    private const int Hundred = 100;

    /// <summary>The prices of all fees for outcomes, each once.</summary>
    /// <param name="model">The model as written.</param>
    /// <param name="world">The world, for its groups and for what providers offer.</param>
    /// <param name="factors">The factor of each group.</param>
    public static IReadOnlyList<SuggestedPrice> Of(FeeModel model, World world, IReadOnlyList<double> factors)
    {
        ArgumentNullException.ThrowIfNull(model);
        var (names, key) = (new ModelNames(model), PriceFactors.KeyOf(model, world));
        var currency = Plan.Compile(model).Currency;
        var seen = new HashSet<(string, string)>();
        return [.. model.Fees.Where(f => f.IsOutcome && PriceFactors.PlaceIn(model, f) >= 0).SelectMany(OfFee)];

        IEnumerable<SuggestedPrice> OfFee(Declaration.Fee fee) =>
            AmountsOf(model, fee).SelectMany(a => Written(fee, a.Label, a.Amount)).SelectMany(w =>
                seen.Add((w.Name.Length > 0 ? w.Name : fee.Name.Text, w.Label)) ? ForGroups(fee, w) : []);

        IEnumerable<(string Name, string Label, string? Group, double Now)> Written(
            Declaration.Fee fee, string label, Amount amount)
        {
            switch (amount.Base)
            {
                case Basis.Written(var literal):
                    return IsMoney(literal) ? [("", label, null, Minor(literal))] : [];
                case Basis.Named(var name):
                    return names.Find(name) switch
                    {
                        Meaning.TableColumn(var table, var column) => table.Rows
                            .Where(r => r.Cells[column] is { } cell && IsMoney(cell))
                            .Select(r => (name.Text, LabelsOf(r), GroupOf(table, r), Minor(r.Cells[column]!))),
                        Meaning.ProviderValue when Exact.Parse(world.Offered.GetValueOrDefault(name.Text)) is { } offered
                            => [(name.Text, "", null, offered.ToDouble() * currency.Scale)],
                        _ => [],
                    };
                default:
                    throw new InvalidOperationException("Unknown base.");
            }
        }

        IEnumerable<SuggestedPrice> ForGroups(
            Declaration.Fee fee, (string Name, string Label, string? Group, double Now) w)
        {
            var own = world.Groups.Select((g, i) => (g.Name, i)).Where(g => w.Group is null || g.Name == w.Group).ToList();
            return own.Count == 0 ? []
                : w.Group is not null || own.All(g => factors[g.i] == factors[own[0].i]) ? [New(w.Group, own[0].i)]
                : own.Select(g => New(g.Name, g.i));

            SuggestedPrice New(string? group, int at) =>
                new(fee, w.Name, w.Label, group, w.Now, factors[at], Rounded(w.Now * factors[at]));
        }

        string? GroupOf(Declaration.Table table, TableRow row)
        {
            var at = table.Keys.ToList().FindIndex(k => Same(k, key));
            return at < 0 || row.Labels[at].Kind != LabelKind.Is ? null : LabelOf(row.Labels[at]);
        }

        bool IsMoney(Literal literal) => literal.Unit == UnitWord.None && literal.Decimals == currency.Decimals;

        double Minor(Literal literal) => literal.Number.ToDouble() * currency.Scale;

        double Rounded(double minor) => minor >= Hundred * currency.Scale
            ? Math.Round(minor / currency.Scale, MidpointRounding.AwayFromZero) * currency.Scale
            : Math.Round(minor, MidpointRounding.AwayFromZero);
    }

    private static IEnumerable<(string Label, Amount Amount)> AmountsOf(FeeModel model, Declaration.Fee fee)
    {
        IEnumerable<(string, Amount)> pay = fee.Pay?.Value switch
        {
            Porras.Pay.Fixed(var amount) => [("", amount)],
            Porras.Pay.ByKey(_, var rows) => rows.Select(r => (LabelOf(r.Label), r.Amount)),
            Porras.Pay.Pool(var amount, _, _) => [("", amount)],
            Porras.Pay.ShareOf(_, [var only]) when model.Fees.All(f => f.Name.Text != only.Text) => [("", Amount.Of(only))],
            Porras.Pay.ShareOf or Porras.Pay.Unpaid or null => [],
            _ => throw new InvalidOperationException("Unknown pay."),
        };
        return [.. pay, .. fee.Steps.Select(s => s.Value).OfType<PayStep.Plus>().Select(p => ("+", p.Amount))];
    }

    private static bool Same(TableKey one, TableKey? other) => (one, other) switch
    {
        (TableKey.Group, TableKey.Group) => true,
        (TableKey.Named(var a), TableKey.Named(var b)) => a.Text == b.Text,
        _ => false,
    };

    private static string LabelsOf(TableRow row) => string.Join(" · ", row.Labels.Select(LabelOf));

    private static string LabelOf(Label label)
    {
        var value = label.Word?.Text ?? (label.Date is { } day ? Day.Write(day) : label.Value?.Number.ToString() ?? "");
        return label.Kind switch
        {
            LabelKind.Is => value,
            LabelKind.From => "≥ " + value,
            LabelKind.Above => "> " + value,
            LabelKind.Below => "< " + value,
            LabelKind.UpTo => "≤ " + value,
            LabelKind.Otherwise => "…",
            _ => throw new InvalidOperationException($"Unknown label {label.Kind}."),
        };
    }
}
