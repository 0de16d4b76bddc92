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
    /// <summary>The prices of all fees for outcomes, each once.</summary>
    /// <param name="model">The model as written.</param>
    /// <param name="world">The world, for its groups and for what providers offer.</param>
    /// <param name="factors">The factor of each group.</param>
    public static IReadOnlyList<SuggestedPrice> Of(FeeModel model, World world, IReadOnlyList<double> factors)
    {
        ArgumentNullException.ThrowIfNull(model);
        var (written, seen) = (new WrittenPrices(model, world, factors), new HashSet<(string, string)>());
        return [.. model.Fees.Where(f => f.IsOutcome && PriceFactors.PlaceIn(model, f) >= 0).SelectMany(fee =>
            written.Of(fee).Where(w => seen.Add((w.Name.Length > 0 ? w.Name : fee.Name.Text, w.Label)))
                .SelectMany(w => written.ForGroups(fee, w)))];
    }
}

/// <summary>A price as it stands in a model.</summary>
/// <param name="Name">The column of its table, its bid or known value; empty where it stands in the fee itself.</param>
/// <param name="Label">The label of its row; empty where there is none.</param>
/// <param name="Group">The group that it is for; null: for all.</param>
/// <param name="Now">The price, in minor units.</param>
internal readonly record struct WrittenPrice(string Name, string Label, string? Group, double Now);

/// <summary>The prices that stand in a model.</summary>
internal sealed class WrittenPrices(FeeModel model, World world, IReadOnlyList<double> factors)
{
    private const int Hundred = 100;

    private readonly ModelNames _names = new(model);
    private readonly TableKey? _key = PriceFactors.KeyOf(model, world);
    private readonly Currency _currency = Plan.Compile(model).Currency;

    /// <summary>The prices of a fee.</summary>
    public IEnumerable<WrittenPrice> Of(Declaration.Fee fee) => AmountsOf(fee).SelectMany(a => Of(a.Label, a.Amount));

    /// <summary>A price with the factor of each group, or once where they have the same.</summary>
    public IEnumerable<SuggestedPrice> ForGroups(Declaration.Fee fee, WrittenPrice price)
    {
        List<int> own = [.. Enumerable.Range(0, world.Groups.Count)
            .Where(g => price.Group is null || world.Groups[g].Name == price.Group)];
        return own.Count == 0 ? []
            : price.Group is not null || own.TrueForAll(g => factors[g] == factors[own[0]]) ? [New(price.Group, own[0])]
            : own.Select(g => New(world.Groups[g].Name, g));

        SuggestedPrice New(string? group, int at) => new(
            fee, price.Name, price.Label, group, price.Now, factors[at], Rounded(price.Now * factors[at]));
    }

    private IEnumerable<WrittenPrice> Of(string label, Amount amount) => amount.Base switch
    {
        Basis.Written(var literal) => IsMoney(literal) ? [new("", label, null, Minor(literal))] : [],
        Basis.Named(var name) => _names.Find(name) switch
        {
            Meaning.TableColumn(var table, var column) => table.Rows
                .Where(r => r.Cells[column] is { } cell && IsMoney(cell))
                .Select(r => new WrittenPrice(name.Text, LabelsOf(r), GroupOf(table, r), Minor(r.Cells[column]!))),
            Meaning.ProviderValue => Exact.Parse(world.Offered.GetValueOrDefault(name.Text)) is { } offered
                ? [new(name.Text, "", null, offered.ToDouble() * _currency.Scale)] : [],
            Meaning.Window or Meaning.Known or Meaning.CohortValue or Meaning.Fact or Meaning.FactColumn
                or Meaning.Ladder or Meaning.Cohort or Meaning.Measure or Meaning.Fee or null => [],
            var other => throw new InvalidOperationException($"Unknown meaning {other}."),
        },
        _ => throw new InvalidOperationException("Unknown base."),
    };

    private string? GroupOf(Declaration.Table table, TableRow row)
    {
        var at = table.Keys.ToList().FindIndex(k => Same(k, _key));
        return at < 0 || row.Labels[at].Kind != LabelKind.Is ? null : LabelOf(row.Labels[at]);
    }

    private bool IsMoney(Literal literal) => literal.Unit == UnitWord.None && literal.Decimals == _currency.Decimals;

    private double Minor(Literal literal) => literal.Number.ToDouble() * _currency.Scale;

    private double Rounded(double minor) => minor >= Hundred * _currency.Scale
        ? Math.Round(minor / _currency.Scale, MidpointRounding.AwayFromZero) * _currency.Scale
        : Math.Round(minor, MidpointRounding.AwayFromZero);

    private IEnumerable<(string Label, Amount Amount)> AmountsOf(Declaration.Fee fee)
    {
        IEnumerable<(string, Amount)> pay = fee.Pay?.Value switch
        {
            Porras.Pay.Fixed(var amount) => [("", amount)],
            Porras.Pay.ByKey(_, var rows) => rows.Select(r => (LabelOf(r.Label), r.Amount)),
            Porras.Pay.Pool(var amount, _, _) => [("", amount)],
            Porras.Pay.ShareOf(_, [var only]) when _names.Find(only) is not Meaning.Fee => [("", Amount.Of(only))],
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
