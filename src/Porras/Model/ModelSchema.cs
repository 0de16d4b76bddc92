namespace Porras;

/// <summary>What a data set has to hold for a model.</summary>
public static class ModelSchema
{
    /// <summary>The schema of a model: files and columns by the model's names.</summary>
    /// <remarks>
    /// Meant for a model that has passed <c>check</c>; an unknown currency counts as one with 2 decimals.
    /// </remarks>
    public static DataSchema Of(FeeModel model)
    {
        var providers = model.Providers;
        var currency = model.Header.Money is { } money
            ? Currency.Find(money.Value.Currency) ?? new(money.Value.Currency, 2) : new("XXX", 2);
        return new(
            Columns(model.Participants?.Known ?? []),
            [.. model.Facts.Select(Of), .. model.Ladders.Select(Of)],
            providers is null ? [] : [.. Columns(providers.Known), .. providers.Bids.Select(b => Of(b.Value.Column))],
            [.. model.Cohorts.Select(c => (c.Name.Text, Columns(c.Known)))],
            currency,
            model.Participants?.Again?.Value ?? SecondStart.Refused);
    }

    private static ColumnSchema Of(ColumnDecl column) => new(column.Name.Text, column.Type);

    private static FactSchema Of(FactKind kind) =>
        new(kind.Name.Text, kind.IsSpan, [.. kind.Columns.Select(Of)], kind.Evidence);

    private static FactSchema Of(Declaration.Ladder ladder) =>
        new(ladder.Name.Text, false, [new("step", ColumnType.Of(ValueKind.Number))], Sources.Any)
        {
            StepEvidence = ladder.Steps.DistinctBy(s => s.Number).ToDictionary(s => s.Number, s => s.Evidence),
        };

    private static IReadOnlyList<ColumnSchema> Columns(IReadOnlyList<Said<IReadOnlyList<ColumnDecl>>> known) =>
        [.. known.SelectMany(k => k.Value).Select(Of)];
}
