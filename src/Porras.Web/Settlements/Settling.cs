using Porras.Store;

namespace Porras.Web;

/// <summary>Why, and why not, of one owner of lines in a settlement.</summary>
/// <param name="Line">The line that was asked about, told; null for a fee that was not paid.</param>
/// <param name="Others">Fees that were not paid to the same owner, each with what is missing.</param>
public sealed record LineStory(ToldWhy? Line, IReadOnlyList<(string Fee, ToldWhy Told)> Others);

/// <summary>Settles and tells why: for pages and the API alike.</summary>
/// <param name="store">Where settlements are kept.</param>
/// <param name="resettled">Those that were looked at last.</param>
public sealed class Settling(Store.Store store, Resettled resettled)
{
    /// <summary>Settles; what is refused is said, and nothing is kept.</summary>
    public async Task<SettlementResult> Settle(
        Caller caller, SettlementTerms terms, CancellationToken cancelled = default)
    {
        try
        {
            return await store.Settlements.Settle(caller, terms, Environment.ProcessorCount, cancelled);
        }
        catch (StoreException refused)
        {
            return new(null, [refused.Finding]);
        }
    }

    /// <summary>Moves a settlement on; what is said if that is refused.</summary>
    public async Task<Diagnostic?> Advance(
        Caller caller, long settlement, SettlementState state, CancellationToken cancelled = default)
    {
        try
        {
            await store.Settlements.Advance(caller, settlement, state, cancelled);
            return null;
        }
        catch (StoreException refused)
        {
            return refused.Finding;
        }
    }

    /// <summary>Why a line is what it is; null if there is none of that number.</summary>
    /// <exception cref="StoreException">The settlement no longer comes to the same.</exception>
    public async Task<LineStory?> Line(
        Caller caller, long settlement, int number, Tongue tongue, CancellationToken cancelled = default)
    {
        if (await store.Settlements.Line(caller, settlement, number, cancelled) is not { } line)
        {
            return null;
        }

        var settled = await resettled.Of(caller, settlement, cancelled);
        var why = Why.About(settled, PlaceOf(settled, line.Owner));
        var text = new WhyText(settled.Plan, tongue);
        var reasons = why.Reasons();
        var own = reasons.First(r => r.Fee.Name.Text == line.Fee && r.Line.Time == line.Occurrence
            && r.Line.Episode == line.Episode && r.Line.Kind == line.Kind);
        return new(text.Reason(own, why), Unpaid(settled.Plan, why, reasons, text, line.Episode));
    }

    /// <summary>Why an owner was not paid a fee; null if there is no such owner or fee, or it was paid.</summary>
    /// <param name="caller">For whom.</param>
    /// <param name="settlement">The settlement.</param>
    /// <param name="asked">The fee.</param>
    /// <param name="tongue">In which language.</param>
    /// <param name="cancelled">Stops.</param>
    /// <exception cref="StoreException">There is no such settlement, or it no longer comes to the same.</exception>
    public async Task<ToldWhy?> NotPaid(
        Caller caller, long settlement, FeeAsked asked, Tongue tongue, CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var settled = await resettled.Of(caller, settlement, cancelled);
        var fee = settled.Plan.Fees.FirstOrDefault(f => f.Source.Name.Text == asked.Fee);
        if (PlaceOf(settled, asked.Owner) is not (>= 0 and var place) || fee is null)
        {
            return null;
        }

        var why = Why.About(settled, place);
        return why.CanEarn(fee) && why.NotPaid(fee.Index, asked.Occurrence, asked.Episode) is { } not
            ? new WhyText(settled.Plan, tongue).Not(not, why, asked.Episode) : null;
    }

    /// <summary>Whether a settlement has an owner of lines of that name.</summary>
    /// <exception cref="StoreException">There is no such settlement, or it no longer comes to the same.</exception>
    public async Task<bool> Has(Caller caller, long settlement, string owner, CancellationToken cancelled = default) =>
        PlaceOf(await resettled.Of(caller, settlement, cancelled), owner) >= 0;

    /// <summary>The reasons of lines in a few words, in their order.</summary>
    /// <exception cref="StoreException">There is no such settlement, or it no longer comes to the same.</exception>
    public async Task<IReadOnlyList<string>> Reasons(
        Caller caller,
        long settlement,
        IReadOnlyList<SettledLine> lines,
        Tongue tongue,
        CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var settled = await resettled.Of(caller, settlement, cancelled);
        var text = new WhyText(settled.Plan, tongue);
        var told = new Dictionary<(string, string, int, int, LineKind), string>();
        foreach (var owner in lines.Select(l => l.Owner).Distinct())
        {
            foreach (var r in Why.About(settled, PlaceOf(settled, owner)).Reasons())
            {
                told[(owner, r.Fee.Name.Text, r.Line.Time, r.Line.Episode, r.Line.Kind)] = text.Short(r);
            }
        }

        return [.. lines.Select(l => told[(l.Owner, l.Fee, l.Occurrence, l.Episode, l.Kind)])];
    }

    /// <summary>The settlement itself, settled again.</summary>
    /// <exception cref="StoreException">There is none of that number, or it no longer comes to the same.</exception>
    public Task<Settled> Again(Caller caller, long settlement, CancellationToken cancelled = default) =>
        resettled.Of(caller, settlement, cancelled);

    /// <summary>The place of an owner of lines by its name; -1 if there is none.</summary>
    public static int PlaceOf(Settled settled, string owner)
    {
        ArgumentNullException.ThrowIfNull(settled);
        return settled.Across is { } across ? across.Owners.Find(owner) : settled.Data.Find(owner);
    }

    private static List<(string Fee, ToldWhy Told)> Unpaid(
        Plan plan, Why why, IReadOnlyList<Reason> reasons, WhyText text, int episode)
    {
        var paid = reasons.Where(r => r.Line.Episode == episode).Select(r => r.Fee.Name.Text).ToHashSet();
        var told = new List<(string, ToldWhy)>();
        foreach (var fee in plan.Fees.Where(f => why.CanEarn(f) && !paid.Contains(f.Source.Name.Text)))
        {
            if (why.NotPaid(fee.Index, 0, episode) is { } not)
            {
                told.Add((fee.Source.Name.Text, text.Not(not, why, episode)));
            }
        }

        return told;
    }
}

/// <summary>A fee that was perhaps not paid.</summary>
/// <param name="Owner">The participant or other owner.</param>
/// <param name="Fee">The fee, by its name.</param>
/// <param name="Occurrence">The occurrence, from 1; 0: the first one that was not paid.</param>
/// <param name="Episode">The episode, from 1.</param>
public sealed record FeeAsked(string Owner, string Fee, int Occurrence = 0, int Episode = 1);
