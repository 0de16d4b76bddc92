namespace Porras;

/// <summary>Where a value is read: the moment's day, the days counted, the moment's fact, step and number.</summary>
/// <param name="Day">The moment's day.</param>
/// <param name="Priced">The day whose row is read in tables by date or year.</param>
/// <param name="Counted">The days over which a measure without its own window is counted.</param>
public readonly record struct Spot(int Day, int Priced, DaySpan Counted)
{
    /// <summary>The kind of fact the moment is about; -1 for none.</summary>
    public int Fact { get; init; } = -1;

    /// <summary>The row of that fact.</summary>
    public int Row { get; init; } = -1;

    /// <summary>The step of a ladder's moment.</summary>
    public int Step { get; init; }

    /// <summary>The number of the occurrence.</summary>
    public int Time { get; init; }

    /// <summary>The fee whose occurrence it is; -1 for none.</summary>
    public int Fee { get; init; } = -1;

    /// <summary>Whether the days counted are those of a period.</summary>
    public bool ByPeriod { get; init; }

    /// <summary>
    /// The value of the <c>for each</c> column that is asked for; <see cref="Column.Empty"/> for none.
    /// </summary>
    public long Kind { get; init; } = Column.Empty;

    /// <summary>The name of that column.</summary>
    public string? KindColumn { get; init; }
}
