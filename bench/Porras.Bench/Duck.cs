using DuckDB.NET.Data;

namespace Porras.Bench;

/// <summary>The peer that people would use today: the same job as one SQL statement in DuckDB.</summary>
public sealed class Duck : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly string _statement = Embedded.Text("work-programme.sql");

    /// <summary>A database in memory with the facts of the job loaded.</summary>
    public Duck(ReferenceJob job, int threads)
    {
        _connection.Open();
        Run(FormattableString.Invariant($"set threads to {threads}"));
        Run("create table ev(p integer, t utinyint, d integer)");
        Run("create table part(p integer, g utinyint)");
        Run("create table price(g utinyint, job integer, sus integer, susmax integer, need integer)");
        LoadEvents(job);
        LoadGroups(job);
        LoadPrices();
    }

    /// <summary>The version of DuckDB.</summary>
    public string Version => _connection.ServerVersion;

    /// <summary>Runs the statement; the lines stay in the table <c>outp</c>.</summary>
    public void Settle() => Run(_statement);

    /// <summary>The totals of the lines.</summary>
    public Totals Totals()
    {
        var (lines, pence) = (new long[4], new long[4]);
        using var command = _connection.CreateCommand();
        command.CommandText = "select fee::integer, count(*), sum(amt)::bigint from outp group by fee";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            lines[reader.GetInt32(0)] = reader.GetInt64(1);
            pence[reader.GetInt32(0)] = reader.GetInt64(2);
        }

        return new(lines, pence);
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private void Run(string statement)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private void LoadEvents(ReferenceJob job)
    {
        using var appender = _connection.CreateAppender("ev");
        void Add(int participant, byte kind, int day) =>
            appender.CreateRow().AppendValue(participant).AppendValue(kind).AppendValue(day).EndRow();

        for (var p = 0; p < job.Participants; p++)
        {
            Add(p, 0, job.Start[p]);
            for (var i = job.MeetingOffsets[p]; i < job.MeetingOffsets[p + 1]; i++)
            {
                Add(p, 3, job.Meetings[i]);
            }

            for (var i = job.JobOffsets[p]; i < job.JobOffsets[p + 1]; i++)
            {
                Add(p, 1, job.JobFirst[i]);
                if (job.JobEnd[i] >= 0)
                {
                    Add(p, 2, job.JobEnd[i]);
                }
            }
        }
    }

    private void LoadGroups(ReferenceJob job)
    {
        using var appender = _connection.CreateAppender("part");
        for (var p = 0; p < job.Participants; p++)
        {
            appender.CreateRow().AppendValue(p).AppendValue(job.Group[p]).EndRow();
        }
    }

    private void LoadPrices()
    {
        using var appender = _connection.CreateAppender("price");
        for (var g = 0; g < ReferenceJob.Prices.Count; g++)
        {
            var price = ReferenceJob.Prices[g];
            appender.CreateRow().AppendValue((byte)g).AppendValue(price.JobOutcome).AppendValue(price.Block)
                .AppendValue(price.BlocksMost).AppendValue(price.DaysNeeded).EndRow();
        }
    }
}
