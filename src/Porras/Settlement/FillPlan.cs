namespace Porras;

/// <summary>A split in order, resolved: the running total of all lines fills one party after the other.</summary>
/// <param name="contract">The contract, for which the amounts are read.</param>
/// <param name="order">Who is filled, up to which amount; null for the rest.</param>
/// <param name="rounding">The model's rounding.</param>
public sealed class FillPlan(
    ScopePlan contract, IReadOnlyList<(string Name, AmountPlan? UpTo)> order, Rounding rounding)
{
    /// <summary>How much each party takes, read on a day; null for the rest. Below zero is zero.</summary>
    public IReadOnlyList<(string Name, Money? UpTo)> Amounts(ServiceCase c, int day)
    {
        c.Begin(contract, 0);
        var spot = new Spot(day, day, new(c.Start, day));
        return [.. order.Select(o => (o.Name, o.UpTo is { } amount ? Rounded(amount.Of(c, spot)) : (Money?)null))];
    }

    /// <summary>What each party gets of a line, or gives back of one below zero.</summary>
    /// <param name="amounts">How much each party takes.</param>
    /// <param name="before">The running total before the line.</param>
    /// <param name="line">The line's amount.</param>
    /// <returns>Names in order with their parts, which sum to the line.</returns>
    public static IEnumerable<(string Name, Money Part)> Divide(
        IReadOnlyList<(string Name, Money? UpTo)> amounts, Money before, Money line)
    {
        var below = Money.Zero;
        for (var i = 0; i < amounts.Count; i++)
        {
            var (name, upTo) = amounts[i];
            var part = Filled(before + line) - Filled(before);
            below += upTo ?? Money.Zero;
            yield return (name, part);

            // A total below zero is what the first one owes.
            Money Filled(Money total)
            {
                var over = total - below;
                over = i > 0 && over < Money.Zero ? Money.Zero : over;
                return upTo is { } most && over > most ? most : over;
            }
        }
    }

    private Money Rounded(Exact amount) =>
        rounding.Round(new(amount)) is var money && money < Money.Zero ? Money.Zero : money;
}

/// <summary>How far the splits in order were filled before each line of a settlement.</summary>
internal sealed class Filling
{
    private readonly Lines _lines;
    private readonly Money[] _before;
    private readonly Dictionary<SplitPlan, IReadOnlyList<(string Name, Money? UpTo)>> _amounts = [];

    /// <summary>Adds up all lines in the order of a settlement.</summary>
    /// <param name="splits">The splits.</param>
    /// <param name="lines">The lines, after limits and taking back.</param>
    /// <param name="c">Scratch space, left as a case of the contract.</param>
    public Filling(IReadOnlyList<SplitPlan> splits, Lines lines, ServiceCase c)
    {
        _lines = lines;
        _before = new Money[lines.Count];
        var (total, first) = (Money.Zero, int.MaxValue);
        foreach (var place in lines.Order())
        {
            var line = lines[place];
            first = first == int.MaxValue && line.Amount != Money.Zero ? line.Earned : first;
            _before[place] = total;
            total += line.Amount;
        }

        foreach (var split in splits.Where(s => s.Fill is not null && first != int.MaxValue))
        {
            _amounts[split] = split.Fill!.Amounts(c, first);
        }
    }

    /// <summary>The running total before a line; null if there is no such line.</summary>
    public Money? Before(in FeeLine line)
    {
        var bare = line.Bare();
        for (var place = 0; place < _lines.Count; place++)
        {
            if (_lines[place].Bare() == bare)
            {
                return _before[place];
            }
        }

        return null;
    }

    /// <summary>How much each party of a split takes; null for the rest.</summary>
    public IReadOnlyList<(string Name, Money? UpTo)> Order(SplitPlan split) => _amounts[split];

    /// <summary>
    /// Divides a part of the line at a place, after so much of the line has been divided before.
    /// </summary>
    public IEnumerable<(string Name, Money Part)> Divide(SplitPlan split, int place, Money divided, Money part) =>
        FillPlan.Divide(_amounts[split], _before[place] + divided, part);
}
