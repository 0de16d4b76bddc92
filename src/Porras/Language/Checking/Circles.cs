namespace Porras;

/// <summary>Nothing hangs on itself: P4008 for days and values, P4009 for amounts.</summary>
/// <remarks>
/// When never depends on how much, so there are two graphs: one of measures, windows, tables, groups and the moments of
/// fees, and one of what fees pay.
/// </remarks>
internal static class Circles
{
    /// <summary>An edge: who refers, to whom, and the words that do it.</summary>
    private sealed record Edge(string From, string To, Name Said);

    /// <summary>Circles in either graph, each once, with its path.</summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context) =>
    [
        .. In(WhenEdges(context)).Select(c => Report("P4008", c)),
        .. In(PayEdges(context)).Select(c => Report("P4009", c)),
    ];

    private static Diagnostic Report(string code, IReadOnlyList<Edge> circle)
    {
        var first = circle.Select((e, i) => (e, i)).OrderBy(x => x.e.Said.Place.Line).ThenBy(x => x.e.Said.Place.Column)
            .First().i;
        var turned = circle.Skip(first).Concat(circle.Take(first)).ToList();
        var path = string.Join(" → ", turned.Select(e => e.Said.Text).Prepend(turned[^1].Said.Text));
        return Diagnostic.At(turned[0].Said.Place, code, path);
    }

    private static IEnumerable<Edge> WhenEdges(CheckContext context)
    {
        foreach (var use in context.Uses.Where(u => u.Site.From.Length > 0 && IsWhen(u, context)))
        {
            if (NodeOf(context.Find(use)) is { } to)
            {
                yield return new(use.Site.From, to, use.Name);
            }
        }

        foreach (var (test, from) in GroupTests(context))
        {
            yield return new(from, MeasureUses.GroupsNode, new(MeasureUses.GroupsNode, test.Place));
        }

        foreach (var table in context.Model.Tables.Where(t => t.Columns.Count > 0))
        {
            if (table.Keys.Any(k => k is TableKey.Group))
            {
                var groups = new Name(MeasureUses.GroupsNode, table.Mark.Place);
                yield return new(table.Columns[0].Text, groups.Text, groups);
            }
        }
    }

    private static IEnumerable<(Test Test, string From)> GroupTests(CheckContext context)
    {
        var measures = context.Model.Measures.Select(m => (Lines: m.Where, From: m.Name.Text));
        var fees = context.Model.Fees.Select(f => (Lines: f.OnlyIf, From: f.Name.Text));
        var groups = context.Model.Groups?.All.Select(g => g.When).OfType<TestLine>() ?? [];
        return measures.Concat(fees).SelectMany(d => d.Lines.SelectMany(l => l.Value.Tests).Select(t => (t, d.From)))
            .Concat(groups.SelectMany(g => g.Tests).Select(t => (t, From: MeasureUses.GroupsNode)))
            .Where(t => t.t is Test.HasLabel { Name.Text: TestUses.GroupWord });
    }

    private static bool IsWhen(NameUse use, CheckContext context) => use.Site.Part switch
    {
        Part.Pay or Part.Limit or Part.Line or Part.List => false,
        Part.Priced => PriceOfWhen.IsRead(use.Site.From, context),
        _ => true,
    };

    private static string? NodeOf(Meaning? meaning) => meaning switch
    {
        Meaning.Window(var window, _) => window.Name.Text,
        Meaning.Measure(var measure, _) => measure.Name.Text,
        Meaning.Fee(var fee, _) => fee.Name.Text,
        Meaning.TableColumn(var table, _) => table.Columns[0].Text,
        _ => null,
    };

    private static IEnumerable<Edge> PayEdges(CheckContext context) =>
        from fee in context.Model.Fees
        from name in PaidFrom(fee)
        where context.Fee(name.Name) is not null && !(name.Name == fee.Name && name.OwnIsEarlier)
        select new Edge(fee.Name.Text, name.Name.Text, name.Name);

    // A fee that takes off itself takes off its earlier occurrences, which is no circle.
    private static IEnumerable<(Name Name, bool OwnIsEarlier)> PaidFrom(Declaration.Fee fee)
    {
        var paid = fee.Pay?.Value switch
        {
            Pay.ShareOf(_, var of) => of,
            Pay.Unpaid(var of) => of,
            _ => [],
        };
        var taken = fee.Steps.SelectMany(s => FeeRefs.Of(s.Value));
        return paid.Select(n => (n, false)).Concat(taken.Select(n => (n, true)));
    }

    private static List<IReadOnlyList<Edge>> In(IEnumerable<Edge> edges)
    {
        var graph = edges.DistinctBy(e => (e.From, e.To)).ToLookup(e => e.From, StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<IReadOnlyList<Edge>>();
        foreach (var node in graph.Select(g => g.Key))
        {
            Visit(node, [], graph, done, found);
        }

        return found;
    }

    private static void Visit(
        string node,
        List<Edge> path,
        ILookup<string, Edge> graph,
        HashSet<string> done,
        List<IReadOnlyList<Edge>> found)
    {
        var start = path.FindIndex(e => e.From == node);
        if (start >= 0)
        {
            found.Add([.. path.Skip(start)]);
            return;
        }

        if (done.Contains(node))
        {
            return;
        }

        foreach (var edge in graph[node])
        {
            path.Add(edge);
            Visit(edge.To, path, graph, done, found);
            path.RemoveAt(path.Count - 1);
        }

        done.Add(node);
    }
}
