namespace Porras;

/// <summary>A step after <c>pay</c>, resolved.</summary>
public abstract class StepPlan
{
    private StepPlan()
    {
    }

    /// <summary>Whether it does the same to every occurrence of an episode.</summary>
    public virtual bool IsFixed => false;

    /// <summary>Whether the amount may be below zero after it.</summary>
    public virtual bool MayOwe => false;

    /// <summary>
    /// Adds the values of an episode that it is worked out from; false if it is not the same for a whole episode.
    /// </summary>
    public virtual bool AddLeaves(List<ValuePlan> leaves, bool pricedOnStart) => false;

    /// <summary>The amount after the step.</summary>
    public abstract Exact Apply(ServiceCase c, in Spot spot, Exact amount, Exact transition);

    /// <summary><c>plus X</c>.</summary>
    public sealed class Plus(AmountPlan more) : StepPlan
    {
        /// <inheritdoc/>
        public override bool IsFixed => more.IsFixed;

        /// <inheritdoc/>
        public override bool AddLeaves(List<ValuePlan> leaves, bool pricedOnStart) =>
            more.AddLeaves(leaves, pricedOnStart);

        /// <inheritdoc/>
        public override Exact Apply(ServiceCase c, in Spot spot, Exact amount, Exact transition)
        {
            var added = Quiet(c, spot, more) * transition;
            c.Trace?.Step(TraceKind.Plus, more.Base.Name, added, amount + added);
            return amount + added;
        }
    }

    /// <summary><c>plus SHARE</c>, <c>less SHARE</c> or <c>times SHARE</c> of the result so far.</summary>
    public sealed class Scale(ValuePlan share, TraceKind kind) : StepPlan
    {
        /// <inheritdoc/>
        public override bool IsFixed => share.IsFixed;

        /// <inheritdoc/>
        public override bool AddLeaves(List<ValuePlan> leaves, bool pricedOnStart) =>
            share.AddLeaves(leaves, pricedOnStart);

        /// <inheritdoc/>
        public override Exact Apply(ServiceCase c, in Spot spot, Exact amount, Exact transition)
        {
            var part = share.TryRead(c, spot, out var s) ? s : Exact.Zero;
            var after = kind switch
            {
                TraceKind.Plus => amount + amount * part,
                TraceKind.Less => Exact.Max(Exact.Zero, amount - amount * part),
                _ => amount * part,
            };
            c.Trace?.Step(kind, share.Name, part, after);
            return after;
        }
    }

    /// <summary><c>less X</c>: not below zero.</summary>
    public sealed class Less(AmountPlan less) : StepPlan
    {
        /// <inheritdoc/>
        public override bool IsFixed => less.IsFixed;

        /// <inheritdoc/>
        public override bool AddLeaves(List<ValuePlan> leaves, bool pricedOnStart) =>
            less.AddLeaves(leaves, pricedOnStart);

        /// <inheritdoc/>
        public override Exact Apply(ServiceCase c, in Spot spot, Exact amount, Exact transition)
        {
            var off = Quiet(c, spot, less);
            var after = Exact.Max(Exact.Zero, amount - off);
            c.Trace?.Step(TraceKind.Less, less.Base.Name, off, after);
            return after;
        }
    }

    /// <summary><c>less FEE, …</c> or <c>settles FEE, …</c>: what these fees' occurrences up to that day pay.</summary>
    public sealed class LessFees(int self, IReadOnlyList<FeePlan> fees, bool settles) : StepPlan
    {
        /// <inheritdoc/>
        public override bool MayOwe => settles;

        /// <inheritdoc/>
        public override Exact Apply(ServiceCase c, in Spot spot, Exact amount, Exact transition)
        {
            foreach (var fee in fees)
            {
                var off = fee.Index == self ? Earlier(c, spot)
                    : PaidLines.Within(fee, c, new(int.MinValue, spot.Day));
                amount = settles ? amount - off : Exact.Max(Exact.Zero, amount - off);
                var kind = settles ? TraceKind.Settles : TraceKind.Less;
                c.Trace?.Step(kind, fee.Source.Name.Text, off, amount);
            }

            return amount;
        }

        private Exact Earlier(ServiceCase c, in Spot spot)
        {
            var sum = Exact.Zero;
            for (var i = 0; i < spot.Time - 1; i++)
            {
                sum += c.Paid(self)[i].Minor;
            }

            return sum;
        }
    }

    /// <summary><c>at most X each time</c>.</summary>
    public sealed class AtMost(AmountPlan most) : StepPlan
    {
        /// <inheritdoc/>
        public override bool IsFixed => most.IsFixed;

        /// <inheritdoc/>
        public override bool AddLeaves(List<ValuePlan> leaves, bool pricedOnStart) =>
            most.AddLeaves(leaves, pricedOnStart);

        /// <inheritdoc/>
        public override Exact Apply(ServiceCase c, in Spot spot, Exact amount, Exact transition)
        {
            var bound = Quiet(c, spot, most);
            var after = Exact.Min(amount, bound);
            c.Trace?.Step(TraceKind.AtMost, most.Base.Name, bound, after);
            return after;
        }
    }

    // The steps inside a step's own amount are not steps of the line.
    private static Exact Quiet(ServiceCase c, in Spot spot, AmountPlan amount)
    {
        var trace = c.Trace;
        c.Trace = null;
        var value = amount.Of(c, spot);
        c.Trace = trace;
        return value;
    }
}
