namespace Porras;

/// <summary>Who says that an outcome happened, how surely, and by when: P9005, P9007, P9014 and P9016.</summary>
internal static class Attested
{
    private const double RegisterDelay = 45;
    private const string NotSummed = "3x10d";

    /// <summary>
    /// Outcomes that rest on the payee's word, on a score that is none, or on a register that comes later.
    /// </summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context) =>
    [
        .. OwnWord(context),
        .. Scores(context),
        .. SingleScores(context),
        .. Late(context),
    ];

    private static IEnumerable<Diagnostic> OwnWord(CheckContext context)
    {
        var outcomes = context.Model.Fees.Where(f => f.IsOutcome).ToList();
        foreach (var fact in context.Model.Facts.Where(f => IsOwnWord(f.Evidence)))
        {
            if (outcomes.Find(f => Behind(f, context).Contains(fact)) is { } fee)
            {
                yield return Diagnostic.At(fact.Name.Place, "P9005", fact.Name.Text, fee.Name.Text);
            }
        }

        foreach (var fee in outcomes)
        {
            if (fee.When?.Value.Event is MomentKind.NewStep(var name, var from, var to)
                && context.Names.Find(name) is Meaning.Ladder(var ladder, _)
                && ladder.Steps.Skip(1).Where(s => s.Number >= (from ?? s.Number) && s.Number <= (to ?? s.Number))
                    .FirstOrDefault(s => IsOwnWord(s.Evidence)) is { } step)
            {
                yield return Diagnostic.At(step.Mark.Place, "P9005", $"step {Written.Of(step.Number)}", fee.Name.Text);
            }
        }
    }

    private static bool IsOwnWord(Sources sources) => sources.HasFlag(Sources.Provider);

    // The facts that decide when a fee is earned or how much it pays, through all measures.
    private static HashSet<FactKind> Behind(Declaration.Fee fee, CheckContext context)
    {
        var facts = new HashSet<FactKind>(ReferenceEqualityComparer.Instance);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([fee.Name.Text]);
        while (open.TryDequeue(out var from))
        {
            foreach (var use in context.UsesFrom(from).Where(u => u.Site.Part is not (Part.List or Part.Priced)))
            {
                switch (context.Find(use))
                {
                    case Meaning.Fact(var kind, _):
                        facts.Add(kind);
                        break;
                    case Meaning.Measure(var measure, _) when seen.Add(measure.Name.Text):
                        open.Enqueue(measure.Name.Text);
                        break;
                }
            }
        }

        return facts;
    }

    // What an instrument says of one person moves by about a deviation without any change of that person.
    private static IEnumerable<Diagnostic> SingleScores(CheckContext context)
    {
        foreach (var fee in context.Model.Fees.Where(f => FeeUses.OwnerOf(f) is Owner.Participant
            && !Behind(f, context).Any(k => Says(k.Name.Text) || Says(k.Title?.Text))))
        {
            foreach (var name in FeeUses.Moments(fee).Select(m => MeasureOf(m.Event)).OfType<Name>())
            {
                if (context.Names.Find(name) is Meaning.Measure({ Over: null } measure, _)
                    && context.Units.Of(measure) == ValueKind.Points)
                {
                    yield return Diagnostic.At(name.Place, "P9016", fee.Name.Text, name.Text);
                }
            }
        }
    }

    private static Name? MeasureOf(MomentKind moment) => moment switch
    {
        MomentKind.Reaches(var measure, _, _, _) => measure,
        MomentKind.EachBlock(_, _, var measure) => measure,
        _ => null,
    };

    private static IEnumerable<Diagnostic> Scores(CheckContext context)
    {
        var named = context.Model.Facts.Where(f => Says(f.Name.Text) || Says(f.Title?.Text)).ToList();
        foreach (var fee in context.Model.Fees)
        {
            if (Behind(fee, context).FirstOrDefault(named.Contains) is { } fact)
            {
                yield return Diagnostic.At(fee.Name.Place, "P9007", fee.Name.Text, fact.Name.Text);
            }
        }
    }

    private static bool Says(string? text) => text?.Contains(NotSummed, StringComparison.OrdinalIgnoreCase) == true;

    private static IEnumerable<Diagnostic> Late(CheckContext context) =>
        from fee in context.Model.Fees
        let claim = fee.Claim
        where claim is not null && Reached.Days(claim.Value.Value) < RegisterDelay
        let fact = Behind(fee, context).FirstOrDefault(f => f.Evidence == Sources.Register)
        where fact is not null
        select Diagnostic.At(
            claim.Value.Place, "P9014", fee.Name.Text, Written.Of(claim.Value.Value), fact.Name.Text);
}
