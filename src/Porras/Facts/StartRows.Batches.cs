namespace Porras;

/// <content>Starts that come as columns.</content>
public sealed partial class StartRows
{
    /// <summary>Room for many rows as columns.</summary>
    /// <param name="most">How many rows it can hold.</param>
    public StartBatch Batch(int most) => new(_known.Length, most);

    /// <summary>The place of a participant for <see cref="StartBatch.Participant"/>; below zero if it is odd.</summary>
    public int PlaceOf(ReadOnlySpan<char> participant) => Place(_people, participant);

    /// <summary>The place of a provider for <see cref="StartBatch.Provider"/>; below zero if it is odd.</summary>
    public int ProviderOf(ReadOnlySpan<char> provider) => Place(_providers, provider);

    /// <summary>One of the known columns.</summary>
    public ColumnSchema KnownAt(int column) => _known[column].Schema;

    /// <summary>The value of a text for <see cref="StartBatch.Values"/>.</summary>
    /// <param name="column">The column's place among the known values.</param>
    /// <param name="text">The text.</param>
    public long ValueOf(int column, ReadOnlySpan<char> text) => _known[column].ValueOf(text);

    /// <summary>Adds rows.</summary>
    /// <returns>
    /// False, and nothing is added, if one of them may have a mistake: then they are to be given cell by cell.
    /// </returns>
    public bool Add(StartBatch batch)
    {
        if (!IsPlain(batch))
        {
            return false;
        }

        var count = batch.Count;
        IsGiven = true;
        _participant.AddAll(batch.Participant.AsSpan(0, count));
        _day.AddAll(batch.Day.AsSpan(0, count));
        _provider.AddAll(batch.Provider.AsSpan(0, count));
        for (var c = 0; c < _known.Length; c++)
        {
            _known[c].KeepAll(batch.Values[c].AsSpan(0, count), batch.Decimals[c]);
        }

        for (var i = 0; i < count; i++)
        {
            _line.Add(batch.FirstLine + i);
        }

        return true;
    }

    private static int Place(NameTable names, ReadOnlySpan<char> text)
    {
        var cell = text.Trim();
        return cell.IsEmpty || CellReader.Unreadable(cell) is not null ? Faulty : names.Place(cell);
    }

    private bool IsPlain(StartBatch batch)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            if (batch.Participant[i] < 0 || batch.Day[i] < CellReader.FirstDay || batch.Day[i] > CellReader.LastDay
                || (batch.Provider[i] < 0 && (_needsProvider || batch.Provider[i] != StartBatch.NoProvider)))
            {
                return false;
            }
        }

        for (var c = 0; c < _known.Length; c++)
        {
            if (!_known[c].IsPlain(batch.Values[c].AsSpan(0, batch.Count), batch.Decimals[c], Cells.Money))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Many starts as columns, for files that hold columns: nothing is looked at one by one.</summary>
public sealed class StartBatch
{
    /// <summary>The provider of a start that names none.</summary>
    public const int NoProvider = -1;

    internal StartBatch(int known, int most)
    {
        (Participant, Day, Provider) = (new int[most], new int[most], new int[most]);
        Values = [.. Enumerable.Range(0, known).Select(_ => new long[most])];
        Decimals = new int[known];
    }

    /// <summary>How many rows it holds.</summary>
    public int Count { get; set; }

    /// <summary>The line of the first row; those of the others follow.</summary>
    public int FirstLine { get; set; }

    /// <summary>The participants, by <see cref="StartRows.PlaceOf"/>; below zero for one to be looked at.</summary>
    public int[] Participant { get; }

    /// <summary>The days of the starts; anything outside 1900 to 2199 is looked at.</summary>
    public int[] Day { get; }

    /// <summary>The providers, by <see cref="StartRows.ProviderOf"/>, or <see cref="NoProvider"/>.</summary>
    public int[] Provider { get; }

    /// <summary>The values of each known column, as in <see cref="FactBatch.Values"/>.</summary>
    public IReadOnlyList<long[]> Values { get; }

    /// <summary>The decimals of each column's digits.</summary>
    public int[] Decimals { get; }
}
