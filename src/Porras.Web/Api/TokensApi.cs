using System.ComponentModel;
using System.Security.Claims;

namespace Porras.Web;

/// <summary>A token to be made.</summary>
public sealed record TokenAsked(
    [property: Description("What it is for, 1 to 100 letters.")] string Name,
    [property: Description("After how many days it ends, 1 to 366.")] int Days = 90);

/// <summary>A token, without what opens.</summary>
public sealed record TokenAnswer(long Id, string Name, DateTimeOffset Made, DateTimeOffset Expires)
{
    /// <summary>What is shown of a token.</summary>
    public static TokenAnswer Of(KeptToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new(
            token.Id, token.Name, DateTimeOffset.FromUnixTimeMilliseconds(token.Made),
            DateTimeOffset.FromUnixTimeMilliseconds(token.Expires));
    }
}

/// <summary>A token that was made.</summary>
public sealed record TokenMade(
    [property: Description("What to send as Authorization: Bearer …. It is shown this once and kept nowhere.")]
    string Token,
    TokenAnswer Kept);

/// <summary>Personal access tokens: made and ended by a person in the browser, never by a token.</summary>
internal static class TokensApi
{
    public static void MapTokens(this RouteGroupBuilder api)
    {
        var tokens = api.MapGroup("/tokens").RequireAuthorization(ApiSetup.SignedIn).WithTags("Access");
        tokens.MapGet("", async (ClaimsPrincipal user, ApiTokens all, CancellationToken cancelled) =>
                (IReadOnlyList<TokenAnswer>)[.. (await all.Of(user, cancelled)).Select(TokenAnswer.Of)])
            .WithName("tokens").WithSummary("Your tokens in this organisation and role");
        tokens.MapPost("", async (TokenAsked asked, ClaimsPrincipal user, ApiTokens all, CancellationToken cancelled) =>
            {
                var (token, kept) = await all.Make(user, asked.Name, asked.Days, cancelled);
                return TypedResults.Created((string?)null, new TokenMade(token, TokenAnswer.Of(kept)));
            })
            .Refuses(400, 409).WithName("make-token").WithSummary("Make a token")
            .WithDescription("Only with the cookie of somebody who has signed in: a token cannot make another one. It "
                + "may do what your role may, in this organisation, until it ends or you lose the role.");
        tokens.MapDelete("/{id:long}", async (
                long id, ClaimsPrincipal user, ApiTokens all, CancellationToken cancelled) =>
            {
                await all.Revoke(user, id, cancelled);
                return TypedResults.NoContent();
            })
            .WithName("end-token").WithSummary("End a token")
            .WithDescription("Nothing happens if you have none of that number.");
    }
}
