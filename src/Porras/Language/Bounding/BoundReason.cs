namespace Porras;

/// <summary>Why a bound is what it is, or why there is none.</summary>
/// <param name="Key">The key of its text, such as <c>once</c> or <c>no-window</c>.</param>
/// <param name="Arguments">What fills the text: money, days as <see cref="DateOnly"/>, numbers and names.</param>
public sealed record BoundReason(string Key, IReadOnlyList<object> Arguments)
{
    /// <summary>A reason.</summary>
    public static BoundReason Of(string key, params IReadOnlyList<object> arguments) => new(key, arguments);

    /// <summary>The reason in words.</summary>
    public string Text(Spoken spoken) =>
        Texts.Format(spoken.Tongue, "bounds." + Key, [.. Arguments.Select(a => a switch
        {
            Money money => spoken.Money(money),
            DateOnly day => spoken.Day(day.DayNumber),
            Exact number => spoken.Number(number),
            string text => text,
            _ => throw Speech.Unknown(a),
        })]);

    /// <summary>Equal if key and arguments are.</summary>
    public bool Equals(BoundReason? other) =>
        other is not null && Key == other.Key && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Key, Arguments.Count);
}

/// <summary>The most of something; null if it has no bound.</summary>
/// <typeparam name="T">Money, a number of times, or a day.</typeparam>
/// <param name="Value">The most; null if there is no bound.</param>
/// <param name="Reason">Why.</param>
public sealed record Most<T>(T? Value, BoundReason Reason)
    where T : struct;

/// <summary>What one fee can cost.</summary>
/// <param name="Fee">The fee.</param>
/// <param name="Times">The most occurrences one owner has.</param>
/// <param name="Each">The most one occurrence pays.</param>
/// <param name="Total">The most one owner costs by this fee.</param>
/// <param name="Earned">The last day on which it can be earned.</param>
/// <param name="Due">The last day from which a line of it may be invoiced.</param>
public sealed record FeeBounds(
    Declaration.Fee Fee, Most<long> Times, Most<Money> Each, Most<Money> Total, Most<int> Earned, Most<int> Due);

/// <summary>What a model can cost, and until when; true for any facts.</summary>
/// <remarks>
/// Where something has no bound it is null, with the reason; nothing is estimated. A participant is one participant in
/// one episode, without the fees of providers, cohorts and the contract. Taking back is not taken off.
/// </remarks>
/// <param name="Model">The model.</param>
/// <param name="Fees">Each fee, in the order of the model.</param>
/// <param name="Participant">The most the fees of one participant sum to, after limits for each participant.</param>
/// <param name="Contract">The most that everything under this version sums to.</param>
/// <param name="Last">The last day on which anything can fall due.</param>
public sealed record BoundsReport(
    FeeModel Model,
    IReadOnlyList<FeeBounds> Fees,
    Most<Money> Participant,
    Most<Money> Contract,
    Most<int> Last)
{
    /// <summary>The report as Markdown: a table of fees with reasons, then the whole.</summary>
    public string Markdown(Tongue tongue = Tongue.English) => BoundsText.Write(this, tongue);
}
