using System.Text.Json;
using System.Text.Json.Nodes;

namespace Porras;

/// <summary>One of several records, told apart by the property <c>kind</c>.</summary>
internal sealed class UnionShape<T> : Shape<T>
    where T : class
{
    private readonly List<Case> _cases = [];

    /// <summary>Adds a kind.</summary>
    public UnionShape<T> Add<TCase>(string kind, RecordShape<TCase> shape)
        where TCase : class, T
    {
        _cases.Add(new(
            kind,
            (value, json) => value is TCase own && shape.Write(own, json) is not null,
            at => shape.TryRead(at, "kind", out var read) ? read : null,
            definitions => shape.Describe(definitions, kind)));
        return this;
    }

    public override JsonNode Write(T value)
    {
        foreach (var one in _cases)
        {
            var json = new JsonObject { ["kind"] = one.Kind };
            if (one.TryWrite(value, json))
            {
                return json;
            }
        }

        throw new InvalidOperationException($"No shape is known for {value}.");
    }

    public override bool TryRead(JsonAt at, out T value)
    {
        value = null!;
        if (!at.Is(JsonValueKind.Object))
        {
            return false;
        }

        if (at.Property("kind") is not { } kind)
        {
            return at.Fail("P1071", "kind");
        }

        if (!kind.Is(JsonValueKind.String))
        {
            return false;
        }

        var word = kind.Element.GetString()!;
        if (_cases.Find(c => c.Kind == word) is not { } found)
        {
            at.Findings.AddNear(default, "P1074", JsonAt.Found(word), _cases.Select(c => c.Kind), kind.Path);
            return false;
        }

        value = found.TryRead(at)!;
        return value is not null;
    }

    protected override JsonObject Describe(SchemaDefinitions definitions) =>
        new() { ["oneOf"] = new JsonArray([.. _cases.Select(c => (JsonNode)c.Describe(definitions))]) };

    private sealed record Case(
        string Kind, Func<T, JsonObject, bool> TryWrite, Func<JsonAt, T?> TryRead,
        Func<SchemaDefinitions, JsonObject> Describe);
}
