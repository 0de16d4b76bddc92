using System.Text.Json;
using System.Text.Json.Nodes;
using Porras.Exchange;
using Porras.Lab;
using Porras.Store;

namespace Porras.Web;

/// <summary>Runs that were kept, as JSON: what was asked, beside the world in which it was asked.</summary>
internal static class LabKept
{
    private const string QueryKey = "query", ReplicationsKey = "replications";

    /// <summary>How a run was made.</summary>
    public static string Options(LabAsk ask) => new JsonObject
    {
        [ReplicationsKey] = LabAsk.Replications, [QueryKey] = ask.Asked,
    }.ToJsonString();

    /// <summary>What a run was asked; nothing if it was not made here.</summary>
    public static string QueryOf(LabRun run)
    {
        try
        {
            return JsonNode.Parse(run.Options)?[QueryKey]?.GetValue<string>() ?? "";
        }
        catch (Exception unread) when (unread is JsonException or InvalidOperationException)
        {
            return "";
        }
    }

    /// <summary>The same question in the very world that was kept.</summary>
    public static LabAsk Reopened(LabAsk ask, LabRun run)
    {
        var (world, findings) = WorldJson.Read(run.World, ask.World);
        return ask with
        {
            World = findings.Count == 0 ? world : ask.World, Seed = LabRuns.SeedOf(run), Run = run.Id,
        };
    }

    /// <summary>What is to be kept of a question.</summary>
    public static LabTerms Terms(LabAsk ask, string name) => new(
        ask.Model.Own!.Version.Id, name, ask.Seed, Options(ask), WorldJson.Write(ask.World));

    /// <summary>What the author of a planned draft says of it.</summary>
    public static string Note(LabAsk ask, PlanWords plan) => Texts.Format(
        plan.Tongue, "web.lab.plan.note",
        string.Join(" – ", plan.Plan.Years.Select(y => plan.Share(y.Share))),
        plan.Numbers.Number(plan.Plan.World.Provider.Clients), plan.Share(ask.Ruin), $"{ask.Seed}");

    /// <summary>The text of the model with the transition of a plan.</summary>
    public static (ModelForm Form, string Text) Written(ShelfModel model, SharePlan plan) =>
        model.Form == ModelForm.Json
            ? (ModelForm.Text, ModelWriter.Write(TransitionText.With(model.Model!, plan.Multipliers)))
            : (model.Form, TransitionText.Write(model.Text, model.Form == ModelForm.Page, plan.Multipliers));

    /// <summary>What the author of a draft with factors on its prices says of it.</summary>
    public static string Note(LabAsk ask, Tongue tongue) => Texts.Format(
        tongue, "web.lab.prices.note", new LabNumbers(tongue, ask.Model.Currency).Percent(ask.Margin), $"{ask.Seed}");

    /// <summary>The text of the model with the factors of a calibration; none with the reasons.</summary>
    public static (ModelForm Form, string? Text, IReadOnlyList<Diagnostic> Why) Written(
        ShelfModel model, Calibration found)
    {
        if (model.Form == ModelForm.Json)
        {
            return (ModelForm.Text, ModelWriter.Write(found.Rewritten), []);
        }

        var (text, why) = PriceFactorsText.Write(model.Text, model.Form == ModelForm.Page, found.Rewritten);
        return (model.Form, text, why);
    }
}
