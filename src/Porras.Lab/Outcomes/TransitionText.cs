namespace Porras.Lab;

/// <summary>Puts a transition into a model: into the model itself, or into the text of a file.</summary>
public static class TransitionText
{
    private const int Thousand = 1000;

    /// <summary>The model without its transition: every price as it is written in the tables.</summary>
    public static FeeModel Without(FeeModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model with { Declarations = [.. model.Declarations.Where(d => d is not Declaration.Transition)] };
    }

    /// <summary>The model with a transition; one it has is replaced.</summary>
    /// <param name="model">The model.</param>
    /// <param name="years">The multipliers of each contract year, in whole tenths of a per cent.</param>
    public static FeeModel With(FeeModel model, IReadOnlyList<Multipliers> years)
    {
        ArgumentNullException.ThrowIfNull(model);
        var old = model.Transition;
        var clause = new Declaration.Transition(
            [.. years.Select((y, i) => new Said<TransitionYear>(
                new(i + 1, Percent(y.Outputs), Percent(y.Outcomes)),
                i < old?.Years.Count ? old.Years[i].Mark : default))],
            old?.Mark ?? default);
        var header = model.Header.Priced is null
            ? model.Header with { Priced = new(new Priced(null), default) } : model.Header;
        var declarations = model.Declarations.ToList();
        if (old is not null)
        {
            declarations[declarations.IndexOf(old)] = clause;
        }
        else
        {
            declarations.Insert(declarations.FindIndex(IsAfter), clause);
        }

        return model with { Header = header, Declarations = declarations };
    }

    /// <summary>The clause alone, in the canonical layout.</summary>
    public static string Clause(FeeModel with)
    {
        ArgumentNullException.ThrowIfNull(with);
        var lines = ModelWriter.Write(with).Split('\n');
        var first = Array.FindIndex(lines, l => l.StartsWith("transition ", StringComparison.Ordinal));
        return string.Concat(lines[first..].TakeWhile(l => l.Length > 0).Select(l => l + "\n"));
    }

    /// <summary>
    /// The text of a model file or page with the transition in it: other lines and all comments stay, in the canonical
    /// layout.
    /// </summary>
    /// <param name="text">The text, without mistakes.</param>
    /// <param name="isPage">Whether it is a Markdown page.</param>
    /// <param name="years">The multipliers of each contract year, in whole tenths of a per cent.</param>
    public static string Write(string text, bool isPage, IReadOnlyList<Multipliers> years)
    {
        ArgumentNullException.ThrowIfNull(text);
        var model = (isPage ? ModelReader.ReadPage(text) : ModelReader.Read(text)).Whole
            ?? throw new ArgumentException("The text has mistakes.", nameof(text));
        var clause = Clause(With(model, years)).TrimEnd('\n').Split('\n');
        var to = new ClauseChanges(text, isPage);
        var whole = TextChange.Apply(text, model.Transition is { } old ? Replace(to, old, clause)
            : Insert(to, model, clause));
        return (isPage ? ModelFormat.FormatPage(whole) : ModelFormat.Format(whole)).Text;
    }

    // Year by year, so that comments between them stay where they are.
    private static IEnumerable<TextChange> Replace(ClauseChanges to, Declaration.Transition old, string[] clause)
    {
        // The text keeps its own references.
        var years = clause.Skip(1).Select(y => y.Split('§')[0].TrimEnd()).ToList();
        for (var i = 0; i < Math.Max(old.Years.Count, years.Count); i++)
        {
            if (i >= old.Years.Count)
            {
                yield return to.Behind(old.Years.Count > 0 ? old.Years[^1].Mark.Place : old.Mark.Place, years[i]);
                continue;
            }

            foreach (var change in i < years.Count ? to.Instead(old.Years[i].Mark.Place, years[i])
                : [to.Without(old.Years[i].Mark.Place)])
            {
                yield return change;
            }
        }
    }

    private static IEnumerable<TextChange> Insert(ClauseChanges to, FeeModel model, string[] clause) =>
    [
        to.Before(model.Declarations.First(IsAfter).Mark.Place, clause),
        .. model.Header.Priced is null
            ? (TextChange[])[to.Behind(model.Header.Money!.Mark.Place, "  priced when earned")] : [],
    ];

    // Groups and ladders stand before a transition, measures, tables and fees behind it.
    private static bool IsAfter(Declaration declaration) => declaration is Declaration.Measure or Declaration.Table
        or Declaration.Fee or Declaration.Ladder or Declaration.Cohort;

    private static Literal Percent(double share)
    {
        var tenths = (long)Math.Round(share * Thousand);
        return tenths % 10 == 0 ? new(tenths / 10, UnitWord.Percent, 0, default)
            : new(Exact.Of(tenths, 10), UnitWord.Percent, 1, default);
    }
}
