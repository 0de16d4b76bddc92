namespace Porras.Lab;

/// <summary>Why no factor on outcome prices gives a margin.</summary>
public enum FactorProblem
{
    /// <summary>There is one.</summary>
    None,

    /// <summary>Nobody starts.</summary>
    NoClients,

    /// <summary>Nothing is spent, so that a margin on it is not defined.</summary>
    NoCost,

    /// <summary>Nothing is paid for outcomes.</summary>
    NoOutcomes,

    /// <summary>Outputs alone pay for more than the margin.</summary>
    OutputsSuffice,

    /// <summary>Limits hold the pay below it, or the factor would be beyond all reason.</summary>
    OutOfReach,
}

/// <summary>A factor on outcome prices.</summary>
/// <param name="Value">The factor with its error of simulation; null where there is none.</param>
/// <param name="Problem">Why there is none.</param>
/// <param name="IsLinear">Whether pay is a straight line in it: one step was enough.</param>
internal sealed record FoundFactor(Interval? Value, FactorProblem Problem, bool IsLinear)
{
    /// <summary>What is written; 1 where there is no factor.</summary>
    public double Written => Value is { } found ? PriceFactors.Rounded(found.Value) : 1;
}

/// <summary>
/// Looks for the factors at which pay covers cost and a margin: where pay is a straight line in prices the first step
/// hits, else secants on the same random numbers.
/// </summary>
internal sealed class FactorSearch
{
    /// <summary>The largest factor that is looked at.</summary>
    public const double Most = 100;

    // Where pay grows by less than this part of what it grew by first, limits hold it.
    private const double Held = 0.02;
    private const int Rounds = 8;
    private const double Close = 0.001, Least = 0.00001;

    private readonly GroupPay _first;
    private readonly double _target, _outputs, _margin;
    private (double Factor, double Paid) _before;
    private double _factor = 1;
    private int _round;

    private FactorSearch(GroupPay first, double margin)
    {
        (_first, _margin) = (first, margin);
        (_target, _outputs) = (Means.Of(first.Cost) * (1 + margin), Means.Of(first.Outputs));
        var outcomes = Means.Of(first.Outcomes);
        _before = (0, _outputs);
        Slope = outcomes;
        Problem = Means.Of(first.Started) == 0 ? FactorProblem.NoClients
            : _target <= 0 ? FactorProblem.NoCost
            : outcomes <= 0 ? FactorProblem.NoOutcomes
            : _target - _outputs < Least * outcomes ? FactorProblem.OutputsSuffice
            : _target - _outputs > Most * outcomes ? FactorProblem.OutOfReach
            : FactorProblem.None;
        IsOpen = Problem == FactorProblem.None;
        _factor = IsOpen ? (_target - _outputs) / outcomes : 1;
    }

    private FactorProblem Problem { get; set; }

    private bool IsOpen { get; set; }

    private bool IsLinear { get; set; } = true;

    private double Slope { get; set; }

    private double Half { get; set; }

    /// <summary>Looks for the factor of each part.</summary>
    /// <param name="first">What each part brings and costs at prices as written.</param>
    /// <param name="margin">The margin on cost.</param>
    /// <param name="at">The same at factors.</param>
    public static IReadOnlyList<FoundFactor> Of(
        IReadOnlyList<GroupPay> first, double margin, Func<IReadOnlyList<double>, IReadOnlyList<GroupPay>> at)
    {
        List<FactorSearch> all = [.. first.Select(p => new FactorSearch(p, margin))];
        for (var round = 0; round < Rounds && all.Exists(s => s.IsOpen); round++)
        {
            var pays = at([.. all.Select(s => s._factor)]);
            foreach (var (search, pay) in all.Zip(pays))
            {
                search.See(pay);
            }
        }

        return [.. all.Select(s => s.Found())];
    }

    private FoundFactor Found() => Problem == FactorProblem.None && !IsOpen
        ? new(new(Math.Max(0, _factor - Half), _factor, _factor + Half), Problem, IsLinear)
        : new(null, IsOpen ? FactorProblem.OutOfReach : Problem, IsLinear);

    private void See(GroupPay pay)
    {
        if (!IsOpen)
        {
            return;
        }

        var paid = Means.Of(pay.Outputs) + Means.Of(pay.Outcomes);
        if (Math.Abs(paid - _target) <= Close * _target)
        {
            IsLinear = _round == 0;
            Half = pay.Half(r => pay.Paid(r) - (1 + _margin) * pay.Cost[r]) / Slope;
            IsOpen = false;
            return;
        }

        IsLinear = false;
        _round++;
        var slope = (paid - _before.Paid) / (_factor - _before.Factor);
        var next = _factor + (_target - paid) / slope;
        if (!(slope > Held * Means.Of(_first.Outcomes)) || !(next < Most))
        {
            (Problem, IsOpen) = (FactorProblem.OutOfReach, false);
            return;
        }

        (_before, Slope) = ((_factor, paid), slope);
        _factor = Math.Max(next, _factor / 4);
    }
}
