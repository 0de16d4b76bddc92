using System.Runtime.InteropServices;

namespace Porras.Lab;

/// <summary>One thread of a run: its own histories and their prices.</summary>
internal sealed class RunWorker(Run run, Chances chances, PricePage page)
{
    /// <summary>How many replications are priced together.</summary>
    public const int Together = 64;

    // A prime: which participant is taken does not follow the order of starts.
    private const int Step = 7919;

    private readonly Individuals _people =
        new(run.World, chances, run.Options.Seed, run.Options.Width, page.Histories);

    private readonly bool[] _isOutcome = [.. run.Plan.Fees.Select(f => f.Source.IsOutcome)];
    private readonly Pricing _pricing = page.Pricing;

    // How often each history was met in this run.
    private readonly List<int> _times = [];

    /// <summary>What each fee paid.</summary>
    public long[] ByFee { get; } = new long[run.Plan.Fees.Count];

    /// <summary>By group: what was paid because of first jobs.</summary>
    public long[] ForJobs { get; } = new long[run.World.Groups.Count];

    /// <summary>By group: how many first jobs.</summary>
    public long[] FirstJobs { get; } = new long[run.World.Groups.Count];

    /// <summary>How many different histories were met.</summary>
    public long Met => _people.Histories.Count;

    /// <summary>How often each history was met and what it pays; empty unless asked for.</summary>
    public IEnumerable<(int Times, long Pays)> Each() => run.Options.ByHistory && !run.Plan.IsAcross
        ? _times.Select((times, history) => (times, _pricing.TotalOf(history))) : [];

    /// <summary>Plays replications through.</summary>
    public void Work(int from, int to)
    {
        var lives = new List<Lives>(Together);
        for (var at = from; at < to && !run.Options.Cancelled.IsCancellationRequested; at += Together)
        {
            lives.Clear();
            for (var r = at; r < Math.Min(to, at + Together); r++)
            {
                lives.Add(_people.Live((uint)(run.Options.First + r), run.Options.Provider));
            }

            if (!run.Plan.IsAcross)
            {
                _pricing.Price(_people.Histories);
                var before = _times.Count;
                CollectionsMarshal.SetCount(_times, _people.Histories.Count);
                CollectionsMarshal.AsSpan(_times)[before..].Clear();
            }

            for (var i = 0; i < lives.Count; i++)
            {
                Keep(at + i, lives[i]);
            }
        }

        SumFees();
        if (run.Options.Twins && !run.Plan.IsAcross)
        {
            CompareTwins();
        }
    }

    // What a job pays: the pay of whoever got one, less the pay of a twin without that job and all after it.
    private void CompareTwins()
    {
        var histories = _people.Histories;
        var twins = new (int History, int Twin)[_times.Count];
        var count = 0;
        for (var h = 0; h < _times.Count; h++)
        {
            if (_times[h] > 0 && FirstJob(h) is >= 0 and var at)
            {
                twins[count++] = (h, TwinOf(h, at));
            }
        }

        _pricing.Price(histories);
        foreach (var (history, twin) in twins.AsSpan(0, count))
        {
            var group = histories.GroupOf(history);
            FirstJobs[group] += _times[history];
            ForJobs[group] += _times[history] * (_pricing.TotalOf(history) - _pricing.TotalOf(twin));
        }
    }

    // Where the first job of a history that is proven stands in it; below 0 if it has none.
    private int FirstJob(int history)
    {
        var bytes = _people.Histories[history];
        for (var at = Histories.Head; at < bytes.Length; at += 2)
        {
            if ((Happening)bytes[at + 1] == Happening.Job)
            {
                return at;
            }
        }

        return -1;
    }

    private int TwinOf(int history, int at) =>
        _people.Histories.Place(_people.Histories[history][..at].ToArray());

    // One of those with a job, another in each replication, does not get it: all are settled once more.
    private void TakeOneJob(int replication, Lives lives)
    {
        var groups = run.World.Groups.Count;
        int[] other = [.. lives.History];
        for (var g = 0; g < groups && run.OneJob.Length > 0; g++)
        {
            List<int> with = [.. Enumerable.Range(0, other.Length).Where(i =>
                lives.Groups[i] == g && FirstJob(other[i]) >= 0)];
            if (with.Count == 0)
            {
                continue;
            }

            var (place, own) = (with[replication * Step % with.Count], 0);
            (own, other[place]) = (other[place], TwinOf(other[place], FirstJob(other[place])));
            var paid = _pricing.PriceAll(_people.Histories, other).Sum(p => p.Pay.Amount);
            run.OneJob[replication * groups + g] = (with.Count, run.TotalOf(replication) - paid);
            other[place] = own;
        }
    }

    private void Keep(int replication, Lives lives)
    {
        var groups = run.World.Groups.Count;
        run.Surroundings[replication] = lives.Surroundings;
        lives.Started.CopyTo(run.Started.AsSpan(replication * groups));
        lives.Entered.CopyTo(run.Entered.AsSpan(replication * groups));
        lives.JobMonths.CopyTo(run.JobMonths.AsSpan(replication * groups));
        lives.Starts.CopyTo(run.Starts.AsSpan(replication * lives.Starts.Length));
        if (!run.Plan.IsAcross)
        {
            Pay(replication, lives);
            return;
        }

        var paid = run.Paid.AsSpan(replication * run.PayMonths * 2, run.PayMonths * 2);
        foreach (var (owner, pay) in _pricing.PriceAll(_people.Histories, lives.History))
        {
            Add(replication, paid, pay);
            ByFee[pay.Fee] += pay.Amount;
            // Owners are counted among their own kind: only a participant's fee has a group.
            if (run.Plan.Fees[pay.Fee].Scope is null)
            {
                var at = replication * groups + lives.Groups[owner];
                run.PaidByGroup[at] += pay.Amount;
                run.OutcomesByGroup[at] += _isOutcome[pay.Fee] ? pay.Amount : 0;
            }
        }

        TakeOneJob(replication, lives);
    }

    private void Pay(int replication, Lives lives)
    {
        var first = replication * run.World.Groups.Count;
        var paid = run.Paid.AsSpan(replication * run.PayMonths * 2, run.PayMonths * 2);
        var times = CollectionsMarshal.AsSpan(_times);
        for (var i = 0; i < lives.History.Length; i++)
        {
            var (history, sum, outcomes) = (lives.History[i], 0L, 0L);
            times[history]++;
            foreach (ref readonly var pay in _pricing[history])
            {
                Add(replication, paid, pay);
                sum += pay.Amount;
                outcomes += _isOutcome[pay.Fee] ? pay.Amount : 0;
            }

            run.PaidByGroup[first + lives.Groups[i]] += sum;
            run.OutcomesByGroup[first + lives.Groups[i]] += outcomes;
        }
    }

    private void Add(int replication, Span<long> paid, in Pay pay)
    {
        var at = pay.Month * 2 + (_isOutcome[pay.Fee] ? 1 : 0);
        paid[at] += pay.Amount;
        if (run.PaidByYear.Length > 0)
        {
            var year = Math.Clamp((int)pay.Year, 1, run.Years) - 1;
            run.PaidByYear[(replication * run.PayMonths * 2 + at) * run.Years + year] += pay.Amount;
        }
    }

    // What a fee paid for all who have a history is their number times what it paid for one.
    private void SumFees()
    {
        for (var h = 0; h < _times.Count; h++)
        {
            if (_times[h] == 0)
            {
                continue;
            }

            foreach (ref readonly var pay in _pricing[h])
            {
                ByFee[pay.Fee] += _times[h] * pay.Amount;
            }
        }
    }
}
