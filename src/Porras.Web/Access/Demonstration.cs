using System.Globalization;
using System.Security.Claims;
using Porras.Store;

namespace Porras.Web;

/// <summary>The fictional area in which a visitor may pick any role.</summary>
public static class Demonstration
{
    private const string Organiser = "Koivurannan työllisyysalue";
    private const string Provider = "Valmennus Askelma Oy";
    private const string Ministry = "Työelämän ministeriö";

    private static readonly (string Organisation, string Model)[] Models =
    [
        (Organiser, "coaching-north"), (Organiser, "tampere-progress"), (Organiser, "rural-employment"),
        (Provider, "coaching-north"), (Ministry, "coaching-north"),
    ];

    /// <summary>Who offers a role.</summary>
    public static string OrganisationOf(Role role) => role switch
    {
        Role.ProcurementExpert or Role.ServiceCoordinator or Role.Controller or Role.Administrator => Organiser,
        Role.ProviderOwner or Role.JobCoach => Provider,
        Role.MinistryEvaluator => Ministry,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };

    /// <summary>The fictional person of a role, as one who has signed in.</summary>
    public static async Task<IReadOnlyList<Claim>> ClaimsOf(Store.Store store, Role role)
    {
        var name = OrganisationOf(role);
        var organisation = await store.People.FindOrganisation(name)
            ?? throw new InvalidOperationException("The demonstration area is not furnished.");
        return
        [
            new(ClaimTypes.NameIdentifier, PersonOf(role)), new(ClaimTypes.Name, PersonOf(role)),
            new(Roles.Claim, role.ToString()), new(Roles.OrganisationName, name),
            new(Roles.Organisation, organisation.Id.ToString(CultureInfo.InvariantCulture)),
        ];
    }

    /// <summary>Adds what the area is to have and does not have yet.</summary>
    public static async Task Furnish(Store.Store store, Gallery gallery)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var organisation = await store.People.TheOrganisation(OrganisationOf(role), "");
            var email = PersonOf(role) + "@porras.example";
            if (await store.People.FindByEmail(email) is null)
            {
                var name = Texts.Get(Tongue.Finnish, "web.role." + role.ToString().ToLowerInvariant());
                await store.People.Add(PersonOf(role), email, name);
            }

            await store.People.Grant(new(organisation.Id), PersonOf(role), role);
        }

        foreach (var (owner, slug) in Models)
        {
            var caller = new Caller((await store.People.TheOrganisation(owner, "")).Id);
            if (gallery.Find(slug) is { } model && await store.Models.Find(caller, slug) is null)
            {
                await store.Models.Save(caller, slug, ModelForm.Text, model.Text);
            }
        }

        await DemonstrationFacts.Furnish(store, new((await store.People.TheOrganisation(Organiser, "")).Id));
    }

    /// <summary>The id of the fictional person of a role.</summary>
    public static string PersonOf(Role role) => "demonstration-" + role.ToString().ToLowerInvariant();
}
