namespace Porras.Bench;

/// <summary>Lines as columns, one array a column.</summary>
/// <param name="capacity">How many lines it has room for.</param>
public sealed class LineColumns(int capacity)
{
    /// <summary>How many lines there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whose line it is.</summary>
    public int[] Participant { get; } = GC.AllocateUninitializedArray<int>(capacity);

    /// <summary>Which fee, as a place in <see cref="Totals.Fees"/>.</summary>
    public byte[] Fee { get; } = GC.AllocateUninitializedArray<byte>(capacity);

    /// <summary>The number of the occurrence, from 1.</summary>
    public short[] Occurrence { get; } = GC.AllocateUninitializedArray<short>(capacity);

    /// <summary>The earned day.</summary>
    public int[] Earned { get; } = GC.AllocateUninitializedArray<int>(capacity);

    /// <summary>The amount in pence.</summary>
    public long[] Amount { get; } = GC.AllocateUninitializedArray<long>(capacity);

    /// <summary>Adds a line.</summary>
    public void Add(int participant, byte fee, int occurrence, int earned, int amount)
    {
        var i = Count++;
        Participant[i] = participant;
        Fee[i] = fee;
        Occurrence[i] = (short)occurrence;
        Earned[i] = earned;
        Amount[i] = amount;
    }
}

/// <summary>The practical limit: a loop written by hand for this one model and nothing else.</summary>
/// <remarks>It reads the same columns as the engine and writes its lines as columns; it explains nothing.</remarks>
public static class HandLoop
{
    private static readonly int[] AttachmentPrice = [40_000, 30_000, 20_000];
    private static readonly GroupPrice[] Prices = [.. ReferenceJob.Prices];

    /// <summary>Settles all participants on some number of threads; one part of the lines a thread.</summary>
    public static LineColumns[] Settle(DataSet facts, int threads)
    {
        var parts = new LineColumns[threads];
        if (threads == 1)
        {
            parts[0] = Range(facts, 0, facts.Starts.Count);
            return parts;
        }

        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
        {
            var count = (long)facts.Starts.Count;
            parts[part] = Range(facts, (int)(count * part / threads), (int)(count * (part + 1) / threads));
        });
        return parts;
    }

    private static LineColumns Range(DataSet facts, int from, int to)
    {
        var (starts, meetings, jobs) = (facts.Starts, facts.Facts[0], facts.Facts[1]);
        var lines = new LineColumns(Most(from, to, meetings.Offsets, jobs.Offsets));
        var group = starts.Known[0].Values;
        for (var p = from; p < to; p++)
        {
            var start = starts.Day[p];
            var year = (start - ReferenceFacts.FirstDay) / 365;
            lines.Add(p, 0, 1, start, AttachmentPrice[year]);

            var first = meetings.Offsets[p];
            var last = Math.Min(meetings.Offsets[p + 1], first + 12);
            for (var i = first; i < last; i++)
            {
                lines.Add(p, 1, i - first + 1, meetings.First[i], 5_000);
            }

            Work(lines, p, Prices[group[p]], start, jobs);
        }

        return lines;
    }

    private static void Work(LineColumns lines, int p, GroupPrice price, int start, FactTable jobs)
    {
        var (days, blocks, reached) = (0, 0, false);
        for (var i = jobs.Offsets[p]; i < jobs.Offsets[p + 1]; i++)
        {
            var before = jobs.First[i] - days - 1;
            days += jobs.Last[i] - jobs.First[i] + 1;
            if (days < price.DaysNeeded)
            {
                continue;
            }

            if (!reached)
            {
                var day = before + price.DaysNeeded;
                if (day >= start + ReferenceJob.AttachmentDays)
                {
                    return;
                }

                reached = true;
                lines.Add(p, 2, 1, day, price.JobOutcome);
            }

            while (blocks < price.BlocksMost && price.DaysNeeded + (28 * (blocks + 1)) <= days)
            {
                blocks++;
                lines.Add(p, 3, blocks, before + price.DaysNeeded + (28 * blocks), price.Block);
            }
        }
    }

    // Room that is never written costs no memory, so a bound is enough.
    private static int Most(int from, int to, int[] meetings, int[] jobs)
    {
        var most = to - from + meetings[to] - meetings[from];
        for (var p = from; p < to; p++)
        {
            most += jobs[p + 1] > jobs[p] ? 27 : 0;
        }

        return most;
    }
}
