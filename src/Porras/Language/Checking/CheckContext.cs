namespace Porras;

/// <summary>A model with everything that more than one check reads.</summary>
internal sealed class CheckContext
{
    private ILookup<string, NameUse>? _usesFrom;

    /// <summary>Collects what names stand for and where they are used.</summary>
    public CheckContext(FeeModel model)
    {
        Model = model;
        Names = new(model);
        Units = new(model, Names);
        var uses = MeasureUses.Of(model, Names).Where(u => u.Name.Text.Length > 0).ToLookup(u => u.Role == Role.OwnDay);
        (Uses, OwnDays) = ([.. uses[false]], [.. uses[true]]);
    }

    /// <summary>The model.</summary>
    public FeeModel Model { get; }

    /// <summary>What its names stand for.</summary>
    public ModelNames Names { get; }

    /// <summary>What its names hold.</summary>
    public ModelUnits Units { get; }

    /// <summary>Every name where it is used.</summary>
    public IReadOnlyList<NameUse> Uses { get; }

    /// <summary>Every place where the day of start or of transfer is used.</summary>
    public IReadOnlyList<NameUse> OwnDays { get; }

    /// <summary>The uses in one declaration, by its name.</summary>
    public IEnumerable<NameUse> UsesFrom(string declaration) =>
        (_usesFrom ??= Uses.ToLookup(u => u.Site.From, StringComparer.Ordinal))[declaration];

    /// <summary>The days in force; null if they are not said or not in order.</summary>
    public DaySpan? InForce => Model.Header.InForce is { Value: { IsEmpty: false } days } ? days : null;

    /// <summary>The days on which periods begin; null without days in force or with a day that no year has.</summary>
    public Periods? Periods => InForce is not { } days ? null
        : Model.Header.YearBegins is not { Value: var (day, month) } ? new Periods(days, 0, 0)
        : Day.Parse($"2027-{month:00}-{day:00}") is null ? null : new Periods(days, month, day);

    /// <summary>What a name stands for where it is used; null if it is not declared.</summary>
    public Meaning? Find(NameUse use) =>
        Names.Find(use.Name, use.Site.Facts) ?? (use.Role == Role.Key ? AnyColumn(use.Name.Text) : null);

    /// <summary>The first column of this name in any fact; null if there is none.</summary>
    public Meaning.FactColumn? AnyColumn(string name) => Model.Facts
        .Select(f => (Fact: f, Index: ModelNames.ColumnOf(f, name))).Where(f => f.Index >= 0)
        .Select(f => new Meaning.FactColumn(f.Fact, f.Fact.Columns[f.Index], f.Index)).FirstOrDefault();

    /// <summary>The fee of a name; null if it is none.</summary>
    public Declaration.Fee? Fee(Name name) => Names.Find(name) is Meaning.Fee(var fee, _) ? fee : null;

    /// <summary>The measure of a name; null if it is none.</summary>
    public Declaration.Measure? Measure(Name name) =>
        Names.Find(name) is Meaning.Measure(var measure, _) ? measure : null;
}
