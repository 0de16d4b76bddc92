using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;

namespace Porras.Web;

/// <summary>What the page of one's tokens sends, beside what it answers itself.</summary>
internal static class TokensForms
{
    /// <summary>Where the page lies.</summary>
    public const string Page = "/account/tokens";

    public static void MapTokensForms(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Page + "/end", End).RequireAuthorization(ApiSetup.SignedIn).ExcludeFromDescription();

    private static async Task<IResult> End(
        [FromForm] long token, ClaimsPrincipal user, ApiTokens all, CancellationToken cancelled)
    {
        await all.Revoke(user, token, cancelled);
        return Results.LocalRedirect(Page + "?done=ended");
    }
}
