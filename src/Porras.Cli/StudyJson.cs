using System.Text.Json.Nodes;
using Porras.Exchange;

namespace Porras.Cli;

/// <summary>Studies as JSON: the figures of each model, numbers as numbers.</summary>
internal static class StudyJson
{
    /// <summary>The document: how it was run, and what there is of each model.</summary>
    public static void Write(TextWriter to, StudyWords words, string key, IEnumerable<JsonObject> items) =>
        JsonText.Write(to, new JsonObject
        {
            ["seed"] = words.First.Options.Run.Seed,
            ["replications"] = words.First.Run.Replications,
            ["behaviour"] = words.First.Options.Behaviour,
            ["allowed"] = words.First.Options.Ruin,
            ["currency"] = words.Currency.Code,
            [key] = JsonText.Array(items, i => i),
        });

    /// <summary>One model.</summary>
    public static JsonObject Model(StudyWords words, int model)
    {
        var (label, study) = (words.Models[model].Label, words.Models[model].Study);
        var header = study.Run.Plan.Model.Header;
        return new()
        {
            ["label"] = label,
            ["model"] = header.Name.Text,
            ["version"] = header.Version,
            ["hash"] = ModelHash.Of(study.Run.Plan.Model),
            ["figures"] = Figures(StudyFigure.All(words.Models, model)),
        };
    }

    /// <summary>Figures as a list.</summary>
    public static JsonArray Figures(IEnumerable<StudyFigure> figures) => JsonText.Array(figures, f => new JsonObject
    {
        ["part"] = f.Part,
        ["of"] = f.Of.Length == 0 ? null : f.Of,
        ["figure"] = f.Name,
        ["unit"] = f.Unit,
        ["value"] = Number(f.Value),
        ["lower"] = Number(f.Lower),
        ["upper"] = Number(f.Upper),
        ["quantiles"] = f.Quantiles.Count == 0 ? null : JsonText.Array(f.Quantiles, q => Number(q)),
    });

    private static JsonValue? Number(double? number) => StudyFigure.Write(number) is { Length: > 0 } text
        ? JsonValue.Create(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture)) : null;
}
