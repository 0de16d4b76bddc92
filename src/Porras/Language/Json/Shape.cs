using System.Text.Json.Nodes;

namespace Porras;

/// <summary>
/// How values of one type stand in JSON: one description writes them, reads them and gives their schema.
/// </summary>
/// <typeparam name="T">The type.</typeparam>
internal abstract class Shape<T>
{
    /// <summary>The name of its definition in the schema; null where the schema holds it in place.</summary>
    public string? Definition { get; init; }

    /// <summary>The value as JSON.</summary>
    public abstract JsonNode Write(T value);

    /// <summary>Reads a value; what is wrong is reported and the answer is false.</summary>
    public abstract bool TryRead(JsonAt at, out T value);

    /// <summary>The schema in place.</summary>
    protected abstract JsonObject Describe(SchemaDefinitions definitions);

    /// <summary>The schema, or a reference to its definition.</summary>
    public JsonObject Schema(SchemaDefinitions definitions) =>
        Definition is null ? Describe(definitions) : definitions.Reference(Definition, () => Describe(definitions));
}

/// <summary>The definitions of a schema.</summary>
internal sealed class SchemaDefinitions
{
    private readonly SortedDictionary<string, JsonObject?> _all = new(StringComparer.Ordinal);

    /// <summary>A reference to a definition, which is made when it is first named.</summary>
    public JsonObject Reference(string name, Func<JsonObject> make)
    {
        if (_all.TryAdd(name, null))
        {
            _all[name] = make();
        }

        return new() { ["$ref"] = $"#/definitions/{name}" };
    }

    /// <summary>All definitions by name.</summary>
    public JsonObject Write() => new(_all.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.Value)));
}
