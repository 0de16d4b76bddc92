using System.Text.Json.Nodes;
using Porras.Lab;

namespace Porras.Exchange;

/// <summary>Plans and calibrations as JSON.</summary>
public static class PlanJson
{
    /// <summary>How fast a model can move from outputs to outcomes.</summary>
    public static JsonObject Of(SharePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new()
        {
            ["keeps"] = plan.Keeps,
            ["single"] = Interval(plan.Single),
            ["ruin without outcomes"] = plan.NoneRuin,
            ["years"] = JsonText.Array(plan.Years, y => Year(plan, y)),
            ["sizes"] = JsonText.Array(plan.Sizes, s => new JsonObject
            {
                ["clients"] = s.Clients, ["share"] = Interval(s.Largest),
            }),
            ["check"] = new JsonObject
            {
                ["ruin"] = Interval(plan.Check.Ruin),
                ["ruin by year"] = JsonText.Array(plan.Check.RuinBy, Interval),
            },
            ["remedies"] = JsonText.Array(plan.Remedies, r => new JsonObject
            {
                ["remedy"] = r.Remedy.ToString().ToLowerInvariant(), ["share"] = Interval(r.Largest),
            }),
            ["replications"] = plan.Options.Run.Replications,
            ["seed"] = plan.Options.Run.Seed,
        };
    }

    /// <summary>Prices for a margin, and what fees buy.</summary>
    public static JsonObject Of(Calibration all, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(all);
        var (run, header) = (all.Study.Options.Run, all.Study.Run.Plan.Model.Header);
        return new()
        {
            ["model"] = header.Name.Text,
            ["version"] = header.Version,
            ["hash"] = ModelHash.Of(all.Study.Run.Plan.Model),
            ["seed"] = run.Seed,
            ["replications"] = run.Replications,
            ["behaviour"] = all.Study.Options.Behaviour,
            ["currency"] = all.Study.Run.Plan.Currency.Code,
            ["margin"] = all.Options.Margin,
            ["together"] = all.IsTogether,
            ["straight"] = all.IsLinear,
            ["whole"] = all.IsWhole,
            ["figures"] = StudyJson.Figures(CalibrationFigure.All(all)),
            ["clauses"] = PriceFactorsText.Clauses(all.Study.Run.Plan.Model, all.Rewritten),
            ["findings"] = JsonText.Findings(all.Findings, tongue),
        };
    }

    private static JsonObject Year(SharePlan plan, ShareYear year) => new()
    {
        ["year"] = year.Year,
        ["share"] = year.Share,
        ["outputs"] = year.Written.Outputs,
        ["outcomes"] = year.Written.Outcomes,
        ["budget"] = year.Budget / plan.Check.Cash.Run.Plan.Currency.Scale,
        ["ruin"] = year.Ruin,
        ["may help later"] = year.MayHelp,
    };

    private static JsonArray Interval(Interval interval) => [interval.Lower, interval.Value, interval.Upper];
}
