using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Porras.Store;

namespace Porras.Web;

/// <summary>What forms on pages of settlements send.</summary>
internal static class SettlementForms
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/settlements/{id:long}/advance", Advance)
            .RequireAuthorization(nameof(Right.Approve)).ExcludeFromDescription();

    private static async Task<IResult> Advance(
        long id, [FromForm] string state, HttpContext context, Settling settling, IAntiforgery antiforgery)
    {
        await antiforgery.ValidateRequestAsync(context);
        if (!Enum.TryParse<SettlementState>(state, out var next) || !Enum.IsDefined(next))
        {
            return Results.BadRequest();
        }

        var refused = await settling.Advance(Roles.CallerOf(context.User), id, next, context.RequestAborted);
        return Results.LocalRedirect(
            FormattableString.Invariant($"/settlements/{id}") + (refused is null ? "" : "?refused=" + refused.Code));
    }
}
