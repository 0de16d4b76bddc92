namespace Porras.Lab;

/// <summary>
/// Puts factors on the prices of outcomes into a model: a table by group and a line <c>times calibration</c> in each
/// fee
/// for an outcome, or a line <c>times 104.2 %</c> where all groups have the same factor.
/// </summary>
public static class PriceFactors
{
    private const string Name = "calibration";
    private const int PerMille = 1000, PerMillion = 1_000_000;

    /// <summary>
    /// A factor as it is written: up to tenths of a per cent (below a tenth to thousandths), so that rounding takes no
    /// margin away.
    /// </summary>
    public static double Rounded(double factor)
    {
        var steps = factor < 0.1 ? 100 * PerMille : PerMille;
        return Math.Ceiling(factor * steps - 1e-6) / steps;
    }

    /// <summary>What tells groups apart in a table; null where nothing does.</summary>
    public static TableKey? KeyOf(FeeModel model, World world)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(world);
        if (world.Groups.Count < 2)
        {
            return null;
        }

        if (model.Groups is not null)
        {
            return new TableKey.Group();
        }

        var known = (model.Participants?.Known ?? []).SelectMany(k => k.Value).FirstOrDefault(c =>
            c.Type.Kind == ValueKind.OneOf && world.Groups.All(g => g.Known.GetValueOrDefault(c.Name.Text) == g.Name));
        return known is null ? null : new TableKey.Named(new(known.Name.Text, default));
    }

    /// <summary>The model with a factor on all outcome prices of a participant of each group.</summary>
    /// <param name="model">The model; factors that an earlier calibration has put into a table are multiplied.</param>
    /// <param name="world">The world, for its groups.</param>
    /// <param name="factors">A factor for each group; the sixth decimal is the last that counts.</param>
    public static FeeModel With(FeeModel model, World world, IReadOnlyList<double> factors)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(factors);
        if (factors.All(f => f == 1))
        {
            return model;
        }

        var key = KeyOf(model, world);
        if (key is null || factors.All(f => f == factors[0]))
        {
            return Each(model, new Share.Written(Percent(factors[0])));
        }

        if (model.Tables.FirstOrDefault(IsCalibration) is { } old)
        {
            return Replaced(model, old, world, factors);
        }

        var name = new Name(Free(model), default);
        var table = new Declaration.Table(
            [key],
            [name],
            [.. world.Groups.Zip(factors, (g, f) => new TableRow([LabelOf(g.Name)], [Percent(f)], default))],
            new Title("Calibration", default),
            default);
        var priced = Each(model, new Share.Named(name));
        var declarations = priced.Declarations.ToList();
        declarations.Insert(declarations.FindIndex(d => d is Declaration.Fee), table);
        return priced with { Declarations = declarations };
    }

    /// <summary>
    /// Fees for outcomes that are not a participant's own, and have a price of their own: one factor for all groups
    /// is all they can have.
    /// </summary>
    public static IReadOnlyList<Declaration.Fee> Together(FeeModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return [.. model.Fees.Where(f => f.IsOutcome && !IsOwn(f) && PlaceIn(model, f) >= 0)];
    }

    /// <summary>Whether a table holds the factors of an earlier calibration.</summary>
    internal static bool IsCalibration(Declaration.Table table) => table.Columns is [{ Text: Name }];

    /// <summary>
    /// Where among a fee's steps a factor stands; below 0: nowhere, since other fees' pay alone is paid.
    /// </summary>
    internal static int PlaceIn(FeeModel model, Declaration.Fee fee)
    {
        var fees = model.Fees.ToDictionary(f => f.Name.Text, f => f.IsOutcome, StringComparer.Ordinal);
        if (fee.Pay?.Value is Porras.Pay.Unpaid
            || (fee.Pay?.Value is Porras.Pay.ShareOf share
                && share.Names.Any(n => fees.GetValueOrDefault(n.Text))))
        {
            return -1;
        }

        // Pay of other fees has its own factor, and a bound is no price.
        var place = fee.Steps.TakeWhile(s => s.Value switch
        {
            PayStep.LessFees or PayStep.Settles or PayStep.AtMost => false,
            PayStep.Less { Amount.Base: Basis.Named(var name) } => !fees.ContainsKey(name.Text),
            PayStep.Less or PayStep.Plus or PayStep.Times => true,
            _ => throw new InvalidOperationException($"Unknown step {s.Value}."),
        }).Count();
        return place;
    }

    private static bool IsOwn(Declaration.Fee fee) => fee.For?.Value is null or Owner.Participant;

    private static FeeModel Each(FeeModel model, Share factor)
    {
        return model with { Declarations = [.. model.Declarations.Select(Changed)] };

        Declaration Changed(Declaration declaration)
        {
            if (declaration is not Declaration.Fee { IsOutcome: true } fee
                || PlaceIn(model, fee) is not (>= 0 and var at) || (factor is Share.Named && !IsOwn(fee)))
            {
                return declaration;
            }

            var steps = fee.Steps.ToList();
            steps.Insert(at, new(new PayStep.Times(factor), default));
            return fee with { Steps = steps };
        }
    }

    private static FeeModel Replaced(
        FeeModel model, Declaration.Table old, World world, IReadOnlyList<double> factors)
    {
        var by = world.Groups.Zip(factors).ToDictionary(g => g.First.Name, g => g.Second, StringComparer.Ordinal);
        var rows = old.Rows.Select(r => r with
        {
            Cells = [Percent(Rounded(r.Cells[0]!.Plain.ToDouble() * by.GetValueOrDefault(TextOf(r.Labels[0]), 1)))],
        });
        return model with
        {
            Declarations = [.. model.Declarations.Select(d =>
                ReferenceEquals(d, old) ? old with { Rows = [.. rows] } : d)],
        };
    }

    private static string Free(FeeModel model)
    {
        var names = new ModelNames(model);
        return Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? Name : $"{Name}-{Spoken.Integer(i)}")
            .First(n => names.Find(n) is null);
    }

    private static Label LabelOf(string text) => Exact.Parse(text) is { } number
        ? new(LabelKind.Is, new(number, UnitWord.None, 0, default), null, null, null, default)
        : new(LabelKind.Is, null, new Name(text, default), null, null, default);

    private static string TextOf(Label label) => label.Word?.Text ?? label.Value?.Number.ToString() ?? "";

    private static Literal Percent(double factor)
    {
        var (number, decimals) = (Exact.Of((long)Math.Round(factor * PerMillion), PerMillion / 100), 0);
        for (var scaled = number; !scaled.IsWhole; scaled *= 10)
        {
            decimals++;
        }

        return new(number, UnitWord.Percent, decimals, default);
    }
}
