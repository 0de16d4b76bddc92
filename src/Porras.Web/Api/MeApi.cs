using System.ComponentModel;
using System.Security.Claims;

namespace Porras.Web;

/// <summary>Who asks.</summary>
public sealed record MeAnswer(
    [property: Description("The person's id.")] string? Person,
    [property: Description("The person's name.")] string? Name,
    [property: Description("For whom everything is read and written: nothing of another organisation is seen.")]
    OrganisationAnswer Organisation,
    [property: Description("The role in which the person works now.")] Store.Role Role,
    [property: Description("What the role may do.")] IReadOnlyList<Right> Rights);

/// <summary>An organisation.</summary>
public sealed record OrganisationAnswer(long Id, string Name);

/// <summary>Who asks, and for whom.</summary>
internal static class MeApi
{
    public static void MapMe(this RouteGroupBuilder api) =>
        api.MapGet("/me", (ClaimsPrincipal user) => new MeAnswer(
                Roles.CallerOf(user).Person, user.Identity?.Name,
                new(Roles.CallerOf(user).Organisation, user.FindFirstValue(Roles.OrganisationName) ?? ""),
                Roles.Of(user)!.Value, [.. Enum.GetValues<Right>().Where(r => Roles.May(user, r))]))
            .RequireAuthorization(ApiSetup.SignedIn).WithName("me").WithTags("Access")
            .WithSummary("Who you are here, and what you may do");
}
