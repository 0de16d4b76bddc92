using System.Globalization;
using System.Security.Claims;
using Porras.Store;

namespace Porras.Web;

/// <summary>What a page or an endpoint asks for.</summary>
public enum Right
{
    /// <summary>Read fee models.</summary>
    ReadModels,

    /// <summary>Write drafts of fee models, freeze versions.</summary>
    WriteModels,

    /// <summary>Simulate models.</summary>
    Simulate,

    /// <summary>Import data sets and see them.</summary>
    ReadData,

    /// <summary>Import data sets.</summary>
    ImportData,

    /// <summary>Run settlements.</summary>
    Settle,

    /// <summary>Approve settlements that another person settled, and lock them.</summary>
    Approve,

    /// <summary>Read settlements and their lines.</summary>
    ReadSettlements,

    /// <summary>See who did what; give roles.</summary>
    Administer,
}

/// <summary>Which role may do what: the one place where it is said.</summary>
public static class Roles
{
    /// <summary>The claim that names the role.</summary>
    public const string Claim = "porras:role";

    /// <summary>The claim with the organisation's id.</summary>
    public const string Organisation = "porras:organisation";

    /// <summary>The claim with the organisation's name.</summary>
    public const string OrganisationName = "porras:organisation-name";

    private static readonly Dictionary<Role, Right[]> Granted = new()
    {
        [Role.ProcurementExpert] =
        [
            Right.ReadModels, Right.WriteModels, Right.Simulate, Right.ReadData,
            Right.ImportData, Right.Settle, Right.Approve, Right.ReadSettlements,
        ],
        [Role.ServiceCoordinator] = [Right.ReadModels, Right.ReadData, Right.ImportData],
        [Role.Controller] =
        [
            Right.ReadModels, Right.Simulate, Right.ReadData, Right.Settle, Right.Approve,
            Right.ReadSettlements,
        ],
        [Role.ProviderOwner] = [Right.ReadModels, Right.Simulate, Right.ReadSettlements],
        [Role.JobCoach] = [Right.ReadModels],
        [Role.MinistryEvaluator] = [Right.ReadModels, Right.Simulate],
        [Role.Administrator] = [Right.ReadModels, Right.Administer],
    };

    /// <summary>The role of somebody who has signed in; null for nobody.</summary>
    public static Role? Of(ClaimsPrincipal user) =>
        Enum.TryParse<Role>(user.FindFirstValue(Claim), out var role) && Enum.IsDefined(role) ? role : null;

    /// <summary>Whether somebody may do something.</summary>
    public static bool May(ClaimsPrincipal user, Right right) =>
        Of(user) is { } role && May(role, right);

    /// <summary>For whom somebody who has signed in reads and writes.</summary>
    /// <exception cref="InvalidOperationException">They belong to no organisation.</exception>
    public static Caller CallerOf(ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(Organisation), CultureInfo.InvariantCulture, out var organisation)
            ? new(organisation, user.FindFirstValue(ClaimTypes.NameIdentifier))
            : throw new InvalidOperationException("Nobody has signed in for an organisation.");

    /// <summary>Whether a role may do something.</summary>
    public static bool May(Role role, Right right) => Granted[role].Contains(right);
}
