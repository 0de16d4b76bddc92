namespace Porras.Lab;

/// <summary>How enterprises grow, where they are the participants. Yearly, on the log of their size.</summary>
/// <remarks>
/// Luck has fat tails (Student's t with 4 degrees): one enterprise that grows tenfold outweighs a hundred others.
/// </remarks>
public sealed record GrowthWorld
{
    /// <summary>The mean growth without any service.</summary>
    public Assumed Mean { get; init; } = Assumed.Of(0.02);

    /// <summary>What service adds to the growth of the first year, at most.</summary>
    public Assumed Effect { get; init; } =
        new(0.08, Evidence.Seen, "Growth Vouchers trial: turnover 8.2 % higher, no jobs, gone after one year");

    /// <summary>Spread of growth between enterprises.</summary>
    public Assumed Spread { get; init; } = Assumed.Of(0.20);

    /// <summary>How strongly the economy moves growth.</summary>
    public Assumed Economy { get; init; } = Assumed.Of(0.03);

    /// <summary>The yearly chance that an enterprise closes.</summary>
    public Assumed Failure { get; init; } = Assumed.Of(0.04);

    /// <summary>Growth over the whole time from which on an enterprise counts as grown.</summary>
    public Assumed Goal { get; init; } = Assumed.Of(0.20);
}
