using System.Globalization;

namespace Porras;

/// <summary>
/// How all participants are divided among owners: the members of a cohort, the providers, or the contract.
/// </summary>
/// <remarks>
/// An owner is known by a key: a provider's place in the data set; of a cohort by period the period's first day, of one
/// by a known value that value as its column holds it; 0 for the contract.
/// </remarks>
public abstract class ScopePlan
{
    private ScopePlan()
    {
    }

    /// <summary>The owner as the model names it.</summary>
    public abstract Owner Owner { get; }

    /// <summary>The owner to whom a participant belongs on the start; false for none.</summary>
    public abstract bool TryKey(ServiceCase c, out long key);

    /// <summary>The owner for whom a fact of a day counts; false for none.</summary>
    public virtual bool TryFact(ServiceCase c, int day, out long key) => TryKey(c, out key);

    /// <summary>The owner for whom a fee earned on a day counts; false for none.</summary>
    public virtual bool TryFee(ServiceCase c, int day, out long key) => TryKey(c, out key);

    /// <summary>The owner's first day.</summary>
    public abstract int FirstDay(long key);

    /// <summary>The owner's name, as lines and files write it.</summary>
    public abstract string Name(DataSet data, long key);

    /// <summary>The contract: everything that is settled under one version of the model.</summary>
    public sealed class Contract(Periods periods) : ScopePlan
    {
        /// <summary>Its name in lines.</summary>
        public const string Word = "contract";

        /// <inheritdoc/>
        public override Owner Owner { get; } = new Owner.Contract();

        /// <inheritdoc/>
        public override bool TryKey(ServiceCase c, out long key)
        {
            key = 0;
            return true;
        }

        /// <inheritdoc/>
        public override int FirstDay(long key) => periods.InForce.First;

        /// <inheritdoc/>
        public override string Name(DataSet data, long key) => Word;
    }

    /// <summary>Each provider.</summary>
    public sealed class Provider(Periods periods) : ScopePlan
    {
        /// <inheritdoc/>
        public override Owner Owner { get; } = new Owner.Provider();

        /// <inheritdoc/>
        public override bool TryKey(ServiceCase c, out long key)
        {
            key = c.Data.Starts.Provider[c.StartRow];
            return key >= 0;
        }

        /// <inheritdoc/>
        public override bool TryFact(ServiceCase c, int day, out long key)
        {
            key = c.Data.Transfers.ProviderOn(c.Participant, c.Start, day, c.Data.Starts.Provider[c.StartRow]);
            return key >= 0;
        }

        /// <inheritdoc/>
        public override bool TryFee(ServiceCase c, int day, out long key)
        {
            key = c.ProviderOn(day);
            return key >= 0;
        }

        /// <inheritdoc/>
        public override int FirstDay(long key) => periods.InForce.First;

        /// <inheritdoc/>
        public override string Name(DataSet data, long key) => data.Providers.Names[key];
    }

    /// <summary>A cohort: who starts in the same period, or has the same known value.</summary>
    public sealed class Cohort(Declaration.Cohort declared, int index, Period? by, int known, Periods periods)
        : ScopePlan
    {
        /// <summary>Its place among the cohorts.</summary>
        public int Index => index;

        /// <summary>Whether its members start in the same period.</summary>
        public bool IsByPeriod => by is not null;

        /// <summary>
        /// Every key that there can be up to a day: the periods in force, or the known values that occur.
        /// </summary>
        public IEnumerable<long> Keys(DataSet data, int until)
        {
            if (by is not { } period)
            {
                foreach (var value in data.Starts.Known[known].Values.Where(v => v != Column.Empty).Distinct())
                {
                    yield return value;
                }

                yield break;
            }

            var last = Math.Min(until, periods.InForce.Last);
            for (var day = periods.InForce.First; day <= last; day = periods.Of(period, day).Last + 1)
            {
                yield return periods.Of(period, day).First;
            }
        }

        /// <summary>The declaration.</summary>
        public Declaration.Cohort Source => declared;

        /// <inheritdoc/>
        public override Owner Owner { get; } = new Owner.Cohort(declared.Name);

        /// <inheritdoc/>
        public override bool TryKey(ServiceCase c, out long key)
        {
            key = by is { } period ? periods.Of(period, c.Start).First : c.Data.Starts.Known[known].Values[c.StartRow];
            return key != Column.Empty;
        }

        /// <inheritdoc/>
        public override int FirstDay(long key) => by is null ? periods.InForce.First : (int)key;

        /// <inheritdoc/>
        public override string Name(DataSet data, long key) => by is { } period
            ? periods.Name(period, (int)key) : CellText.Of(data.Starts.Known[known], key, data.Schema.Money);
    }
}
