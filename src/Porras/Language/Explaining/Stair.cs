namespace Porras;

/// <summary>One step of a ladder as a picture shows it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">What it is called; its number without a title.</param>
/// <param name="Evidence">By whom it is shown, in words; empty if everybody may.</param>
/// <param name="Pay">What a new rise to it pays, in words; empty if it pays nothing.</param>
/// <param name="Clause">The clause that says so; empty without one.</param>
public sealed record StairStep(int Number, string Title, string Evidence, string Pay, string Clause);

/// <summary>A ladder with what its steps pay: what a picture of it needs.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Steps">From the lowest to the highest.</param>
public sealed record Stair(string Title, IReadOnlyList<StairStep> Steps)
{
    /// <summary>The ladders of a model.</summary>
    /// <param name="model">The model, without mistakes.</param>
    /// <param name="tongue">The language of the words.</param>
    public static IReadOnlyList<Stair> Of(FeeModel model, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(model);
        var speech = new Speech(model, tongue, titles: true);
        return [.. model.Ladders.Select(l => new Stair(
            speech.TitleOf(l.Title, l.Name), [.. l.Steps.Select(s => Step(speech, l, s))]))];
    }

    private static StairStep Step(Speech speech, Declaration.Ladder ladder, LadderStep step)
    {
        var fees = speech.Model.Fees.Where(f => f.When?.Value.Event is MomentKind.NewStep rise
            && rise.Ladder.Text == ladder.Name.Text && step.Number > ladder.Steps[0].Number
            && (rise.From ?? 0) <= step.Number && (rise.To ?? int.MaxValue) >= step.Number).ToList();
        var pays = fees.Select(f => PayOf(speech, f, step.Number)).Where(p => p.Length > 0);
        return new(
            step.Number,
            step.Title?.Text ?? Spoken.Integer(step.Number),
            step.Evidence == Sources.Any ? "" : speech.Evidence(step.Evidence).ToString(),
            string.Join(" + ", pays),
            fees.Select(f => f.Pay?.Mark.Clause ?? f.Mark.Clause).FirstOrDefault(c => c is not null) ?? "");
    }

    // A price by step, or the one price of all steps; what hangs on more than the step is told by the sentences.
    private static string PayOf(Speech speech, Declaration.Fee fee, int step)
    {
        switch (fee.Pay?.Value)
        {
            case Pay.ByKey { Key: TableKey.OfStep } by:
                var row = by.Rows.LastOrDefault(r => Fits(r.Label, step));
                return row.Amount is null ? "" : speech.Amount(row.Amount, ValueKind.Money).ToString();
            case Pay.Fixed({ Share: null, Times: null, ForEach: null, Base: Basis.Named(var name) })
                when speech.Names.Find(name) is Meaning.TableColumn({ Keys: [TableKey.OfStep] } table, var column):
                var cells = table.Rows.LastOrDefault(r => Fits(r.Labels[0], step))?.Cells;
                return cells?[column] is { } cell ? speech.Literal(cell, ValueKind.Money).ToString() : "";
            case Pay.Fixed(var amount):
                return speech.Amount(amount, ValueKind.Money).ToString();
            case null or Pay.ByKey or Pay.ShareOf or Pay.Pool or Pay.Unpaid:
                return "";
            default:
                throw new InvalidOperationException($"Unknown pay {fee.Pay}.");
        }
    }

    private static bool Fits(Label label, int step) => label.Kind switch
    {
        LabelKind.Is => label.Value?.Number == step,
        LabelKind.From => label.Value?.Number <= step,
        LabelKind.Above => label.Value?.Number < step,
        LabelKind.UpTo => label.Value?.Number >= step,
        LabelKind.Below => label.Value?.Number > step,
        LabelKind.Otherwise => true,
        _ => throw new InvalidOperationException($"Unknown label {label.Kind}."),
    };
}
