namespace Porras;

/// <summary>What a field of a form holds.</summary>
public enum FieldKind
{
    /// <summary>Words in quotes; without the quotes here.</summary>
    Title,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number without a unit.</summary>
    Number,

    /// <summary>An amount in the model's currency.</summary>
    Money,

    /// <summary>A percentage or a fraction.</summary>
    Share,

    /// <summary>A number with a unit: <c>18 a week</c>.</summary>
    Quantity,

    /// <summary>A number of days, weeks, months or years.</summary>
    Duration,

    /// <summary>A day.</summary>
    Date,

    /// <summary>The three letters of a currency.</summary>
    Currency,

    /// <summary>One of several phrases, some with a value in them.</summary>
    Choice,

    /// <summary>Some of several words.</summary>
    Several,
}

/// <summary>One of the phrases a field can have: words, perhaps with a value between them.</summary>
/// <param name="Before">The words before the value; all words where there is none.</param>
/// <param name="Inner">What the value is; null without one.</param>
/// <param name="After">The words behind the value.</param>
public sealed record FieldChoice(string Before, FieldKind? Inner = null, string After = "")
{
    /// <summary>The value in a phrase of this kind; empty where there is none; null if it is another phrase.</summary>
    public string? ValueIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Inner is null ? text == Before ? "" : null
            : text.Length > Before.Length + After.Length && text.StartsWith(Before, StringComparison.Ordinal)
                && text.EndsWith(After, StringComparison.Ordinal)
                && FieldValue.Of(Inner.Value, text[Before.Length..^After.Length]) is { Text: { } value } ? value : null;
    }

    /// <summary>A value to begin with; empty without one.</summary>
    public string First { get; init; } = "";

    /// <summary>The phrase with a value.</summary>
    public string With(string value) => Inner is null ? Before : Before + value + After;
}

/// <summary>A value of a text that a form shows and changes.</summary>
/// <param name="Path">Its address: <c>fee/employed/pay</c>. It stays the same while other values change.</param>
/// <param name="Key">Which value of its declaration it is; what its label says.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">The value as the text writes it; empty where the text says nothing.</param>
/// <param name="Place">Where it stands, or where it would.</param>
public sealed record FormField(string Path, string Key, FieldKind Kind, string Text, Place Place)
{
    /// <summary>The name that belongs to the label: a window's, a row's; empty without one.</summary>
    public string Of { get; init; } = "";

    /// <summary>The entry of a list that it belongs to: a group, a step, a year; empty without one.</summary>
    public string Item { get; init; } = "";

    /// <summary>What can be chosen; empty for other kinds.</summary>
    public IReadOnlyList<FieldChoice> Choices { get; init; } = [];

    /// <summary>Whether the text need not say it.</summary>
    public bool CanBeEmpty { get; init; }

    /// <summary>How many decimals an amount has.</summary>
    public int Decimals { get; init; }

    /// <summary>Where it stands among the characters.</summary>
    internal Slot Slot { get; init; } = null!;

    /// <summary>Whether a place lies in it.</summary>
    public bool Holds(Place place) =>
        Text.Length > 0 && place.Line == Place.Line && place.Column >= Place.Column
        && place.Column < Place.Column + Place.Length;

    /// <summary>The choice that the text has made, and its value; null where it has made none.</summary>
    public (FieldChoice Choice, string Value)? Chosen
    {
        get
        {
            foreach (var choice in Choices)
            {
                if (choice.ValueIn(Text) is { } value)
                {
                    return (choice, value);
                }
            }

            return null;
        }
    }

    /// <summary>The words that the text has chosen of several.</summary>
    public IReadOnlyList<string> Several => Text.Length == 0 ? [] : Text.Split(Slot.Joint);

    /// <summary>Several words as the text writes them.</summary>
    public string Joined(IEnumerable<string> words) => string.Join(Slot.Joint, words);
}

/// <summary>Where a value stands, and what is written around it.</summary>
/// <param name="Value">The value; without length where it would stand.</param>
/// <param name="Line">The line on which its clause begins.</param>
internal sealed record Slot(TextSpan Value, int Line)
{
    /// <summary>What goes with the value when it is taken away; null if that is its clause or it cannot be.</summary>
    public TextSpan? Whole { get; init; }

    /// <summary>The clause that goes with the value; null if it stands in one with other values.</summary>
    public Clause? Clause { get; init; }

    /// <summary>What is written before a value that was not there.</summary>
    public string Before { get; init; } = "";

    /// <summary>What is written behind it.</summary>
    public string After { get; init; } = "";

    /// <summary>What stands between several words.</summary>
    public string Joint { get; init; } = ", ";

    /// <summary>Whether it ends at a column, as numbers in rows do.</summary>
    public bool ToTheRight { get; init; }
}
