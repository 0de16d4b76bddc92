using System.Runtime.InteropServices;

namespace Porras;

/// <summary>One fact, occurrence, start or line that is counted across participants.</summary>
/// <param name="Owner">For whom it counts, as a key of the scope.</param>
/// <param name="Kind">Its value of the <c>for each</c> column; <see cref="Column.Empty"/> without one.</param>
/// <param name="Day">Its day.</param>
/// <param name="Value">What it adds.</param>
public readonly record struct AcrossEntry(long Owner, long Kind, int Day, Exact Value);

/// <summary>The entries of all participants, as a series for each owner and kind.</summary>
internal static class AcrossEntries
{
    /// <summary>
    /// Goes through everybody. With kinds, an entry stands once under its kind and once under all kinds together.
    /// </summary>
    /// <param name="all">Everybody.</param>
    /// <param name="aggregate">What will be asked beside counts and sums; null for nothing.</param>
    /// <param name="entries">Adds the entries of a participant.</param>
    public static Dictionary<(long Owner, long Kind), Series> Gathered(
        Everybody all, Aggregate? aggregate, Action<ServiceCase, List<AcrossEntry>> entries)
    {
        var series = new Dictionary<(long Owner, long Kind), SeriesRows>();
        var (latest, rows) = ((Owner: 0L, Kind: 0L), (SeriesRows?)null);
        all.Each(entries, found =>
        {
            foreach (var entry in found)
            {
                Of(entry.Owner, entry.Kind).Add(entry.Day, entry.Value);
                if (entry.Kind != Column.Empty)
                {
                    Of(entry.Owner, Column.Empty).Add(entry.Day, entry.Value);
                }
            }
        });
        return series.ToDictionary(s => s.Key, s => new Series(s.Value));

        // What one participant adds is mostly for one owner.
        SeriesRows Of(long owner, long kind)
        {
            if (rows is null || latest != (owner, kind))
            {
                latest = (owner, kind);
                rows = series.TryGetValue(latest, out var known) ? known : series[latest] = new(aggregate);
            }

            return rows;
        }
    }
}

/// <summary>A series while it is put together: what the entries of each day are so far.</summary>
/// <param name="aggregate">What will be asked beside counts and sums: the lowest, or a mean; null for nothing.</param>
public sealed class SeriesRows(Aggregate? aggregate)
{
    private readonly Dictionary<int, int> _placeOf = [];
    private readonly List<SeriesDay> _days = [];

    /// <summary>Adds an entry.</summary>
    public void Add(int day, Exact value)
    {
        if (!_placeOf.TryGetValue(day, out var place))
        {
            _placeOf[day] = place = _days.Count;
            _days.Add(new(day, 0, Exact.Zero, value, 0));
        }

        ref var known = ref CollectionsMarshal.AsSpan(_days)[place];
        known = known with { Count = known.Count + 1, Sum = known.Sum + value };
        if (aggregate == Aggregate.Lowest)
        {
            known = known with { Lowest = Exact.Min(known.Lowest, value) };
        }
        else if (aggregate == Aggregate.Mean)
        {
            known = known with { Squares = known.Squares + value.ToDouble() * value.ToDouble() };
        }
    }

    /// <summary>The days in rising order.</summary>
    internal SeriesDay[] InOrder()
    {
        SeriesDay[] days = [.. _days];
        Array.Sort(days, (a, b) => a.Day.CompareTo(b.Day));
        return days;
    }
}

/// <summary>What the entries of one day are.</summary>
/// <param name="Day">The day.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Sum">What they add up to.</param>
/// <param name="Lowest">The least of them, if it was to be kept.</param>
/// <param name="Squares">The sum of their squares, for statistics of a mean; else 0.</param>
internal readonly record struct SeriesDay(int Day, int Count, Exact Sum, Exact Lowest, double Squares);
