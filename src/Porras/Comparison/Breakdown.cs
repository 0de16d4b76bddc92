namespace Porras;

/// <summary>What a part of a comparison is.</summary>
public enum PartKind
{
    /// <summary>It has a name: a group, a fee, a month, a provider, a known value.</summary>
    Named,

    /// <summary>Participants who have no such thing: no group, no provider, an empty cell.</summary>
    Without,

    /// <summary>Lines that belong to no single participant: of a provider, a cohort or the contract.</summary>
    NoParticipant,
}

/// <summary>What one model pays in one part.</summary>
/// <param name="Amount">The sum of its lines.</param>
/// <param name="Outcomes">What of it is paid for outcomes.</param>
/// <param name="Lines">How many lines there are.</param>
/// <param name="Paid">How many participants have a line in this part.</param>
public sealed record PartSum(Money Amount, Money Outcomes, long Lines, int Paid)
{
    /// <summary>What is paid for outputs.</summary>
    public Money Outputs => Amount - Outcomes;
}

/// <summary>One part of a comparison: a group, a fee, a month, a provider, a known value.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name in the model or the data, a month as <c>2027-01</c>; empty without one.</param>
/// <param name="Title">Its title; the name where there is none.</param>
/// <param name="Participants">
/// How many participants are in it; null where participants are not in one part each.
/// </param>
/// <param name="Sums">What each model pays in it.</param>
/// <param name="Gains">
/// For each model but the first, who of them gets more or less than under the baseline; empty where participants are
/// not in one part each.
/// </param>
public sealed record ComparedPart(
    PartKind Kind,
    string Name,
    string Title,
    int? Participants,
    IReadOnlyList<PartSum> Sums,
    IReadOnlyList<Gains> Gains)
{
    /// <summary>What a model pays in it more than the baseline; below zero if less.</summary>
    public Money Difference(int model) => Sums[model].Amount - Sums[0].Amount;
}

/// <summary>The sums of a comparison cut into parts that sum to the whole.</summary>
/// <param name="By">By what: one of the names below, or a known value.</param>
/// <param name="Parts">The parts in order.</param>
public sealed record Breakdown(string By, IReadOnlyList<ComparedPart> Parts)
{
    /// <summary>By the groups of the first model.</summary>
    public const string Group = "group";

    /// <summary>By the fees of all models, by name.</summary>
    public const string Fee = "fee";

    /// <summary>By the calendar month of the earned day, without gaps.</summary>
    public const string Month = "month";

    /// <summary>By the provider: of a participant the first one, of a line the one that is paid.</summary>
    public const string Provider = "provider";

    /// <summary>For each part, what a model pays in it and all parts before it.</summary>
    public IReadOnlyList<Money> Cumulated(int model)
    {
        var (sum, all) = (Money.Zero, new Money[Parts.Count]);
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = sum += Parts[i].Sums[model].Amount;
        }

        return all;
    }
}
