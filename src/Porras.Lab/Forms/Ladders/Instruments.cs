namespace Porras.Lab;

/// <summary>What an instrument is good for.</summary>
public enum InstrumentUse
{
    /// <summary>Following a group, and its change as a group.</summary>
    GroupChange,

    /// <summary>Comparing a profile with norms, without one total score.</summary>
    Profile,

    /// <summary>A talk between client and adviser.</summary>
    Dialogue,
}

/// <summary>A mean and a deviation of a scale in a reference group.</summary>
/// <param name="Scale">The name of the scale.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">The deviation.</param>
public readonly record struct Norm(string Scale, double Mean, double Deviation);

/// <summary>What is published about how well an instrument measures.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reliability">The least and the greatest published correlation of two measurements, if any.</param>
/// <param name="People">How many people that rests on.</param>
/// <param name="Use">What it is good for.</param>
/// <param name="Norms">Published norms, if any.</param>
/// <param name="Tag">How the numbers are known.</param>
/// <param name="Source">Where they are published.</param>
public sealed record Instrument(
    string Name,
    (double Least, double Greatest)? Reliability,
    int People,
    InstrumentUse Use,
    IReadOnlyList<Norm> Norms,
    Evidence Tag,
    string Source)
{
    /// <summary>
    /// The least change of one person that is real with 95 % confidence, in deviations: for the most and for the least
    /// reliable scale; null if no reliability is published.
    /// </summary>
    public (double Least, double Greatest)? LeastChange95 => Reliability is { } published
        ? (new Score(1, published.Greatest).LeastChange95, new Score(1, published.Least).LeastChange95)
        : null;
}

/// <summary>Instruments that are used in Finnish employment and youth services, as published.</summary>
public static class Instruments
{
    /// <summary>The Abilitator (Kykyviisari): work ability and functioning, by the client's own answers.</summary>
    public static Instrument Kykyviisari { get; } = new(
        "Kykyviisari", (0.74, 0.93), 67, InstrumentUse.GroupChange, [], Evidence.Seen,
        "Wikström, Kouvonen, Joensuu: Abilitator test-retest, BMJ Open; Dryad 10.5061/dryad.m905qfv86");

    /// <summary>3X10D: ten parts of life of young people.</summary>
    public static Instrument ThreeTimesTen { get; } = new(
        "3X10D", null, 1011, InstrumentUse.Profile,
        [
            new("health", 6.83, 2.14), new("finances", 6.02, 2.54), new("self-esteem", 6.11, 2.45),
            new("life as a whole", 7.01, 1.92),
        ],
        Evidence.Seen,
        "3X10D norms 16-29, HAMK Unlimited (unlimited.hamk.fi); Diak, dialogi.diak.fi/puheenvuoro44");

    /// <summary>The Recovery Star: different raters do not agree enough.</summary>
    public static Instrument RecoveryStar { get; } = new(
        "Recovery Star", null, 172, InstrumentUse.Dialogue, [], Evidence.Seen,
        "Killaspy et al., British Journal of Psychiatry 201 (2012) 65-70; Dickens et al. (2012)");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Instrument> All { get; } = [Kykyviisari, ThreeTimesTen, RecoveryStar];
}
