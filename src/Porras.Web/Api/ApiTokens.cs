using System.Buffers.Text;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Porras.Store;

namespace Porras.Web;

/// <summary>A token with which a program works for a person, in one role of one organisation.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Person">Whose it is.</param>
/// <param name="PersonName">The person's name when it was made.</param>
/// <param name="Organisation">For which organisation.</param>
/// <param name="Role">In which role.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Made">When it was made, in milliseconds since 1970.</param>
/// <param name="Expires">When it ends, likewise.</param>
public sealed record KeptToken(
    long Id, string Person, string PersonName, long Organisation, string Role, string Name, long Made, long Expires);

/// <summary>Personal access tokens: kept only as hashes, ended by a day, by hand, or with the role.</summary>
/// <remarks>
/// A table of its own beside those of the store. It is in no backup: after a restore tokens are made anew. Tokens are
/// 256 random bits, so a plain hash keeps them as well as a slow one.
/// </remarks>
/// <param name="store">The store.</param>
public sealed class ApiTokens(Store.Store store)
{
    /// <summary>With what every token begins, so that it is known where it should not be.</summary>
    public const string Prefix = "porras_";

    /// <summary>The name of the way in which a token signs in.</summary>
    public const string Scheme = "Bearer";

    /// <summary>How many letters its name may have.</summary>
    public const int LongestName = 100;

    private const int Bytes = 32, LongestDays = 366, MostOfOne = 50;

    private const string Table = """
        CREATE TABLE IF NOT EXISTS api_tokens (
            id bigint PRIMARY KEY, hash text NOT NULL UNIQUE, person_id text NOT NULL, person_name text NOT NULL,
            organisation_id bigint NOT NULL, role text NOT NULL, name text NOT NULL, made bigint NOT NULL,
            expires bigint NOT NULL)
        """;

    private volatile bool _isLaidOut;

    /// <summary>The token that a request shows; null for none.</summary>
    public static string? In(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var said = request.Headers.Authorization.ToString();
        return said.StartsWith(Scheme + " ", StringComparison.OrdinalIgnoreCase) ? said[(Scheme.Length + 1)..].Trim()
            : null;
    }

    /// <summary>Makes a token for somebody who has signed in.</summary>
    /// <param name="user">Who.</param>
    /// <param name="name">What it is for.</param>
    /// <param name="days">After how many days it ends.</param>
    /// <param name="cancelled">Nothing is kept then.</param>
    /// <returns>The token, which is never to be seen again, and what is kept of it.</returns>
    /// <exception cref="ApiException">A token asks, they have too many, or the name or days are not right.</exception>
    public async Task<(string Token, KeptToken Kept)> Make(
        ClaimsPrincipal user, string name, int days, CancellationToken cancelled)
    {
        MustBeInPerson(user);
        if (name.Trim().Length is 0 or > LongestName)
        {
            throw ApiException.Malformed("name");
        }

        if (days is < 1 or > LongestDays)
        {
            throw ApiException.Malformed("days");
        }

        if ((await Of(user, cancelled)).Count >= MostOfOne)
        {
            throw new ApiException(StatusCodes.Status409Conflict, "tokens-full")
            {
                Arguments = [MostOfOne.ToString(CultureInfo.InvariantCulture)],
            };
        }

        var token = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        var (caller, now) = (Roles.CallerOf(user), store.Clock.GetUtcNow());
        var kept = new KeptToken(
            RandomNumberGenerator.GetInt32(int.MaxValue), caller.Person!, user.Identity?.Name ?? caller.Person!,
            caller.Organisation, Roles.Of(user)!.Value.ToString(), name.Trim(), now.ToUnixTimeMilliseconds(),
            now.AddDays(days).ToUnixTimeMilliseconds());
        await using var db = store.Db();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO api_tokens (id, hash, person_id, person_name, organisation_id, role, name, made, expires)
            VALUES ({kept.Id}, {HashOf(token)}, {kept.Person}, {kept.PersonName}, {kept.Organisation}, {kept.Role},
                {kept.Name}, {kept.Made}, {kept.Expires})
            """,
            cancelled);
        await store.Log.Add(caller, "token-made", $"token {kept.Id}", [("name", kept.Name)], cancelled);
        return (token, kept);
    }

    /// <summary>The tokens of somebody for the organisation and the role in which they have signed in.</summary>
    public async Task<IReadOnlyList<KeptToken>> Of(ClaimsPrincipal user, CancellationToken cancelled)
    {
        await LayOut(cancelled);
        var (caller, role) = (Roles.CallerOf(user), Roles.Of(user)!.Value.ToString());
        await using var db = store.Db();
        return await db.Database.SqlQuery<KeptToken>(
            $"""
            SELECT id AS "Id", person_id AS "Person", person_name AS "PersonName", organisation_id AS "Organisation",
                role AS "Role", name AS "Name", made AS "Made", expires AS "Expires"
            FROM api_tokens
            WHERE person_id = {caller.Person} AND organisation_id = {caller.Organisation} AND role = {role}
            """).OrderBy(t => t.Made).ToListAsync(cancelled);
    }

    /// <summary>Ends a token of one's own; nothing happens if there is none of that number.</summary>
    public async Task Revoke(ClaimsPrincipal user, long id, CancellationToken cancelled)
    {
        await LayOut(cancelled);
        var caller = Roles.CallerOf(user);
        await using var db = store.Db();
        var ended = await db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM api_tokens
            WHERE id = {id} AND person_id = {caller.Person} AND organisation_id = {caller.Organisation}
            """,
            cancelled);
        if (ended > 0)
        {
            await store.Log.Add(caller, "token-ended", $"token {id}", null, cancelled);
        }
    }

    /// <summary>Who a token speaks for; null if it is none, has ended, or the person no longer has the role.</summary>
    public async Task<ClaimsPrincipal?> Caller(string token, CancellationToken cancelled)
    {
        await LayOut(cancelled);
        var (hash, now) = (HashOf(token), store.Clock.GetUtcNow().ToUnixTimeMilliseconds());
        await using var db = store.Db();
        var kept = await db.Database.SqlQuery<KeptToken>(
            $"""
            SELECT id AS "Id", person_id AS "Person", person_name AS "PersonName", organisation_id AS "Organisation",
                role AS "Role", name AS "Name", made AS "Made", expires AS "Expires"
            FROM api_tokens WHERE hash = {hash} AND expires > {now}
            """).SingleOrDefaultAsync(cancelled);
        var belonging = kept is null ? null : (await store.People.Of(kept.Person, cancelled))
            .FirstOrDefault(b => b.Organisation.Id == kept.Organisation && b.Roles.Any(r => r.ToString() == kept.Role));
        return belonging is null ? null : new(new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, kept!.Person), new(ClaimTypes.Name, kept.PersonName),
                new(Roles.Claim, kept.Role), new(Roles.OrganisationName, belonging.Organisation.Name),
                new(Roles.Organisation, kept.Organisation.ToString(CultureInfo.InvariantCulture)),
            ],
            Scheme));
    }

    private static void MustBeInPerson(ClaimsPrincipal user)
    {
        if (user.Identity?.AuthenticationType == Scheme)
        {
            throw new ApiException(StatusCodes.Status403Forbidden, "in-person");
        }
    }

    private async Task LayOut(CancellationToken cancelled)
    {
        if (!_isLaidOut)
        {
            await using var db = store.Db();
            await db.Database.ExecuteSqlRawAsync(Table, cancelled);
            _isLaidOut = true;
        }
    }

    private static string HashOf(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
