namespace Porras.Bench;

/// <summary>A participant as an object with all that is known: what engines of rules read.</summary>
/// <param name="Number">Which participant, from 0.</param>
/// <param name="Group">The payment group, from 0.</param>
/// <param name="Start">The day of the start.</param>
/// <param name="Year">The contract year of the start, from 1.</param>
/// <param name="Meetings">The meetings in order.</param>
/// <param name="Jobs">The job spans in order.</param>
public sealed record Person(
    int Number, int Group, int Start, int Year, IReadOnlyList<Meeting> Meetings, IReadOnlyList<JobSpan> Jobs)
{
    /// <summary>The participants of a data set.</summary>
    public static Person[] Of(DataSet data)
    {
        var (starts, meetings, jobs) = (data.Starts, data.Facts[0], data.Facts[1]);
        return
        [
            .. Enumerable.Range(0, starts.Count).Select(p => new Person(
                p,
                (int)starts.Known[0].Values[p],
                starts.Day[p],
                ((starts.Day[p] - ReferenceFacts.FirstDay) / 365) + 1,
                [.. meetings.First[Rows(meetings, p)].Select((day, i) => new Meeting(i + 1, day))],
                Spans(jobs.First[Rows(jobs, p)], jobs.Last[Rows(jobs, p)]))),
        ];
    }

    private static Range Rows(FactTable facts, int participant) =>
        facts.Offsets[participant]..facts.Offsets[participant + 1];

    private static JobSpan[] Spans(int[] first, int[] last)
    {
        var (spans, before) = (new JobSpan[first.Length], 0);
        for (var i = 0; i < first.Length; i++)
        {
            spans[i] = new(first[i], last[i] - first[i] + 1, before);
            before += spans[i].Days;
        }

        return spans;
    }
}

/// <summary>A meeting of a participant.</summary>
/// <param name="Number">Which of the meetings, from 1.</param>
/// <param name="Day">Its day.</param>
public sealed record Meeting(int Number, int Day);

/// <summary>A job span of a participant.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Days">How many days it has.</param>
/// <param name="Before">How many days of work came before it.</param>
public sealed record JobSpan(int First, int Days, int Before);

/// <summary>What a group is paid, in pence, and what it needs.</summary>
/// <param name="JobOutcome">The job outcome.</param>
/// <param name="DaysNeeded">How many days of work make a job outcome.</param>
/// <param name="Block">Each block of sustainment.</param>
/// <param name="Sustainments">The blocks that may be paid.</param>
public sealed record Terms(int JobOutcome, int DaysNeeded, int Block, IReadOnlyList<Sustainment> Sustainments)
{
    /// <summary>The terms of each group.</summary>
    public static Terms[] All { get; } =
    [
        .. ReferenceJob.Prices.Select(price => new Terms(
            price.JobOutcome,
            price.DaysNeeded,
            price.Block,
            [.. Enumerable.Range(1, price.BlocksMost).Select(n => new Sustainment(n, price.DaysNeeded + (28 * n)))])),
    ];
}

/// <summary>A block of sustainment.</summary>
/// <param name="Number">Which block, from 1.</param>
/// <param name="DaysNeeded">How many days of work reach it.</param>
public sealed record Sustainment(int Number, int DaysNeeded);

/// <summary>A line that a rule pays.</summary>
/// <param name="Fee">Which fee, as a place in <see cref="Totals.Fees"/>.</param>
/// <param name="Number">Which occurrence, from 1.</param>
/// <param name="Day">The earned day.</param>
/// <param name="Pence">The amount.</param>
public sealed record Paid(int Fee, int Number, int Day, int Pence);
