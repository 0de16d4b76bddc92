using System.Security.Claims;
using System.Text.Json.Nodes;
using Porras.Exchange;

namespace Porras.Web;

/// <summary>What a model says: checked, in sentences, as text, as JSON, against another one.</summary>
internal static class ModelTextsApi
{
    public static void MapModelTexts(this RouteGroupBuilder api)
    {
        var models = api.MapGroup("/models").Requires(Right.ReadModels).WithTags("Models");
        models.MapPost("/check", (ModelSource asked, ClaimsPrincipal user, ModelShelf shelf, HttpRequest request,
                CancellationToken cancelled) => Check(asked, user, shelf, Languages.Of(request), cancelled))
            .Produces<CheckAnswer>().Refuses(400, 404, 413).WithName("check")
            .WithSummary("Every mistake in a text, or advice where there is none")
            .WithDescription("The answer is 200 with the findings, also where there are mistakes. Nothing is kept.");
        models.MapPost("/explain", async (
                ModelSource asked, ClaimsPrincipal user, ModelShelf shelf, HttpRequest request,
                CancellationToken cancelled) => ModelAnswers.Explanation(Explain.Model(
                    (await shelf.Found(Roles.CallerOf(user), asked, cancelled)).Sound, Languages.Of(request))))
            .Produces<ExplanationAnswer>().Refuses(400, 404, 413, 422).WithName("explain")
            .WithSummary("A model in sentences and tables, in Finnish, Swedish or English");
        models.MapPost("/bounds", async (
                ModelSource asked, ClaimsPrincipal user, ModelShelf shelf, CancellationToken cancelled) =>
                ModelAnswers.Bounds(ModelBounds.Of((await shelf.Found(Roles.CallerOf(user), asked, cancelled)).Sound)))
            .Produces<BoundsAnswer>().Refuses(400, 404, 413, 422).WithName("bounds")
            .WithSummary("What a model can cost at the most");
        models.MapPost("/differences", Differences)
            .Produces<IReadOnlyList<ChangeAnswer>>().Refuses(400, 404, 413, 422).WithName("differences")
            .WithSummary("What changed between two models, in words");
        models.MapGet("/{reference}/text", async (
                string reference, ClaimsPrincipal user, ModelShelf shelf, CancellationToken cancelled) =>
            {
                var model = await shelf.Shown(Roles.CallerOf(user), reference, cancelled);
                return TypedResults.Text(model.Text, "text/plain; charset=utf-8");
            })
            .Produces<string>(StatusCodes.Status200OK, "text/plain").Refuses(404).WithName("text")
            .WithSummary("The text of a model, letter by letter as it was saved");
        models.MapGet("/{reference}/json", async (
                string reference, ClaimsPrincipal user, ModelShelf shelf, CancellationToken cancelled) =>
            {
                var model = await shelf.Found(Roles.CallerOf(user), new(reference), cancelled);
                return TypedResults.Text(ModelJson.Write(model.Sound), "application/json");
            })
            .Produces<JsonObject>().Refuses(404, 422).WithName("json").WithSummary("A model as canonical JSON")
            .WithDescription("Its shape is docs/reference/model.schema.json; saved as a version of the form json it is "
                + "the same model.");
    }

    private static async Task<JsonObject> Check(
        ModelSource asked, ClaimsPrincipal user, ModelShelf shelf, Tongue tongue, CancellationToken cancelled)
    {
        var model = await shelf.Found(Roles.CallerOf(user), asked, cancelled);
        return ModelAnswers.Check(
            model.Model, model.Model is { } sound ? Review.Advise(sound) : model.Mistakes, tongue);
    }

    private static async Task<JsonArray> Differences(
        DifferencesAsked asked,
        ClaimsPrincipal user,
        ModelShelf shelf,
        HttpRequest request,
        CancellationToken cancelled)
    {
        var caller = Roles.CallerOf(user);
        var before = (await shelf.Found(caller, asked.Before, cancelled)).Sound;
        var after = (await shelf.Found(caller, asked.After, cancelled)).Sound;
        return ModelAnswers.Changes(ModelDiff.Of(before, after, Languages.Of(request)));
    }
}

/// <summary>Two models to compare in words.</summary>
public sealed record DifferencesAsked(ModelSource Before, ModelSource After);
