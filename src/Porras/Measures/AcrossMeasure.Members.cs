namespace Porras;

/// <content>Sums and means over participants.</content>
public abstract partial class AcrossMeasure
{
    /// <summary>A measure that asks every participant of the scope on the day: sums and means of measures.</summary>
    /// <param name="index">Its place among the measures.</param>
    /// <param name="source">The declaration.</param>
    /// <param name="scope">Over whom it is counted.</param>
    /// <param name="of">The measure of each participant; null counts participants who started in the days.</param>
    /// <param name="mean">Whether the mean is taken, not the sum.</param>
    /// <param name="where">Only participants who pass.</param>
    /// <param name="window">Each member's own window; null for the days asked.</param>
    public sealed class OfMembers(int index, Declaration.Measure source, ScopePlan scope, MeasurePlan? of, bool mean,
        IReadOnlyList<TestLinePlan> where, WindowPlan? window)
        : AcrossMeasure(index, source, scope)
    {
        /// <inheritdoc/>
        public override void Prepare(Everybody all) => all.MembersOf(Scope);

        /// <inheritdoc/>
        public override void Changes(ServiceCase c, DaySpan asked, List<int> days)
        {
            if (!TryOwner(c, out var key))
            {
                return;
            }

            var all = c.All!;
            var changes = all.Answer((this, key, asked), () => all.MembersOf(Scope)[key]
                .SelectMany(m => all.With(m, member => ChangesOf(member, asked))).Distinct().Order().ToArray());
            days.AddRange(changes);
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
            var all = c.All!;
            var total = all.Answer((this, key, days), () => Total(all, key, days));
            value = mean && total.Count > 0 ? total.Sum / total.Count : total.Sum;
            return !mean || total.Count > 0;
        }

        /// <inheritdoc/>
        public override Sample? SampleOf(ServiceCase c, DaySpan asked, in Spot spot)
        {
            if (!TryOwner(c, out var key))
            {
                return null;
            }

            var all = c.All!;
            var days = Days(c, key, Over(c, asked), spot.ByPeriod);
            var total = all.Answer((this, key, days), () => Total(all, key, days));
            return mean ? Sample.OfMean(total.Count, total.Sum.ToDouble(), total.Squares) : new(total.Count);
        }

        private Sums Total(Everybody all, long key, DaySpan days)
        {
            var (sum, count, squares) = (Exact.Zero, 0, 0.0);
            foreach (var member in all.MembersOf(Scope)[key])
            {
                if (all.With(member, c => ValueOf(c, days)) is { } value)
                {
                    (sum, count) = (sum + value, count + 1);
                    squares += value.ToDouble() * value.ToDouble();
                }
            }

            return new(sum, count, squares);
        }

        private Exact? ValueOf(ServiceCase c, DaySpan days)
        {
            var spot = new Spot(days.Last, days.Last, days);
            if (c.Start > days.Last || !TestPlan.All(where, c, spot with { Counted = new(c.Start, days.Last) }))
            {
                return null;
            }

            var own = window?.Of(c).And(days) ?? days;
            return of is null ? (own.Contains(c.Start) ? Exact.One : null)
                : of.TryValue(c, own, spot, out var value) ? value : null;
        }

        private List<int> ChangesOf(ServiceCase c, DaySpan asked)
        {
            var days = new List<int> { c.Start };
            of?.Changes(c, asked, days);
            if (where.Count > 0)
            {
                ActiveDays(c, asked, days);
            }

            days.RemoveAll(d => !asked.Contains(d));
            return days;
        }

        // A test can change its answer only on a day on which some fact of the participant is there.
        private static void ActiveDays(ServiceCase c, DaySpan asked, List<int> days)
        {
            for (var fact = 0; fact < c.Data.Facts.Count; fact++)
            {
                var (from, to) = c.Rows(fact);
                for (var row = from; row < to; row++)
                {
                    var there = new DaySpan(c.Data.Facts[fact].First[row], c.Data.Facts[fact].Last[row]).And(asked);
                    days.AddRange(Enumerable.Range(there.First, there.IsEmpty ? 0 : there.Length));
                }
            }
        }

        private sealed record Sums(Exact Sum, int Count, double Squares);
    }
}
