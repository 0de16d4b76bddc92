using System.Text.Json;
using System.Text.Json.Nodes;

namespace Porras;

/// <summary>A cell of a table: a literal, or <c>-</c> for an empty one.</summary>
internal sealed class CellShape : Shape<Literal?>
{
    private const string Empty = "-";

    public override JsonNode Write(Literal? value) =>
        value is null ? JsonValue.Create(Empty)! : ValueShapes.Literal.Write(value);

    public override bool TryRead(JsonAt at, out Literal? value)
    {
        value = null;
        return (at.Element.ValueKind == JsonValueKind.String && at.Element.GetString() == Empty)
            || ValueShapes.Literal.TryRead(at, out value);
    }

    protected override JsonObject Describe(SchemaDefinitions definitions) => new()
    {
        ["oneOf"] =
            new JsonArray(new JsonObject { ["enum"] = new JsonArray(Empty) }, ValueShapes.Literal.Schema(definitions)),
    };
}
