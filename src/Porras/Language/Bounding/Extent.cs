namespace Porras;

/// <summary>All values that something can have: from the least to the largest; null is without end.</summary>
/// <remarks>Always at least as wide as the truth: what is calculated with extents is a sound bound.</remarks>
/// <param name="Low">The least value; null if there is none.</param>
/// <param name="High">The largest value; null if there is none.</param>
internal readonly record struct Extent(Exact? Low, Exact? High)
{
    public static Extent Any => new(null, null);

    public static Extent Zero => Of(Exact.Zero);

    /// <summary>Nothing below zero, no end above.</summary>
    public static Extent Counts => new(Exact.Zero, null);

    public static Extent Of(Exact value) => new(value, value);

    public static Extent operator +(Extent a, Extent b) => new(a.Low + b.Low, a.High + b.High);

    public static Extent operator -(Extent a, Extent b) => new(a.Low - b.High, a.High - b.Low);

    public static Extent operator *(Extent a, Extent b)
    {
        End[] products =
        [
            End.Below(a.Low) * End.Below(b.Low), End.Below(a.Low) * End.Above(b.High),
            End.Above(a.High) * End.Below(b.Low), End.Above(a.High) * End.Above(b.High),
        ];
        return new(products.Min().Value(-1), products.Max().Value(1));
    }

    /// <summary>Everything in either.</summary>
    public Extent Or(Extent other) =>
        new(Low is { } a && other.Low is { } b ? Exact.Min(a, b) : null,
            High is { } c && other.High is { } d ? Exact.Max(c, d) : null);

    /// <summary>With zero among the values.</summary>
    public Extent OrZero() => Or(Zero);

    /// <summary>Nothing below a value of the other: the larger of the two.</summary>
    public Extent AtLeast(Extent other) =>
        new(Low is { } a && other.Low is { } b ? Exact.Max(a, b) : Low ?? other.Low,
            High is { } c && other.High is { } d ? Exact.Max(c, d) : null);

    /// <summary>The smaller of the two.</summary>
    public Extent AtMost(Extent other) =>
        new(Low is { } a && other.Low is { } b ? Exact.Min(a, b) : null,
            High is { } c && other.High is { } d ? Exact.Min(c, d) : High ?? other.High);

    /// <summary>What is in both; the values of one where a test says so.</summary>
    public Extent And(Extent other) =>
        new(Low is { } a && other.Low is { } b ? Exact.Max(a, b) : Low ?? other.Low,
            High is { } c && other.High is { } d ? Exact.Min(c, d) : High ?? other.High);

    // An end of an extent: a value, or without end in the direction of its sign.
    private readonly record struct End(Exact Number, int Endless) : IComparable<End>
    {
        public static End Below(Exact? value) => value is { } v ? new(v, 0) : new(Exact.Zero, -1);

        public static End Above(Exact? value) => value is { } v ? new(v, 0) : new(Exact.Zero, 1);

        private int Sign => Endless != 0 ? Endless : Number.Sign;

        public static End operator *(End a, End b) =>
            a.Endless == 0 && b.Endless == 0 ? new(a.Number * b.Number, 0) : new(Exact.Zero, a.Sign * b.Sign);

        public Exact? Value(int direction) => Endless == 0 ? Number : Endless == direction ? null : Number;

        public int CompareTo(End other) =>
            Endless != other.Endless ? Endless.CompareTo(other.Endless) : Number.CompareTo(other.Number);
    }
}
