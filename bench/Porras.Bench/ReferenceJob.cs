namespace Porras.Bench;

/// <summary>The facts of the reference job as columns; days are counted from the programme's first day.</summary>
/// <remarks>Always the same for the same number of participants: drawn from one seed in a fixed order.</remarks>
public sealed class ReferenceJob
{
    /// <summary>How long after the start counting goes on: the attachment.</summary>
    public const int AttachmentDays = 730;

    /// <summary>How long after the attachment a job that still runs counts.</summary>
    public const int RunningDays = 365;

    /// <summary>How many participants the published totals are for.</summary>
    public const int FullSize = 1_000_000;

    /// <summary>What each of the nine groups is paid and needs.</summary>
    public static IReadOnlyList<GroupPrice> Prices { get; } =
    [
        new(120_000, 17_000, 13, 182),
        new(120_000, 21_500, 13, 182),
        new(120_000, 25_000, 20, 91),
        new(120_000, 25_000, 20, 91),
        new(100_000, 11_500, 20, 91),
        new(120_000, 23_500, 20, 91),
        new(120_000, 37_000, 26, 91),
        new(100_000, 11_500, 20, 91),
        new(120_000, 20_000, 20, 182),
    ];

    private readonly List<int> _meetings = [];
    private readonly List<int> _jobFirst = [];
    private readonly List<int> _jobEnd = [];

    private ReferenceJob(int participants)
    {
        Group = new byte[participants];
        Start = new int[participants];
        MeetingOffsets = new int[participants + 1];
        JobOffsets = new int[participants + 1];
    }

    /// <summary>The group of each participant, from 0 to 8.</summary>
    public byte[] Group { get; }

    /// <summary>The day of each start, from 0 to 1094.</summary>
    public int[] Start { get; }

    /// <summary>Meetings of participant p are <c>MeetingOffsets[p]</c> to <c>MeetingOffsets[p + 1] - 1</c>.</summary>
    public int[] MeetingOffsets { get; }

    /// <summary>The day of each meeting.</summary>
    public IReadOnlyList<int> Meetings => _meetings;

    /// <summary>Job spans of participant p are <c>JobOffsets[p]</c> to <c>JobOffsets[p + 1] - 1</c>.</summary>
    public int[] JobOffsets { get; }

    /// <summary>The first day of each job span.</summary>
    public IReadOnlyList<int> JobFirst => _jobFirst;

    /// <summary>The first day not worked of each job span; -1 for one that still runs.</summary>
    public IReadOnlyList<int> JobEnd => _jobEnd;

    /// <summary>How many participants there are.</summary>
    public int Participants => Start.Length;

    /// <summary>How many facts there are: starts, meetings, beginnings and ends of job spans.</summary>
    public int Facts => Participants + _meetings.Count + _jobFirst.Count + _jobEnd.Count(end => end >= 0);

    /// <summary>The job for some number of participants.</summary>
    public static ReferenceJob Draw(int participants)
    {
        var job = new ReferenceJob(participants);
        var random = new Random(1);
        for (var p = 0; p < participants; p++)
        {
            job.Group[p] = (byte)random.Next(9);
            job.Start[p] = random.Next(1095);
            job.DrawMeetings(random, job.Start[p]);
            job.MeetingOffsets[p + 1] = job._meetings.Count;
            job.DrawJobs(random, job.Start[p]);
            job.JobOffsets[p + 1] = job._jobFirst.Count;
        }

        return job;
    }

    private void DrawMeetings(Random random, int start)
    {
        var count = random.Next(4, 14);
        for (var m = 0; m < count; m++)
        {
            _meetings.Add(start + 5 + (28 * m));
        }
    }

    private void DrawJobs(Random random, int start)
    {
        var day = start + random.Next(400);
        var count = random.Next(0, 4);
        for (var i = 0; i < count && day < start + AttachmentDays; i++)
        {
            var length = 1 + (int)(-Math.Log(1 - random.NextDouble()) * 150);
            _jobFirst.Add(day);
            if (day + length >= start + AttachmentDays + 400)
            {
                _jobEnd.Add(-1);
                return;
            }

            _jobEnd.Add(day + length);
            day += length + 1 + random.Next(60);
        }
    }
}

/// <summary>What a group is paid, in pence, and what it needs.</summary>
/// <param name="JobOutcome">The job outcome.</param>
/// <param name="Block">Each block of 28 days of sustainment.</param>
/// <param name="BlocksMost">How many blocks are paid at most.</param>
/// <param name="DaysNeeded">How many days of work make a job outcome.</param>
public sealed record GroupPrice(int JobOutcome, int Block, int BlocksMost, int DaysNeeded);
