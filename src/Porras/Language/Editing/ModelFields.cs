namespace Porras;

/// <summary>A clause that a form shows as its text.</summary>
/// <param name="Text">The clause as it is written, on one line.</param>
/// <param name="Place">Where it begins.</param>
public sealed record FormText(string Text, Place Place);

/// <summary>An entry of a list: a group, a step, a year, a row.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Name">Its name or number.</param>
/// <param name="Place">Where it begins.</param>
public sealed record FormItem(string Path, string Name, Place Place)
{
    /// <summary>Whether it can be taken away.</summary>
    public bool CanRemove { get; init; }
}

/// <summary>One declaration of a text as a form.</summary>
/// <param name="Path">Its address: <c>fee/employed</c>.</param>
/// <param name="Word">The word it begins with.</param>
/// <param name="Name">Its name, or what else tells it from others; empty where there is only one.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="LastLine">Its last line.</param>
public sealed record FormPart(string Path, string Word, string Name, Place Place, int LastLine)
{
    /// <summary>Its reference to a clause of a contract; empty without one.</summary>
    public string Clause { get; init; } = "";

    /// <summary>Whether it can be taken away.</summary>
    public bool CanRemove { get; init; }

    /// <summary>Its values.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = [];

    /// <summary>Its entries.</summary>
    public IReadOnlyList<FormItem> Items { get; init; } = [];

    /// <summary>The clauses of which not everything is among the values.</summary>
    public IReadOnlyList<FormText> Texts { get; init; } = [];

    /// <summary>The value of a key; null without one.</summary>
    public FormField? Field(string key) => Fields.FirstOrDefault(f => f.Key == key && f.Item.Length == 0);
}

/// <summary>
/// What a text says as a form: values that can be changed one by one, and as text what a form cannot express. The
/// text stays the only truth; nothing of it is missing here, and a change of a value is a change of its characters.
/// </summary>
/// <param name="Parts">The declarations in the order of the text, <c>model</c> included.</param>
public sealed record ModelFields(IReadOnlyList<FormPart> Parts)
{
    // What is missing is said at the declaration's name; in a form it is a value without an answer.
    private static readonly Dictionary<string, string> Missing = new(StringComparer.Ordinal)
    {
        ["P3005"] = "when",
        ["P3006"] = "pay",
        ["P3007"] = "often",
        ["P3008"] = "skipped",
        ["P3009"] = "part-periods",
        ["P3010"] = "priced",
        ["P3012"] = "rule",
    };

    /// <summary>All values.</summary>
    public IEnumerable<FormField> Fields => Parts.SelectMany(p => p.Fields);

    /// <summary>Reads a text as a form; of one with mistakes, what could be read.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isPage">Whether it is a Markdown page around a model.</param>
    public static ModelFields Of(string text, bool isPage = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of(new SourceText(text, isPage));
    }

    /// <summary>The value at an address; null without one.</summary>
    public FormField? Find(string path) => Fields.FirstOrDefault(f => f.Path == path);

    /// <summary>The value that a finding is about; null where it is about none.</summary>
    public FormField? About(Diagnostic finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (Fields.FirstOrDefault(f => f.Holds(finding.Place)) is { } held && !Missing.ContainsKey(finding.Code))
        {
            return held;
        }

        return PartOf(finding) is { } part && Missing.TryGetValue(finding.Code, out var key) ? part.Field(key) : null;
    }

    /// <summary>The declaration in which a finding lies; null without one.</summary>
    public FormPart? PartOf(Diagnostic finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Parts.LastOrDefault(p => p.Place.Line <= finding.Place.Line && p.LastLine >= finding.Place.Line);
    }

    internal static ModelFields Of(SourceText source)
    {
        List<FormPart> parts = [];
        Dictionary<string, int> paths = [];
        var names = new FormNames(source.Read.Model);
        foreach (var block in source.Blocks)
        {
            if (DeclarationRules.Of(block.First.Tokens[0]) is { } rule)
            {
                var draft = new PartDraft(source, names, block, rule.Word);
                var count = paths[draft.Path] = paths.GetValueOrDefault(draft.Path) + 1;
                parts.Add(draft.Read(count == 1 ? draft.Path : $"{draft.Path}~{Values.Text(count)}"));
            }
            else
            {
                parts.Add(PartDraft.Unread(source, block));
            }
        }

        return new(parts);
    }
}
