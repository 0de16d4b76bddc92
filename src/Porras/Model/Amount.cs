namespace Porras;

/// <summary>A share as the model writes it: a literal (<c>80 %</c>, <c>5/6</c>) or the name of a share.</summary>
public abstract record Share
{
    private Share()
    {
    }

    /// <summary>A literal.</summary>
    public sealed record Written(Literal Value) : Share;

    /// <summary>A share column, known value, bid or measure.</summary>
    public sealed record Named(Name Name) : Share;
}

/// <summary>What an amount is taken of: a literal or a name.</summary>
public abstract record Basis
{
    private Basis()
    {
    }

    /// <summary>A literal such as <c>300.00</c> or <c>90 days</c>.</summary>
    public sealed record Written(Literal Value) : Basis;

    /// <summary>A column of a table, a known value, a bid, a column of the moment's own fact, or a measure.</summary>
    public sealed record Named(Name Name) : Basis;
}

/// <summary>
/// <c>[SHARE of | NUMBER times] BASE [for each QUANTITY]</c>: prices, thresholds, limits and values of tests.
/// </summary>
/// <param name="Share">The share taken of the base; null for none.</param>
/// <param name="Times">The number the base is multiplied by; null for none. Never together with a share.</param>
/// <param name="Base">What it is taken of.</param>
/// <param name="ForEach">The quantity it is multiplied by; null for none.</param>
public sealed record Amount(Share? Share, Literal? Times, Basis Base, Name? ForEach)
{
    /// <summary>A literal by itself.</summary>
    public static Amount Of(Literal literal) => new(null, null, new Basis.Written(literal), null);

    /// <summary>A name by itself.</summary>
    public static Amount Of(Name name) => new(null, null, new Basis.Named(name), null);

    /// <summary>Where it stands: the place of its base.</summary>
    public Place Place => Base switch
    {
        Basis.Written(var literal) => literal.Place,
        Basis.Named(var name) => name.Place,
        _ => throw new InvalidOperationException("Unknown base."),
    };
}
