using System.Text.Json.Nodes;

namespace Porras;

/// <summary>A title: any words on one line without a quote in them.</summary>
internal sealed class TitleShape : Shape<Title>
{
    private static readonly FreeTextShape Words = new("^[^\"]*$");

    public override JsonNode Write(Title value) => Words.Write(value.Text);

    public override bool TryRead(JsonAt at, out Title value)
    {
        var read = Words.TryRead(at, out var words);
        value = new(words, default);
        return read;
    }

    protected override JsonObject Describe(SchemaDefinitions definitions) => Words.Schema(definitions);
}
