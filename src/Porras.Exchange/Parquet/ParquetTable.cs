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
