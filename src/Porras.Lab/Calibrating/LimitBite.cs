namespace Porras.Lab;

/// <summary>How often a limit binds, and what it takes.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="IsOfClient">Whether it is for each participant; otherwise for all of a replication.</param>
/// <param name="Binds">
/// The share of participants, or of replications, that would be paid more without it; null where it cannot be told.
/// </param>
/// <param name="Lost">The share of the expected pay that it takes.</param>
/// <param name="Times">
/// How many times as high it would bind in one of twenty cases at most; null where it does so now, or where not even
/// ten times as high is enough.
/// </param>
public sealed record LimitBite(Declaration.Limit Limit, bool IsOfClient, Interval? Binds, double Lost, double? Times)
{
    /// <summary>From this share on a limit takes away the reason for a further outcome.</summary>
    public const double TooOften = 0.10;

    private const double Seldom = 0.05;
    private const int Enough = 256;
    private static readonly double[] Heights = [1.1, 1.2, 1.3, 1.5, 1.75, 2, 2.5, 3, 4, 6, 10];

    /// <summary>Whether it takes away the reason for a further outcome.</summary>
    public bool IsOften => Binds is { Value: > TooOften };

    /// <summary>Each limit of a study's model that changes pay, in order.</summary>
    public static IReadOnlyList<LimitBite> Of(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var model = study.Run.Plan.Model;
        List<Declaration.Limit> limits = [.. model.Limits.Where(l => l.Rule != LimitRule.Report)];
        if (limits.Count == 0)
        {
            return [];
        }

        var with = Simulation.Run(
            study.Run.Plan, study.World, study.Options.Run with { Twins = false, ByHistory = true });
        return [.. limits.Select(l => Of(with, model, l))];
    }

    private static LimitBite Of(Run with, FeeModel model, Declaration.Limit limit)
    {
        var (world, options) = (with.World, with.Options);
        var ofClient = limit.Scope is Owner.Participant;
        var free = Plan.Compile(FurtherOutcome.Without(model, l => ReferenceEquals(l, limit)));
        var without = Simulation.Run(free, world, options);
        var binds = Binding(with, without, ofClient);
        var lost = without.PayPerStart() > 0 ? 1 - with.PayPerStart() / without.PayPerStart() : 0;
        return new(limit, ofClient, binds, lost, binds is { Value: > Seldom } ? Higher() : null);

        // It binds less the higher it is: halve among the heights.
        double? Higher()
        {
            var few = options with { Replications = Math.Min(Enough, options.Replications) };
            var (bare, low, high) = (Simulation.Run(free, world, few), 0, Heights.Length);
            while (low < high && With(model, limit, Heights[0]) is not null)
            {
                var middle = (low + high) / 2;
                var higher = Plan.Compile(With(model, limit, Heights[middle])!);
                var often = Binding(Simulation.Run(higher, world, few), bare, ofClient);
                (low, high) = often is { Value: > Seldom } ? (middle + 1, high) : (low, middle);
            }

            return low < Heights.Length ? Heights[low] : null;
        }
    }

    private static Interval? Binding(Run with, Run without, bool ofClient)
    {
        if (!ofClient)
        {
            return Binomial.Observed(
                Enumerable.Range(0, with.Replications).Count(r => with.TotalOf(r) != without.TotalOf(r)),
                with.Replications);
        }

        if (with.Plan.IsAcross || without.Plan.IsAcross)
        {
            return null;
        }

        var (hits, all) = (0, 0);
        foreach (var (own, other) in with.EachHistory.Zip(without.EachHistory))
        {
            (hits, all) = (hits + (own.Pays != other.Pays ? own.Times : 0), all + own.Times);
        }

        return Binomial.Observed(hits, all);
    }

    // Null where the amount is written in a way that cannot be multiplied.
    private static FeeModel? With(FeeModel model, Declaration.Limit limit, double times)
    {
        var factor = Exact.Of((long)Math.Round(times * 100), 100);
        var amount = limit.Amount switch
        {
            { Share: null, Times: null, Base: Basis.Written(var money) } a =>
                a with { Base = new Basis.Written(money with { Number = money.Number * factor }) },
            { Share: null, Times: null } a => a with { Times = new(factor, UnitWord.None, 2, default) },
            { Share: null, Times: { } old } a => a with { Times = old with { Number = old.Number * factor } },
            { Share: Share.Written(var share) } a =>
                a with { Share = new Share.Written(share with { Number = share.Number * factor }) },
            _ => null,
        };
        return amount is null ? null : model with
        {
            Declarations = [.. model.Declarations.Select(d =>
                ReferenceEquals(d, limit) ? limit with { Amount = amount } : d)],
        };
    }
}
