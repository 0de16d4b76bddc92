namespace Porras;

/// <summary>How a line is divided between payers or payees.</summary>
/// <param name="Split">The split.</param>
/// <param name="Parts">Who bears or gets how much of it; they sum to the line.</param>
public sealed record Division(Declaration.SplitBetween Split, IReadOnlyList<(string Name, Money Part)> Parts)
{
    /// <summary>The total of all lines before it, for a split in order; null for others.</summary>
    public Money? Before { get; init; }

    /// <summary>Whom a split in order fills, up to which amount; null for the rest. Empty for others.</summary>
    public IReadOnlyList<(string Name, Money? UpTo)> Order { get; init; } = [];

    /// <summary>How a line of a settlement is divided, by each split of the model in turn.</summary>
    internal static IEnumerable<Division> Of(Settled settled, FeeLine line)
    {
        var bare = line.Bare();
        var parts = settled.Plan.Splits.Count == 0 ? []
            : settled.Parts.SelectMany(p => Enumerable.Range(0, p.Count).Select(i => p[i]))
                .Where(l => l.Bare() == bare).ToList();
        foreach (var split in settled.Plan.Splits)
        {
            var payees = split.Source.Payees;
            var named = parts.GroupBy(p => payees ? p.Payee : p.Payer)
                .Select(g => (settled.Across!.Parties[g.Key], g.Aggregate(Money.Zero, (sum, l) => sum + l.Amount)));
            var filling = split.Fill is null ? null : settled.Across!.Filling;
            yield return new(split.Source, [.. named])
            {
                Before = filling?.Before(line),
                Order = filling?.Order(split) ?? [],
            };
        }
    }
}
