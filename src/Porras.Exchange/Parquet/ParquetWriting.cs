namespace Porras.Exchange;

/// <summary>The tables of a data set as columns of Parquet files.</summary>
internal static class ParquetWriting
{
    /// <summary>The files of a data set: name, columns, how many rows.</summary>
    public static IEnumerable<(string Name, ParquetOut[] Columns, int Rows)> Files(DataSet data)
    {
        var money = data.Schema.Money;
        yield return ("participants.parquet", Starts(data), data.Starts.Day.Length);
        if (data.Schema.Provider.Count > 0 || data.Providers.Names.Length > 0)
        {
            yield return Values("providers.parquet", "provider", data.Providers, money);
        }

        foreach (var ((name, _), cohort) in data.Schema.Cohorts.Zip(data.Cohorts))
        {
            yield return Values(name + ".parquet", name, cohort, money);
        }

        foreach (var facts in data.Facts)
        {
            yield return (facts.Schema.Name + ".parquet", Facts(facts, data), facts.Count);
        }

        var transfers = data.Transfers;
        if (transfers.Participant.Length > 0)
        {
            ParquetOut[] columns =
            [
                new TextOut("participant", false, r => data.Starts.Participants[transfers.Participant[r]]),
                new IntOut("day", true, false, r => transfers.LastDay[r]),
                new TextOut("provider", false, r => data.Providers.Names[transfers.Provider[r]]),
            ];
            yield return ("transfer.parquet", columns, transfers.Participant.Length);
        }

        if (data.Holidays.Length > 0)
        {
            ParquetOut[] columns = [new IntOut("day", true, false, r => data.Holidays[r])];
            yield return ("holidays.parquet", columns, data.Holidays.Length);
        }
    }

    private static ParquetOut[] Starts(DataSet data)
    {
        var starts = data.Starts;
        var names = data.Providers.Names;
        var provider = new TextOut("provider", true, r => starts.Provider[r] is var p and >= 0 ? names[p] : null);
        return
        [
            new TextOut("participant", false, Participant(starts.Participants, starts.Offsets)),
            new IntOut("start", true, false, r => starts.Day[r]),
            .. names.Length > 0 ? (ParquetOut[])[provider] : [],
            .. starts.Known.Select(c => Of(c, data.Schema.Money)),
        ];
    }

    private static ParquetOut[] Facts(FactTable facts, DataSet data)
    {
        var ids = FactIds.Of(facts);
        var columns = new List<ParquetOut>
        {
            new TextOut("participant", false, Participant(data.Starts.Participants, facts.Offsets)),
            new IntOut(facts.Schema.IsSpan ? "start" : "day", true, false, r => facts.First[r]),
        };
        if (facts.Schema.IsSpan)
        {
            columns.Add(new IntOut("end", true, true, r => facts.Last[r]));
        }

        columns.AddRange(facts.Columns.Select(c => Of(c, data.Schema.Money)));
        if ((facts.Known ?? facts.ReplacedOn) is not null)
        {
            columns.Add(new IntOut("known", true, true, facts.KnownOn));
        }

        if (facts.Source is { } source)
        {
            columns.Add(new TextOut("source", true, r => FactWords.Of(source[r])));
        }

        if (facts.Status is { } status)
        {
            columns.Add(new TextOut("status", true, r => FactWords.Of(status[r])));
        }

        if (ids is not null)
        {
            columns.Add(new LongOut("id", null, true, r => ids[r] == 0 ? Column.Empty : ids[r]));
        }

        return [.. columns];
    }

    private static (string Name, ParquetOut[] Columns, int Rows) Values(
        string file, string column, ValueTable table, Currency money)
    {
        var names = new TextOut(column, false, r => table.Names[r]);
        return (file, [names, .. table.Known.Select(c => Of(c, money))], table.Names.Length);
    }

    private static ParquetOut Of(Column column, Currency money)
    {
        var (name, values) = (column.Schema.Name, column.Values);
        switch (column.Schema.Type.Kind)
        {
            case ValueKind.Name or ValueKind.OneOf:
                return new TextOut(name, true, r => values[r] == Column.Empty ? null : column.Labels[(int)values[r]]);
            case ValueKind.Day:
                return new IntOut(name, true, true, r => values[r] == Column.Empty ? int.MaxValue : (int)values[r]);
            case ValueKind.YesNo:
                return new TruthOut(name, r => values[r]);
            case ValueKind.Money:
                return new LongOut(name, money.Decimals, true, r => values[r]);
            case ValueKind.Percent:
                return new LongOut(name, column.Decimals - 2, true, r => values[r]);
            case ValueKind.Weeks:
                return new LongOut(
                    name, column.Decimals, true, r => values[r] == Column.Empty ? Column.Empty : values[r] / 7);
            case ValueKind.Number or ValueKind.Points or ValueKind.Hours or ValueKind.Days or ValueKind.Months
                or ValueKind.AWeek:
                return new LongOut(name, column.Decimals, true, r => values[r]);
            default:
                throw new InvalidOperationException($"Unknown kind of value {column.Schema.Type.Kind}.");
        }
    }

    // Rows are asked for in rising order: the participant of a row is that of the row before, or a later one.
    private static Func<int, string> Participant(string[] participants, int[] offsets)
    {
        var participant = 0;
        return row =>
        {
            participant = row < offsets[participant] ? 0 : participant;
            while (offsets[participant + 1] <= row)
            {
                participant++;
            }

            return participants[participant];
        };
    }
}
