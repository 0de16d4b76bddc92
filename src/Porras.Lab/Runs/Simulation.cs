namespace Porras.Lab;

/// <summary>Plays a world through many times, and lets the pipe price what happens.</summary>
public static class Simulation
{
    /// <summary>Runs a model in a world.</summary>
    /// <param name="plan">The model, made ready.</param>
    /// <param name="world">The world; see <see cref="WorldCheck"/> for what is refused.</param>
    /// <param name="options">How.</param>
    /// <param name="prices">Prices of histories from earlier runs in such worlds; null: begin anew.</param>
    /// <exception cref="RefusedException">The world does not fit the model.</exception>
    /// <exception cref="OperationCanceledException">It was taken back.</exception>
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
        var threads = Math.Clamp(options.Threads, 1, Math.Max(1, options.Replications / RunWorker.Together));
        var workers = new RunWorker[threads];
        options.Cancelled.ThrowIfCancellationRequested();
        InThreads(threads, t =>
        {
            var worker = new RunWorker(run, chances, prices.Page(t));
            worker.Work(options.Replications * t / threads, options.Replications * (t + 1) / threads);
            workers[t] = worker;
        });
        options.Cancelled.ThrowIfCancellationRequested();
        foreach (var worker in workers)
        {
            run.Histories += worker.Met;
            run.EachHistory.AddRange(worker.Each());
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
}
