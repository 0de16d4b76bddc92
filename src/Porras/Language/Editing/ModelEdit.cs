namespace Porras;

/// <summary>What a form can add to a text.</summary>
public enum Addition
{
    /// <summary>A fee for an output, behind the last fee.</summary>
    OutputFee,

    /// <summary>A fee for an outcome, behind the last fee.</summary>
    OutcomeFee,

    /// <summary>A group before the last one, which takes everybody else.</summary>
    Group,

    /// <summary>A step above the highest of a ladder.</summary>
    Step,

    /// <summary>A contract year of the transition, with the shares of the year before.</summary>
    Year,

    /// <summary>A limit behind the last one.</summary>
    Limit,
}

/// <summary>One change that a form makes to a text.</summary>
public abstract record ModelEdit
{
    private ModelEdit()
    {
    }

    /// <summary>Another value.</summary>
    /// <param name="Path">The address of the value.</param>
    /// <param name="Text">The value as the language writes it; empty takes away what need not be said.</param>
    public sealed record Write(string Path, string Text) : ModelEdit;

    /// <summary>Something new.</summary>
    /// <param name="What">What.</param>
    /// <param name="Title">Its title; its name is made of it.</param>
    public sealed record Add(Addition What, string Title) : ModelEdit;

    /// <summary>A declaration or an entry less. Refused while the text names it somewhere else.</summary>
    /// <param name="Path">The address of the declaration or the entry.</param>
    public sealed record Remove(string Path) : ModelEdit;
}

/// <summary>A text after a change.</summary>
/// <param name="Text">The text; the one before where the change was refused.</param>
/// <param name="Changes">Which characters of the text before gave way to which; empty where nothing changed.</param>
/// <param name="Findings">Why the change was refused; empty if it was made.</param>
public sealed record EditedText(
    string Text, IReadOnlyList<TextChange> Changes, IReadOnlyList<Diagnostic> Findings)
{
    /// <summary>Whether the change was made.</summary>
    public bool IsDone => Findings.Count == 0;

    /// <summary>The address of what was added; empty for other changes.</summary>
    public string Path { get; init; } = "";

    /// <summary>The changes that give the text before back.</summary>
    public IReadOnlyList<TextChange> Undo { get; init; } = [];
}
