using System.Globalization;

namespace Porras.Lab;

/// <summary>
/// Room in which facts are made, used again for each data set: rows as they come, and what all data sets have alike.
/// </summary>
/// <remarks>One for each thread.</remarks>
internal sealed class FactSpace(int kinds)
{
    // The same for everybody; a thread that meets a shorter list makes a longer one.
    private static string[] _known = [];
    private string[] _names = [];
    private int[] _places = [0];
    private int[] _providers = [];

    /// <summary>The rows of each kind of fact.</summary>
    public MadeRows[] Kinds { get; } = [.. Enumerable.Range(0, kinds).Select(_ => new MadeRows())];

    /// <summary>So many case numbers, in their order.</summary>
    public string[] Names(int count)
    {
        if (_names.Length != count)
        {
            var known = _known;
            if (known.Length < count)
            {
                known = [.. known, .. Enumerable.Range(known.Length, count - known.Length)
                    .Select(p => p.ToString("0000000", CultureInfo.InvariantCulture))];
                _known = known;
            }

            _names = known.AsSpan(0, count).ToArray();
        }

        return _names;
    }

    /// <summary>The place of each start, and how many there are.</summary>
    public int[] Places(int count)
    {
        if (_places.Length != count + 1)
        {
            _places = [.. Enumerable.Range(0, count + 1)];
        }

        return _places;
    }

    /// <summary>The same provider for everybody; -1: none is named.</summary>
    public int[] Providers(int count, int provider)
    {
        if (_providers.Length != count || (count > 0 && _providers[0] != provider))
        {
            _providers = new int[count];
            Array.Fill(_providers, provider);
        }

        return _providers;
    }
}

/// <summary>The facts of one kind while they are made, participant after participant.</summary>
internal sealed class MadeRows
{
    private int[] _first = new int[64];
    private int[] _last = new int[64];
    private int[] _offsets = [0];
    private int _count;
    private int _participants;

    /// <summary>For each fact of a ladder its step.</summary>
    public List<long> Step { get; } = [];

    /// <summary>For each yearly fact the size.</summary>
    public List<Happening> Size { get; } = [];

    /// <summary>Begins the rows of some participants.</summary>
    public void Begin(int participants)
    {
        (_count, _participants) = (0, 0);
        _offsets = new int[participants + 1];
        Step.Clear();
        Size.Clear();
    }

    /// <summary>Ends the rows of a participant.</summary>
    public void End() => _offsets[++_participants] = _count;

    /// <summary>Adds a fact.</summary>
    public void Add(int first, int last)
    {
        if (_count == _first.Length)
        {
            Array.Resize(ref _first, 2 * _count);
            Array.Resize(ref _last, 2 * _count);
        }

        (_first[_count], _last[_count]) = (first, last);
        _count++;
    }

    /// <summary>Adds a step of a ladder.</summary>
    public void Add(int first, int last, long step)
    {
        Add(first, last);
        Step.Add(step);
    }

    /// <summary>The rows as a table, with the cells of a template.</summary>
    public FactTable Table(FactTable from, Template template, int kind)
    {
        var (ownDay, grows) = (template.OwnDays[kind], template.Growing[kind]);
        var first = _first.AsSpan(0, _count).ToArray();
        var columns = new Column[from.Columns.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = Cells(from.Columns[i], ownDay[i], grows[i], first);
        }

        return new()
        {
            Schema = from.Schema,
            Offsets = _offsets,
            First = first,
            Last = from.Schema.IsSpan ? _last.AsSpan(0, _count).ToArray() : first,
            Columns = columns,
        };
    }

    private Column Cells(Column from, bool ownDay, bool grows, int[] first)
    {
        var values = new long[first.Length];
        for (var i = 0; grows && i < Size.Count; i++)
        {
            values[i] = (long)Math.Round(from.Values[0] * Sizing.Times(Size[i]));
        }

        if (Step.Count > 0)
        {
            Step.CopyTo(values);
        }
        else if (ownDay)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = first[i];
            }
        }
        else if (values.Length > 0 && !(grows && Size.Count > 0))
        {
            Array.Fill(values, from.Values[0]);
        }

        return new(from.Schema, values, from.Decimals, from.Labels);
    }
}
