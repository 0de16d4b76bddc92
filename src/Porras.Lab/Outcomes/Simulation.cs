namespace Porras.Lab;

/// <summary>Plays a world through many times, and lets the pipe price what happens.</summary>
public static class Simulation
{
    private const int Together = 64;

    /// <summary>Runs a model in a world.</summary>
    /// <param name="plan">The model, made ready.</param>
    /// <param name="world">The world; see <see cref="WorldCheck"/> for what is refused.</param>
    /// <param name="options">How.</param>
    /// <exception cref="RefusedException">The world does not fit the model.</exception>
    public static Run Run(Plan plan, World world, RunOptions options)
    {
        if (WorldCheck.Of(plan, world) is { Count: > 0 } mistakes)
        {
            throw new RefusedException(mistakes);
        }

        var (template, findings) = Template.Of(plan, world);
        if (template is null)
        {
            throw new RefusedException(findings);
        }

        var run = new Run(plan, world, options);
        var chances = new Chances(world);
        var facts = new FactMaker(plan, world, template);
        var threads = Math.Clamp(options.Threads, 1, Math.Max(1, options.Replications / Together));
        var sums = new (long[] ByFee, long Histories)[threads];
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, t =>
        {
            var worker = new Worker(run, chances, facts);
            worker.Work(options.Replications * t / threads, options.Replications * (t + 1) / threads);
            sums[t] = (worker.ByFee, worker.Histories);
        });
        foreach (var (byFee, histories) in sums)
        {
            run.Histories += histories;
            for (var f = 0; f < byFee.Length; f++)
            {
                run.ByFee[f] += byFee[f];
            }
        }

        return run;
    }

    // One thread: its own histories and their prices.
    private sealed class Worker(Run run, Chances chances, FactMaker facts)
    {
        private readonly Individuals _people = new(run.World, chances, run.Options.Seed, run.Options.Width);
        private readonly Pricing _pricing = new(run.Plan, run.World, facts);

        public long[] ByFee { get; } = new long[run.Plan.Fees.Count];

        public long Histories => _people.Histories.Count;

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
        }

        private void Keep(int replication, Lives lives)
        {
            var groups = run.World.Groups.Count;
            run.Surroundings[replication] = lives.Surroundings;
            lives.Started.CopyTo(run.Started.AsSpan(replication * groups));
            lives.Entered.CopyTo(run.Entered.AsSpan(replication * groups));
            lives.JobMonths.CopyTo(run.JobMonths.AsSpan(replication * groups));
            lives.Surroundings.Starts.CopyTo(run.Starts.AsSpan(replication * run.World.Intake));
            var paid = run.Paid.AsSpan(replication * run.PayMonths * 2, run.PayMonths * 2);
            var byGroup = run.PaidByGroup.AsSpan(replication * groups, groups);
            var ofAll = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(lives.History);
            if (run.Plan.IsAcross)
            {
                foreach (var (owner, pay) in _pricing.PriceAll(_people.Histories, ofAll))
                {
                    Add(paid, pay);
                    if (owner < ofAll.Length)
                    {
                        byGroup[_people.Histories.GroupOf(ofAll[owner])] += pay.Amount;
                    }
                }

                return;
            }

            foreach (var history in ofAll)
            {
                foreach (ref readonly var pay in _pricing[history])
                {
                    Add(paid, pay);
                    byGroup[_people.Histories.GroupOf(history)] += pay.Amount;
                }
            }
        }

        private void Add(Span<long> paid, in Pay pay)
        {
            paid[pay.Month * 2 + (run.Plan.Fees[pay.Fee].Source.IsOutcome ? 1 : 0)] += pay.Amount;
            ByFee[pay.Fee] += pay.Amount;
        }
    }
}
