using System.Runtime.InteropServices;

namespace Porras.Lab;

/// <summary>One thread of a run: its own histories and their prices.</summary>
internal sealed class RunWorker(Run run, Chances chances, PricePage page)
{
    /// <summary>How many replications are priced together.</summary>
    public const int Together = 64;

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

    /// <summary>Plays replications through.</summary>
    public void Work(int from, int to)
    {
        var lives = new List<Lives>(Together);
        for (var at = from; at < to; at += Together)
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
            if (_times[h] == 0)
            {
                continue;
            }

            var first = histories[h][Histories.Head..];
            var at = 0;
            while (at < first.Length && (Happening)first[at + 1] != Happening.Job)
            {
                at += 2;
            }

            if (at < first.Length)
            {
                twins[count++] = (h, histories.Place(histories[h][..(Histories.Head + at)].ToArray()));
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

    private void Keep(int replication, Lives lives)
    {
        var groups = run.World.Groups.Count;
        run.Surroundings[replication] = lives.Surroundings;
        lives.Started.CopyTo(run.Started.AsSpan(replication * groups));
        lives.Entered.CopyTo(run.Entered.AsSpan(replication * groups));
        lives.JobMonths.CopyTo(run.JobMonths.AsSpan(replication * groups));
        lives.Starts.CopyTo(run.Starts.AsSpan(replication * lives.Starts.Length));
        var byGroup = run.PaidByGroup.AsSpan(replication * groups, groups);
        if (!run.Plan.IsAcross)
        {
            Pay(replication, lives, byGroup);
            return;
        }

        var paid = run.Paid.AsSpan(replication * run.PayMonths * 2, run.PayMonths * 2);
        foreach (var (owner, pay) in _pricing.PriceAll(_people.Histories, lives.History))
        {
            Add(replication, paid, pay);
            ByFee[pay.Fee] += pay.Amount;
            if (owner < lives.Groups.Length)
            {
                byGroup[lives.Groups[owner]] += pay.Amount;
            }
        }
    }

    private void Pay(int replication, Lives lives, Span<long> byGroup)
    {
        var paid = run.Paid.AsSpan(replication * run.PayMonths * 2, run.PayMonths * 2);
        var times = CollectionsMarshal.AsSpan(_times);
        for (var i = 0; i < lives.History.Length; i++)
        {
            var (history, sum) = (lives.History[i], 0L);
            times[history]++;
            foreach (ref readonly var pay in _pricing[history])
            {
                Add(replication, paid, pay);
                sum += pay.Amount;
            }

            byGroup[lives.Groups[i]] += sum;
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
