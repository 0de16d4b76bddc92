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
    public static Dictionary<(long Owner, long Kind), Series> Gathered(
        Everybody all, Action<ServiceCase, List<AcrossEntry>> entries)
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
                rows = series.TryGetValue(latest, out var known) ? known : series[latest] = new();
            }

            return rows;
        }
    }
}

/// <summary>A series while it is put together: what the entries of each day are so far.</summary>
public sealed class SeriesRows
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

        var (known, number) = (_days[place], value.ToDouble());
        _days[place] = new(
            day,
            known.Count + 1,
            known.Sum + value,
            Exact.Min(known.Lowest, value),
            known.Squares + number * number);
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
/// <param name="Lowest">The least of them.</param>
/// <param name="Squares">The sum of their squares, for statistics.</param>
internal readonly record struct SeriesDay(int Day, int Count, Exact Sum, Exact Lowest, double Squares);
