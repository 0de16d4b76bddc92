using System.Globalization;
using System.Text.Json.Nodes;
using Porras.Lab;

namespace Porras.Exchange;

/// <summary>Studies as JSON: the figures of each model, numbers as numbers.</summary>
public static class StudyJson
{
    /// <summary>What models would do, on the same random numbers.</summary>
    public static JsonObject Of(StudyWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Document(words, "models", Enumerable.Range(0, words.Models.Count).Select(m => Model(words, m)));
    }

    /// <summary>What a model does when something goes wrong.</summary>
    public static JsonObject Of(StudyWords words, Stress stress) =>
        Document(words, "scenarios", Stressed(words, stress).Select(s => new JsonObject
        {
            ["scenario"] = s.Name, ["figures"] = Figures(s.Figures),
        }));

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

    /// <summary>The figures of each scenario; <c>base</c> is the world as assumed.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<StudyFigure> Figures)> Stressed(
        StudyWords words, Stress stress)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(stress);
        var unit = (double)words.Currency.Scale;
        return
        [
            ("base", StudyFigure.Sides(stress.Base.Budget, stress.Base.Provider, unit)),
            .. stress.All.Select(s => (s.Scenario.Name, (IReadOnlyList<StudyFigure>)
            [
                .. StudyFigure.Sides(s.Budget, s.Provider, unit), .. StudyFigure.Against(s.Against, unit),
            ])),
        ];
    }

    private static JsonObject Document(StudyWords words, string key, IEnumerable<JsonObject> items) => new()
    {
        ["seed"] = words.First.Options.Run.Seed,
        ["replications"] = words.First.Run.Replications,
        ["behaviour"] = words.First.Options.Behaviour,
        ["allowed"] = words.First.Options.Ruin,
        ["currency"] = words.Currency.Code,
        [key] = JsonText.Array(items, i => i),
    };

    private static JsonObject Model(StudyWords words, int model)
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

    private static JsonValue? Number(double? number) => StudyFigure.Write(number) is { Length: > 0 } text
        ? JsonValue.Create(decimal.Parse(text, CultureInfo.InvariantCulture)) : null;
}
