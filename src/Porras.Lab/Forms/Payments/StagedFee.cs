namespace Porras.Lab;

/// <summary>A part of a fee that is paid when a job has lasted so long.</summary>
/// <param name="Months">How long; 0 is the beginning of the job.</param>
/// <param name="Fee">What is paid then, in euro.</param>
public readonly record struct Stage(int Months, double Fee);

/// <summary>A fee for a start, and more for a job that begins and lasts: exact means and variances.</summary>
/// <param name="Start">What is paid for everybody, in euro.</param>
/// <param name="Stages">What is paid as the job lasts, in the order of their months.</param>
public sealed record StagedFee(double Start, IReadOnlyList<Stage> Stages)
{
    /// <summary>The same fee for every month a job lasts, up to a number of months.</summary>
    /// <param name="fee">The fee of a month.</param>
    /// <param name="months">The most months that are paid.</param>
    public static StagedFee EveryMonth(double fee, int months) =>
        new(0, [.. Enumerable.Range(1, Must.BeAtLeast(0, months)).Select(month => new Stage(month, fee))]);

    /// <summary>The fee expected for a client.</summary>
    /// <param name="job">The chance of a job, from 0 to 1.</param>
    /// <param name="lasting">How long it lasts.</param>
    public double Expected(double job, Survival lasting) => Start + Must.BeShare(job) * OnceInWork(lasting);

    /// <summary>What a further job is worth to the provider: the fees that follow its beginning, as expected.</summary>
    /// <param name="lasting">How long it lasts.</param>
    public double OnceInWork(Survival lasting)
    {
        ArgumentNullException.ThrowIfNull(lasting);
        return Stages.Sum(stage => stage.Fee * lasting.At(stage.Months));
    }

    /// <summary>
    /// Every amount that may be paid for a client besides the start, with its chance: nothing, then up to and with each
    /// stage. The chances add up to 1.
    /// </summary>
    /// <param name="job">The chance of a job.</param>
    /// <param name="lasting">How long it lasts.</param>
    public IReadOnlyList<(double Paid, double Chance)> Levels(double job, Survival lasting)
    {
        ArgumentNullException.ThrowIfNull(lasting);
        double[] reached = [1, .. Stages.Select(s => Must.BeShare(job) * lasting.At(s.Months)), 0];
        var levels = new (double, double)[Stages.Count + 1];
        var paid = 0.0;
        for (var i = 0; i < levels.Length; i++)
        {
            paid += i == 0 ? 0 : Stages[i - 1].Fee;
            levels[i] = (paid, reached[i] - reached[i + 1]);
        }

        return levels;
    }

    /// <summary>The variance of the fee for one client; the start does not vary.</summary>
    /// <param name="job">The chance of a job.</param>
    /// <param name="lasting">How long it lasts.</param>
    public double Variance(double job, Survival lasting)
    {
        var levels = Levels(job, lasting);
        var mean = levels.Sum(l => l.Paid * l.Chance);
        return levels.Sum(l => l.Chance * (l.Paid - mean) * (l.Paid - mean));
    }

    /// <summary>
    /// The fee expected for a client whose job must begin within a window, every month with the same chance; stages are
    /// paid however late they come.
    /// </summary>
    /// <param name="entry">The chance of a job in a month, for those without.</param>
    /// <param name="months">The months of the window.</param>
    /// <param name="lasting">How long a job lasts.</param>
    /// <param name="yearly">The yearly interest by which later money is worth less; 0.04 is four per cent.</param>
    public double ExpectedWithin(double entry, int months, Survival lasting, double yearly = 0)
    {
        ArgumentNullException.ThrowIfNull(lasting);
        var (sum, left) = (Start, 1.0);
        for (var month = 1; month <= months; month++)
        {
            var begun = left * Must.BeShare(entry);
            sum += begun * Stages.Sum(s => s.Fee * lasting.At(s.Months) * Worth(month + s.Months));
            left -= begun;
        }

        return sum;

        double Worth(int month) => Math.Pow(1 + yearly, -month / 12.0);
    }

    /// <summary>The chance of a job within a window.</summary>
    /// <param name="entry">The chance in a month, for those without.</param>
    /// <param name="months">The months of the window.</param>
    public static double JobWithin(double entry, int months) =>
        1 - Math.Pow(1 - Must.BeShare(entry), Must.BeAtLeast(0, months));
}
