namespace Porras;

/// <summary>What a line is.</summary>
public enum LineKind
{
    /// <summary>A fee that has been earned.</summary>
    Fee,

    /// <summary>A fee, or a part of one, that is taken back.</summary>
    TakeBack,
}

/// <summary>One line: a fee that is payable, or taken back.</summary>
/// <param name="Participant">The participant, as a place in the data set.</param>
/// <param name="Episode">The episode, from 1.</param>
/// <param name="Fee">The fee, as a place in the model.</param>
/// <param name="Time">The number of the occurrence, from 1.</param>
/// <param name="Earned">The earned day; of a taking back, its day.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Amount">The amount, never 0.</param>
/// <remarks>
/// Lines of a cohort, a provider or the contract have as participant a place behind the last participant: see
/// <see cref="Owners"/>.
/// </remarks>
public readonly record struct FeeLine(
    int Participant, int Episode, int Fee, int Time, int Earned, LineKind Kind, Money Amount)
{
    /// <summary>
    /// Who bears this part, as a place among <see cref="Across.Parties"/>; -1 where nothing is split.
    /// </summary>
    public int Payer { get; init; } = -1;

    /// <summary>Who gets this part, likewise.</summary>
    public int Payee { get; init; } = -1;

    /// <summary>The line without what may change or be divided: its amount, its payer and its payee.</summary>
    public FeeLine Bare() => this with { Amount = Money.Zero, Payer = -1, Payee = -1 };
}
