using Porras.Store;

namespace Porras.Web;

/// <summary>What a page calls people and versions of models.</summary>
/// <param name="store">Where they are kept.</param>
public sealed class Names(Store.Store store)
{
    private const int Most = 1000;

    /// <summary>What the people of an organisation are called; nobody is the program itself.</summary>
    public async Task<Func<string?, string>> People(
        Caller caller, Wording words, CancellationToken cancelled = default)
    {
        var members = await store.People.Members(caller, new(0, Most), cancelled);
        var names = members.ToDictionary(m => m.Person.Id, m =>
            m.Roles is [var role, ..] && m.Person.Id == Demonstration.PersonOf(role)
                ? words["role." + role.ToString().ToLowerInvariant()] : m.Person.Name);
        return person => person is null ? words["names.program"] : names.GetValueOrDefault(person, person);
    }

    /// <summary>What versions of own models are called, by their ids.</summary>
    public async Task<IReadOnlyDictionary<long, string>> Versions(
        Caller caller, Wording words, IEnumerable<long> versions, CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(versions);
        var kept = await store.Models.Names(caller, [.. versions.Distinct()], cancelled);
        return kept.ToDictionary(n => n.Key, n => ModelWords.Named(words, n.Value.Model, n.Value.Number));
    }

    /// <summary>
    /// The versions that data are imported for and settled by: of each own model the latest one without mistakes.
    /// </summary>
    public async Task<IReadOnlyList<(long Version, string Name)>> Choices(
        Caller caller, Wording words, CancellationToken cancelled = default)
    {
        var choices = new List<(long, string)>();
        foreach (var model in await store.Models.List(caller, new(0, Most), cancelled))
        {
            var sound = model.Latest.Hash is not null ? model.Latest
                : (await store.Models.Versions(caller, model.Model.Id, new(0, Most), cancelled))
                    .FirstOrDefault(v => v.Hash is not null);
            if (sound is not null)
            {
                choices.Add((sound.Id, ModelWords.Named(words, model.Model.Name, sound.Number)));
            }
        }

        return choices;
    }
}
