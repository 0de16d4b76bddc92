using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Porras.Exchange;

/// <summary>Answers for programs: the same words and numbers as JSON, on a terminal and over HTTP.</summary>
public static class JsonText
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a value with a line end.</summary>
    public static void Write(TextWriter to, JsonNode value)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(value);
        to.Write(value.ToJsonString(Indented) + "\n");
    }

    /// <summary>Findings.</summary>
    public static JsonArray Findings(IEnumerable<Diagnostic> findings, Tongue tongue) =>
        Array(findings, f => new JsonObject
    {
        ["code"] = f.Code,
        ["severity"] = f.Severity.ToString().ToLowerInvariant(),
        ["file"] = f.File,
        ["line"] = f.Place.IsKnown ? f.Place.Line : null,
        ["column"] = f.Place.IsKnown ? f.Place.Column : null,
        ["message"] = f.Message(tongue),
        ["hint"] = f.Hint(tongue),
    });

    /// <summary>Sentences with their clauses.</summary>
    public static JsonArray Sentences(IEnumerable<ExplainedSentence> sentences) => Array(sentences, s => new JsonObject
    {
        ["declaration"] = s.Declaration,
        ["part"] = s.Part,
        ["text"] = s.Text,
        ["clause"] = s.Clause,
    });

    /// <summary>A table; null stays null.</summary>
    public static JsonNode? Table(ExplainedTable? table) => table is null ? null : new JsonObject
    {
        ["headings"] = Array(table.Headings, h => JsonValue.Create(h)),
        ["rows"] = Array(table.Rows, r => Array(r, cell => JsonValue.Create(cell))),
    };

    /// <summary>A list.</summary>
    public static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> each) => new([.. items.Select(each)]);
}
