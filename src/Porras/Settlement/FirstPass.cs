namespace Porras;

/// <summary>Settles each participant by itself: ranges of participants, taken by whichever thread is ready.</summary>
internal sealed class FirstPass(Plan plan, DataSet counting, int until, Everybody? everybody, bool keepsReasons)
{
    private const int Smallest = 256, Largest = 16384, Pieces = 64;
    private readonly int _size = Math.Clamp(counting.Starts.Count / Pieces, Smallest, Largest);

    /// <summary>The lines of each range.</summary>
    public Lines[] Parts { get; private set; } = [];

    /// <summary>What was found in each range.</summary>
    public List<Diagnostic>[] Findings { get; private set; } = [];

    /// <summary>How often each thread took a share of nothing for 0.</summary>
    public Dictionary<string, int>[] SharesOfNothing { get; private set; } = [];

    /// <summary>The reasons of the lines, if they are kept.</summary>
    public KeptReasons? Reasons { get; private set; }

    /// <summary>Settles all.</summary>
    public void Run(int threads, Action<int>? progress, SpareLines? spare)
    {
        var people = counting.Starts.Count;
        Parts = new Lines[Math.Max(1, (people + _size - 1) / _size)];
        Findings = new List<Diagnostic>[Parts.Length];
        var reasons = new PartReasons[Parts.Length];
        var workers = Math.Clamp(threads, 1, Parts.Length);
        SharesOfNothing = new Dictionary<string, int>[workers];
        var (next, done) = (-1, 0);
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, worker =>
        {
            var c = plan.NewCase(counting, until, everybody);
            SharesOfNothing[worker] = c.SharesOfNothing;
            var arithmetic = new KeptArithmetic();
            var room = 4 * _size;
            for (int part; (part = Interlocked.Increment(ref next)) < Parts.Length;)
            {
                var (from, to) = (part * _size, Math.Min(people, (part + 1) * _size));
                reasons[part] = new(arithmetic, keepsReasons ? room : 0);
                (Parts[part], Findings[part]) = (spare?.Take(room) ?? new(room), []);
                for (var p = from; p < to; p++)
                {
                    Episodes(c, p, part, reasons[part]);
                }

                room = Parts[part].Count + Parts[part].Count / 16;
                progress?.Invoke(Interlocked.Add(ref done, to - from));
            }
        });
        Reasons = keepsReasons ? new(plan, counting, until, Parts, reasons) : null;
    }

    private void Episodes(ServiceCase c, int participant, int part, PartReasons reasons)
    {
        var starts = counting.Starts;
        var findings = Findings[part];
        var episodes = plan.Schema.SecondStart == SecondStart.NewEpisode
            ? starts.Offsets[participant + 1] - starts.Offsets[participant] : 1;
        for (var episode = 1; episode <= episodes; episode++)
        {
            try
            {
                if (starts.Day[starts.Offsets[participant] + episode - 1] <= until
                    && Settle.Begin(plan, c, participant, episode, findings))
                {
                    Pay(c, part, reasons);
                }
            }
            catch (OverflowException)
            {
                findings.Add(Diagnostic.At(default, "P6005", starts.Participants[participant]));
            }

            Settle.Refused(c, starts.Participants[participant], findings);
        }
    }

    // Where nothing in this pass can change a line, it goes straight to the columns.
    private void Pay(ServiceCase c, int part, PartReasons reasons)
    {
        var lines = Parts[part];
        if (!plan.IsPlain)
        {
            foreach (var draft in Settle.Draft(plan, c, notes: Findings[part]))
            {
                if (draft.Line.Amount != Money.Zero)
                {
                    lines.Add(draft.Line);
                    if (keepsReasons)
                    {
                        reasons.Add(plan, c, draft);
                    }
                }
            }

            return;
        }

        foreach (var fee in plan.OwnFees)
        {
            if (fee.IsDirect && !keepsReasons && c.Remembers && !c.HasOccurrences(fee.Index))
            {
                fee.PayDirectly(c, lines);
                continue;
            }

            Settle.Add(c, fee.Index, lines);
            if (keepsReasons)
            {
                reasons.Add(c, fee);
            }
        }
    }
}
