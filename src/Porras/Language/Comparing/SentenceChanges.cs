namespace Porras;

/// <summary>
/// Changes of everything that is told in sentences: each clause has its own, so clauses are compared by them.
/// </summary>
internal static class SentenceChanges
{
    // What is derived from other clauses is no clause; a change there would be told twice.
    private static readonly string[] Derived = ["note", "example"];

    // In these the order means something.
    private static readonly string[] Ordered = ["step", "clamp", "or", "part"];

    public static IEnumerable<ModelChange> Of(Speech before, Speech after)
    {
        var (was, now) = (Told(before), Told(after));
        foreach (var (declaration, sentences) in was.Where(w => !now.Any(n => n.Declaration == w.Declaration)))
        {
            yield return new(ChangeKind.Removed, declaration, What(before, declaration), Join(sentences), null,
                sentences.FirstOrDefault()?.Clause);
        }

        foreach (var (declaration, sentences) in now)
        {
            if (was.FirstOrDefault(w => w.Declaration == declaration) is { Sentences: { } earlier })
            {
                foreach (var change in Clauses(After(after, declaration), earlier, sentences))
                {
                    yield return change;
                }
            }
            else
            {
                yield return new(ChangeKind.Added, declaration, What(after, declaration), null, Join(sentences),
                    sentences.FirstOrDefault()?.Clause);
            }
        }
    }

    /// <summary>Changes within one declaration.</summary>
    public static IEnumerable<ModelChange> Clauses(
        (string Declaration, string What) of,
        IReadOnlyList<ExplainedSentence> before,
        IReadOnlyList<ExplainedSentence> after)
    {
        var moved = new List<ModelChange>();
        foreach (var part in before.Concat(after).Select(s => s.Part).Distinct().ToList())
        {
            var was = before.Where(s => s.Part == part).ToList();
            var now = after.Where(s => s.Part == part).ToList();
            if (Ordered.Contains(part.Split(' ')[0]) && Order(of, was, now) is { } order)
            {
                yield return order;
            }

            foreach (var (a, b) in Pairs(was, now))
            {
                if (Change(of, a, b) is { } change)
                {
                    yield return change;
                }

                if (a is not null && b is not null && a.Clause != b.Clause)
                {
                    moved.Add(new(ChangeKind.Moved, of.Declaration, of.What, Reference(a.Clause), Reference(b.Clause),
                        b.Clause));
                }
            }
        }

        foreach (var move in moved.Distinct())
        {
            yield return move;
        }
    }

    private static ModelChange? Change(
        (string Declaration, string What) of, ExplainedSentence? a, ExplainedSentence? b) =>
        (a, b) switch
        {
            ({ } was, null) => new(ChangeKind.Removed, of.Declaration, of.What, was.Text, null, was.Clause),
            (null, { } now) => new(ChangeKind.Added, of.Declaration, of.What, null, now.Text, now.Clause),
            ({ } was, { } now) when was.Text != now.Text =>
                new(ChangeKind.Changed, of.Declaration, of.What, was.Text, now.Text, now.Clause ?? was.Clause),
            _ => null,
        };

    private static ModelChange? Order(
        (string Declaration, string What) of, List<ExplainedSentence> was, List<ExplainedSentence> now)
    {
        var stayedWas = was.Select(s => s.Text).Where(t => now.Any(s => s.Text == t)).ToList();
        var stayedNow = now.Select(s => s.Text).Where(t => was.Any(s => s.Text == t)).ToList();
        return stayedWas.SequenceEqual(stayedNow) ? null
            : new(ChangeKind.Reordered, of.Declaration, of.What, Join(was), Join(now), now[0].Clause);
    }

    // Equal sentences belong together; what is left over is paired in order.
    private static IEnumerable<(ExplainedSentence? Was, ExplainedSentence? Now)> Pairs(
        List<ExplainedSentence> was, List<ExplainedSentence> now)
    {
        var (left, right) = (was.ToList(), now.ToList());
        foreach (var sentence in was)
        {
            if (right.FindIndex(s => s.Text == sentence.Text) is var at and >= 0)
            {
                yield return (sentence, right[at]);
                left.Remove(sentence);
                right.RemoveAt(at);
            }
        }

        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            yield return (i < left.Count ? left[i] : null, i < right.Count ? right[i] : null);
        }
    }

    private static List<(string Declaration, List<ExplainedSentence> Sentences)> Told(Speech speech) =>
        [.. Explain.Sections(speech)
            .Where(s => s.Key is not ("defaults" or "tables" or "transition"))
            .SelectMany(s => s.Items)
            .GroupBy(i => i.Declaration)
            .Select(g => (g.Key, g.SelectMany(i => i.Sentences).Where(s => !Derived.Contains(s.Part)).ToList()))];

    private static (string Declaration, string What) After(Speech speech, string declaration) =>
        (declaration, What(speech, declaration));

    private static string Join(IEnumerable<ExplainedSentence> sentences) =>
        string.Join(' ', sentences.Select(s => s.Text));

    private static string Reference(string? clause) => clause is null ? "–" : "§\u00a0" + clause;

    // The kind of a declaration in the language; its name as it is.
    private static string What(Speech speech, string declaration)
    {
        var kind =
            Kinds.FirstOrDefault(k => declaration == k || declaration.StartsWith(k + " ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"There are no words for the declaration '{declaration}'.");
        var name = declaration[Math.Min(declaration.Length, kind.Length + 1)..];
        return Texts.Format(speech.Tongue, "diff.what." + kind.Replace(' ', '-'), name);
    }

    private static readonly string[] Kinds =
    [
        "model", "providers", "participants", "window", "fact", "groups", "group", "cohort", "ladder", "measure", "fee",
        "limit", "expect", "take back", "split between payers", "split between payees",
    ];
}
