using System.Globalization;

namespace Porras.Exchange;

/// <summary>Writes the tables of a data set as CSV.</summary>
internal static class CsvWriting
{
    /// <summary>The files of a data set: name, and what writes it.</summary>
    public static IEnumerable<(string Name, Action<TextWriter> Write)> Files(DataSet data)
    {
        var money = data.Schema.Money;
        yield return ("participants.csv", to => Starts(to, data));
        if (data.Schema.Provider.Count > 0 || data.Providers.Names.Length > 0)
        {
            yield return ("providers.csv", to => Values(to, "provider", data.Providers, money));
        }

        foreach (var ((name, _), cohort) in data.Schema.Cohorts.Zip(data.Cohorts))
        {
            yield return (name + ".csv", to => Values(to, name, cohort, money));
        }

        foreach (var facts in data.Facts)
        {
            yield return (facts.Schema.Name + ".csv", to => Facts(to, facts, data));
        }

        if (data.Transfers.Participant.Length > 0)
        {
            yield return ("transfer.csv", to => Transfers(to, data));
        }

        if (data.Holidays.Length > 0)
        {
            yield return ("holidays.csv", to => Holidays(to, data.Holidays));
        }
    }

    private static void Starts(TextWriter to, DataSet data)
    {
        var (starts, withProvider) = (data.Starts, data.Providers.Names.Length > 0);
        string[] head = ["participant", "start", .. withProvider ? (string[])["provider"] : [], .. Names(starts.Known)];
        Row(to, head);
        var cells = new string[head.Length];
        for (var p = 0; p < starts.Count; p++)
        {
            cells[0] = CsvCells.Text(starts.Participants[p]);
            for (var row = starts.Offsets[p]; row < starts.Offsets[p + 1]; row++)
            {
                cells[1] = Day.Write(starts.Day[row]);
                if (withProvider)
                {
                    cells[2] = starts.Provider[row] is var i and >= 0 ? CsvCells.Text(data.Providers.Names[i]) : "";
                }

                Fill(cells, withProvider ? 3 : 2, starts.Known, row, data.Schema.Money);
                CsvCells.WriteRow(to, cells);
            }
        }
    }

    private static void Facts(TextWriter to, FactTable facts, DataSet data)
    {
        var (span, ids) = (facts.Schema.IsSpan ? 1 : 0, FactIds.Of(facts));
        var optional = new (string Name, Func<int, string>? Cell)[]
        {
            ("known", (facts.Known ?? facts.ReplacedOn) is null ? null : row => Day.Write(facts.KnownOn(row))),
            ("source", facts.Source is { } source ? row => FactWords.Of(source[row]) ?? "" : null),
            ("status", facts.Status is { } status ? row => FactWords.Of(status[row]) : null),
            ("id", ids is null ? null : row => Id(ids[row])),
        }.Where(o => o.Cell is not null).ToArray();
        string[] days = facts.Schema.IsSpan ? ["start", "end"] : ["day"];
        string[] head = ["participant", .. days, .. Names(facts.Columns), .. optional.Select(o => o.Name)];
        Row(to, head);
        var cells = new string[head.Length];
        for (var p = 0; p + 1 < facts.Offsets.Length; p++)
        {
            cells[0] = CsvCells.Text(data.Starts.Participants[p]);
            for (var row = facts.Offsets[p]; row < facts.Offsets[p + 1]; row++)
            {
                cells[1] = Day.Write(facts.First[row]);
                cells[1 + span] = facts.Last[row] == int.MaxValue ? "" : Day.Write(facts.Last[row]);
                Fill(cells, 2 + span, facts.Columns, row, data.Schema.Money);
                for (var i = 0; i < optional.Length; i++)
                {
                    cells[2 + span + facts.Columns.Count + i] = optional[i].Cell!(row);
                }

                CsvCells.WriteRow(to, cells);
            }
        }
    }

    private static void Values(TextWriter to, string column, ValueTable table, Currency money)
    {
        Row(to, [column, .. Names(table.Known)]);
        var cells = new string[table.Known.Count + 1];
        for (var row = 0; row < table.Names.Length; row++)
        {
            cells[0] = CsvCells.Text(table.Names[row]);
            Fill(cells, 1, table.Known, row, money);
            CsvCells.WriteRow(to, cells);
        }
    }

    private static void Transfers(TextWriter to, DataSet data)
    {
        Row(to, ["participant", "day", "provider"]);
        var all = data.Transfers;
        for (var i = 0; i < all.Participant.Length; i++)
        {
            CsvCells.WriteRow(
                to,
                CsvCells.Text(data.Starts.Participants[all.Participant[i]]),
                Day.Write(all.LastDay[i]),
                CsvCells.Text(data.Providers.Names[all.Provider[i]]));
        }
    }

    private static void Holidays(TextWriter to, int[] days)
    {
        Row(to, ["day"]);
        foreach (var day in days)
        {
            CsvCells.WriteRow(to, Day.Write(day));
        }
    }

    private static void Row(TextWriter to, string[] head) =>
        CsvCells.WriteRow(to, Array.ConvertAll(head, CsvCells.Text));

    private static IEnumerable<string> Names(IReadOnlyList<Column> columns) => columns.Select(c => c.Schema.Name);

    private static void Fill(string[] cells, int from, IReadOnlyList<Column> columns, int row, Currency money)
    {
        for (var c = 0; c < columns.Count; c++)
        {
            var text = CellText.Of(columns[c], row, money);
            var isText = columns[c].Schema.Type.Kind is ValueKind.Name or ValueKind.OneOf;
            cells[from + c] = isText ? CsvCells.Text(text) : text;
        }
    }

    private static string Id(int id) => id == 0 ? "" : id.ToString("D10", CultureInfo.InvariantCulture);
}
