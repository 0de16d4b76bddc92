namespace Porras;

/// <content>Facts that come as columns.</content>
public sealed partial class FactRows
{
    /// <summary>The place of a participant for <see cref="FactBatch.Participant"/>; below zero if it is odd.</summary>
    public int PlaceOf(ReadOnlySpan<char> participant)
    {
        var cell = participant.Trim();
        return cell.IsEmpty || CellReader.Unreadable(cell) is not null ? Faulty : _people.Place(cell);
    }

    /// <summary>The value of a text for <see cref="FactBatch.Values"/>.</summary>
    /// <param name="column">The column's place among those of the schema.</param>
    /// <param name="text">The text.</param>
    public long ValueOf(int column, ReadOnlySpan<char> text) => _columns[column].ValueOf(text);

    /// <summary>Adds rows that say nothing of knowledge, sources, states and ids.</summary>
    /// <returns>
    /// False, and nothing is added, if one of them may have a mistake: then they are to be given cell by cell.
    /// </returns>
    public bool Add(FactBatch batch)
    {
        if (Schema.IsLadder || !IsPlain(batch))
        {
            return false;
        }

        var count = batch.Count;
        IsGiven = true;
        _participant.AddAll(batch.Participant.AsSpan(0, count));
        _first.AddAll(batch.First.AsSpan(0, count));
        if (Schema.IsSpan)
        {
            _last.AddAll(batch.Last.AsSpan(0, count));
        }

        for (var c = 0; c < _columns.Length; c++)
        {
            _columns[c].KeepAll(batch.Values[c].AsSpan(0, count), batch.Decimals[c]);
        }

        for (var i = 0; i < count; i++)
        {
            _line.Add(batch.FirstLine + i);
        }

        return true;
    }

    private protected override bool ReadDay(int column, int day)
    {
        switch (column)
        {
            case 1:
                _nextFirst = day;
                return true;
            case 2 when Schema.IsSpan:
                _nextLast = day;
                return true;
            case var known when known == _valuesFrom + _columns.Length:
                _nextKnown = day;
                return true;
            default:
                return false;
        }
    }

    private bool IsPlain(FactBatch batch)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            if (batch.Participant[i] < 0 || batch.First[i] < CellReader.FirstDay || batch.First[i] > CellReader.LastDay)
            {
                return false;
            }
        }

        for (var i = 0; Schema.IsSpan && i < batch.Count; i++)
        {
            var last = batch.Last[i];
            if (last < batch.First[i] || (last > CellReader.LastDay && last != int.MaxValue))
            {
                return false;
            }
        }

        for (var c = 0; c < _columns.Length; c++)
        {
            if (!_columns[c].IsPlain(batch.Values[c].AsSpan(0, batch.Count), batch.Decimals[c], Cells.Money))
            {
                return false;
            }
        }

        return true;
    }
}
