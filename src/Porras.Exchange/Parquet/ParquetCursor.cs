namespace Porras.Exchange;

/// <summary>A Parquet file that is sorted by participant, read range by range of them.</summary>
internal sealed class ParquetCursor(ParquetSource source) : IDisposable
{
    private readonly ParquetFeed _feed = new(source);
    private readonly ParquetCells _people = source.Cells[Array.IndexOf(source.Columns, 0)];
    private int _at;
    private string _latest = "";

    /// <summary>Whether a row stands before the one above it, or the file is broken: it is not read further.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Gives so many rows, and all further ones of the last participant among them.</summary>
    /// <returns>That participant; null if there were no rows any more.</returns>
    public string? Give(TableRows rows, int count)
    {
        string? last = null;
        while (HasRows(rows) && (count > 0 || _people.Text(_at).SequenceEqual(last)))
        {
            var to = Math.Min(source.Count, _at + Math.Max(count, 1));
            for (last = _people.Text(to - 1).ToString(); to < source.Count && _people.Text(to).SequenceEqual(last);)
            {
                to++;
            }

            count -= to - _at;
            GiveTo(rows, to);
        }

        return last;
    }

    /// <summary>Gives all rows of participants up to and with this one; all that are left if there is none.</summary>
    public void GiveUpTo(TableRows rows, string? last)
    {
        while (HasRows(rows))
        {
            var to = last is null || IsUpTo(source.Count - 1, last) ? source.Count : FirstAfter(last);
            GiveTo(rows, to);
            if (to < source.Count)
            {
                return;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => source.Dispose();

    private void GiveTo(TableRows rows, int to)
    {
        if (to > _at)
        {
            _feed.Give(rows, _at, to);
        }

        _at = to;
    }

    // Rows stand in order, so the place is found by halving.
    private int FirstAfter(string last)
    {
        var (from, to) = (_at, source.Count);
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            (from, to) = IsUpTo(middle, last) ? (middle + 1, to) : (from, middle);
        }

        return from;
    }

    private bool IsUpTo(int row, string last) => _people.Text(row).CompareTo(last, StringComparison.Ordinal) <= 0;

    private bool HasRows(TableRows rows)
    {
        while (!IsRefused && _at == source.Count)
        {
            _at = 0;
            if (!source.Next(rows))
            {
                IsRefused = rows.IsRefused;
                _at = source.Count;
                return false;
            }

            CheckOrder(rows);
        }

        return !IsRefused;
    }

    private void CheckOrder(TableRows rows)
    {
        var texts = _people as ParquetTexts;
        ReadOnlySpan<char> latest = _latest;
        for (var row = 0; row < source.Count && !IsRefused; row++)
        {
            if (row > 0 && texts is not null && texts.Run(row) == texts.Run(row - 1))
            {
                continue;
            }

            var next = _people.Text(row);
            if (next.CompareTo(latest, StringComparison.Ordinal) < 0)
            {
                rows.Add(new("P7043", new(source.FirstRow + row, 1, 1), [next.ToString(), latest.ToString()]));
                IsRefused = true;
            }

            latest = next;
        }

        _latest = latest.ToString();
    }
}
