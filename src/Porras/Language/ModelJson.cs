using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Porras;

/// <summary>Models as JSON, the form for exchange between programs; its schema is <see cref="Schema"/>.</summary>
/// <remarks>
/// Everything that the text says is there but comments: titles, clause references, the order of declarations. Text to
/// JSON to text gives the canonical text.
/// </remarks>
public static class ModelJson
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    private static readonly RecordShape<FeeModel> Whole = ModelShape();

    /// <summary>The model as indented JSON; ends with a line end.</summary>
    public static string Write(FeeModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Whole.Write(model).ToJsonString(Layout) + "\n";
    }

    /// <summary>Reads a model from JSON. Every mistake is reported with the path of what it is about.</summary>
    /// <returns>The model, or null with the mistakes.</returns>
    public static (FeeModel? Model, IReadOnlyList<Diagnostic> Findings) Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var findings = new Findings();
        FeeModel? model = null;
        try
        {
            using var document = JsonDocument.Parse(json, new() { AllowDuplicateProperties = false });
            model = Whole.TryRead(new(document.RootElement, "$", findings), out var read) && HasText(read, findings)
                ? read : null;
        }
        catch (JsonException broken)
        {
            var (line, column) = ((int)(broken.LineNumber ?? 0) + 1, (int)(broken.BytePositionInLine ?? 0) + 1);
            findings.Add(new Place(line, column, 1), "P1070");
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException)
        {
            // Thrown for half a surrogate pair, escaped or not: no text at all.
            findings.Add(default, "P1070");
        }

        return (model, findings.All);
    }

    /// <summary>The JSON Schema (draft 7) of models; ends with a line end.</summary>
    public static string Schema()
    {
        var definitions = new SchemaDefinitions();
        var root = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Porras fee model",
        };
        foreach (var (name, value) in Whole.Schema(definitions))
        {
            root[name] = value?.DeepClone();
        }

        root["definitions"] = definitions.Write();
        return root.ToJsonString(Layout) + "\n";
    }

    // What JSON can say and the language cannot (a keyword as a name, a row that is too short) is refused by reading
    // the canonical text; so both forms always say the same.
    private static bool HasText(FeeModel model, Findings findings)
    {
        foreach (var (i, table) in model.Declarations.Index().Where(d => d.Item is Declaration.Table))
        {
            var (keys, columns) = (((Declaration.Table)table).Keys.Count, ((Declaration.Table)table).Columns.Count);
            if (((Declaration.Table)table).Rows.Any(r => r.Labels.Count != keys || r.Cells.Count != columns))
            {
                findings.Add(default, "P1076", $"$.declarations[{Values.Text(i)}].rows", Values.Text(keys),
                    Values.Text(columns));
                return false;
            }
        }

        var text = ModelWriter.Write(model);
        var again = ModelReader.Read(text);
        var lines = text.Split('\n');
        if (again.Findings.Count > 0)
        {
            var line = Math.Clamp(again.Findings[0].Place.Line, 1, lines.Length);
            findings.Add(default, "P1077", JsonAt.Found(lines[line - 1].Trim()));
            return false;
        }

        var written = again.Model is { } read ? ModelWriter.Write(read).Split('\n') : [];
        if (lines.Zip(written).FirstOrDefault(l => l.First != l.Second) is { First: { } other })
        {
            findings.Add(default, "P1077", JsonAt.Found(other.Trim()));
            return false;
        }

        return true;
    }

    private static RecordShape<FeeModel> ModelShape()
    {
        var declaration = new UnionShape<Declaration> { Definition = "declaration" }
            .Add("providers", PeopleShapes.Providers)
            .Add("participants", PeopleShapes.Participants)
            .Add("facts", ListShapes.Facts)
            .Add("groups", ListShapes.Groups)
            .Add("cohort", PeopleShapes.Cohort)
            .Add("ladder", ListShapes.Ladder)
            .Add("measure", FeeShapes.Measure)
            .Add("table", ListShapes.Table)
            .Add("transition", ListShapes.Transition)
            .Add("fee", FeeShapes.Fee)
            .Add("limit", FeeShapes.Limit)
            .Add("expect", FeeShapes.Expect)
            .Add("take back", FeeShapes.TakeBack)
            .Add("split", ListShapes.Split);
        var shape = new RecordShape<FeeModel>();
        var header = shape.Field("model", PeopleShapes.Header, m => m.Header);
        var declarations = shape.Field("declarations", new ListShape<Declaration>(declaration), m => m.Declarations);
        return shape.Make(r => new(r.Get(header), r.Get(declarations)));
    }
}
