using System.Globalization;
using System.Text.Json.Nodes;
using Porras.Store;

namespace Porras.Web;

/// <summary>An entry of the log in the reader's words.</summary>
/// <param name="Number">Its number.</param>
/// <param name="When">The day and the time.</param>
/// <param name="Who">Who did it; the program where nobody is named.</param>
/// <param name="What">What was done.</param>
/// <param name="More">To whom or what.</param>
internal sealed record ToldEntry(string Number, string When, string Who, string What, string More)
{
    private const string Person = "person ";

    // What is told of an entry beside what was done; hashes are for programs.
    private static readonly string[] Shown =
        ["name", "model", "email", "role", "roles", "passkey", "state", "from", "to", "with"];

    // What entries say was done. Other words are shown as they stand.
    private static readonly string[] Known =
    [
        "organisation-added", "person-added", "person-renamed", "role-granted", "role-revoked", "model-saved",
        "model-frozen", "data-imported", "settled", "settlement-advanced", "lab-run-kept", "signed-in",
        "password-changed", "password-renewed", "passkey-added", "passkey-removed", "invited",
        "invitation-taken-back", "invitation-accepted", "new-password-offered", "token-made", "token-ended",
    ];

    /// <summary>Tells entries, with the names of the people in them.</summary>
    public static async Task<IReadOnlyList<ToldEntry>> Of(
        Store.Store store, Wording words, IReadOnlyList<LogEntry> entries)
    {
        var people = new Dictionary<string, string>();
        foreach (var id in entries.SelectMany(PeopleIn).Distinct())
        {
            people[id] = (await store.People.Find(id))?.Name ?? id;
        }

        return [.. entries.Select(e => Of(words, e, people))];
    }

    private static ToldEntry Of(Wording words, LogEntry entry, Dictionary<string, string> people)
    {
        var about = SubjectOf(entry) is { } person && person != entry.PersonId ? people[person] : "";
        string[] more = [about, .. DetailsOf(words, entry)];
        return new(
            entry.Number.ToString(CultureInfo.InvariantCulture), words.Instant(entry.At),
            entry.PersonId is { Length: > 0 } who ? people[who] : words["access.log.nobody"],
            Known.Contains(entry.Act) ? words["access.act." + entry.Act] : entry.Act,
            string.Join(", ", more.Where(m => m.Length > 0)));
    }

    private static IEnumerable<string> DetailsOf(Wording words, LogEntry entry) =>
        from detail in JsonNode.Parse(entry.Details) as JsonObject ?? []
        where Shown.Contains(detail.Key) && detail.Value is JsonValue
        let value = detail.Value!.ToString()
        select detail.Key switch
        {
            "role" or "roles" => string.Join(
                ", ", value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => RoleIn(words, r))),
            "state" => StateIn(words, value),
            _ => value,
        };

    private static string RoleIn(Wording words, string role) =>
        Enum.TryParse<Role>(role, out _) ? words["role." + role.ToLowerInvariant()] : role;

    private static string StateIn(Wording words, string state) =>
        Enum.TryParse<SettlementState>(state, out _) ? words["settle.state." + state.ToLowerInvariant()] : state;

    private static IEnumerable<string> PeopleIn(LogEntry entry) =>
        new[] { entry.PersonId, SubjectOf(entry) }.Where(id => !string.IsNullOrEmpty(id)).Select(id => id!);

    private static string? SubjectOf(LogEntry entry) =>
        entry.Subject.StartsWith(Person, StringComparison.Ordinal) ? entry.Subject[Person.Length..] : null;
}
