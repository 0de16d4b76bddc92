namespace Porras;

/// <summary>What one step of the arithmetic does.</summary>
public enum TraceKind
{
    /// <summary>The price or amount named in <c>pay</c>.</summary>
    Price,

    /// <summary>A share or number that multiplies a price.</summary>
    Share,

    /// <summary>A quantity that multiplies a price.</summary>
    Quantity,

    /// <summary>The transition's share.</summary>
    Transition,

    /// <summary>A part of a period.</summary>
    PartPeriod,

    /// <summary>A step <c>plus</c>.</summary>
    Plus,

    /// <summary>A step <c>times</c>.</summary>
    Times,

    /// <summary>A step <c>less</c>.</summary>
    Less,

    /// <summary>A step <c>settles</c>.</summary>
    Settles,

    /// <summary>A step <c>at most … each time</c>.</summary>
    AtMost,

    /// <summary>Below zero a fee pays nothing.</summary>
    NotBelowZero,

    /// <summary>What other fees' lines pay, or would pay.</summary>
    OfFees,

    /// <summary>A part of a pool.</summary>
    Pool,

    /// <summary>Rounding.</summary>
    Rounding,

    /// <summary>A limit cuts it.</summary>
    Limit,

    /// <summary>The line exists only if its facts were known in time.</summary>
    Claim,

    /// <summary>The line, or a part of it, is taken back.</summary>
    TakeBack,
}

/// <summary>One step of the arithmetic: what it does, with what, and the amount before and after it.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Name">The name it uses, or empty for a literal.</param>
/// <param name="Operand">The value of that name, in the engine's measure; null where there is none.</param>
/// <param name="Before">The amount before, in minor units.</param>
/// <param name="After">The amount after, in minor units.</param>
public sealed record TraceStep(TraceKind Kind, string Name, Exact? Operand, Exact Before, Exact After)
{
    /// <summary>What the step changed: the changes of all steps sum to the amount.</summary>
    public Exact Change => After - Before;
}

/// <summary>Writes down the arithmetic of amounts; costs nothing when nobody asks.</summary>
public sealed class Trace
{
    private readonly List<TraceStep> _steps = [];
    private Exact _amount;

    /// <summary>The steps since the last <see cref="Clear"/>.</summary>
    public IReadOnlyList<TraceStep> Steps => _steps;

    /// <summary>Forgets all steps: a new line begins.</summary>
    public void Clear()
    {
        _steps.Clear();
        _amount = Exact.Zero;
    }

    /// <summary>Adds a step that leads to a new amount.</summary>
    public void Step(TraceKind kind, string name, Exact? operand, Exact after)
    {
        _steps.Add(new(kind, name, operand, _amount, after));
        _amount = after;
    }

    /// <summary>A copy of the steps.</summary>
    public IReadOnlyList<TraceStep> Copy() => [.. _steps];
}
