using Microsoft.AspNetCore.Antiforgery;

namespace Porras.Web;

/// <summary>What forms on pages of models send.</summary>
internal static class ModelForms
{
    public static void MapModels(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/models/{reference}/freeze", Freeze)
            .RequireAuthorization(nameof(Right.WriteModels)).ExcludeFromDescription();

    private static async Task<IResult> Freeze(
        string reference, HttpContext context, ModelShelf shelf, Store.Store store, IAntiforgery antiforgery)
    {
        await antiforgery.ValidateRequestAsync(context);
        var caller = Roles.CallerOf(context.User);
        if (await shelf.Find(caller, reference, context.RequestAborted) is not { Own: { } own } shown)
        {
            return Results.NotFound();
        }

        await store.Models.Freeze(caller, own.Version.Id, context.RequestAborted);
        return Results.LocalRedirect($"/models/{shown.Base}/versions");
    }
}
