using System.Text.Json.Nodes;

namespace Porras.Store;

/// <summary>Writes all rows of a data set in bulk, inside a transaction.</summary>
internal sealed class DataSetWriting(PorrasDb db, long id, DataSet data, CancellationToken cancelled)
{
    private const int Often = 1 << 14;
    private readonly DataSetTable[] _tables = [.. DataSetTables.Of(data)];

    /// <summary>Writes everything.</summary>
    public void All()
    {
        Write(DataSetTables.Tables, Tables);
        Write(DataSetTables.Columns, Columns);
        Write(DataSetTables.Names, Names);
        Write(DataSetTables.Starts, Starts);
        Write(DataSetTables.Named, Named);
        Write(DataSetTables.Facts, Facts);
        Write(DataSetTables.Transfers, Transfers);
        Write(DataSetTables.Holidays, Holidays);
    }

    private void Write(BulkTable table, Action<BulkRows> rows)
    {
        cancelled.ThrowIfCancellationRequested();
        using var to = BulkRows.To(db, table);
        rows(to);
        to.Close();
    }

    private void Tables(BulkRows to)
    {
        foreach (var (place, table) in _tables.Index())
        {
            to.Number(id);
            to.Number(place);
            to.Text(table.Name);
            to.Text(table.Kind.ToString());
            to.Number(table.Facts?.Schema.IsSpan == true ? 1 : 0);
            to.Number(table.Rows);
            to.EndRow();
        }
    }

    private void Columns(BulkRows to)
    {
        foreach (var (place, table) in _tables.Index())
        {
            foreach (var (c, column) in table.Columns.Index())
            {
                to.Number(id);
                to.Number(place);
                to.Number(c);
                to.Text(column.Schema.Name);
                to.Text(column.Schema.Type.Kind.ToString());
                to.Number(column.Decimals);
                to.EndRow();
            }
        }
    }

    private void Names(BulkRows to)
    {
        List(to, DataSetTables.Participants, StoredName.OfRows, data.Starts.Participants);
        foreach (var (place, table) in _tables.Index())
        {
            List(to, place, StoredName.OfRows, table.Names ?? []);
            foreach (var (c, column) in table.Columns.Index())
            {
                List(to, place, c, column.Labels);
            }
        }
    }

    private void List(BulkRows to, int table, int column, IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            to.Number(id);
            to.Number(table);
            to.Number(column);
            to.Number(i);
            to.Text(names[i]);
            to.EndRow();
        }
    }

    private void Starts(BulkRows to)
    {
        var starts = data.Starts;
        for (var p = 0; p < starts.Count; p++)
        {
            for (var row = starts.Offsets[p]; row < starts.Offsets[p + 1]; row++)
            {
                to.Number(id);
                to.Number(p);
                to.Number(row);
                to.Number(starts.Day[row]);
                to.Number(starts.Provider[row] < 0 ? null : starts.Provider[row]);
                to.Number(Line(starts.FileLine, row));
                Values(to, starts.Known, row);
            }
        }
    }

    private void Named(BulkRows to)
    {
        foreach (var (place, table) in _tables.Index().Where(t => t.Item.Names is not null && t.Item.Columns.Count > 0))
        {
            for (var row = 0; row < table.Rows; row++)
            {
                to.Number(id);
                to.Number(place);
                to.Number(row);
                Values(to, table.Columns, row);
            }
        }
    }

    private void Facts(BulkRows to)
    {
        foreach (var (place, table) in _tables.Index())
        {
            if (table.Facts is not { } facts)
            {
                continue;
            }

            for (var p = 0; p + 1 < facts.Offsets.Length; p++)
            {
                if (p % Often == 0)
                {
                    cancelled.ThrowIfCancellationRequested();
                }

                for (var row = facts.Offsets[p]; row < facts.Offsets[p + 1]; row++)
                {
                    to.Number(id);
                    to.Number(place);
                    to.Number(p);
                    to.Number(row);
                    Fact(to, facts, row);
                }
            }
        }
    }

    private static void Fact(BulkRows to, FactTable facts, int row)
    {
        to.Number(facts.First[row]);
        to.Number(facts.Schema.IsSpan && facts.Last[row] != int.MaxValue ? facts.Last[row] : null);
        to.Number(facts.Known is { } known && known[row] != facts.First[row] ? known[row] : null);
        to.Number(facts.ReplacedOn is { } replaced && replaced[row] != int.MaxValue ? replaced[row] : null);
        to.Number(facts.Source is { } source && source[row] != Sources.None ? (int)source[row] : null);
        to.Number(facts.Status is { } status && status[row] != FactStatus.Confirmed ? (int)status[row] : null);
        to.Number(Line(facts.FileLine, row));
        Values(to, facts.Columns, row);
    }

    private void Transfers(BulkRows to)
    {
        var transfers = data.Transfers;
        for (var row = 0; row < transfers.Participant.Length; row++)
        {
            to.Number(id);
            to.Number(row);
            to.Number(transfers.Participant[row]);
            to.Number(transfers.LastDay[row]);
            to.Number(transfers.Provider[row]);
            to.EndRow();
        }
    }

    private void Holidays(BulkRows to)
    {
        foreach (var day in data.Holidays)
        {
            to.Number(id);
            to.Number(day);
            to.EndRow();
        }
    }

    // A line is 0 where a row came from no file.
    private static int? Line(int[]? lines, int row) => lines is not null && lines[row] != 0 ? lines[row] : null;

    private static void Values(BulkRows to, IReadOnlyList<Column> columns, int row)
    {
        for (var c = 0; c < ValueRow.Own; c++)
        {
            to.Number(c < columns.Count && columns[c].Values[row] is var v and not Column.Empty ? v : null);
        }

        to.Text(columns.Count > ValueRow.Own ? More(columns, row) : null);
        to.EndRow();
    }

    private static string More(IReadOnlyList<Column> columns, int row) =>
        new JsonArray([.. columns.Skip(ValueRow.Own).Select(c => c.Values[row] is var v and not Column.Empty
            ? (JsonNode)v : null)]).ToJsonString();
}
