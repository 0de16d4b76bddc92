using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Porras.Store;

namespace Porras.Web;

/// <summary>One's own models and their versions.</summary>
internal static class ModelsApi
{
    private const int NameMost = 100, NoteMost = 2000;

    public static void MapOwnModels(this RouteGroupBuilder api)
    {
        var models = api.MapGroup("/models").WithTags("Models");
        models.MapGet("", (
                ClaimsPrincipal user, Store.Store store, int? from, int? most, CancellationToken cancelled) =>
                Paging.Of(from, most, s => store.Models.List(Roles.CallerOf(user), s, cancelled), Listed))
            .Requires(Right.ReadModels).Refuses(400).WithName("models").WithSummary("Your organisation's models");
        models.MapPost("", Begin)
            .Requires(Right.WriteModels).Refuses(400, 409, 413).WithName("begin-model")
            .WithSummary("Begin a model with its first version")
            .WithDescription("A text with mistakes is kept as a draft. POST /models/check says what is wrong with it.");
        models.MapGet("/{reference}", Show)
            .Requires(Right.ReadModels).Refuses(404).WithName("model").WithSummary("A model with its text")
            .WithDescription("Of the gallery, or a version of your own. ETag is the number of the latest version: send "
                + "it as If-Match with the next one.");
        models.MapGet("/{reference}/versions", Versions)
            .Requires(Right.ReadModels).Refuses(400, 404).WithName("versions")
            .WithSummary("The versions of a model of your own, the latest first");
        models.MapPost("/{reference}/versions", Save)
            .Requires(Right.WriteModels).Refuses(400, 404, 412, 413, 428).WithName("save-version")
            .Produces<VersionAnswer>().Produces<VersionAnswer>(StatusCodes.Status201Created)
            .WithSummary("Save the next version")
            .WithDescription("If-Match is the number of the version that you have seen as the latest, in quotes. Has "
                + "somebody saved meanwhile, nothing is saved (412). A text that is the same letter by letter is not "
                + "saved again: the latest version is given back (200).");
        models.MapPost("/{reference}/freeze", Freeze)
            .Requires(Right.WriteModels).Refuses(400, 404, 422).WithName("freeze-version")
            .WithSummary("Freeze a version, so that it may be signed")
            .WithDescription("The reference names the version: own-12-3. No version can be thawed.");
    }

    private static ModelItem Listed(ModelOverview model) => new(
        $"own-{model.Model.Id}", model.Model.Name, model.Latest.Number, model.Latest.Hash, model.FrozenAt,
        model.Latest.At);

    private static async Task<Created<VersionAnswer>> Begin(
        NewModel asked, ClaimsPrincipal user, Store.Store store, HttpResponse response, CancellationToken cancelled)
    {
        MustBeShort("name", asked.Name, 1, NameMost);
        MustBeShort("note", asked.Note, 0, NoteMost);
        FoundModel.Bounded(asked.Text);
        var (caller, name) = (Roles.CallerOf(user), asked.Name.Trim());
        if (await store.Models.Find(caller, name, cancelled) is not null)
        {
            throw StoreException.Of("P8604", name);
        }

        var version = await store.Models.Save(
            caller, name, asked.Form, asked.Text, asked.Note, 0, cancelled);
        return Saved(version, response);
    }

    private static async Task<ModelAnswer> Show(
        string reference, ClaimsPrincipal user, ModelShelf shelf, HttpContext context, CancellationToken cancelled)
    {
        var model = await shelf.Shown(Roles.CallerOf(user), reference, cancelled);
        if (model.Own is { } own)
        {
            context.Response.Headers.ETag = TagOf(own.Latest);
        }

        return ModelAnswer.Of(model, Languages.Of(context.Request));
    }

    private static async Task<Page<VersionAnswer>> Versions(
        string reference,
        ClaimsPrincipal user,
        ModelShelf shelf,
        Store.Store store,
        int? from,
        int? most,
        CancellationToken cancelled)
    {
        var caller = Roles.CallerOf(user);
        var own = await Own(shelf, caller, reference, cancelled);
        return await Paging.Of(
            from, most, s => store.Models.Versions(caller, own.Model.Id, s, cancelled), VersionAnswer.Of);
    }

    private static async Task<IResult> Save(
        string reference,
        NewVersion asked,
        ClaimsPrincipal user,
        ModelShelf shelf,
        Store.Store store,
        HttpContext context,
        CancellationToken cancelled)
    {
        MustBeShort("note", asked.Note, 0, NoteMost);
        FoundModel.Bounded(asked.Text);
        var seen = SeenIn(context.Request);
        var caller = Roles.CallerOf(user);
        var own = await Own(shelf, caller, reference, cancelled);
        try
        {
            var version = await store.Models.Save(
                caller, own.Model.Name, asked.Form, asked.Text, asked.Note, seen, cancelled);
            var saved = Saved(version, context.Response);
            return version.Number == own.Latest ? TypedResults.Ok(saved.Value) : saved;
        }
        catch (StoreException late) when (late.Finding.Code == "P8616")
        {
            throw new ApiException(StatusCodes.Status412PreconditionFailed, "conflict", late.Finding);
        }
    }

    private static async Task<ModelAnswer> Freeze(
        string reference,
        ClaimsPrincipal user,
        ModelShelf shelf,
        Store.Store store,
        HttpRequest request,
        CancellationToken cancelled)
    {
        var caller = Roles.CallerOf(user);
        var own = await Own(shelf, caller, reference, cancelled);
        if (!reference.EndsWith($"-{own.Model.Id}-{own.Version.Number}", StringComparison.Ordinal))
        {
            throw ApiException.Malformed("reference");
        }

        await store.Models.Freeze(caller, own.Version.Id, cancelled);
        return ModelAnswer.Of(await shelf.Shown(caller, reference, cancelled), Languages.Of(request));
    }

    private static async Task<OwnVersion> Own(
        ModelShelf shelf, Caller caller, string reference, CancellationToken cancelled) =>
        (await shelf.Shown(caller, reference, cancelled)).Own ?? throw ApiException.NotFound(reference);

    private static Created<VersionAnswer> Saved(ModelVersion version, HttpResponse response)
    {
        response.Headers.ETag = TagOf(version.Number);
        var shown = VersionAnswer.Of(version);
        return TypedResults.Created($"/api/v1/models/{shown.Reference}", shown);
    }

    // The number of the version that the author has seen as the latest.
    private static int SeenIn(HttpRequest request) =>
        request.GetTypedHeaders().IfMatch switch
        {
            [{ IsWeak: false } tag] when int.TryParse(
                HeaderUtilities.RemoveQuotes(tag.Tag), CultureInfo.InvariantCulture, out var number) => number,
            { Count: > 0 } => throw ApiException.Malformed("If-Match"),
            _ => throw new ApiException(StatusCodes.Status428PreconditionRequired, "if-match"),
        };

    private static string TagOf(int number) => $"\"{number.ToString(CultureInfo.InvariantCulture)}\"";

    private static void MustBeShort(string name, string? said, int least, int most)
    {
        if (said is null || said.Trim().Length < least || said.Length > most || said.Any(char.IsControl))
        {
            throw ApiException.Malformed(name);
        }
    }
}
