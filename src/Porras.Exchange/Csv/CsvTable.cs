using System.Globalization;
using Sylvan.Data.Csv;

namespace Porras.Exchange;

/// <summary>Reads one CSV file into the rows of a table.</summary>
internal static class CsvTable
{
    // A row of more characters than this is taken for a slip: a quote that is never closed, a file of another kind.
    private const int MostRow = 1 << 20, Buffer = 1 << 16;

    /// <summary>Reads all rows; what is wrong with the file or a row becomes a finding of the table.</summary>
    public static void Read(Stream stream, TableRows rows)
    {
        using var source = new CsvSource(stream);
        rows.IsGiven = true;
        if (!source.IsText)
        {
            rows.Add(new("P7007", default, []));
            return;
        }

        var options = new CsvDataReaderOptions
        {
            HasHeaders = false,
            Delimiter = Delimiter(source.Head),
            BufferSize = Buffer,
            MaxBufferSize = MostRow,
            // No sign begins a comment: a case number may begin with any.
            Comment = '\0',
        };
        var line = 1;
        try
        {
            using var csv = CsvDataReader.Create(source, options);
            Read(csv, rows, ref line);
        }
        catch (CsvRecordTooLargeException)
        {
            rows.Add(new("P7009", new(line, 1, 1), []));
        }
        catch (CsvFormatException)
        {
            rows.Add(new("P7008", new(line, 1, 1), []));
        }
    }

    private static void Read(CsvDataReader csv, TableRows rows, ref int line)
    {
        var found = csv.Read();
        while (found && IsBlank(csv))
        {
            line += csv.GetRawRecordSpan().Count('\n');
            found = csv.Read();
        }

        if (!found)
        {
            rows.Add(new("P7006", default, []));
            return;
        }

        var count = csv.RowFieldCount;
        var (fields, columns) = TableHeader.Match(Header(csv), rows, line);
        line += csv.GetRawRecordSpan().Count('\n');
        while (!rows.IsRefused && csv.Read())
        {
            if (csv.RowFieldCount != count)
            {
                Ragged(csv, rows, line, count);
            }
            else if (!csv.GetFieldSpan(0).IsWhiteSpace() || !IsBlank(csv))
            {
                rows.Begin(line);
                for (var i = 0; i < fields.Length; i++)
                {
                    Cell(rows, columns[i], csv.GetFieldSpan(fields[i]));
                }

                rows.End();
            }

            line += csv.GetRawRecordSpan().Count('\n');
        }
    }

    // A formula is no value: what it would come to depends on the program that opens the file.
    private static void Cell(TableRows rows, int column, ReadOnlySpan<char> cell)
    {
        if (CsvCells.IsFormula(cell, mayBeNumber: rows.TypeAt(column).Kind != ValueKind.Name))
        {
            rows.Mistake(column, "P5012", cell.ToString());
        }
        else
        {
            rows.Cell(column, CsvCells.Unguard(cell));
        }
    }

    private static string[] Header(CsvDataReader csv)
    {
        var fields = Enumerable.Range(0, csv.RowFieldCount);
        return [.. fields.Select(f => CsvCells.Unguard(csv.GetFieldSpan(f).Trim()).ToString())];
    }

    private static void Ragged(CsvDataReader csv, TableRows rows, int line, int count)
    {
        if (!IsBlank(csv))
        {
            rows.Begin(line);
            rows.Mistake(
                "P7005",
                csv.RowFieldCount.ToString(CultureInfo.InvariantCulture),
                count.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static bool IsBlank(CsvDataReader csv)
    {
        for (var i = 0; i < csv.RowFieldCount; i++)
        {
            if (!csv.GetFieldSpan(i).IsWhiteSpace())
            {
                return false;
            }
        }

        return true;
    }

    private static char Delimiter(ReadOnlySpan<char> head)
    {
        var text = head.TrimStart("\r\n ");
        var (comma, semicolon, tab, quoted) = (0, 0, 0, false);
        foreach (var c in text)
        {
            quoted ^= c == '"';
            if (!quoted && c is '\n')
            {
                break;
            }

            comma += !quoted && c == ',' ? 1 : 0;
            semicolon += !quoted && c == ';' ? 1 : 0;
            tab += !quoted && c == '\t' ? 1 : 0;
        }

        return semicolon > comma && semicolon >= tab ? ';' : tab > comma ? '\t' : ',';
    }
}
