namespace Porras;

/// <summary>The facts of one kind that an invented participant gets.</summary>
internal sealed class Supply
{
    /// <summary>How many facts on a day.</summary>
    public int Rows { get; set; }

    /// <summary>For spans: the days that a threshold needs.</summary>
    public int Reach { get; set; }

    /// <summary>For spans: further days that blocks need after it.</summary>
    public int Further { get; set; }

    /// <summary>For spans: days that end on the day before the start.</summary>
    public int BeforeStart { get; set; }

    /// <summary>Whether the facts stand on the last day of each month.</summary>
    public bool IsMonthly { get; set; }

    /// <summary>Whether they come after a year, since other fees must come before.</summary>
    public bool IsLate { get; set; }

    /// <summary>Whether an output fee needs them too.</summary>
    public bool ForOutputs { get; set; }

    /// <summary>What stands in each column that something is asked of.</summary>
    public Dictionary<string, string> Cells { get; } = new(StringComparer.Ordinal);
}
