namespace Porras;

/// <summary>Worked examples: a few participants invented from the model itself, settled by the engine.</summary>
public static class Examples
{
    private const int YearsAfter = 4;

    /// <summary>
    /// Two or three participants of different groups and efforts: one who reaches what the fees ask, one who reaches a
    /// part of it, and one with little more than outputs. Always the same for the same model.
    /// </summary>
    /// <param name="model">A model that has passed <c>check</c>.</param>
    /// <returns>No participant if the model cannot be settled for one participant, or if nothing would be
    /// paid.</returns>
    public static WorkedExamples Of(FeeModel model)
    {
        if (OwnPart.Of(model) is not { } part || part.Header.InForce is not { Value: { IsEmpty: false } inForce })
        {
            return new(model, true, []);
        }

        var plan = Plan.Compile(part);
        var people = People(part, plan, inForce);
        var reading = Read(plan, people);
        var examples = reading is null ? [] : people.Select(p => Example(plan, reading, p))
            .OfType<WorkedExample>().Where(e => e.Lines.Count + e.Facts.Count > 0).ToList();
        var isWhole = part.Declarations.Count == model.Declarations.Count;
        return new(part, isWhole, examples.Any(e => e.Lines.Count > 0) ? examples : []);
    }

    private static List<Person> People(FeeModel model, Plan plan, DaySpan inForce)
    {
        var extents = new Extents(model, plan.Names, plan.Units);
        var groups = model.Groups?.All ?? [];
        (string Name, int Months, Exact Effort)[] kinds =
            [("A", 1, Exact.One), ("B", 14, Exact.Of(3, 5)), ("C", 2, Exact.Of(3, 10))];
        var last = new LastDays(model, plan.Names).Start ?? inForce.Last;
        var people = new List<Person>();
        foreach (var (name, months, effort) in kinds)
        {
            var start = Math.Min(Day.PlusMonths(inForce.First, months), last);
            var group = groups.Count == 0 ? null : groups[people.Count % groups.Count];
            var person = new Person(name, start, effort);
            person.Known.AddRange(Circumstances.Of(model, extents, group, people.Count, start));
            var labels = person.Known.Where(k => IsLabel(model, k.Name)).ToDictionary(k => k.Name, k => k.Value);
            person.Live(model, new(model, extents, new(group?.Name.Text, labels, null, null, null)), plan.Currency);
            people.Add(person);
        }

        return people;
    }

    private static bool IsLabel(FeeModel model, string known) => model.Participants!.Known.SelectMany(k => k.Value)
        .Any(c => c.Name.Text == known && c.Type.Kind == ValueKind.OneOf);

    private static DataSet? Read(Plan plan, List<Person> people)
    {
        var builder = new DataSetBuilder(plan.Schema);
        var needsProvider = plan.Schema.Provider.Count > 0;
        foreach (var person in people)
        {
            builder.Add("participants",
                [("participant", person.Name), ("start", Day.Write(person.Start)),
                    .. needsProvider ? [("provider", "provider")]
                        : (IEnumerable<(string, string)>)[], .. person.Known]);
            foreach (var (kind, days, cells) in person.Rows)
            {
                builder.Add(kind,
                    [("participant", person.Name), ("day", Day.Write(days.First)), ("start", Day.Write(days.First)),
                        ("end", Day.Write(days.Last)), .. cells]);
            }
        }

        if (needsProvider)
        {
            builder.Add("providers", [("provider", "provider"), .. Offered(plan)]);
        }

        foreach (var table in builder.Tables)
        {
            table.IsGiven = true;
        }

        return builder.Build().DataSet;
    }

    // A bid in the middle of its limits; what a contract gives is invented like everything else.
    internal static IEnumerable<(string, string)> Offered(Plan plan)
    {
        foreach (var column in plan.Schema.Provider)
        {
            var bid = plan.Model.Providers?.Bids.FirstOrDefault(b => b.Value.Column.Name.Text == column.Name)?.Value;
            var middle = bid is { From: { } from, To: { } to } ? (from.Number + to.Number) / 2
                : bid?.To?.Number ?? bid?.From?.Number;
            yield return (column.Name, middle is { } m
                ? m.ToString(column.Type.Kind == ValueKind.Money ? plan.Currency.Decimals : 2)
                : Invented.Value(column.Type, plan.Model.Header.InForce!.Value.First, plan.Currency));
        }
    }

    private static WorkedExample? Example(Plan plan, DataSet data, Person person)
    {
        var until = Day.PlusMonths(person.Start, 12 * YearsAfter);
        var at = Array.IndexOf([.. data.Starts.Participants], person.Name);
        if (at < 0 || Settle.All(plan, data.Only(at), until).IsRefused)
        {
            return null;
        }

        var reasons = Why.About(plan, data, at, until).Reasons();
        var c = plan.NewCase(data.Only(at), until);
        var group = Settle.Begin(plan, c, 0, 1, []) && c.Group >= 0 ? plan.Model.Groups?.All[c.Group] : null;
        var lines = reasons.GroupBy(r => (r.Fee.Name.Text, r.Line.Kind, r.Line.Amount)).Select(g => new WorkedLine(
            g.First().Fee, g.Key.Kind, g.Count(), new(g.Min(r => r.Line.Earned), g.Max(r => r.Line.Earned)),
                g.Key.Amount,
            g.First().Arithmetic));
        var facts = person.Rows.GroupBy(r => (r.Kind, string.Join(',', r.Cells))).Select(g => new WorkedFact(
            g.Key.Kind, g.First().Days.Length > 1, g.Count(), new(g.Min(r => r.Days.First), g.Max(r => r.Days.Last)),
            g.First().Cells));
        return new(person.Name, group, person.Start, person.Known, [.. facts], [.. lines],
            reasons.Aggregate(Money.Zero, (sum, r) => sum + r.Line.Amount));
    }
}
