namespace Porras;

/// <summary>In which part of a model a name stands.</summary>
internal enum Part
{
    /// <summary>A window's days.</summary>
    Window,

    /// <summary>Tests of who is eligible.</summary>
    Eligibility,

    /// <summary>Tests of groups.</summary>
    Groups,

    /// <summary>What a measure is made of, its windows and its bounds.</summary>
    Measure,

    /// <summary>Tests of the facts that a measure counts.</summary>
    Counted,

    /// <summary>The comparison of a unit's sum, with the unit's last day at hand.</summary>
    With,

    /// <summary>A table's keys and labels.</summary>
    Table,

    /// <summary>Moments and their bounds.</summary>
    When,

    /// <summary>Tests on a moment's day.</summary>
    OnlyIf,

    /// <summary>What a fee pays.</summary>
    Pay,

    /// <summary>How often.</summary>
    Often,

    /// <summary>The day of the price.</summary>
    Priced,

    /// <summary>A limit's amount.</summary>
    Limit,

    /// <summary>What is taken back and how lines are split.</summary>
    Line,

    /// <summary>A list of names that reads nothing: owners, the fees of a limit, <c>beside</c>.</summary>
    List,
}

/// <summary>What is at hand where a name stands.</summary>
/// <param name="Part">The part of the model.</param>
/// <param name="From">The declaration, by its name; the node of a graph.</param>
/// <param name="Owner">For whom it is read; null where that is not fixed.</param>
internal sealed record Site(Part Part, string From, Owner? Owner)
{
    /// <summary>The facts whose columns can be read; several where a moment has alternatives.</summary>
    public IReadOnlyList<FactKind> Facts { get; init; } = [];

    /// <summary>The ladder of the moment; null for another moment.</summary>
    public Declaration.Ladder? Ladder { get; init; }

    /// <summary>The column by whose values a measure is counted kind by kind; null without one.</summary>
    public string? ForEach { get; init; }

    /// <summary>The quantity that a price is multiplied by; its kinds are at hand too. Null without one.</summary>
    public Name? Quantity { get; init; }
}

/// <summary>A name where it is used: what it has to be there, and what is at hand.</summary>
internal sealed record NameUse(Name Name, Role Role, Site Site);
