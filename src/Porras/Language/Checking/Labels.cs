namespace Porras;

/// <summary>The labels that a key or a value can have, where they are known.</summary>
internal static class Labels
{
    private static readonly string[] YesNo = ["yes", "no"];

    /// <summary>
    /// Whether a key is read by labels of a list (groups, steps, values of <c>one of</c>) and not by size.
    /// </summary>
    public static bool IsListed(TableKey key, ModelNames names) => key switch
    {
        TableKey.Group => true,
        TableKey.Named(var name) => names.Find(name) is not Meaning.Measure
            && TypeOf(name, names)?.Kind is null or ValueKind.OneOf or ValueKind.YesNo or ValueKind.Name,
        _ => false,
    };

    /// <summary>All labels that a key can have; null if there is no list of them.</summary>
    public static IReadOnlyList<string>? Of(TableKey key, FeeModel model, ModelNames names) => key switch
    {
        TableKey.Group => [.. model.Groups?.All.Select(g => g.Name.Text) ?? []],
        TableKey.Named(var name) => TypeOf(name, names) is { } type ? Of(type) : null,
        _ => null,
    };

    /// <summary>All labels of a type; null if there is no list of them.</summary>
    public static IReadOnlyList<string>? Of(ColumnType type) => type.Kind switch
    {
        ValueKind.OneOf => type.Labels,
        ValueKind.YesNo => YesNo,
        _ => null,
    };

    /// <summary>The word of a label as it is written; null for a day or <c>otherwise</c>.</summary>
    public static string? TextOf(Label label) =>
        label.Word?.Text ?? (label.Value is { } value ? Written.Of(value) : null);

    /// <summary>The declared type of a value or of a column; null for a measure or an unknown name.</summary>
    public static ColumnType? TypeOf(Name name, ModelNames names) => TypeOf(names.Find(name), names, name);

    /// <summary>The declared type of what a name stands for; null for a measure or an unknown name.</summary>
    public static ColumnType? TypeOf(Meaning? meaning, ModelNames names, Name name) => meaning switch
    {
        Meaning.Known(var decl, _) => decl.Type,
        Meaning.ProviderValue(var decl, _) => decl.Type,
        Meaning.CohortValue(var decl, _, _) => decl.Type,
        Meaning.FactColumn(_, var decl, _) => decl.Type,
        null => names.ColumnType(name.Text),
        _ => null,
    };
}
