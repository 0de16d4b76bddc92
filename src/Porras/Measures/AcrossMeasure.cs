namespace Porras;

/// <summary>A measure over all participants of a scope, whose facts or occurrences are gone through once.</summary>
/// <remarks>
/// A fact counts for the provider of its day, an occurrence of a fee for the provider who is paid, a participant for
/// the provider at the start. Read for a participant, it counts from the first day of the participant's owner, unless
/// the fee is by period.
/// </remarks>
public abstract partial class AcrossMeasure : MeasurePlan
{
    /// <summary>A measure over a scope.</summary>
    protected AcrossMeasure(int index, Declaration.Measure source, ScopePlan scope)
        : base(index, source) => Scope = scope;

    /// <summary>Over whom it is counted.</summary>
    public ScopePlan Scope { get; }

    /// <summary>Works out what needs all participants, so that it is there when many threads ask.</summary>
    public abstract void Prepare(Everybody all);

    /// <inheritdoc/>
    public override DaySpan Over(ServiceCase c, DaySpan asked) => new(asked.First, Math.Min(asked.Last, c.Until));

    /// <inheritdoc/>
    public override void Supports(ServiceCase c, DaySpan asked, List<Support> supports)
    {
        // What others did is nobody else's reason: the value is told, not whose facts it is made of.
    }

    /// <summary>The owner for whom it is read; false if there is none.</summary>
    protected bool TryOwner(ServiceCase c, out long key)
    {
        if (c.Owner is { } owner && owner.Scope == Scope)
        {
            key = owner.Key;
            return true;
        }

        if (c.Owner is null || Scope is ScopePlan.Contract)
        {
            return Scope.TryKey(c, out key);
        }

        key = 0;
        return false;
    }

    /// <summary>
    /// The days over which it is counted for an owner; with a window of its own every day before, since each member's
    /// window says which of them count.
    /// </summary>
    protected DaySpan Days(ServiceCase c, long key, DaySpan over, bool byPeriod) =>
        Source.Within is not null ? new(int.MinValue, over.Last)
        : c.Owner?.Scope != Scope && !byPeriod && over.First <= c.Start
            ? new(Math.Min(over.First, Scope.FirstDay(key)), over.Last) : over;

    /// <summary>A measure that goes through facts, occurrences or starts: each is an entry of its day.</summary>
    /// <param name="index">Its place among the measures.</param>
    /// <param name="source">The declaration.</param>
    /// <param name="scope">Over whom it is counted.</param>
    /// <param name="entries">The entries of one participant.</param>
    /// <param name="aggregate">How values are made one; null for a count.</param>
    /// <param name="enough">Counts the facts of which some are needed; null if none are.</param>
    public sealed class OfEntries(
        int index,
        Declaration.Measure source,
        ScopePlan scope,
        Action<ServiceCase, ScopePlan, List<AcrossEntry>> entries,
        Aggregate? aggregate,
        (int Count, Action<ServiceCase, ScopePlan, List<AcrossEntry>> Entries)? enough)
        : AcrossMeasure(index, source, scope)
    {
        /// <inheritdoc/>
        public override string? ForEach => Source.ForEach?.Value.Text;

        /// <inheritdoc/>
        public override void Prepare(Everybody all)
        {
            Gathered(all, entries, "entries");
            if (enough is { } asked)
            {
                Gathered(all, asked.Entries, "enough");
            }
        }

        /// <inheritdoc/>
        public override IReadOnlyList<long> Kinds(ServiceCase c, DaySpan asked)
        {
            if (ForEach is null || !TryOwner(c, out var key))
            {
                return [];
            }

            var days = Days(c, key, Over(c, asked), byPeriod: false);
            return [.. Gathered(c.All!, entries, "entries").Where(e => e.Key.Owner == key && e.Value.Count(days) > 0)
                .Select(e => e.Key.Kind).Where(k => k != Column.Empty).Order()];
        }

        /// <inheritdoc/>
        public override void Changes(ServiceCase c, DaySpan asked, List<int> days)
        {
            if (!TryOwner(c, out var key))
            {
                return;
            }

            foreach (var day in Find(c, entries, "entries", key, Column.Empty).Days)
            {
                if (asked.Contains(day))
                {
                    days.Add(day);
                }
            }
        }

        /// <inheritdoc/>
        protected override bool TryRaw(ServiceCase c, DaySpan over, in Spot spot, out Exact value)
        {
            value = default;
            if (!TryOwner(c, out var key))
            {
                return false;
            }

            var days = Days(c, key, over, spot.ByPeriod);
            if (enough is { } asked
                && Find(c, asked.Entries, "enough", key, Column.Empty).Count(days) < asked.Count)
            {
                return false;
            }

            var series = Find(c, entries, "entries", key, ForEach is null ? Column.Empty : spot.Kind);
            var count = series.Count(days);
            value = aggregate switch
            {
                null => count,
                Aggregate.Mean => count == 0 ? Exact.Zero : series.Sum(days) / count,
                Aggregate.Lowest => series.Lowest(days) ?? Exact.Zero,
                _ => series.Sum(days),
            };
            return count > 0 || aggregate is null or Aggregate.Sum;
        }

        /// <inheritdoc/>
        public override Sample? SampleOf(ServiceCase c, DaySpan asked, in Spot spot)
        {
            if (!TryOwner(c, out var key))
            {
                return null;
            }

            var days = Days(c, key, Over(c, asked), spot.ByPeriod);
            var series = Find(c, entries, "entries", key, Column.Empty);
            return aggregate == Aggregate.Mean ? series.SampleOf(days) : new(series.Count(days));
        }

        private Series Find(
            ServiceCase c, Action<ServiceCase, ScopePlan, List<AcrossEntry>> of, string what, long key, long kind) =>
            Gathered(c.All!, of, what).GetValueOrDefault((key, kind)) ?? Series.Empty;

        private Dictionary<(long Owner, long Kind), Series> Gathered(
            Everybody all, Action<ServiceCase, ScopePlan, List<AcrossEntry>> of, string what) =>
            all.Answer((this, what), () => AcrossEntries.Gathered(
                all, aggregate, (c, found) => of(c, Scope, found)));
    }
}
