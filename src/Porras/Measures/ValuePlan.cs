namespace Porras;

/// <summary>One value that a model names, resolved: where it is read and in which measure.</summary>
/// <remarks>
/// Values are in the engine's measure: money in minor units, a share as parts of one, weeks as days, a label or a yes
/// as its number.
/// </remarks>
public abstract partial class ValuePlan
{
    private ValuePlan()
    {
    }

    /// <summary>The name in the model; empty for a literal.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether it is the same for a whole episode, wherever it is read.</summary>
    public virtual bool IsFixed => true;

    /// <summary>
    /// Adds the values of an episode that it is worked out from; false if it is not the same for a whole episode.
    /// </summary>
    /// <param name="leaves">The values so far.</param>
    /// <param name="pricedOnStart">Whether the priced day is the day of start.</param>
    public virtual bool AddLeaves(List<ValuePlan> leaves, bool pricedOnStart) => false;

    /// <summary>
    /// One of these values as a number of its own, not below zero; -1 if it is too large to be told apart.
    /// </summary>
    public virtual long LeafNumber(ServiceCase c) => -1;

    /// <summary>Reads the value; false if there is none.</summary>
    public abstract bool TryRead(ServiceCase c, in Spot spot, out Exact value);

    /// <summary>A literal.</summary>
    public sealed class Literal(Exact literal) : ValuePlan
    {
        /// <summary>Its value.</summary>
        public Exact Value => literal;

        /// <inheritdoc/>
        public override bool AddLeaves(List<ValuePlan> leaves, bool pricedOnStart) => true;

        /// <inheritdoc/>
        public override bool TryRead(ServiceCase c, in Spot spot, out Exact value)
        {
            value = literal;
            return true;
        }
    }

    /// <summary>A known value of the participant.</summary>
    public sealed class Known(int column) : ValuePlan
    {
        /// <inheritdoc/>
        public override bool AddLeaves(List<ValuePlan> leaves, bool pricedOnStart) => Add(leaves, this);

        /// <inheritdoc/>
        public override long LeafNumber(ServiceCase c)
        {
            var value = c.Known(column).Values[c.StartRow];
            return value == Column.Empty ? 0 : value is >= 0 and < EpisodeKey.Most ? value + 1 : -1;
        }

        /// <inheritdoc/>
        public override bool TryRead(ServiceCase c, in Spot spot, out Exact value) =>
            Cell(c.Known(column), c.StartRow, out value);
    }

    /// <summary>A known value or bid of the provider who is paid.</summary>
    public sealed class Provider(int column) : ValuePlan
    {
        /// <inheritdoc/>
        public override bool IsFixed => false;

        /// <inheritdoc/>
        public override bool TryRead(ServiceCase c, in Spot spot, out Exact value) =>
            Cell(c.Data.Providers.Known[column], c.ProviderOn(spot.Day), out value);
    }

    /// <summary>
    /// A column of the moment's own fact, by kind of fact (-1 where a kind has no such column); where a value of a
    /// <c>for each</c> column is asked for, that value.
    /// </summary>
    public sealed class OfFact(int[] columnByFact) : ValuePlan
    {
        /// <inheritdoc/>
        public override bool IsFixed => false;

        /// <inheritdoc/>
        public override bool TryRead(ServiceCase c, in Spot spot, out Exact value)
        {
            if (spot.Kind != Column.Empty && spot.KindColumn == Name)
            {
                value = spot.Kind;
                return true;
            }

            var column = spot.Fact < 0 ? -1 : columnByFact[spot.Fact];
            value = default;
            return column >= 0 && Cell(c.Data.Facts[spot.Fact].Columns[column], spot.Row, out value);
        }
    }

    /// <summary>The participant's group.</summary>
    public sealed class OfGroup : ValuePlan
    {
        /// <inheritdoc/>
        public override bool AddLeaves(List<ValuePlan> leaves, bool pricedOnStart) => Add(leaves, this);

        /// <inheritdoc/>
        public override long LeafNumber(ServiceCase c) => c.Group + 1;

        /// <inheritdoc/>
        public override bool TryRead(ServiceCase c, in Spot spot, out Exact value)
        {
            value = c.Group;
            return c.Group >= 0;
        }
    }

    /// <summary>The step of a ladder's moment, or the number of the occurrence.</summary>
    public sealed class OfSpot(bool step) : ValuePlan
    {
        /// <inheritdoc/>
        public override bool IsFixed => false;

        /// <inheritdoc/>
        public override bool TryRead(ServiceCase c, in Spot spot, out Exact value)
        {
            value = step ? spot.Step : spot.Time;
            return true;
        }
    }

    /// <summary>The day of the price: its date, its calendar year or its contract year.</summary>
    public sealed class OfPricedDay : ValuePlan
    {
        // Contract years are looked up for every price, so their first days are worked out once.
        private const int YearsAhead = 64;
        private readonly int[] _firstDays;
        private readonly Period? _period;
        private readonly Periods _periods;

        /// <summary>The date where the period is null, else the number of the calendar or contract year.</summary>
        public OfPricedDay(Period? period, Periods periods)
        {
            (_period, _periods) = (period, periods);
            _firstDays = [];
            if (period == Period.ContractYear)
            {
                var years = Math.Min(YearsAhead, DateOnly.MaxValue.Year - 1 - Day.Date(periods.InForce.First).Year);
                _firstDays = [.. Enumerable.Range(1, years).Select(periods.YearStart)];
            }
        }

        /// <inheritdoc/>
        public override bool IsFixed => false;

        /// <inheritdoc/>
        public override bool AddLeaves(List<ValuePlan> leaves, bool pricedOnStart) =>
            pricedOnStart && Add(leaves, this);

        /// <inheritdoc/>
        public override long LeafNumber(ServiceCase c) => NumberOf(c.Start) is var n and < EpisodeKey.Most ? n : -1;

        /// <inheritdoc/>
        public override bool TryRead(ServiceCase c, in Spot spot, out Exact value)
        {
            value = NumberOf(spot.Priced);
            return true;
        }

        private int NumberOf(int day) => _period switch
        {
            null => day,
            Period.ContractYear => ContractYear(day),
            _ => Day.Date(day).Year,
        };

        private int ContractYear(int day)
        {
            if (day >= _firstDays[^1])
            {
                return _periods.ContractYear(day);
            }

            var year = 0;
            while (day >= _firstDays[year])
            {
                year++;
            }

            return year;
        }
    }

    /// <summary>A column of a table.</summary>
    public sealed class Cells(TablePlan table, int column) : ValuePlan
    {
        /// <summary>The table.</summary>
        public TablePlan Table => table;

        /// <inheritdoc/>
        public override bool IsFixed => table.IsFixed;

        /// <inheritdoc/>
        public override bool AddLeaves(List<ValuePlan> leaves, bool pricedOnStart) =>
            table.AddLeaves(leaves, pricedOnStart);

        /// <inheritdoc/>
        public override bool TryRead(ServiceCase c, in Spot spot, out Exact value) =>
            table.TryRead(c, spot, column, out value);
    }

    /// <summary>A measure.</summary>
    public sealed class OfMeasure(MeasurePlan measure) : ValuePlan
    {
        /// <summary>The measure.</summary>
        public MeasurePlan Measure => measure;

        /// <summary>Takes it apart.</summary>
        public void Deconstruct(out MeasurePlan of) => of = measure;

        /// <inheritdoc/>
        public override bool IsFixed => false;

        /// <inheritdoc/>
        public override bool TryRead(ServiceCase c, in Spot spot, out Exact value) =>
            measure.TryValue(c, spot.Counted, spot, out value);
    }

    /// <summary>A share of, or a number times, another value.</summary>
    public sealed class Product(ValuePlan factor, ValuePlan of) : ValuePlan
    {
        /// <inheritdoc/>
        public override bool IsFixed => factor.IsFixed && of.IsFixed;

        /// <inheritdoc/>
        public override bool AddLeaves(List<ValuePlan> leaves, bool pricedOnStart) =>
            factor.AddLeaves(leaves, pricedOnStart) && of.AddLeaves(leaves, pricedOnStart);

        /// <inheritdoc/>
        public override bool TryRead(ServiceCase c, in Spot spot, out Exact value)
        {
            value = default;
            if (!factor.TryRead(c, spot, out var f) || !of.TryRead(c, spot, out var v))
            {
                return false;
            }

            value = f * v;
            return true;
        }
    }

    private static bool Add(List<ValuePlan> leaves, ValuePlan leaf)
    {
        leaves.Add(leaf);
        return true;
    }

    private static bool Cell(Column column, int row, out Exact value)
    {
        if (row < 0 || column.IsEmpty(row))
        {
            value = default;
            return false;
        }

        value = column.Value(row);
        return true;
    }
}
