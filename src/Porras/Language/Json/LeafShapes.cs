using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Porras;

/// <summary>Something that the language writes as a word or two: a name, a literal, a duration, a date.</summary>
/// <param name="pattern">A regular expression that every such text matches.</param>
/// <param name="write">The canonical text.</param>
/// <param name="read">Reads it as in a model text.</param>
internal sealed class WordShape<T>(string pattern, Func<T, string> write, Func<Cursor, T> read) : Shape<T>
{
    public override JsonNode Write(T value) => JsonValue.Create(write(value))!;

    public override bool TryRead(JsonAt at, out T value)
    {
        value = default!;
        if (!at.Is(JsonValueKind.String))
        {
            return false;
        }

        var text = at.Element.GetString()!;
        var findings = new Findings();
        // No place: this was not read from a model text.
        var line = LineTokens.Of(new(text, 0, 0), findings);
        if (line.Tokens.Count > 0 && line.Reference is null && line.Comment is null && findings.All.Count == 0)
        {
            var c = new Cursor(new(line.Tokens, null, false), findings);
            value = read(c);
            if (c.End())
            {
                return true;
            }
        }

        return at.Fail("P1075", JsonAt.Found(text), pattern);
    }

    protected override JsonObject Describe(SchemaDefinitions definitions) =>
        new() { ["type"] = "string", ["pattern"] = pattern };
}

/// <summary>A text that the language writes in quotes or after <c>§</c>.</summary>
/// <param name="pattern">A regular expression for the whole text.</param>
internal sealed class FreeTextShape(string pattern) : Shape<string>
{
    private readonly Regex _regex = new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public override JsonNode Write(string value) => JsonValue.Create(value)!;

    public override bool TryRead(JsonAt at, out string value)
    {
        value = "";
        if (!at.Is(JsonValueKind.String))
        {
            return false;
        }

        value = at.Element.GetString()!;
        var clean = !value.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF')
            && value == value.Trim();
        return (clean && _regex.IsMatch(value)) || at.Fail("P1075", JsonAt.Found(value), pattern);
    }

    protected override JsonObject Describe(SchemaDefinitions definitions) =>
        new() { ["type"] = "string", ["pattern"] = pattern };
}

/// <summary>A whole number in bounds.</summary>
internal sealed class WholeShape(int least, int most) : Shape<int>
{
    public override JsonNode Write(int value) => JsonValue.Create(value);

    public override bool TryRead(JsonAt at, out int value)
    {
        value = least;
        return at.Is(JsonValueKind.Number)
            && ((at.Element.TryGetInt32(out value) && value >= least && value <= most)
                || at.Fail("P1075", JsonAt.Found(at.Element.GetRawText()),
                    $"{Values.Text(least)}–{Values.Text(most)}"));
    }

    protected override JsonObject Describe(SchemaDefinitions definitions) =>
        new() { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most };
}

/// <summary>Yes or no.</summary>
internal sealed class FlagShape : Shape<bool>
{
    public override JsonNode Write(bool value) => JsonValue.Create(value);

    public override bool TryRead(JsonAt at, out bool value)
    {
        value = at.Element.ValueKind == JsonValueKind.True;
        return at.Element.ValueKind is JsonValueKind.True or JsonValueKind.False || at.Is(JsonValueKind.True);
    }

    protected override JsonObject Describe(SchemaDefinitions definitions) => new() { ["type"] = "boolean" };
}

/// <summary>One of some words.</summary>
internal sealed class ChoiceShape<T>(params (T Value, string Word)[] all) : Shape<T>
    where T : notnull
{
    public override JsonNode Write(T value) => JsonValue.Create(all.First(a => a.Value.Equals(value)).Word)!;

    public override bool TryRead(JsonAt at, out T value)
    {
        value = all[0].Value;
        if (!at.Is(JsonValueKind.String))
        {
            return false;
        }

        var text = at.Element.GetString()!;
        foreach (var (choice, word) in all)
        {
            if (word == text)
            {
                value = choice;
                return true;
            }
        }

        at.Findings.AddNear(default, "P1074", JsonAt.Found(text), all.Select(a => a.Word), at.Path);
        return false;
    }

    protected override JsonObject Describe(SchemaDefinitions definitions) =>
        new() { ["enum"] = new JsonArray([.. all.Select(a => (JsonNode)JsonValue.Create(a.Word)!)]) };
}

/// <summary>A list.</summary>
internal sealed class ListShape<T>(Shape<T> item) : Shape<IReadOnlyList<T>>
{
    public override JsonNode Write(IReadOnlyList<T> value) =>
        new JsonArray([.. value.Select(v => (JsonNode?)item.Write(v))]);

    public override bool TryRead(JsonAt at, out IReadOnlyList<T> value)
    {
        List<T> items = [];
        value = items;
        if (!at.Is(JsonValueKind.Array))
        {
            return false;
        }

        var whole = true;
        foreach (var (i, element) in at.Element.EnumerateArray().Index())
        {
            if (item.TryRead(at.Item(i, element), out var read))
            {
                items.Add(read);
            }
            else
            {
                whole = false;
            }
        }

        return whole;
    }

    protected override JsonObject Describe(SchemaDefinitions definitions) =>
        new() { ["type"] = "array", ["items"] = item.Schema(definitions) };
}

/// <summary>One shape for another type: a share is a literal or a name.</summary>
internal sealed class LiteralOrName<T>(
    Func<T, Literal?> literal, Func<T, Name> name, Func<Literal, T> ofLiteral, Func<Name, T> ofName)
    : Shape<T>
{
    public override JsonNode Write(T value) => literal(value) is { } written
        ? ValueShapes.Literal.Write(written) : new JsonObject { ["name"] = ValueShapes.Name.Write(name(value)) };

    public override bool TryRead(JsonAt at, out T value)
    {
        value = default!;
        if (at.Element.ValueKind == JsonValueKind.String)
        {
            var read = ValueShapes.Literal.TryRead(at, out var written);
            value = read ? ofLiteral(written) : value;
            return read;
        }

        var named = ValueShapes.Named.TryRead(at, out var word);
        value = named ? ofName(word) : value;
        return named;
    }

    protected override JsonObject Describe(SchemaDefinitions definitions) => new()
    {
        ["oneOf"] = new JsonArray(ValueShapes.Literal.Schema(definitions), ValueShapes.Named.Schema(definitions)),
    };
}
