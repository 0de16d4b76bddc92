using System.Runtime.InteropServices;

namespace Porras;

/// <content>
/// What most fees of most models are: one moment without tests, and one price for all occurrences of an episode. Their
/// lines are written from the days alone, and their prices are worked out once for each group or label.
/// </content>
public sealed partial class FeePlan
{
    private Remembered _price, _most, _told;
    private bool _hasOnePrice;

    /// <summary>Whether its lines can be written from days alone.</summary>
    public bool IsDirect { get; private set; }

    /// <summary>Finds out what of it is the same for all episodes that are alike.</summary>
    internal void Remember(Resolver resolver)
    {
        var onStart = Priced is null or DayPlan.Start;
        _most = new(resolver.NewMemo(), Key(l => onStart && (Most?.AddLeaves(l, pricedOnStart: true) ?? true)));
        var key = PriceKey(resolver.Periods);
        _price = new(resolver.NewMemo(), key);
        _told = new(resolver.NewMemo(), key);
        _hasOnePrice = key is not null || IsFixed();
        IsDirect = _hasOnePrice && Ways.Length == 1 && OnlyIf.Count == 0 && Ways[0].GivesDays;
    }

    /// <summary>Writes its lines from the days on which it occurs.</summary>
    internal void PayDirectly(ServiceCase c, Lines lines)
    {
        var days = Ways[0].Days(c, MostTimes(c));
        c.KeepFirst(Index, days);
        if (days.Length > 0)
        {
            lines.AddFee(c.Participant, c.Episode, Index, days, OnePrice(c, days[0]));
        }
    }

    /// <summary>Keeps the arithmetic of each occurrence: adds its places among what is kept.</summary>
    internal void KeepArithmetic(ServiceCase c, KeptArithmetic kept, List<int> places)
    {
        var occurrences = c.Occurrences(Index);
        c.Paid(Index);
        places.Clear();
        if (_hasOnePrice && occurrences.Count > 0)
        {
            var place = _told.TryGet(c, out var known, out var at) ? known
                : _told.Keep(c, at, kept.Keep(Arithmetic(c, 0)));
            CollectionsMarshal.SetCount(places, occurrences.Count);
            CollectionsMarshal.AsSpan(places).Fill((int)place);
            return;
        }

        var (running, before) = (Exact.Zero, Money.Zero);
        var trace = new Trace();
        for (var i = 0; i < occurrences.Count; i++)
        {
            PriceOf(c, trace, (occurrences[i], i + 1), ref running, ref before);
            places.Add(kept.Keep(trace.Copy()));
        }
    }

    // Goes through the steps once more to write them down; what is counted and reported has been so already.
    private void PriceOf(
        ServiceCase c, Trace trace, (Occurrence Occurrence, int Time) at, ref Exact running, ref Money before)
    {
        trace.Clear();
        (c.Trace, c.Retells) = (trace, true);
        PriceOf(c, at.Occurrence, at.Time, ref running, ref before);
        (c.Trace, c.Retells) = (null, false);
    }

    private Money OnePrice(ServiceCase c, int day)
    {
        if (_price.TryGet(c, out var known, out var at))
        {
            return new(known);
        }

        var (running, before) = (Exact.Zero, Money.Zero);
        var price = PriceOf(c, new(day), 1, ref running, ref before);
        return new(_price.Keep(c, at, price.Minor));
    }

    private static void Repeat(List<Money> paid, Money price, int count)
    {
        CollectionsMarshal.SetCount(paid, count);
        CollectionsMarshal.AsSpan(paid).Fill(price);
    }

    // With a claim, parts of periods or a running total each occurrence has a price of its own.
    private bool IsFixed() => IsAlike && Pay.IsFixed && Array.TrueForAll(Steps, s => s.IsFixed)
        && (Transition is null || Priced is DayPlan.Start) && Priced is null or DayPlan.Start;

    private bool IsAlike => Claim is null && PartPeriods is null && !RunningTotal;

    private EpisodeKey? PriceKey(Periods periods)
    {
        var onStart = Priced is DayPlan.Start;
        return !IsAlike || !(onStart || Priced is null) ? null : Key(leaves =>
            Pay.AddLeaves(leaves, onStart)
            && Array.TrueForAll(Steps, s => s.AddLeaves(leaves, onStart))
            && (Transition is null
                || new ValuePlan.OfPricedDay(Period.ContractYear, periods).AddLeaves(leaves, onStart)));
    }

    private static EpisodeKey? Key(Func<List<ValuePlan>, bool> add)
    {
        var leaves = new List<ValuePlan>();
        return add(leaves) ? EpisodeKey.Of(leaves) : null;
    }
}
