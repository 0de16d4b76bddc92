namespace Porras;

/// <summary>An invented participant before it is settled: rows of a data set.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Start">The day of start.</param>
/// <param name="Effort">How much of what the fees need happens: 1 is all of it.</param>
internal sealed record Person(string Name, int Start, Exact Effort)
{
    private const int StepEvery = 45;
    private const int LateBy = 400;

    /// <summary>Known values by name.</summary>
    public List<(string Name, string Value)> Known { get; } = [];

    /// <summary>
    /// Rows of facts: kind, first and last day, cells by name. A step of a ladder has the cell <c>step</c>.
    /// </summary>
    public List<(string Kind, DaySpan Days, IReadOnlyList<(string Name, string Value)> Cells)> Rows { get; } = [];

    /// <summary>Lets happen what the fees wish.</summary>
    public void Live(FeeModel model, Wishes wishes, Currency money)
    {
        foreach (var kind in model.Facts)
        {
            if (wishes.Facts.TryGetValue(kind.Name.Text, out var supply)
                && (supply.ForOutputs || Effort >= Exact.Of(1, 2)))
            {
                Spans(kind, supply, money);
                Days(kind, supply, money);
            }
        }

        foreach (var ladder in model.Ladders.Where(l => wishes.Ladders.Contains(l.Name.Text)))
        {
            Climb(ladder);
        }
    }

    private void Spans(FactKind kind, Supply supply, Currency money)
    {
        if (!kind.IsSpan)
        {
            return;
        }

        if (supply.BeforeStart > 0)
        {
            Add(kind, supply, new(Start - supply.BeforeStart - 1, Start - 2), money);
        }

        if (supply.Reach + supply.Further + supply.Rows > 0)
        {
            // A person of less effort begins later and stays for the first threshold.
            var days = supply.Reach + (Effort == Exact.One ? supply.Further : 0);
            var first = Start + (Effort == Exact.One ? 60 : 80);
            Add(kind, supply, new(first, first + Math.Max(30, days + days / 10)), money);
        }
    }

    private void Days(FactKind kind, Supply supply, Currency money)
    {
        var rows = kind.IsSpan ? 0 : (int)(supply.Rows * Effort).Ceiling();
        var from = Start + (supply.IsLate ? LateBy : 0);
        for (var i = 1; i <= rows; i++)
        {
            var day = supply.IsMonthly ? LastOfMonth(from, i - 1) : from + (supply.Rows <= 3 ? 30 : 7) * i;
            Add(kind, supply, new(day, day), money);
        }
    }

    private void Climb(Declaration.Ladder ladder)
    {
        var steps = ladder.Steps.Select(s => s.Number).Order().ToList();
        var most = Math.Max(1, (int)((steps.Count - 1) * Effort).Floor());
        Rows.Add((ladder.Name.Text, new(Start, Start), [("step", Spoken.Integer(steps[0]))]));
        for (var i = 1; i <= most && i < steps.Count; i++)
        {
            // Whoever does all goes step by step; another one skips to the highest.
            if (Effort == Exact.One || i == most)
            {
                var day = Start + StepEvery * i;
                Rows.Add((ladder.Name.Text, new(day, day), [("step", Spoken.Integer(steps[i]))]));
            }
        }
    }

    private void Add(FactKind kind, Supply supply, DaySpan days, Currency money) =>
        Rows.Add((kind.Name.Text, days, [.. kind.Columns.Select(c =>
            (c.Name.Text,
                supply.Cells.GetValueOrDefault(c.Name.Text) ?? Invented.Happening(c.Type, days.Last, money)))]));

    private static int LastOfMonth(int day, int months)
    {
        var first = Day.Date(Day.PlusMonths(day, months));
        return new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month)).DayNumber;
    }
}
