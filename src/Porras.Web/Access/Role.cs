using System.Security.Claims;

namespace Porras.Web;

/// <summary>In which role somebody works.</summary>
public enum Role
{
    /// <summary>Writes and negotiates fee models for an organiser.</summary>
    Procurement,

    /// <summary>Confirms claims for an organiser.</summary>
    Coordinator,

    /// <summary>Approves settlements for an organiser.</summary>
    Controller,

    /// <summary>Owns a provider.</summary>
    Owner,

    /// <summary>Coaches participants for a provider.</summary>
    Coach,

    /// <summary>Compares pilots for a ministry.</summary>
    Evaluator,

    /// <summary>Gives people their roles.</summary>
    Administrator,
}

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
        [Role.Procurement] =
        [
            Right.ReadModels, Right.WriteModels, Right.Simulate, Right.ReadData,
            Right.ImportData, Right.Settle, Right.ReadSettlements,
        ],
        [Role.Coordinator] = [Right.ReadModels, Right.ReadData, Right.ImportData],
        [Role.Controller] =
        [
            Right.ReadModels, Right.Simulate, Right.ReadData, Right.Settle,
            Right.ReadSettlements,
        ],
        [Role.Owner] = [Right.ReadModels, Right.Simulate, Right.ReadSettlements],
        [Role.Coach] = [Right.ReadModels],
        [Role.Evaluator] = [Right.ReadModels, Right.Simulate],
        [Role.Administrator] = [Right.ReadModels, Right.Administer],
    };

    /// <summary>The role of somebody who has signed in; null for nobody.</summary>
    public static Role? Of(ClaimsPrincipal user) =>
        Enum.TryParse<Role>(user.FindFirstValue(Claim), out var role) && Enum.IsDefined(role) ? role : null;

    /// <summary>Whether somebody may do something.</summary>
    public static bool May(ClaimsPrincipal user, Right right) =>
        Of(user) is { } role && May(role, right);

    /// <summary>Whether a role may do something.</summary>
    public static bool May(Role role, Right right) => Granted[role].Contains(right);
}
