namespace Porras;

/// <summary>One test, resolved.</summary>
public abstract class TestPlan
{
    private TestPlan(Test source) => Source = source;

    /// <summary>The test as written, for reasons.</summary>
    public Test Source { get; }

    /// <summary>Whether it holds or fails for a whole episode.</summary>
    public virtual bool IsFixed => false;

    /// <summary>
    /// Adds what it is worked out from at the start of an episode; false if that is more than can be told apart.
    /// </summary>
    public virtual bool AddLeaves(List<ValuePlan> leaves) => false;

    /// <summary>Whether it holds at a spot.</summary>
    public abstract bool Holds(ServiceCase c, in Spot spot);

    /// <summary>Whether all lines hold: of each line all tests, or one if one is enough.</summary>
    public static bool All(IReadOnlyList<TestLinePlan> lines, ServiceCase c, in Spot spot)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].Holds(c, spot))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Compares two values.</summary>
    public static bool Compares(Compare compare, Exact value, Exact with) => compare switch
    {
        Compare.AtLeast => value >= with,
        Compare.AtMost => value <= with,
        Compare.Above => value > with,
        Compare.Below => value < with,
        _ => throw new InvalidOperationException($"Unknown comparison {compare}."),
    };

    /// <summary>A yes, or with <paramref name="not"/> a no; an empty value fails either.</summary>
    public sealed class Flag(Test source, ValuePlan value, bool not) : TestPlan(source)
    {
        /// <inheritdoc/>
        public override bool IsFixed => value.IsFixed;

        /// <inheritdoc/>
        public override bool AddLeaves(List<ValuePlan> leaves) => value.AddLeaves(leaves, pricedOnStart: true);

        /// <inheritdoc/>
        public override bool Holds(ServiceCase c, in Spot spot) =>
            value.TryRead(c, spot, out var v) && (v.Sign != 0) != not;
    }

    /// <summary>A label or number; an empty value fails.</summary>
    public sealed class HasLabel(Test source, ValuePlan value, Exact label, bool not) : TestPlan(source)
    {
        /// <inheritdoc/>
        public override bool IsFixed => value.IsFixed;

        /// <inheritdoc/>
        public override bool AddLeaves(List<ValuePlan> leaves) => value.AddLeaves(leaves, pricedOnStart: true);

        /// <inheritdoc/>
        public override bool Holds(ServiceCase c, in Spot spot) =>
            value.TryRead(c, spot, out var v) && (v == label) != not;
    }

    /// <summary>A comparison of one value.</summary>
    public sealed class One(Test source, ValuePlan value, Compare compare, ValuePlan with, WindowPlan? within)
        : TestPlan(source)
    {
        /// <inheritdoc/>
        public override bool IsFixed => within is null && value.IsFixed && with.IsFixed;

        /// <inheritdoc/>
        public override bool AddLeaves(List<ValuePlan> leaves) => within is null
            && value.AddLeaves(leaves, pricedOnStart: true) && with.AddLeaves(leaves, pricedOnStart: true);

        /// <summary>What is compared.</summary>
        public ValuePlan Value => value;

        /// <summary>With what.</summary>
        public ValuePlan With => with;

        /// <summary>The spot at which both are read.</summary>
        public Spot At(ServiceCase c, in Spot spot) => within is null ? spot
            : spot with { Counted = within.Of(c).And(new(int.MinValue, spot.Day)) };

        /// <inheritdoc/>
        public override bool Holds(ServiceCase c, in Spot spot) =>
            value.TryRead(c, At(c, spot), out var v) && with.TryRead(c, spot, out var x) && Compares(compare, v, x);
    }

    /// <summary>A comparison of the values of a measure <c>for each</c> column.</summary>
    public sealed class Many(
        Test source, MeasurePlan measure, bool every, Compare compare, ValuePlan with, WindowPlan? within)
        : TestPlan(source)
    {
        /// <inheritdoc/>
        public override bool Holds(ServiceCase c, in Spot spot)
        {
            var counted = within is null ? spot.Counted : within.Of(c).And(new(int.MinValue, spot.Day));
            foreach (var kind in measure.Kinds(c, counted))
            {
                var at = spot with { Kind = kind, KindColumn = measure.ForEach, Counted = counted };
                var holds = measure.TryValue(c, counted, at, out var v) && with.TryRead(c, at, out var x)
                    && Compares(compare, v, x);
                if (holds != every)
                {
                    return holds;
                }
            }

            return every;
        }
    }

    /// <summary>At least one fact or occurrence in a window, up to and including the moment's day; or none.</summary>
    public sealed class Exists(Test source, int fact, int fee, bool no, WindowPlan? within) : TestPlan(source)
    {
        /// <inheritdoc/>
        public override bool Holds(ServiceCase c, in Spot spot)
        {
            var span = c.Clip((within?.Of(c) ?? spot.Counted).And(new(int.MinValue, spot.Day)));
            return Any(c, span) != no;
        }

        private bool Any(ServiceCase c, DaySpan span)
        {
            if (span.IsEmpty)
            {
                return false;
            }

            if (fee >= 0)
            {
                return c.Occurrences(fee).Exists(o => span.Contains(o.Day));
            }

            var (from, to) = c.Rows(fact);
            var table = c.Data.Facts[fact];
            for (var row = from; row < to; row++)
            {
                if (table.First[row] <= span.Last && table.Last[row] >= span.First)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The length of the spot's span, as it is or as agreed.</summary>
    public sealed class Lasts(Test source, int fact, int column, Compare compare, Duration duration) : TestPlan(source)
    {
        /// <inheritdoc/>
        public override bool Holds(ServiceCase c, in Spot spot)
        {
            if (spot.Fact != fact || spot.Row < 0)
            {
                return false;
            }

            var table = c.Data.Facts[fact];
            var first = table.First[spot.Row];
            long last = Math.Min(table.Last[spot.Row], c.Until);
            if (column >= 0)
            {
                var agreed = table.Columns[column].Values[spot.Row];
                last = agreed == Column.Empty ? int.MaxValue : agreed;
            }

            var needed = duration.LastDayFrom(first);
            return compare switch
            {
                Compare.AtLeast => last >= needed,
                Compare.Above => last > needed,
                Compare.Below => last < needed,
                _ => last <= needed,
            };
        }
    }

    /// <summary>A measure of days counts every day of the period.</summary>
    public sealed class Covers(Test source, MeasurePlan measure) : TestPlan(source)
    {
        /// <inheritdoc/>
        public override bool Holds(ServiceCase c, in Spot spot) =>
            measure.TryValue(c, spot.Counted, spot, out var v) && v == spot.Counted.Length;
    }
}

/// <summary>A line of tests, resolved.</summary>
/// <param name="Tests">At least one.</param>
/// <param name="OneIsEnough">Whether one has to hold, or all.</param>
/// <param name="Mark">Where it stands, for reasons.</param>
public sealed record TestLinePlan(IReadOnlyList<TestPlan> Tests, bool OneIsEnough, Mark Mark)
{
    /// <summary>Adds what its tests are worked out from at the start; false if that is too much.</summary>
    public bool AddLeaves(List<ValuePlan> leaves) => Tests.All(t => t.AddLeaves(leaves));

    /// <summary>Whether the line holds.</summary>
    public bool Holds(ServiceCase c, in Spot spot)
    {
        for (var i = 0; i < Tests.Count; i++)
        {
            if (Tests[i].Holds(c, spot) == OneIsEnough)
            {
                return OneIsEnough;
            }
        }

        return !OneIsEnough;
    }
}
