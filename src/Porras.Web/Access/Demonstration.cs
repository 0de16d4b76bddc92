namespace Porras.Web;

/// <summary>The fictional area in which a visitor may pick any role.</summary>
public static class Demonstration
{
    /// <summary>Who offers a role.</summary>
    public static string OrganisationOf(Role role) => role switch
    {
        Role.Procurement or Role.Coordinator or Role.Controller or Role.Administrator => "Koivurannan työllisyysalue",
        Role.Owner or Role.Coach => "Valmennus Askelma Oy",
        Role.Evaluator => "Työelämän ministeriö",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}
