namespace Porras.Exchange;

/// <summary>Gives the rows of a Parquet file to a table: as columns where it can, else cell by cell.</summary>
internal sealed class ParquetFeed(ParquetSource source)
{
    private FactBatch? _batch;
    private StartBatch? _starts;

    /// <summary>Gives some of the rows that have been read.</summary>
    /// <param name="rows">The table.</param>
    /// <param name="from">The first row.</param>
    /// <param name="to">The row after the last.</param>
    public void Give(TableRows rows, int from, int to)
    {
        if ((rows is FactRows facts && Fill(facts, from, to) && facts.Add(_batch!))
            || (rows is StartRows starts && Fill(starts, from, to) && starts.Add(_starts!)))
        {
            return;
        }

        for (var row = from; row < to; row++)
        {
            rows.Begin(source.FirstRow + row);
            for (var i = 0; i < source.Columns.Length; i++)
            {
                source.Cells[i].Feed(rows, source.Columns[i], row);
            }

            rows.End();
        }
    }

    private bool Fill(FactRows facts, int from, int to)
    {
        var batch = _batch ??= new(facts, ParquetCells.Most);
        (batch.Count, batch.FirstLine) = (to - from, source.FirstRow + from);
        var values = facts.Schema.IsSpan ? 3 : 2;
        var columns = facts.Schema.Columns.Count;
        for (var i = 0; i < source.Columns.Length; i++)
        {
            var (column, cells) = (source.Columns[i], source.Cells[i]);
            var fits = column switch
            {
                0 => Names(cells, batch.Participant, from, to, facts.PlaceOf),
                1 => Days(cells, batch.First, from, to, int.MinValue),
                2 when values == 3 => Days(cells, batch.Last, from, to, int.MaxValue),
                _ when column < values + columns => Values(
                    facts.Schema.Columns[column - values], cells, batch.Values[column - values], from, to,
                    text => facts.ValueOf(column - values, text), ref batch.Decimals[column - values]),
                _ => IsEmpty(cells, from, to),
            };
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    private bool Fill(StartRows starts, int from, int to)
    {
        var batch = _starts ??= starts.Batch(ParquetCells.Most);
        (batch.Count, batch.FirstLine) = (to - from, source.FirstRow + from);
        batch.Provider.AsSpan().Fill(StartBatch.NoProvider);
        for (var i = 0; i < source.Columns.Length; i++)
        {
            var (column, cells) = (source.Columns[i], source.Cells[i]);
            var known = column - 3;
            var fits = column switch
            {
                0 => Names(cells, batch.Participant, from, to, starts.PlaceOf),
                1 => Days(cells, batch.Day, from, to, int.MinValue),
                2 => Names(cells, batch.Provider, from, to, starts.ProviderOf),
                _ => Values(
                    starts.KnownAt(known), cells, batch.Values[known], from, to,
                    text => starts.ValueOf(known, text), ref batch.Decimals[known]),
            };
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Names(ParquetCells cells, int[] into, int from, int to, PlaceOf<int> placeOf)
    {
        var texts = cells as ParquetTexts;
        var (run, place) = (-1, -1);
        for (var row = from; row < to; row++)
        {
            if (texts is null || texts.Run(row) != run)
            {
                run = texts?.Run(row) ?? run;
                place = cells.IsEmpty(row) ? StartBatch.NoProvider : placeOf(cells.Text(row));
            }

            into[row - from] = place;
        }

        return true;
    }

    private static bool Days(ParquetCells cells, int[] into, int from, int to, int ifEmpty)
    {
        if (cells is not ParquetNumbers days)
        {
            return false;
        }

        var values = days.Values;
        for (var row = from; row < to; row++)
        {
            into[row - from] = values[row] == Column.Empty ? ifEmpty
                : values[row] == FactBatch.Odd ? int.MinValue : (int)values[row];
        }

        return true;
    }

    private static bool Values(
        ColumnSchema schema, ParquetCells cells, long[] into, int from, int to, PlaceOf<long> valueOf, ref int decimals)
    {
        if (schema.Type.Kind is ValueKind.Name or ValueKind.OneOf)
        {
            for (var row = from; row < to; row++)
            {
                into[row - from] = valueOf(cells.Text(row));
            }

            return true;
        }

        if (cells is not ParquetNumbers { Meaning: not NumberMeaning.Unsigned } numbers)
        {
            return false;
        }

        numbers.Values[from..to].CopyTo(into);
        decimals = numbers.Decimals;
        return true;
    }

    private static bool IsEmpty(ParquetCells cells, int from, int to)
    {
        for (var row = from; row < to; row++)
        {
            if (!cells.IsEmpty(row))
            {
                return false;
            }
        }

        return true;
    }

    private delegate T PlaceOf<T>(ReadOnlySpan<char> text);
}
