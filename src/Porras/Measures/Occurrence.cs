namespace Porras;

/// <summary>One occurrence of a fee: the day on which its condition was reached, and by what.</summary>
/// <param name="Day">The day.</param>
public readonly record struct Occurrence(int Day)
{
    /// <summary>The days that were counted for it: of a block its run so far, of a period the period.</summary>
    public DaySpan Counted { get; init; }

    /// <summary>The kind of fact it is about; -1 for none.</summary>
    public int Fact { get; init; } = -1;

    /// <summary>The row of that fact.</summary>
    public int Row { get; init; } = -1;

    /// <summary>The step of a ladder.</summary>
    public int Step { get; init; }

    /// <summary>The days of the whole period that it is a part of; 0 if it is not about a period.</summary>
    public int WholeDays { get; init; }

    /// <summary>Which moment of the fee it is: 0 is <c>when</c>, then <c>or</c> and <c>and</c> in order.</summary>
    public int Way { get; init; }
}
