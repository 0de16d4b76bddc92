namespace Porras;

/// <summary>What the lines of a fee add up to before limits, for fees that hang on other fees.</summary>
internal static class PaidLines
{
    /// <summary>
    /// What a fee's lines within some days add up to, in minor units: of the case itself, or for an owner of all its
    /// participants.
    /// </summary>
    public static Exact Within(FeePlan fee, ServiceCase c, DaySpan days)
    {
        if (c.Owner is { } owner && fee.Scope is null)
        {
            return For(fee, c.All!, owner.Scope).GetValueOrDefault((owner.Key, Column.Empty))?.Sum(days) ?? Exact.Zero;
        }

        var sum = Exact.Zero;
        for (var i = 0; i < c.Paid(fee.Index).Count; i++)
        {
            sum += days.Contains(c.Occurrences(fee.Index)[i].Day) ? c.Paid(fee.Index)[i].Minor : Exact.Zero;
        }

        return sum;
    }

    // What participants are paid, day by day, for each owner of a scope.
    private static Dictionary<(long Owner, long Kind), Series> For(FeePlan fee, Everybody all, ScopePlan scope) =>
        all.Answer((scope, fee.Index, "paid"), () => AcrossEntries.Gathered(all, null, (c, found) =>
        {
            var paid = c.Paid(fee.Index);
            for (var i = 0; i < paid.Count; i++)
            {
                var day = c.Occurrences(fee.Index)[i].Day;
                if (paid[i] != Money.Zero && scope.TryFee(c, day, out var key))
                {
                    found.Add(new(key, Column.Empty, day, paid[i].Minor));
                }
            }
        }));
}
