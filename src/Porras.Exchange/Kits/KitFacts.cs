using System.Globalization;

namespace Porras.Exchange;

/// <summary>The facts as they go into a kit: what the model reads of them, and no names.</summary>
internal static class KitFacts
{
    /// <summary>
    /// The data set without the facts, columns and known values of participants that the model does not read.
    /// </summary>
    /// <param name="data">The facts that count.</param>
    /// <param name="reads">What the model reads.</param>
    /// <param name="areNamed">
    /// Whether names in facts stay. Otherwise each is a number that keeps their order, in all columns the same; names
    /// of payers and payees stay, since lines have them.
    /// </param>
    public static DataSet Of(DataSet data, ModelReads reads, bool areNamed)
    {
        var tokens = areNamed ? null : Tokens(data, reads);
        return new()
        {
            Schema = data.Schema,
            Starts = new()
            {
                Participants = data.Starts.Participants,
                Offsets = data.Starts.Offsets,
                Day = data.Starts.Day,
                Provider = data.Starts.Provider,
                Known = [.. data.Starts.Known.Select(c => reads.Names.Contains(c.Schema.Name) ? c : Emptied(c))],
            },
            Facts = [.. data.Facts.Select(f => Of(f, reads, tokens))],
            Transfers = data.Transfers,
            Providers = data.Providers,
            Cohorts = data.Cohorts,
            Holidays = data.Holidays,
        };
    }

    private static FactTable Of(FactTable facts, ModelReads reads, Dictionary<string, string>? tokens)
    {
        if (!reads.Names.Contains(facts.Schema.Name))
        {
            return Take(facts, facts.Columns, [], new int[facts.Offsets.Length]);
        }

        var isParty = reads.Parties.Contains(facts.Schema.Name);
        var columns = facts.Columns.Select(c =>
            facts.Schema.IsLadder || (isParty && c.Schema.Type.Kind == ValueKind.Name) ? c
            : !reads.Names.Contains(c.Schema.Name) ? Emptied(c)
            : tokens is not null && c.Schema.Type.Kind == ValueKind.Name
                ? new(c.Schema, c.Values, 0, [.. c.Labels.Select(l => tokens[l])])
            : c).ToList();
        int[] rows = [.. Enumerable.Range(0, facts.Count)];
        for (var p = 0; p + 1 < facts.Offsets.Length; p++)
        {
            rows.AsSpan(facts.Offsets[p]..facts.Offsets[p + 1]).Sort((a, b) => Order(facts, columns, a, b));
        }

        return Take(facts, columns, rows, facts.Offsets);
    }

    // The order in which a reader puts rows: those that say the same must stand side by side to stay two.
    private static int Order(FactTable facts, List<Column> columns, int a, int b)
    {
        var order = facts.First[a].CompareTo(facts.First[b]);
        order = order != 0 ? order : facts.Last[a].CompareTo(facts.Last[b]);
        for (var c = 0; order == 0 && c < columns.Count; c++)
        {
            order = columns[c].Values[a].CompareTo(columns[c].Values[b]);
        }

        return order != 0 ? order
            : facts.Source is { } source && source[a] != source[b] ? source[a].CompareTo(source[b])
            : facts.Status is { } status && status[a] != status[b] ? status[a].CompareTo(status[b])
            : facts.KnownOn(a) != facts.KnownOn(b) ? facts.KnownOn(a).CompareTo(facts.KnownOn(b))
            : a.CompareTo(b);
    }

    // Corrections are left out: all rows count, whatever replaces them later.
    private static FactTable Take(FactTable facts, IReadOnlyList<Column> columns, int[] rows, int[] offsets)
    {
        var first = Array.ConvertAll(rows, r => facts.First[r]);
        return new()
        {
            Schema = facts.Schema,
            Offsets = offsets,
            First = first,
            Last = facts.Schema.IsSpan ? Array.ConvertAll(rows, r => facts.Last[r]) : first,
            Columns = [.. columns.Select(c => c.Take(rows))],
            Known = facts.Known is { } known ? Array.ConvertAll(rows, r => known[r]) : null,
            Source = facts.Source is { } source ? Array.ConvertAll(rows, r => source[r]) : null,
            Status = facts.Status is { } status ? Array.ConvertAll(rows, r => status[r]) : null,
        };
    }

    private static Column Emptied(Column column)
    {
        var values = new long[column.Values.Length];
        Array.Fill(values, Column.Empty);
        return new(column.Schema, values, 0, column.Schema.Type.Labels);
    }

    private static Dictionary<string, string> Tokens(DataSet data, ModelReads reads)
    {
        var columns = data.Facts.Where(f => !reads.Parties.Contains(f.Schema.Name)).SelectMany(f => f.Columns)
            .Where(c => c.Schema.Type.Kind == ValueKind.Name && reads.Names.Contains(c.Schema.Name));
        var names = columns.SelectMany(c => c.Labels).Distinct().Order(StringComparer.Ordinal).ToList();
        var width = "D" + names.Count.ToString(CultureInfo.InvariantCulture).Length;
        return names.Select((n, i) => (n, "n" + (i + 1).ToString(width, CultureInfo.InvariantCulture)))
            .ToDictionary(t => t.n, t => t.Item2, StringComparer.Ordinal);
    }
}
