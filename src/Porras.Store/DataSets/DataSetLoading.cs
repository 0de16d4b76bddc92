using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Porras.Store;

/// <summary>Reads a data set back as columns: the very ones that were imported.</summary>
internal sealed class DataSetLoading(PorrasDb db, long id)
{
    private readonly Dictionary<(int Table, int Column), List<string>> _names = [];
    private readonly List<StoredTable> _tables = [];
    private readonly List<StoredColumn> _columns = [];

    /// <summary>The data set for a schema; null if it was not imported for such a one.</summary>
    public async Task<DataSet?> Load(DataSchema schema, CancellationToken cancelled)
    {
        await db.Database.OpenConnectionAsync(cancelled);
        _tables.AddRange(await db.Set<StoredTable>().AsNoTracking().Where(t => t.DataSetId == id)
            .OrderBy(t => t.Place).ToListAsync(cancelled));
        _columns.AddRange(await db.Set<StoredColumn>().AsNoTracking().Where(c => c.DataSetId == id)
            .OrderBy(c => c.TablePlace).ThenBy(c => c.Place).ToListAsync(cancelled));
        if (!Fits(schema))
        {
            return null;
        }

        await Each(
            DataSetTables.Names,
            "table_place, column_place, place",
            row => NamesOf(row.GetInt32(1), row.GetInt32(2)).Add(row.GetString(4)),
            cancelled);
        if (!HasLabels(schema))
        {
            return null;
        }

        var factsFrom = DataSetTables.Providers + 1 + schema.Cohorts.Count;
        var starts = await Starts(schema, cancelled);
        var facts = new List<FactTable>();
        foreach (var (i, fact) in schema.Facts.Index())
        {
            facts.Add(await Facts(fact, factsFrom + i, starts.Count, cancelled));
        }

        return new()
        {
            Schema = schema,
            Starts = starts,
            Facts = facts,
            Providers = await Named(schema.Provider, DataSetTables.Providers, cancelled),
            Cohorts = await Cohorts(schema, cancelled),
            Transfers = await Transfers(cancelled),
            Holidays = await Holidays(cancelled),
        };
    }

    // Evidence and the like are the model's affair; tables, columns and what they hold are the data set's.
    private bool Fits(DataSchema schema)
    {
        (string, TableKind, int)[] wanted =
        [
            ("participants", TableKind.Participants, 0), ("providers", TableKind.Providers, 0),
            .. schema.Cohorts.Select(c => (c.Name, TableKind.Cohort, 0)),
            .. schema.Facts.Select(f => (f.Name, TableKind.Facts, f.IsSpan ? 1 : 0)),
        ];
        return _tables.Select(t => (t.Name, t.Kind, t.IsSpan)).SequenceEqual(wanted)
            && Lists(schema).Index().All(t => Fits(t.Item, t.Index));
    }

    private bool Fits(IReadOnlyList<ColumnSchema> wanted, int table)
    {
        var stored = ColumnsOf(table).Select(c => (c.Name, c.Kind));
        var isAbsent = table == DataSetTables.Providers && !ColumnsOf(table).Any();
        return isAbsent || stored.SequenceEqual(wanted.Select(c => (c.Name, c.Type.Kind)));
    }

    private bool HasLabels(DataSchema schema) => Lists(schema).Index().All(t =>
        t.Item.Take(ColumnsOf(t.Index).Count()).Index().All(c => c.Item.Type.Kind != ValueKind.OneOf
            || NamesOf(t.Index, c.Index).SequenceEqual(c.Item.Type.Labels)));

    private static IEnumerable<IReadOnlyList<ColumnSchema>> Lists(DataSchema schema) =>
        [schema.Known, schema.Provider, .. schema.Cohorts.Select(c => c.Known), .. schema.Facts.Select(f => f.Columns)];

    private IEnumerable<StoredColumn> ColumnsOf(int table) => _columns.Where(c => c.TablePlace == table);

    private List<string> NamesOf(int table, int column)
    {
        if (!_names.TryGetValue((table, column), out var list))
        {
            _names.Add((table, column), list = []);
        }

        return list;
    }

    private async Task<StartTable> Starts(DataSchema schema, CancellationToken cancelled)
    {
        var people = NamesOf(DataSetTables.Participants, StoredName.OfRows);
        var count = _tables[DataSetTables.Participants].Rows;
        var (offsets, day, provider) = (new int[people.Count + 1], new int[count], new int[count]);
        var (line, values) = (new Said(count, 0), new ValueColumns(count, schema.Known));
        await Each(
            DataSetTables.Starts,
            "participant, row",
            row =>
            {
                var at = row.GetInt32(2);
                offsets[row.GetInt32(1) + 1] = at + 1;
                day[at] = row.GetInt32(3);
                provider[at] = row.IsDBNull(4) ? -1 : row.GetInt32(4);
                line.Read(row, 5, at);
                values.Read(row, 6, at);
            },
            cancelled);
        return new()
        {
            Participants = [.. people],
            Offsets = Risen(offsets),
            Day = day,
            Provider = provider,
            Known = Columns(values, schema.Known, DataSetTables.Participants),
            FileLine = line.Values,
        };
    }

    private async Task<FactTable> Facts(FactSchema schema, int table, int people, CancellationToken cancelled)
    {
        var count = _tables[table].Rows;
        var (offsets, first) = (new int[people + 1], new int[count]);
        var last = schema.IsSpan ? new int[count] : first;
        var (known, replaced) = (new Said(count, int.MinValue), new Said(count, int.MaxValue));
        var (source, status, line) = (new Said(count, 0), new Said(count, 0), new Said(count, 0));
        var values = new ValueColumns(count, schema.Columns);
        void Take(DbDataReader row)
        {
            var at = row.GetInt32(3);
            offsets[row.GetInt32(2) + 1] = at + 1;
            first[at] = row.GetInt32(4);
            if (schema.IsSpan)
            {
                last[at] = row.IsDBNull(5) ? int.MaxValue : row.GetInt32(5);
            }

            known.Read(row, 6, at);
            replaced.Read(row, 7, at);
            source.Read(row, 8, at);
            status.Read(row, 9, at);
            line.Read(row, 10, at);
            values.Read(row, 11, at);
        }

        await Each(DataSetTables.Facts, "participant, row", Take, cancelled, $" AND table_place = {table}");
        return new()
        {
            Schema = schema,
            Offsets = Risen(offsets),
            First = first,
            Last = last,
            Columns = Columns(values, schema.Columns, table),
            Known = known.Values is { } days
                ? Array.ConvertAll([.. days.Index()], d => d.Item == int.MinValue ? first[d.Index] : d.Item) : null,
            ReplacedOn = replaced.Values,
            Source = source.Values is { } sources ? Array.ConvertAll(sources, s => (Sources)s) : null,
            Status = status.Values is { } states ? Array.ConvertAll(states, s => (FactStatus)s) : null,
            FileLine = line.Values,
        };
    }

    private async Task<List<ValueTable>> Cohorts(DataSchema schema, CancellationToken cancelled)
    {
        var cohorts = new List<ValueTable>();
        foreach (var (i, cohort) in schema.Cohorts.Index())
        {
            cohorts.Add(await Named(cohort.Known, DataSetTables.Providers + 1 + i, cancelled));
        }

        return cohorts;
    }

    private async Task<ValueTable> Named(
        IReadOnlyList<ColumnSchema> known, int table, CancellationToken cancelled)
    {
        string[] names = [.. NamesOf(table, StoredName.OfRows)];
        if (!ColumnsOf(table).Any())
        {
            return new(names, []);
        }

        var values = new ValueColumns(names.Length, known);
        await Each(
            DataSetTables.Named, "place", row => values.Read(row, 3, row.GetInt32(2)), cancelled,
            $" AND table_place = {table}");
        return new(names, Columns(values, known, table));
    }

    private async Task<Transfers> Transfers(CancellationToken cancelled)
    {
        var rows = new List<(int Participant, int LastDay, int Provider)>();
        await Each(
            DataSetTables.Transfers,
            "row",
            row => rows.Add((row.GetInt32(2), row.GetInt32(3), row.GetInt32(4))),
            cancelled);
        return rows.Count == 0 ? Porras.Transfers.None
            : new([.. rows.Select(r => r.Participant)], [.. rows.Select(r => r.LastDay)],
                [.. rows.Select(r => r.Provider)]);
    }

    private async Task<int[]> Holidays(CancellationToken cancelled)
    {
        var days = new List<int>();
        await Each(DataSetTables.Holidays, "day", row => days.Add(row.GetInt32(1)), cancelled);
        return [.. days];
    }

    private List<Column> Columns(ValueColumns values, IReadOnlyList<ColumnSchema> schema, int table) =>
    [
        .. ColumnsOf(table).Select((stored, c) => new Column(
            schema[c], values.All[c], stored.Decimals,
            schema[c].Type.Kind == ValueKind.Name ? NamesOf(table, c) : schema[c].Type.Labels)),
    ];

    // Who has no row begins where the one before ends.
    private static int[] Risen(int[] offsets)
    {
        for (var i = 1; i < offsets.Length; i++)
        {
            offsets[i] = Math.Max(offsets[i], offsets[i - 1]);
        }

        return offsets;
    }

    private async Task Each(
        BulkTable table, string order, Action<DbDataReader> take, CancellationToken cancelled, string only = "")
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction is { } current
            ? Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(current) : null;
        command.CommandTimeout = 0;
        command.CommandText =
            $"SELECT {table.ColumnList} FROM \"{table.Name}\" WHERE data_set_id = {id}{only} ORDER BY {order}";
        await using var rows = await command.ExecuteReaderAsync(cancelled);
        while (rows.Read())
        {
            take(rows);
        }
    }
}
