using System.Globalization;

namespace Porras.Bench;

/// <summary>The reference job as a model and a data set of it.</summary>
public static class ReferenceFacts
{
    /// <summary>The programme's first day: three years of 365 days begin here.</summary>
    public static int FirstDay { get; } = Day.Of(2013, 1, 1);

    /// <summary>The day of settlement: later than anything that happens.</summary>
    public static int Until { get; } = Day.Of(2030, 12, 31);

    /// <summary>The model of the job.</summary>
    public static FeeModel Model { get; } = Read("work-programme-reference.md");

    private static DataSchema Schema { get; } = ModelSchema.Of(Model);

    /// <summary>The facts in the shape that the engine settles.</summary>
    /// <remarks>Half-open ends become last days; a job that still runs gets the last day on which it counts.</remarks>
    public static DataSet Of(ReferenceJob job) => new()
    {
        Schema = Schema,
        Starts = new()
        {
            Participants = [.. Enumerable.Range(0, job.Participants).Select(CaseNumber)],
            Offsets = [.. Enumerable.Range(0, job.Participants + 1)],
            Day = Array.ConvertAll(job.Start, day => FirstDay + day),
            Provider = [.. Enumerable.Repeat(-1, job.Participants)],
            Known = [new(Schema.Known[0], Array.ConvertAll(job.Group, g => (long)g), 0, Schema.Known[0].Type.Labels)],
        },
        Facts = [Meetings(job), Jobs(job)],
    };

    /// <summary>One model from the pages that hold it.</summary>
    public static FeeModel Read(params string[] pages)
    {
        var text = string.Join('\n', pages.Select(Embedded.Text));
        var read = ModelReader.ReadPage(text);
        return read.Whole ?? throw new InvalidOperationException(
            DiagnosticText.Write(read.Findings, text, Tongue.English));
    }

    private static string CaseNumber(int participant) => participant.ToString("D7", CultureInfo.InvariantCulture);

    private static FactTable Meetings(ReferenceJob job)
    {
        int[] days = [.. job.Meetings.Select(day => FirstDay + day)];
        return new()
        {
            Schema = Schema.Facts[0], Offsets = job.MeetingOffsets, First = days, Last = days, Columns = [],
        };
    }

    private static FactTable Jobs(ReferenceJob job)
    {
        var last = new int[job.JobEnd.Count];
        for (var p = 0; p < job.Participants; p++)
        {
            for (var row = job.JobOffsets[p]; row < job.JobOffsets[p + 1]; row++)
            {
                var running = job.Start[p] + ReferenceJob.AttachmentDays + ReferenceJob.RunningDays;
                last[row] = FirstDay + (job.JobEnd[row] < 0 ? running : job.JobEnd[row]) - 1;
            }
        }

        return new()
        {
            Schema = Schema.Facts[1],
            Offsets = job.JobOffsets,
            First = [.. job.JobFirst.Select(day => FirstDay + day)],
            Last = last,
            Columns = [],
        };
    }
}
