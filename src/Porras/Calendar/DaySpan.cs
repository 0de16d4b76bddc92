namespace Porras;

/// <summary>A span of days with both its ends in it; days are <see cref="DateOnly.DayNumber"/>.</summary>
/// <remarks>A span whose last day lies before its first contains nothing.</remarks>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day; <see cref="int.MaxValue"/> means it has no end.</param>
public readonly record struct DaySpan(int First, int Last)
{
    /// <summary>The span that contains nothing.</summary>
    public static DaySpan Empty => new(0, -1);

    /// <summary>Every day.</summary>
    public static DaySpan All => new(int.MinValue, int.MaxValue);

    /// <summary>Whether it contains no day.</summary>
    public bool IsEmpty => Last < First;

    /// <summary>How many days it contains; 0 for an empty one.</summary>
    public int Length => IsEmpty ? 0 : Last - First + 1;

    /// <summary>Whether a day lies in it.</summary>
    public bool Contains(int day) => day >= First && day <= Last;

    /// <summary>The days that lie in both.</summary>
    public DaySpan And(DaySpan other) => new(Math.Max(First, other.First), Math.Min(Last, other.Last));

    /// <summary>ISO days with a dash between.</summary>
    public override string ToString() => IsEmpty ? "no day" : $"{Day.Write(First)} to {Day.Write(Last)}";
}
