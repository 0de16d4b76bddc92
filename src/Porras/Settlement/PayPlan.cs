namespace Porras;

/// <summary>What a fee pays before its steps, resolved.</summary>
public abstract class PayPlan
{
    private PayPlan()
    {
    }

    /// <summary>Whether the result is the same for every occurrence of an episode.</summary>
    public virtual bool IsFixed => false;

    /// <summary>
    /// Adds the values of an episode that it is worked out from; false if it is not the same for a whole episode.
    /// </summary>
    public virtual bool AddLeaves(List<ValuePlan> leaves, bool pricedOnStart) => false;

    /// <summary>The amount in minor units, exact.</summary>
    public abstract Exact Amount(ServiceCase c, in Spot spot, Exact transition);

    /// <summary>An amount.</summary>
    public sealed class Fixed(AmountPlan amount) : PayPlan
    {
        /// <inheritdoc/>
        public override bool IsFixed => amount.IsFixed;

        /// <inheritdoc/>
        public override bool AddLeaves(List<ValuePlan> leaves, bool pricedOnStart) =>
            amount.AddLeaves(leaves, pricedOnStart);

        /// <inheritdoc/>
        public override Exact Amount(ServiceCase c, in Spot spot, Exact transition) =>
            Multiplied(c, amount.Of(c, spot), transition);
    }

    /// <summary>A table in one line.</summary>
    public sealed class ByKey(TablePlan table, IReadOnlyList<AmountPlan> amounts) : PayPlan
    {
        /// <inheritdoc/>
        public override bool AddLeaves(List<ValuePlan> leaves, bool pricedOnStart) =>
            table.AddLeaves(leaves, pricedOnStart) && amounts.All(a => a.AddLeaves(leaves, pricedOnStart));

        /// <inheritdoc/>
        public override Exact Amount(ServiceCase c, in Spot spot, Exact transition)
        {
            var row = table.RowOf(c, spot);
            if (row < 0)
            {
                c.Refusals.Add(new(RefusalKind.NoRow, "pay by", spot.Day));
                return Exact.Zero;
            }

            return Multiplied(c, amounts[row].Of(c, spot), transition);
        }
    }

    /// <summary>A share of the sum of other fees' lines in the fee's own days.</summary>
    public sealed class ShareOfFees(ValuePlan share, IReadOnlyList<FeePlan> fees) : PayPlan
    {
        /// <inheritdoc/>
        public override Exact Amount(ServiceCase c, in Spot spot, Exact transition)
        {
            var sum = Exact.Zero;
            foreach (var fee in fees)
            {
                sum += PaidLines.Within(fee, c, spot.Counted);
            }

            c.Trace?.Step(TraceKind.OfFees, "", null, sum);
            var amount = share.TryRead(c, spot, out var part) ? sum * part : Exact.Zero;
            c.Trace?.Step(TraceKind.Share, share.Name, part, amount);
            return amount;
        }
    }

    /// <summary>What fees would pay for those of their times that have not occurred.</summary>
    public sealed class Unpaid(IReadOnlyList<FeePlan> fees) : PayPlan
    {
        /// <inheritdoc/>
        public override Exact Amount(ServiceCase c, in Spot spot, Exact transition)
        {
            var trace = c.Trace;
            var sum = Exact.Zero;
            foreach (var fee in fees)
            {
                c.Trace = null;
                var paid = fee.Unpaid(c, spot);
                c.Trace = trace;
                sum += paid;
                trace?.Step(TraceKind.OfFees, fee.Source.Name.Text, paid, sum);
            }

            return sum;
        }
    }

    /// <summary>
    /// A part of a pool: divided among the participants of a scope whose fee occurs on the same day, in proportion to a
    /// value, in the rounding unit by largest remainder; if all have 0, nobody is paid.
    /// </summary>
    public sealed class Pool(AmountPlan pool, ValuePlan by, ScopePlan scope, FeePlan fee) : PayPlan
    {
        /// <inheritdoc/>
        public override Exact Amount(ServiceCase c, in Spot spot, Exact transition)
        {
            var all = c.All!;
            if (!Parts(all).TryGetValue((c.StartRow, spot.Time), out var part))
            {
                return Exact.Zero;
            }

            c.Trace?.Step(TraceKind.Price, pool.Base.Name, null, part.Pool);
            c.Trace?.Step(TraceKind.Pool, by.Name, part.Share, part.Amount.Minor);
            return part.Amount.Minor;
        }

        /// <summary>Divides the pools.</summary>
        public Dictionary<(int StartRow, int Time), PoolPart> Parts(Everybody all) =>
            all.Answer((this, "pool"), () => Divide(all));

        private Dictionary<(int StartRow, int Time), PoolPart> Divide(Everybody all)
        {
            var claims = all.Collect<(long Key, int Day, int Row, int Time, Exact Weight, Exact Pool)>(Claims);
            var parts = new Dictionary<(int StartRow, int Time), PoolPart>();
            foreach (var pot in claims.GroupBy(p => (p.Key, p.Day)))
            {
                var shares = pot.OrderBy(p => p.Row).ThenBy(p => p.Time).ToList();
                var whole = shares[0].Pool;
                var money = fee.Rounding.Round(new(whole));
                var total = shares.Aggregate(Exact.Zero, (sum, s) => sum + s.Weight);
                var divided = Split.ByLargestRemainder(money, [.. shares.Select(s => s.Weight)], fee.Rounding.Unit);
                for (var i = 0; i < shares.Count; i++)
                {
                    var share = total.Sign == 0 ? Exact.Zero : shares[i].Weight / total;
                    parts[(shares[i].Row, shares[i].Time)] = new(whole, share, divided[i]);
                }
            }

            return parts;
        }

        private void Claims(
            ServiceCase c, List<(long Key, int Day, int Row, int Time, Exact Weight, Exact Pool)> found)
        {
            var occurrences = c.Occurrences(fee.Index);
            for (var i = 0; i < occurrences.Count; i++)
            {
                var spot = fee.SpotOf(c, occurrences[i], i + 1, out var priced);
                if (priced && scope.TryFee(c, spot.Day, out var key))
                {
                    var weight = by.TryRead(c, spot, out var w) ? Exact.Max(Exact.Zero, w) : Exact.Zero;
                    var transition = fee.Transition?.Share(fee.Source.IsOutcome, spot.Priced) ?? Exact.One;
                    found.Add((key, spot.Day, c.StartRow, i + 1, weight, pool.Of(c, spot) * transition));
                }
            }
        }
    }

    private static Exact Multiplied(ServiceCase c, Exact amount, Exact transition)
    {
        if (transition == Exact.One)
        {
            return amount;
        }

        amount *= transition;
        c.Trace?.Step(TraceKind.Transition, "", transition, amount);
        return amount;
    }
}

/// <summary>What one participant gets of a pool.</summary>
/// <param name="Pool">The pool, in minor units.</param>
/// <param name="Share">The participant's share of it.</param>
/// <param name="Amount">The part.</param>
public sealed record PoolPart(Exact Pool, Exact Share, Money Amount);
