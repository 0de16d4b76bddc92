namespace Porras;

/// <summary>How one clause of a declaration is read.</summary>
/// <typeparam name="T">What the declaration's clauses are collected in.</typeparam>
/// <param name="Key">The words the clause begins with.</param>
/// <param name="Read">Reads the rest and puts it in its place.</param>
internal sealed record ClauseRule<T>(Keyword Key, Action<Cursor, T> Read);

/// <summary>Reads the clauses of a declaration by its rules.</summary>
internal static class ClauseRules
{
    /// <summary>Reads all clauses; a clause with a mistake is left out.</summary>
    public static void Read<T>(IReadOnlyList<ClauseRule<T>> rules, Block block, T parts, Findings findings)
    {
        foreach (var clause in block.Clauses)
        {
            var c = new Cursor(clause, findings);
            if (RuleOf(rules, c) is not { } rule)
            {
                ReportUnknown(rules.Select(r => r.Key), c, block.First.Tokens[0].Text);
                continue;
            }

            c.Expect(rule.Key);
            rule.Read(c, parts);
            c.End();
        }
    }

    /// <summary>The rule whose words stand here; else the only one that begins with the same word.</summary>
    private static ClauseRule<T>? RuleOf<T>(IReadOnlyList<ClauseRule<T>> rules, Cursor c)
    {
        ClauseRule<T>? best = null;
        ClauseRule<T>? begun = null;
        foreach (var rule in rules)
        {
            if (c.Sees(rule.Key) && rule.Key.Words.Count > (best?.Key.Words.Count ?? 0))
            {
                best = rule;
            }

            begun ??= c.Current.Is(rule.Key.Words[0]) ? rule : null;
        }

        return best ?? begun;
    }

    /// <summary>Reports a clause that the declaration does not have; says so if another declaration has it.</summary>
    public static void ReportUnknown(IEnumerable<Keyword> known, Cursor c, string declaration)
    {
        foreach (var key in known)
        {
            c.Could(key.Phrase);
        }

        var all = string.Join(", ", known.Select(k => k.Phrase));
        var others = DeclarationRules.WithClause(c.Current).ToList();
        if (others.Count > 0)
        {
            c.FailAt(c.Place, "P1021", Cursor.Found(c.Current), declaration, string.Join(" / ", others));
        }
        else
        {
            c.Fail(all.Length > 0 ? "P1020" : "P1024", declaration, all);
        }
    }

    /// <summary>Keeps what a clause says that may stand once; a second one is a mistake.</summary>
    public static void Once<T>(this Cursor c, ref Said<T>? place, T value)
    {
        if (!c.End())
        {
            return;
        }

        if (place is not null)
        {
            c.FailAt(c.Mark.Place, "P1022", Values.Text(place.Mark.Place.Line));
            return;
        }

        place = new(value, c.Mark);
    }

    /// <summary>Keeps what a clause says that may stand more than once.</summary>
    public static void Add<T>(this Cursor c, List<Said<T>> all, T value)
    {
        if (c.End())
        {
            all.Add(new(value, c.Mark));
        }
    }
}
