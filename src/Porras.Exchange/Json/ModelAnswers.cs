using System.Text.Json.Nodes;

namespace Porras.Exchange;

/// <summary>What can be said of a model, as JSON: what is wrong with it, what it says, costs and changes.</summary>
public static class ModelAnswers
{
    /// <summary>Which model a text is, and what was found in it.</summary>
    /// <param name="model">The model; null if the text could not be read whole.</param>
    /// <param name="findings">Mistakes, or else advice.</param>
    /// <param name="tongue">The language.</param>
    public static JsonObject Check(FeeModel? model, IEnumerable<Diagnostic> findings, Tongue tongue) => new()
    {
        ["model"] = model?.Header.Name.Text,
        ["version"] = model?.Header.Version,
        ["hash"] = model is null ? null : ModelHash.Of(model),
        ["findings"] = JsonText.Findings(findings, tongue),
    };

    /// <summary>A model in sentences and tables.</summary>
    public static JsonObject Explanation(Explanation told)
    {
        ArgumentNullException.ThrowIfNull(told);
        return new()
        {
            ["title"] = told.Title,
            ["language"] = told.Tongue.Code(),
            ["sections"] = JsonText.Array(told.Sections, s => new JsonObject
            {
                ["key"] = s.Key,
                ["title"] = s.Title,
                ["items"] = JsonText.Array(s.Items, i => new JsonObject
                {
                    ["declaration"] = i.Declaration,
                    ["heading"] = i.Heading,
                    ["sentences"] = JsonText.Sentences(i.Sentences),
                    ["table"] = JsonText.Table(i.Table),
                }),
            }),
        };
    }

    /// <summary>What a model can cost at the most.</summary>
    public static JsonObject Bounds(BoundsReport bounds)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        var currency = Currency.Find(bounds.Model.Header.Money!.Value.Currency)!.Value;
        return new()
        {
            ["participant"] = bounds.Participant.Value?.ToString(currency),
            ["contract"] = bounds.Contract.Value?.ToString(currency),
            ["lastDay"] = bounds.Last.Value is { } last ? Day.Write(last) : null,
            ["fees"] = JsonText.Array(bounds.Fees, f => new JsonObject
            {
                ["fee"] = f.Fee.Name.Text,
                ["times"] = f.Times.Value,
                ["each"] = f.Each.Value?.ToString(currency),
                ["total"] = f.Total.Value?.ToString(currency),
                ["lastDay"] = f.Due.Value is { } due ? Day.Write(due) : null,
            }),
        };
    }

    /// <summary>What changed between two models, in words.</summary>
    public static JsonArray Changes(IEnumerable<ModelChange> changes) => JsonText.Array(changes, c => new JsonObject
    {
        ["kind"] = c.Kind.ToString().ToLowerInvariant(),
        ["declaration"] = c.Declaration,
        ["what"] = c.What,
        ["before"] = c.Before,
        ["after"] = c.After,
        ["clause"] = c.Clause,
    });

    /// <summary>Why a line is what it is, or why a fee was not paid.</summary>
    public static JsonObject Why(ToldWhy told)
    {
        ArgumentNullException.ThrowIfNull(told);
        return new()
        {
            ["title"] = told.Title,
            ["about"] = told.About,
            ["sentences"] = JsonText.Sentences(told.Sentences),
            ["facts"] = JsonText.Table(told.Facts),
            ["measures"] = JsonText.Table(told.Measures),
            ["receipt"] = JsonText.Table(told.Receipt),
            ["after"] = JsonText.Sentences(told.After),
        };
    }
}
