namespace Porras.Lab;

/// <summary>A number of a world with how sure it is.</summary>
/// <param name="Value">The number.</param>
/// <param name="Tag">How sure it is.</param>
/// <param name="Source">Where it comes from; empty if nothing is said.</param>
public readonly record struct Assumed(double Value, Evidence Tag, string Source = "")
{
    /// <summary>The number.</summary>
    public static implicit operator double(Assumed assumed) => assumed.Value;

    /// <summary>An assumption without a source.</summary>
    public static Assumed Of(double value) => new(value, Evidence.Assumed);

    /// <summary>The number.</summary>
    public double ToDouble() => Value;

    /// <summary>The letter of the tag.</summary>
    public char Letter => Tag switch
    {
        Evidence.Seen => 'S',
        Evidence.Computed => 'C',
        Evidence.Background => 'K',
        Evidence.Assumed => 'A',
        Evidence.Own => 'O',
        _ => throw new InvalidOperationException($"Unknown tag {Tag}."),
    };
}
