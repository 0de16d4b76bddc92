namespace Porras.Exchange;

/// <summary>Reads one Parquet file into the rows of a table.</summary>
internal static class ParquetTable
{
    /// <summary>Reads all rows; what is wrong with the file or a row becomes a finding of the table.</summary>
    public static void Read(TableFile file, TableRows rows)
    {
        using var source = ParquetSource.Open(file, rows);
        if (source is null)
        {
            return;
        }

        var feed = new ParquetFeed(source);
        while (source.Next(rows))
        {
            feed.Give(rows, 0, source.Count);
        }
    }
}

/// <summary>Gives the rows of a Parquet file to a table: facts as columns where it can, else cell by cell.</summary>
internal sealed class ParquetFeed(ParquetSource source)
{
    private FactBatch? _batch;

    /// <summary>Gives some of the rows that have been read.</summary>
    /// <param name="rows">The table.</param>
    /// <param name="from">The first row.</param>
    /// <param name="to">The row after the last.</param>
    public void Give(TableRows rows, int from, int to)
    {
        if (rows is FactRows facts && Fill(facts, from, to) && facts.Add(_batch!))
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
                0 => People(facts, cells, from, to),
                1 => Days(cells, batch.First, from, to, int.MinValue),
                2 when values == 3 => Days(cells, batch.Last, from, to, int.MaxValue),
                _ when column < values + columns => Values(facts, column - values, cells, from, to),
                _ => IsEmpty(cells, from, to),
            };
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    private bool People(FactRows facts, ParquetCells cells, int from, int to)
    {
        var into = _batch!.Participant;
        if (cells is ParquetTexts texts)
        {
            var (run, place) = (-1, -1);
            for (var row = from; row < to; row++)
            {
                if (texts.Run(row) != run)
                {
                    run = texts.Run(row);
                    place = facts.PlaceOf(texts.Text(row));
                }

                into[row - from] = place;
            }

            return true;
        }

        for (var row = from; row < to; row++)
        {
            into[row - from] = facts.PlaceOf(cells.Text(row));
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

    private bool Values(FactRows facts, int column, ParquetCells cells, int from, int to)
    {
        var into = _batch!.Values[column].AsSpan(0, to - from);
        var kind = facts.Schema.Columns[column].Type.Kind;
        if (kind is ValueKind.Name or ValueKind.OneOf)
        {
            for (var row = from; row < to; row++)
            {
                into[row - from] = facts.ValueOf(column, cells.Text(row));
            }

            return true;
        }

        if (cells is not ParquetNumbers { Meaning: not NumberMeaning.Unsigned } numbers)
        {
            return false;
        }

        numbers.Values[from..to].CopyTo(into);
        _batch.Decimals[column] = numbers.Decimals;
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
}
