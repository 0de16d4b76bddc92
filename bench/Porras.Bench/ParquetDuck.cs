using DuckDB.NET.Data;

namespace Porras.Bench;

/// <summary>DuckDB doing the reference job from Parquet files to a Parquet file, with the same statement.</summary>
/// <remarks>
/// Its lines have less than Porras's: participant, fee, day and amount as whole numbers. Case numbers become whole
/// numbers as they are read, which its joins and windows like better than texts.
/// </remarks>
public sealed class ParquetDuck : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly string _copy;

    /// <summary>A database in memory that reads the files of a folder.</summary>
    /// <param name="folder">The folder of the data set.</param>
    /// <param name="lines">The file that is written.</param>
    /// <param name="threads">On how many threads.</param>
    public ParquetDuck(string folder, string lines, int threads)
    {
        _connection.Open();
        Run(FormattableString.Invariant($"set threads to {threads}"));
        Run("create table price(g utinyint, job integer, sus integer, susmax integer, need integer)");
        for (var g = 0; g < ReferenceJob.Prices.Count; g++)
        {
            var price = ReferenceJob.Prices[g];
            Run(FormattableString.Invariant($"insert into price values ({g}, {price.JobOutcome}, {price.Block}, ")
                + FormattableString.Invariant($"{price.BlocksMost}, {price.DaysNeeded})"));
        }

        Run($"""
            create view ev as
            select participant::integer as p, 0::utinyint as t, "start" - date '2013-01-01' as d
            from '{folder}/participants.parquet'
            union all
            select participant::integer, 3::utinyint, "day" - date '2013-01-01' from '{folder}/meeting.parquet'
            union all
            select participant::integer, 1::utinyint, "start" - date '2013-01-01' from '{folder}/job.parquet'
            union all
            select participant::integer, 2::utinyint, "end" + 1 - date '2013-01-01' from '{folder}/job.parquet'
            """);
        Run($"""
            create view part as
            select participant::integer as p, ("payment-group"::integer - 1)::utinyint as g
            from '{folder}/participants.parquet'
            """);
        var statement = Embedded.Text("work-programme.sql");
        var query = statement[(statement.IndexOf("outp as", StringComparison.Ordinal) + "outp as".Length)..];
        _copy = $"copy ({query.TrimEnd().TrimEnd(';')}) to '{lines}' (format parquet)";
    }

    /// <summary>The version of DuckDB.</summary>
    public string Version => _connection.ServerVersion;

    /// <summary>From the files of the data set to the file of lines.</summary>
    public void Settle() => Run(_copy);

    /// <summary>The totals of a file of lines that DuckDB has written.</summary>
    public Totals Own(string lines) =>
        Totals($"select fee::integer, count(*), sum(amt)::bigint from '{lines}' group by fee");

    /// <summary>The totals of a file of lines that Porras has written.</summary>
    public Totals Theirs(string lines)
    {
        var fees = string.Join(' ', Bench.Totals.Fees.Select((fee, i) => $"when '{fee}' then {i}"));
        return Totals($"select case fee {fees} end, count(*), (sum(amount) * 100)::bigint from '{lines}' group by fee");
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private Totals Totals(string query)
    {
        var (lines, pence) = (new long[4], new long[4]);
        using var command = _connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            lines[reader.GetInt32(0)] = reader.GetInt64(1);
            pence[reader.GetInt32(0)] = reader.GetInt64(2);
        }

        return new(lines, pence);
    }

    private void Run(string statement)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
