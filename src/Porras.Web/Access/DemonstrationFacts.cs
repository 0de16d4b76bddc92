using Porras.Lab;
using Porras.Store;

namespace Porras.Web;

/// <summary>Two years of simulated participants for the fictional organiser, and settlements of them.</summary>
internal static class DemonstrationFacts
{
    private const string Model = "coaching-north", Name = "Valmennus, simuloidut osallistujat";
    private const int Participants = 300, Months = 24;

    /// <summary>Adds what is not there yet.</summary>
    public static async Task Furnish(Store.Store store, Caller organiser)
    {
        var expert = organiser with { Person = Demonstration.PersonOf(Role.ProcurementExpert) };
        var controller = organiser with { Person = Demonstration.PersonOf(Role.Controller) };
        if (await store.DataSets.Find(organiser, Name) is not { } set)
        {
            if (await store.Models.Find(organiser, Model) is not { } model)
            {
                return;
            }

            var version = (await store.Models.Versions(organiser, model.Id))[^1];
            var plan = Plan.Compile(ModelOf.Version(version));
            var (data, _) = SimulatedFacts.Example(plan, Participants, Months);
            set = await store.DataSets.Import(expert, new(Name, version.Id, data));
        }

        var settled = await store.Settlements.On(organiser, set.Id);
        if (settled.Count > 0)
        {
            return;
        }

        foreach (var (year, isApproved) in new[] { (2027, true), (2028, false) })
        {
            var terms = new SettlementTerms($"Tilitys 31.12.{year} asti", set.VersionId, set.Id, Day.Of(year, 12, 31));
            var kept = (await store.Settlements.Settle(expert, terms)).Settlement;
            if (isApproved && kept is not null)
            {
                await store.Settlements.Advance(controller, kept.Id, SettlementState.Approved);
                await store.Settlements.Advance(controller, kept.Id, SettlementState.Locked);
            }
        }
    }
}
