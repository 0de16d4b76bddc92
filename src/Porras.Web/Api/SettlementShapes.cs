using System.ComponentModel;
using Porras.Store;

namespace Porras.Web;

/// <summary>What is to be settled.</summary>
public sealed record SettleAsked(
    [property: Description("A version of your own: own-12-3.")] string Reference,
    [property: Description("The data set, by its number.")] long DataSet,
    [property: Description("What it is to be called, 1 to 200 letters.")] string Name,
    [property: Description("The day of settlement.")] DateOnly Until,
    [property: Description("Only facts known by this day; without it, all.")] DateOnly? Known = null);

/// <summary>A settlement.</summary>
public sealed record SettlementAnswer(
    long Id,
    string Name,
    [property: Description("The number of the model's version in the store.")] long Version,
    long DataSet,
    DateOnly Until,
    [property: Description("Only facts known by this day count; null: all.")] DateOnly? Known,
    SettlementState State,
    [property: Description("Which engine settled it.")] string Engine,
    string Currency,
    [property: Description("How many lines it has.")] int Lines,
    [property: Description("What they come to, with a decimal point.")] string Total,
    [property: Description("SHA-256 of the lines as CSV without reasons.")] string Hash,
    [property: Description("Who settled; null for the command line.")] string? Person,
    DateTimeOffset At)
{
    /// <summary>A settlement as it is shown.</summary>
    public static SettlementAnswer Of(Settlement kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return new(
            kept.Id, kept.Name, kept.VersionId, kept.DataSetId, Day.Date(kept.UntilDay),
            kept.KnownOn is { } known ? Day.Date(known) : null, kept.State, kept.Engine, kept.Currency, kept.Lines,
            new Money(kept.Total).ToString(Porras.Currency.Find(kept.Currency)!.Value), kept.Hash, kept.PersonId,
            kept.At);
    }
}

/// <summary>A settlement that was made.</summary>
public sealed record SettledAnswer(
    SettlementAnswer Settlement,
    [property: Description("Notes; mistakes refuse the settlement (422).")] IReadOnlyList<Finding> Findings);

/// <summary>A line of a settlement.</summary>
public sealed record LineAnswer(
    [property: Description("Its number in the settlement, from 1.")] int Number,
    [property: Description("Whose line it is: a participant, or whom else the fee is for.")] string Participant,
    string Fee,
    int Occurrence,
    int Episode,
    DateOnly Earned,
    [property: Description("fee or take-back.")] string Kind,
    [property: Description("With a decimal point.")] string Amount,
    [property: Description("From which day it may be invoiced.")] DateOnly Payable,
    string? Payer,
    string? Payee,
    string? Clause)
{
    /// <summary>A line as it is shown.</summary>
    public static LineAnswer Of(SettledLine line, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new(
            line.Number, line.Owner, line.Fee, line.Occurrence, line.Episode, Day.Date(line.Earned),
            line.Kind == LineKind.Fee ? "fee" : "take-back", new Money(line.Amount).ToString(currency),
            Day.Date(line.Payable), line.Payer, line.Payee, line.Clause.Length == 0 ? null : line.Clause);
    }
}

/// <summary>All lines of a settlement, with their reasons unless there are very many.</summary>
public sealed record LinesAnswer(
    string Model, int Version, string Hash, DateOnly Until, DateOnly? Known, string Currency, string Total,
    IReadOnlyList<ToldLineAnswer> Lines);

/// <summary>A line with its reason.</summary>
public sealed record ToldLineAnswer(
    string Participant, string Fee, int Occurrence, int Episode, DateOnly Earned, string Kind, string Amount,
    DateOnly Payable, string? Payer, string? Payee, string? Clause, string? Reason);

/// <summary>Why a line is what it is, or why a fee was not paid.</summary>
public sealed record WhyAnswer(
    string Title,
    string About,
    IReadOnlyList<SentenceAnswer> Sentences,
    TableAnswer? Facts,
    TableAnswer? Measures,
    TableAnswer? Receipt,
    IReadOnlyList<SentenceAnswer> After);

/// <summary>A line told, and what its owner was not paid.</summary>
public sealed record StoryAnswer(
    WhyAnswer? Line,
    [property: Description("Fees that were not paid to the same owner, each with what is missing.")]
    IReadOnlyList<OtherFeeAnswer> Others);

/// <summary>A fee that was not paid.</summary>
public sealed record OtherFeeAnswer(string Fee, WhyAnswer Why);

/// <summary>To which state a settlement is to move on.</summary>
public sealed record AdvanceAsked(
    [property: Description("approved, by another person than settled; then locked.")] SettlementState State);
