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
    public sealed class ShareOfFees(ValuePlan share, IReadOnlyList<int> fees) : PayPlan
    {
        /// <inheritdoc/>
        public override Exact Amount(ServiceCase c, in Spot spot, Exact transition)
        {
            var sum = Exact.Zero;
            foreach (var fee in fees)
            {
                for (var i = 0; i < c.Paid(fee).Count; i++)
                {
                    sum += spot.Counted.Contains(c.Occurrences(fee)[i].Day) ? c.Paid(fee)[i].Minor : Exact.Zero;
                }
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
