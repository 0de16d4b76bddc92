using System.Globalization;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Porras.Exchange;
using Porras.Lab;
using Porras.Store;

namespace Porras.Web;

/// <summary>The lab: what models would do. The answers are those of the command line.</summary>
internal static class LabApi
{
    private const string Slow = "It takes seconds, in turn with others; too many at once are refused (429).";

    public static void MapLab(this RouteGroupBuilder api)
    {
        var lab = api.MapGroup("/lab").Requires(Right.Simulate).WithTags("Lab");
        lab.MapGet("/{reference}/world", async (
                string reference, ClaimsPrincipal user, ModelShelf shelf, LabBenches benches,
                CancellationToken cancelled) =>
            {
                var model = await shelf.Found(Roles.CallerOf(user), new(reference), cancelled);
                return TypedResults.Text(WorldJson.Write(benches.Ready(model.Sound).Draft), "application/json");
            })
            .Produces<JsonObject>().Refuses(404, 422).WithName("world")
            .WithSummary("The world that is drafted for a model, every assumption with its tag and source");
        Post<SimulationAsked, SimulationAnswer>(lab, "simulate", "What models would do before anybody signs them",
            "Several models are simulated on the same random numbers; the first is told whole.", Simulate);
        Post<StressAsked, StressAnswer>(lab, "stress", "What a model does when something goes wrong", "", Stressed);
        Post<PlanAsked, PlanAnswer>(lab, "plan", "How fast a model can move from outputs to outcomes", "", Planned);
        Post<CalibrationAsked, CalibrationAnswer>(
            lab, "calibrate", "Prices for a margin, and what fees buy", "", Calibrated);
        lab.MapGet("/runs", (
                ClaimsPrincipal user, Store.Store store, int? from, int? most, CancellationToken cancelled) =>
                Paging.Of(from, most, s => store.LabRuns.List(Roles.CallerOf(user), s, cancelled), Shown))
            .Refuses(400).WithName("runs").WithSummary("Runs that were kept, the latest first");
        lab.MapGet("/runs/{id:long}", async (
                long id, ClaimsPrincipal user, Store.Store store, CancellationToken cancelled) =>
                Shown(await store.LabRuns.Find(Roles.CallerOf(user), id, cancelled)
                    ?? throw ApiException.NotFound($"run {id}")))
            .Refuses(404).WithName("run").WithSummary("A run that was kept");
        lab.MapPost("/runs", Keep)
            .Refuses(400, 404, 413, 422).WithName("keep-run")
            .WithSummary("Keep a run, so that it can be run again")
            .WithDescription("What is kept is the version, the seed, the options and the whole world, not the answer: "
                + "the same gives the same again.");
    }

    private static void Post<TAsked, TAnswer>(
        RouteGroupBuilder lab,
        string verb,
        string summary,
        string about,
        Func<TAsked, LabCall, CancellationToken, Task<JsonObject>> answer) =>
        lab.MapPost("/" + verb, (TAsked asked, ClaimsPrincipal user, ModelShelf shelf, LabBenches benches,
                HttpRequest request, CancellationToken cancelled) => answer(
                    asked, new(Roles.CallerOf(user), shelf, benches, Languages.Of(request)), cancelled))
            .Produces<TAnswer>().Refuses(400, 404, 413, 422, 429, 504)
            .WithName(verb).WithSummary(summary).WithDescription($"{about} {Slow}".Trim())
            .WithRequestTimeout(RequestLimits.Slow);

    private static async Task<JsonObject> Simulate(
        SimulationAsked asked, LabCall call, CancellationToken cancelled)
    {
        if (asked.Models is not { Count: >= 1 and <= 4 })
        {
            throw ApiException.Malformed("models");
        }

        var models = new List<ReadyModel>();
        foreach (var source in asked.Models)
        {
            models.Add(await call.Ready(source, cancelled));
        }

        var options = asked.Options(cancelled) with { Sensitivity = asked.Sensitivity };
        options = asked.Whole ? options : options with { Risks = false, Sizes = [] };
        var world = asked.WorldOf(models[0]);
        return await call.Work(
            "simulate", models, asked.Whole || asked.Sensitivity,
            benches => StudyJson.Of(new(LabCall.Studies(benches, world, options), call.Tongue)), cancelled);
    }

    private static async Task<JsonObject> Stressed(StressAsked asked, LabCall call, CancellationToken cancelled)
    {
        var model = await call.Ready(asked.Model, cancelled);
        var (world, options) = (asked.WorldOf(model), asked.Options(cancelled) with { Sizes = [], Risks = false });
        return await call.Work(
            "stress", [model], isLong: true,
            benches =>
            {
                var words = new StudyWords(LabCall.Studies(benches, world, options), call.Tongue);
                var prices = benches[0].Prices(words.First.World);
                return StudyJson.Of(words, Stress.Of(words.First, Scenario.Usual, prices));
            },
            cancelled);
    }

    private static async Task<JsonObject> Planned(PlanAsked asked, LabCall call, CancellationToken cancelled)
    {
        var model = await call.Ready(asked.Model, cancelled);
        var (world, study) = (asked.WorldOf(model), asked.Options(cancelled));
        var options = new ShareOptions(study.Run)
        {
            Ruin = study.Ruin,
            Behaviour = study.Behaviour,
            Step = LabCall.Share("step", asked.Step),
            Most = LabCall.Share("most", asked.Most),
            Sizes = Sizes.Usual,
        };
        return await call.Work(
            "plan", [model], isLong: true, _ => PlanJson.Of(SharePlan.Of(model.Plan.Model, world, options)), cancelled);
    }

    private static async Task<JsonObject> Calibrated(
        CalibrationAsked asked, LabCall call, CancellationToken cancelled)
    {
        var model = await call.Ready(asked.Model, cancelled);
        var (world, options) = (asked.WorldOf(model), asked.Options(cancelled) with { Sizes = [], Risks = false });
        var terms = new CalibrationOptions(LabCall.Share("margin", asked.Margin), asked.Together);
        return await call.Work(
            "calibrate", [model], isLong: true,
            benches => PlanJson.Of(
                Calibration.Of(LabCall.Studies(benches, world, options)[0].Study, terms), call.Tongue),
            cancelled);
    }

    private static async Task<RunAnswer> Keep(
        RunAsked asked, ClaimsPrincipal user, ModelShelf shelf, Store.Store store, LabBenches benches,
        CancellationToken cancelled)
    {
        if (asked.Name is not { Length: >= 1 and <= 100 })
        {
            throw ApiException.Malformed("name");
        }

        var caller = Roles.CallerOf(user);
        var own = (await shelf.Shown(caller, asked.Reference, cancelled)).Own
            ?? throw ApiException.NotFound(asked.Reference);
        var model = benches.Ready(ModelOf.Version(own.Version));
        var (world, options) = (asked.WorldOf(model), asked.Options(cancelled));
        return Shown(await store.LabRuns.Keep(
            caller,
            new(own.Version.Id, asked.Name, options.Run.Seed, LabCall.Write(options), WorldJson.Write(world)),
            cancelled));
    }

    private static RunAnswer Shown(LabRun run) => new(
        run.Id, run.VersionId, run.Name, LabRuns.SeedOf(run), JsonNode.Parse(run.Options), JsonNode.Parse(run.World),
        run.PersonId, run.At);
}
