using Porras.Store;

namespace Porras.Web;

/// <summary>What an administrator does with the members of their organisation.</summary>
internal sealed class Memberships(Store.Store store, Changes changes)
{
    private const int Most = 1000;

    /// <summary>All members, by name.</summary>
    public Task<IReadOnlyList<Store.Member>> All(Caller caller) => store.People.Members(caller, new(0, Most));

    /// <summary>A member; null if the person is none.</summary>
    public async Task<Store.Member?> Find(Caller caller, string person) =>
        (await All(caller)).FirstOrDefault(m => m.Person.Id == person);

    /// <summary>Gives a member these roles and no others. Somebody always has to be left who gives roles.</summary>
    /// <returns>What is wrong; null if it is done.</returns>
    public async Task<string?> Change(Caller caller, Store.Member member, IReadOnlyCollection<Role> roles)
    {
        var isLast = member.Roles.Contains(Role.Administrator) && !roles.Contains(Role.Administrator)
            && (await All(caller)).Count(m => m.Roles.Contains(Role.Administrator)) == 1;
        if (isLast)
        {
            return "last-administrator";
        }

        foreach (var role in roles.Except(member.Roles))
        {
            await store.People.Grant(caller, member.Person.Id, role);
        }

        foreach (var role in member.Roles.Except(roles))
        {
            await store.People.Revoke(caller, member.Person.Id, role);
        }

        changes.Note(member.Person.Id);
        return null;
    }
}
