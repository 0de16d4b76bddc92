using Porras.Store;

namespace Porras.Web;

/// <summary>What a settlement consists of: its fees, outputs and outcomes apart, and what is taken back.</summary>
public sealed class FeeShares
{
    /// <summary>The sums of a settlement under its model.</summary>
    public FeeShares(IReadOnlyList<FeeSum> sums, FeeModel? model)
    {
        ArgumentNullException.ThrowIfNull(sums);
        var fees = model?.Fees.ToList() ?? [];
        var places = fees.Select((f, i) => (f.Name.Text, i)).ToDictionary(p => p.Text, p => p.i);
        Rows =
        [
            .. sums.OrderBy(s => places.GetValueOrDefault(s.Fee, int.MaxValue)).ThenBy(s => s.Kind).Select(s =>
            {
                var fee = fees.Find(f => f.Name.Text == s.Fee);
                return new FeeShare(s, fee?.Title?.Text ?? s.Fee, fee?.Mark.Clause, fee?.IsOutcome ?? false);
            }),
        ];
        var back = Rows.Where(r => r.Sum.Kind == LineKind.TakeBack).ToList();
        (TakenBack, TakenBackLines) = (back.Sum(r => r.Sum.Amount), back.Sum(r => r.Sum.Lines));
        Outcomes = Rows.Where(r => r.IsOutcome).Sum(r => r.Sum.Amount);
        Outputs = Rows.Where(r => !r.IsOutcome).Sum(r => r.Sum.Amount);
    }

    /// <summary>The fees in the order of the model.</summary>
    public IReadOnlyList<FeeShare> Rows { get; }

    /// <summary>What outputs come to, in minor units.</summary>
    public long Outputs { get; }

    /// <summary>What outcomes come to.</summary>
    public long Outcomes { get; }

    /// <summary>What is taken back, below 0; it is also among outputs and outcomes.</summary>
    public long TakenBack { get; }

    /// <summary>In how many lines.</summary>
    public int TakenBackLines { get; }

    /// <summary>The share of outcomes; a dash where nothing is paid.</summary>
    public string OutcomeShare(Spoken spoken)
    {
        ArgumentNullException.ThrowIfNull(spoken);
        var total = Outputs + Outcomes;
        return total <= 0 ? "–" : spoken.Share(Exact.Of((Outcomes * 200 + total) / (2 * total), 100));
    }
}

/// <summary>What one fee comes to.</summary>
/// <param name="Sum">The sum.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Clause">Its clause, without a sign before it; null if the model names none.</param>
/// <param name="IsOutcome">Whether it is for an outcome.</param>
public sealed record FeeShare(FeeSum Sum, string Title, string? Clause, bool IsOutcome);
