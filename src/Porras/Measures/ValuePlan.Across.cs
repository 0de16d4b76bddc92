namespace Porras;

/// <content>Values that belong to a cohort, or hang on all participants.</content>
public abstract partial class ValuePlan
{
    /// <summary>A known value of the cohort to which the case belongs.</summary>
    public sealed class Cohort(ScopePlan.Cohort scope, int column) : ValuePlan
    {
        /// <inheritdoc/>
        public override bool TryRead(ServiceCase c, in Spot spot, out Exact value)
        {
            var key = c.Owner?.Key ?? 0;
            var has = c.Owner is null ? scope.TryKey(c, out key) : c.Owner.Scope == scope;
            value = default;
            return has && Cell(c.Data.Cohorts[scope.Index].Known[column], RowOf(c, key), out value);
        }

        private int RowOf(ServiceCase c, long key) =>
            Array.BinarySearch(c.Data.Cohorts[scope.Index].Names, scope.Name(c.Data, key), StringComparer.Ordinal);
    }

    /// <summary>The number of an occurrence among all of its fee in a scope, by earned day, then participant.</summary>
    public sealed class Place(ScopePlan scope) : ValuePlan
    {
        /// <inheritdoc/>
        public override bool IsFixed => false;

        /// <summary>Works out the places of a fee's occurrences.</summary>
        public Dictionary<(int StartRow, int Time), int> Of(Everybody all, int fee) =>
            all.Answer((scope, fee, "places"), () => Places(all, fee));

        /// <inheritdoc/>
        public override bool TryRead(ServiceCase c, in Spot spot, out Exact value)
        {
            value = default;
            var found = Of(c.All!, spot.Fee).TryGetValue((c.StartRow, spot.Time), out var place);
            value = place;
            return found;
        }

        private Dictionary<(int StartRow, int Time), int> Places(Everybody all, int fee)
        {
            var occurrences = all.Collect<(long Key, int Day, int Row, int Time)>((c, found) =>
            {
                var all = c.Occurrences(fee);
                for (var i = 0; i < all.Count; i++)
                {
                    if (scope.TryFee(c, all[i].Day, out var key))
                    {
                        found.Add((key, all[i].Day, c.StartRow, i + 1));
                    }
                }
            });
            var places = new Dictionary<(int StartRow, int Time), int>(occurrences.Count);
            foreach (var owner in occurrences.GroupBy(o => o.Key))
            {
                var place = 0;
                foreach (var o in owner.OrderBy(o => o.Day).ThenBy(o => o.Row).ThenBy(o => o.Time))
                {
                    places[(o.Row, o.Time)] = ++place;
                }
            }

            return places;
        }
    }
}
