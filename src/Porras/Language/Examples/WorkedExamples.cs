namespace Porras;

/// <summary>Invented participants, settled by the engine: what a model pays, in examples.</summary>
/// <param name="Model">The part of the model that is settled for one participant at a time.</param>
/// <param name="IsWhole">Whether that is the whole model.</param>
/// <param name="All">The participants; none if the model cannot be settled.</param>
public sealed record WorkedExamples(FeeModel Model, bool IsWhole, IReadOnlyList<WorkedExample> All);

/// <summary>One invented participant.</summary>
/// <param name="Name">What it is called: <c>A</c>, <c>B</c> …</param>
/// <param name="Group">Its group; null in a model without groups.</param>
/// <param name="Start">The day of start.</param>
/// <param name="Known">Known values by name, as in a data set.</param>
/// <param name="Facts">What happens to it.</param>
/// <param name="Lines">What is paid, in the order of the earned days; equal lines of a fee together.</param>
/// <param name="Total">The sum of the lines.</param>
public sealed record WorkedExample(
    string Name,
    Group? Group,
    int Start,
    IReadOnlyList<(string Name, string Value)> Known,
    IReadOnlyList<WorkedFact> Facts,
    IReadOnlyList<WorkedLine> Lines,
    Money Total);

/// <summary>Facts of one kind that say the same.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="IsSpan">Whether it is one span; otherwise they lie on days.</param>
/// <param name="Count">How many.</param>
/// <param name="Days">The first and the last day.</param>
/// <param name="Cells">Their columns by name, as in a data set.</param>
public sealed record WorkedFact(
    string Kind, bool IsSpan, int Count, DaySpan Days, IReadOnlyList<(string Name, string Value)> Cells);

/// <summary>Lines of one fee with the same amount.</summary>
/// <param name="Fee">The fee.</param>
/// <param name="Kind">Whether it is paid or taken back.</param>
/// <param name="Count">How many.</param>
/// <param name="Earned">The first and the last earned day.</param>
/// <param name="Each">The amount of one.</param>
/// <param name="Steps">The arithmetic of the first of them.</param>
public sealed record WorkedLine(
    Declaration.Fee Fee, LineKind Kind, int Count, DaySpan Earned, Money Each, IReadOnlyList<TraceStep> Steps);
