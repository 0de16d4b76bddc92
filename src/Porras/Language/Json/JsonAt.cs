using System.Text.Json;

namespace Porras;

/// <summary>A value of a JSON text with its path; what is wrong with it is collected.</summary>
/// <param name="Element">The value.</param>
/// <param name="Path">Where it stands, such as <c>$.declarations[3].when</c>.</param>
/// <param name="Findings">Where mistakes go.</param>
internal readonly record struct JsonAt(JsonElement Element, string Path, Findings Findings)
{
    private const int LongestFound = 40;

    /// <summary>The value of a property; null if there is none.</summary>
    public JsonAt? Property(string name) => Element.TryGetProperty(name, out var value)
        ? new JsonAt(value, $"{Path}.{name}", Findings) : null;

    /// <summary>An item of a list.</summary>
    public JsonAt Item(int index, JsonElement item) => new(item, $"{Path}[{Values.Text(index)}]", Findings);

    /// <summary>Reports a mistake; the path is the first argument. Always false.</summary>
    public bool Fail(string code, params string[] arguments)
    {
        Findings.Add(default, code, [Path, .. arguments]);
        return false;
    }

    /// <summary>Whether the value is of a kind; if not, that is reported.</summary>
    public bool Is(JsonValueKind kind)
    {
        if (Element.ValueKind == kind)
        {
            return true;
        }

        return Fail("P1072", Word(Element.ValueKind), Word(kind));
    }

    /// <summary>What a message shows of a text.</summary>
    public static string Found(string text) => text.Length <= LongestFound ? text : text[..LongestFound] + "…";

    private static string Word(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
