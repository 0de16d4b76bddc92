namespace Porras;

/// <summary>Limits that leave later results unpaid, or none at all: P9004 and P9013.</summary>
internal static class EarlyCaps
{
    /// <summary>Limits for a participant that earlier fees can use up, and models without any limit of cost.</summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context)
    {
        var limits = context.Model.Limits.Where(l => l.Rule != LimitRule.Report).ToList();
        foreach (var limit in limits.Where(l => l.Scope is Owner.Participant && l.Period is null))
        {
            if (Prices.Of(limit.Amount, context) is var (_, most) && LastOne(limit, context) is { } last
                && Others(limit, last, context) >= most)
            {
                yield return Diagnostic.At(limit.Amount.Place, "P9004", last.Name.Text);
            }
        }

        if (limits.TrueForAll(l => l.Scope is Owner.Participant))
        {
            yield return Diagnostic.At(context.Model.Header.Name.Place, "P9013", context.Model.Header.Name.Text);
        }
    }

    private static IEnumerable<Declaration.Fee> Limited(Declaration.Limit limit, CheckContext context) =>
        context.Model.Fees.Where(f => FeeUses.OwnerOf(f) is Owner.Participant
            && (limit.Fees.Count == 0 || limit.Fees.Any(n => n.Text == f.Name.Text)));

    // The outcome that takes longest: the one that hangs on another fee, or else the one that asks for most days.
    private static Declaration.Fee? LastOne(Declaration.Limit limit, CheckContext context) => Limited(limit, context)
        .Where(f => f.IsOutcome && (IsAfterFee(f, context) || Reached.DaysOf(f, context) is not null))
        .OrderBy(f => IsAfterFee(f, context)).ThenBy(f => Reached.DaysOf(f, context) ?? 0).LastOrDefault();

    private static bool IsAfterFee(Declaration.Fee fee, CheckContext context) => FeeUses.Moments(fee)
        .SelectMany(m => m.Bounds).OfType<Bound.After>()
        .Any(b => b.Day is DayName.Named(var name) && context.Fee(name) is not null);

    // What the last fee takes off is part of it.
    private static Exact Others(Declaration.Limit limit, Declaration.Fee last, CheckContext context)
    {
        var within = last.Steps.SelectMany(s => FeeRefs.Of(s.Value)).Append(last.Name).Select(n => n.Text).ToHashSet();
        return Prices.Most(Limited(limit, context).Where(f => !within.Contains(f.Name.Text)), context);
    }
}
