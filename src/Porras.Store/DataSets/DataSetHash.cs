using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Porras.Store;

/// <summary>The identity of a data set: two with the same hash hold the same in every table and column.</summary>
public static class DataSetHash
{
    /// <summary>SHA-256 over all columns and names, as 64 lower-case hexadecimal digits.</summary>
    public static string Of(DataSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var starts = data.Starts;
        Add(hash, starts.Participants);
        Add(hash, starts.Offsets, starts.Day, starts.Provider, starts.FileLine);
        Add(hash, starts.Known);
        foreach (var table in (IEnumerable<ValueTable>)[data.Providers, .. data.Cohorts])
        {
            Add(hash, table.Names);
            Add(hash, table.Known);
        }

        foreach (var facts in data.Facts)
        {
            Add(hash, [facts.Schema.Name]);
            Add(hash, facts.Offsets, facts.First, facts.Last, facts.Known, facts.ReplacedOn, facts.FileLine);
            Add(hash, facts.Source is { } source ? Array.ConvertAll(source, s => (int)s) : null);
            Add(hash, facts.Status is { } status ? Array.ConvertAll(status, s => (int)s) : null);
            Add(hash, facts.Columns);
        }

        var transfers = data.Transfers;
        Add(hash, transfers.Participant, transfers.LastDay, transfers.Provider, data.Holidays);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, IReadOnlyList<Column> columns)
    {
        foreach (var column in columns)
        {
            Add(hash, [column.Schema.Name, column.Schema.Type.Kind.ToString(), .. column.Labels]);
            Add(hash, [column.Decimals, column.Values.Length]);
            hash.AppendData(MemoryMarshal.AsBytes(column.Values.AsSpan()));
        }
    }

    private static void Add(IncrementalHash hash, params int[]?[] columns)
    {
        foreach (var column in columns)
        {
            var length = column?.Length ?? -1;
            hash.AppendData(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in length)));
            hash.AppendData(MemoryMarshal.AsBytes(column.AsSpan()));
        }
    }

    private static void Add(IncrementalHash hash, string[] texts)
    {
        Add(hash, [texts.Length]);
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Add(hash, [bytes.Length]);
            hash.AppendData(bytes);
        }
    }
}
