namespace Porras;

/// <summary>Why a line is what it is, or why there is none, in the words of one language.</summary>
/// <param name="Title">The fee and its amount, or that it was not paid.</param>
/// <param name="About">Whose it is, which occurrence, and the day.</param>
/// <param name="Sentences">What the model asks and what was found, each with its clause reference.</param>
/// <param name="Facts">The facts it rests on; null without any.</param>
/// <param name="Receipt">The arithmetic: step, change, amount so far; null without any.</param>
/// <param name="After">What else there is to know of the line: limits, from when it may be invoiced.</param>
public sealed record ToldWhy(
    string Title,
    string About,
    IReadOnlyList<ExplainedSentence> Sentences,
    ExplainedTable? Facts,
    ExplainedTable? Receipt,
    IReadOnlyList<ExplainedSentence> After)
{
    /// <summary>The measures it reads across participants, with how sure they are; null without any.</summary>
    public ExplainedTable? Measures { get; init; }
}
