namespace Porras.Lab;

/// <summary>Plays a world through many times, and lets the pipe price what happens.</summary>
public static class Simulation
{
    private const int Together = 64;

    /// <summary>Runs a model in a world.</summary>
    /// <param name="plan">The model, made ready.</param>
    /// <param name="world">The world; see <see cref="WorldCheck"/> for what is refused.</param>
    /// <param name="options">How.</param>
    /// <param name="prices">Prices of histories from earlier runs in such worlds; null: begin anew.</param>
    /// <exception cref="RefusedException">The world does not fit the model.</exception>
    public static Run Run(Plan plan, World world, RunOptions options, PriceBook? prices = null)
    {
        var mistakes = WorldCheck.Mistakes(plan, world);
        if (mistakes.Count > 0)
        {
            throw new RefusedException(mistakes);
        }

        prices = prices is not null && prices.Fits(plan, world) ? prices : PriceBook.Of(plan, world);
        var run = new Run(plan, world, options);
        var chances = new Chances(world);
        var threads = Math.Clamp(options.Threads, 1, Math.Max(1, options.Replications / Together));
        var workers = new Worker[threads];
        InThreads(threads, t =>
        {
            var worker = new Worker(run, chances, prices.Page(t));
            worker.Work(options.Replications * t / threads, options.Replications * (t + 1) / threads);
            workers[t] = worker;
        });
        foreach (var worker in workers)
        {
            run.Histories += worker.Met;
            Sum(worker.ByFee, run.ByFee);
            Sum(worker.ForJobs, run.ForJobs);
            Sum(worker.FirstJobs, run.FirstJobs);
        }

        return run;
    }

    // What a model refuses is told as itself, not as a failure of a thread.
    private static void InThreads(int threads, Action<int> work)
    {
        try
        {
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, work);
        }
        catch (AggregateException all) when (all.InnerExceptions.OfType<RefusedException>().FirstOrDefault() is { } one)
        {
            throw new RefusedException(one.Findings);
        }
    }

    private static void Sum(long[] from, long[] to)
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] += from[i];
        }
    }

    // One thread: its own histories and their prices.
    private sealed class Worker(Run run, Chances chances, PricePage page)
    {
        private readonly Individuals _people =
            new(run.World, chances, run.Options.Seed, run.Options.Width, page.Histories);

        private readonly List<int> _times = [];
        private readonly bool[] _isOutcome = [.. run.Plan.Fees.Select(f => f.Source.IsOutcome)];
        private readonly Pricing _pricing = page.Pricing;

        public long[] ByFee { get; } = new long[run.Plan.Fees.Count];

        public long[] ForJobs { get; } = new long[run.World.Groups.Count];

        public long[] FirstJobs { get; } = new long[run.World.Groups.Count];

        public long Met => _people.Histories.Count;

        public void Work(int from, int to)
        {
            var lives = new List<Lives>();
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
                }

                for (var i = 0; i < lives.Count; i++)
                {
                    Keep(at + i, lives[i]);
                }
            }

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
                var first = histories[h][Histories.Head..];
                var at = 0;
                while (at < first.Length && (Happening)first[at + 1] != Happening.Job)
                {
                    at += 2;
                }

                if (at < first.Length && _times[h] > 0)
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
            var paid = run.Paid.AsSpan(replication * run.PayMonths * 2, run.PayMonths * 2);
            var byGroup = run.PaidByGroup.AsSpan(replication * groups, groups);
            var starts = run.Starts.AsSpan(replication * run.World.Intake * groups, run.World.Intake * groups);
            var ofAll = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(lives.History);
            foreach (var history in ofAll)
            {
                starts[_people.Histories.StartOf(history) * groups + _people.Histories.GroupOf(history)]++;
            }

            if (run.Plan.IsAcross)
            {
                foreach (var (owner, pay) in _pricing.PriceAll(_people.Histories, ofAll))
                {
                    Add(replication, paid, pay);
                    if (owner < ofAll.Length)
                    {
                        byGroup[_people.Histories.GroupOf(ofAll[owner])] += pay.Amount;
                    }
                }

                return;
            }

            while (_times.Count < _people.Histories.Count)
            {
                _times.Add(0);
            }

            foreach (var history in ofAll)
            {
                _times[history]++;
                foreach (ref readonly var pay in _pricing[history])
                {
                    Add(replication, paid, pay);
                    byGroup[_people.Histories.GroupOf(history)] += pay.Amount;
                }
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

            ByFee[pay.Fee] += pay.Amount;
        }
    }
}
