using Microsoft.EntityFrameworkCore;

namespace Porras.Store;

/// <summary>A member of an organisation.</summary>
/// <param name="Person">The person.</param>
/// <param name="Roles">What they are there.</param>
public sealed record Member(Person Person, IReadOnlyList<Role> Roles);

/// <summary>An organisation and what a person is there.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Roles">The roles.</param>
public sealed record Belonging(Organisation Organisation, IReadOnlyList<Role> Roles);

/// <summary>Organisations, people and what they are there.</summary>
public sealed class People
{
    private readonly Store _store;

    internal People(Store store) => _store = store;

    /// <summary>Adds an organisation.</summary>
    /// <exception cref="StoreException">There is one of that name.</exception>
    public Task<Organisation> AddOrganisation(
        string name, string? person = null, CancellationToken cancelled = default) =>
        _store.Write(
            null,
            async writing =>
            {
                if (await writing.Db.Organisations.AnyAsync(o => o.Name == name, cancelled))
                {
                    throw StoreException.Of("P8604", name);
                }

                var added = await writing.Keep(new Organisation { Name = name, At = writing.At });
                writing.Tell(
                    "organisation-added", $"organisation {added.Id}", ("name", name), ("person", person));
                return added;
            },
            cancelled);

    /// <summary>The organisation of a name; null if there is none.</summary>
    public async Task<Organisation?> FindOrganisation(string name, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        return await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Name == name, cancelled);
    }

    /// <summary>The organisation of a number; null if there is none.</summary>
    public async Task<Organisation?> Organisation(long id, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        return await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancelled);
    }

    /// <summary>The organisation that is meant; one that is not there is added.</summary>
    /// <param name="name">Its name; null: the only one there is.</param>
    /// <param name="first">What the first one is called if there is none and nobody says.</param>
    /// <param name="cancelled">Stops.</param>
    /// <exception cref="StoreException">There are several, and none was named.</exception>
    public async Task<Organisation> TheOrganisation(
        string? name, string first, CancellationToken cancelled = default)
    {
        if (name is null)
        {
            var all = await Organisations(default, cancelled);
            if (all.Count > 1)
            {
                throw StoreException.Of("P8615", string.Join(", ", all.Select(o => o.Name)));
            }

            name = all.Count == 1 ? all[0].Name : first;
        }

        return await FindOrganisation(name, cancelled) ?? await AddOrganisation(name, null, cancelled);
    }

    /// <summary>All organisations, for who administers the whole store.</summary>
    public async Task<IReadOnlyList<Organisation>> Organisations(
        Slice slice = default, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        return await db.Organisations.AsNoTracking().OrderBy(o => o.Name).Part(slice).ToListAsync(cancelled);
    }

    /// <summary>Adds a person, who belongs nowhere yet.</summary>
    /// <exception cref="StoreException">There is one with that address or that id.</exception>
    public Task<Person> Add(string id, string email, string name, CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(email);
        var address = email.Trim().ToLowerInvariant();
        return _store.Write(
            null,
            async writing =>
            {
                if (await writing.Db.People.AnyAsync(p => p.Email == address || p.Id == id, cancelled))
                {
                    throw StoreException.Of("P8604", address);
                }

                var person = new Person { Id = id, Email = address, Name = name, At = writing.At };
                writing.Tell("person-added", $"person {id}", ("email", address));
                return await writing.Keep(person);
            },
            cancelled);
    }

    /// <summary>The person of an address; null if there is none.</summary>
    public async Task<Person?> FindByEmail(string email, CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(email);
        var address = email.Trim().ToLowerInvariant();
        await using var db = _store.Db();
        return await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Email == address, cancelled);
    }

    /// <summary>The person of an id; null if there is none.</summary>
    public async Task<Person?> Find(string id, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        return await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancelled);
    }

    /// <summary>Gives a person another name.</summary>
    /// <exception cref="StoreException">There is no such person.</exception>
    public Task Rename(string id, string name, CancellationToken cancelled = default) =>
        _store.Write(
            null,
            async writing =>
            {
                var changed = await writing.Db.People.Where(p => p.Id == id && p.Name != name)
                    .ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, name), cancelled);
                if (changed > 0)
                {
                    writing.Tell("person-renamed", $"person {id}");
                }
                else if (!await writing.Db.People.AnyAsync(p => p.Id == id, cancelled))
                {
                    throw StoreException.Of("P8605", id);
                }

                return changed;
            },
            cancelled);

    /// <summary>Where a person belongs, by name.</summary>
    public async Task<IReadOnlyList<Belonging>> Of(string person, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        var rows = await db.Memberships.AsNoTracking().Where(m => m.PersonId == person)
            .Join(db.Organisations, m => m.OrganisationId, o => o.Id, (m, o) => new { o, m.Role })
            .ToListAsync(cancelled);
        return
        [
            .. rows.GroupBy(r => r.o.Id).Select(g => new Belonging(g.First().o, [.. g.Select(r => r.Role).Order()]))
                .OrderBy(b => b.Organisation.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The members of an organisation, by name.</summary>
    public async Task<IReadOnlyList<Member>> Members(
        Caller caller, Slice slice = default, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        var own = db.Memberships.AsNoTracking().Where(m => m.OrganisationId == caller.Organisation);
        var people = await db.People.AsNoTracking().Where(p => own.Any(m => m.PersonId == p.Id))
            .OrderBy(p => p.Name).ThenBy(p => p.Id).Part(slice).ToListAsync(cancelled);
        var ids = people.Select(p => p.Id).ToList();
        var roles = await own.Where(m => ids.Contains(m.PersonId)).ToListAsync(cancelled);
        return
        [
            .. people.Select(p =>
                new Member(p, [.. roles.Where(r => r.PersonId == p.Id).Select(r => r.Role).Order()])),
        ];
    }

    /// <summary>Gives a person a role; nothing happens if they have it.</summary>
    /// <exception cref="StoreException">There is no such person.</exception>
    public Task Grant(Caller caller, string person, Role role, CancellationToken cancelled = default) =>
        _store.Write(
            caller,
            async writing =>
            {
                if (!await writing.Db.People.AnyAsync(p => p.Id == person, cancelled))
                {
                    throw StoreException.Of("P8605", person);
                }

                if (await Has(writing.Db, caller, person, role).AnyAsync(cancelled))
                {
                    return false;
                }

                writing.Tell("role-granted", $"person {person}", ("role", role.ToString()));
                await writing.Keep(new Membership
                {
                    OrganisationId = caller.Organisation, PersonId = person, Role = role, At = writing.At,
                });
                return true;
            },
            cancelled);

    /// <summary>Takes a role away; nothing happens if they do not have it.</summary>
    public Task Revoke(Caller caller, string person, Role role, CancellationToken cancelled = default) =>
        _store.Write(
            caller,
            async writing =>
            {
                if (await Has(writing.Db, caller, person, role).ExecuteDeleteAsync(cancelled) > 0)
                {
                    writing.Tell("role-revoked", $"person {person}", ("role", role.ToString()));
                }

                return true;
            },
            cancelled);

    private static IQueryable<Membership> Has(PorrasDb db, Caller caller, string person, Role role) =>
        db.Memberships.Where(m => m.OrganisationId == caller.Organisation && m.PersonId == person && m.Role == role);
}
