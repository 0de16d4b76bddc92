using W = Porras.Keywords;

namespace Porras;

/// <summary>The lines of declarations that are lists: facts, groups, ladders, tables, the transition, splits.</summary>
internal static class ListLines
{
    private const int TitleGap = 3;

    /// <summary>The facts.</summary>
    public static CanonicalBlock Of(Declaration.Facts facts)
    {
        var lines = new BlockLines(W.Facts.Phrase, null, facts.Mark);
        var width = BlockLines.Width(facts.Kinds.Select(k => k.Name.Text));
        foreach (var kind in facts.Kinds)
        {
            List<string> parts =
            [
                (kind.IsSpan ? W.FromDayToDay : W.OnADay).Phrase, .. kind.Columns.Select(HeaderLines.Of),
                .. kind.Evidence == Sources.Any ? (string[])[] : [Evidence(kind.Evidence)],
            ];
            var title = kind.Title is { } t ? $" {ValueText.Of(t)}" : "";
            lines.Line(kind.Name.Text.PadRight(width) + string.Join(", ", parts) + title, kind.Mark);
        }

        return lines.Block(W.Facts);
    }

    /// <summary>The groups.</summary>
    public static CanonicalBlock Of(Declaration.Groups groups)
    {
        var lines = new BlockLines(W.GroupsFixedAtStart.Phrase, null, groups.Mark);
        var width = BlockLines.Width(groups.All.Select(g => g.Name.Text));
        var titles = TitleWidth(groups.All.Select(g => g.Title));
        foreach (var group in groups.All)
        {
            var title = group.Title is { } t ? ValueText.Of(t).PadRight(titles) : "";
            var tests = group.When is { } when ? $"{W.When} {ConditionText.Of(when)}" : W.Otherwise.Phrase;
            lines.Line(group.Name.Text.PadRight(width) + title + tests, group.Mark);
        }

        return lines.Block(W.GroupsFixedAtStart);
    }

    /// <summary>A ladder.</summary>
    public static CanonicalBlock Of(Declaration.Ladder ladder)
    {
        var lines = new BlockLines($"{W.Ladder} {ladder.Name}", ladder.Title, ladder.Mark);
        var numbers = ladder.Steps.Select(s => ValueText.Of(s.Number).Length).DefaultIfEmpty(0).Max();
        var titles = TitleWidth(ladder.Steps.Select(s => s.Title));
        foreach (var step in ladder.Steps)
        {
            var title = step.Title is { } t ? ValueText.Of(t) : "";
            var evidence = step.Evidence == Sources.Any ? "" : Evidence(step.Evidence);
            var number = ValueText.Of(step.Number).PadLeft(numbers);
            lines.Line($"{W.Step} {number} {title.PadRight(titles)}{evidence}".TrimEnd(), step.Mark);
        }

        return lines.Block(W.Ladder);
    }

    /// <summary>A table.</summary>
    public static CanonicalBlock Of(Declaration.Table table)
    {
        var keys = string.Join($" {W.And} ", table.Keys.Select(ValueText.Of));
        var lines = new BlockLines($"{W.TableBy} {keys}", table.Title, table.Mark);
        if (table.Columns.Count == 0)
        {
            return lines.Block(W.TableBy);
        }

        var rows = table.Rows.Select(r => (
            Labels: r.Labels.Select(ValueText.Of).ToList(),
            Cells: r.Cells.Select(c => c is null ? "-" : ValueText.Of(c)).ToList(),
            r.Mark)).ToList();
        var labels = Enumerable.Range(0, table.Keys.Count)
            .Select(i => rows.Select(r => r.Labels[i].Length).DefaultIfEmpty(0).Max()).ToList();
        var cells = Enumerable.Range(0, table.Columns.Count)
            .Select(i => rows.Select(r => r.Cells[i].Length).Append(table.Columns[i].Text.Length).Max()).ToList();
        lines.Line(Row(table.Keys.Select(_ => ""), table.Columns.Select(c => c.Text)),
            new(table.Columns[0].Place, null));
        foreach (var row in rows)
        {
            lines.Line(Row(row.Labels, row.Cells), row.Mark);
        }

        return lines.Block(W.TableBy);

        string Row(IEnumerable<string> left, IEnumerable<string> right) => string.Join("  ",
            [.. left.Select((l, i) => l.PadRight(labels[i])), .. right.Select((c, i) => c.PadLeft(cells[i]))]);
    }

    /// <summary>The transition.</summary>
    public static CanonicalBlock Of(Declaration.Transition transition)
    {
        var lines = new BlockLines(W.TransitionMultipliesPrices.Phrase, null, transition.Mark);
        var years = transition.Years.Select(y => ValueText.Of(y.Value.Year).Length).DefaultIfEmpty(0).Max();
        var outputs = transition.Years.Select(y => ValueText.Of(y.Value.Outputs).Length).DefaultIfEmpty(0).Max();
        var outcomes = transition.Years.Select(y => ValueText.Of(y.Value.Outcomes).Length).DefaultIfEmpty(0).Max();
        foreach (var (year, mark) in transition.Years.Select(y => (y.Value, y.Mark)))
        {
            var number = ValueText.Of(year.Year).PadLeft(years);
            var (output, outcome) =
                (ValueText.Of(year.Outputs).PadLeft(outputs), ValueText.Of(year.Outcomes).PadLeft(outcomes));
            lines.Line($"{W.ContractYear} {number}   {W.Outputs} {output}   {W.Outcomes} {outcome}", mark);
        }

        return lines.Block(W.TransitionMultipliesPrices);
    }

    /// <summary>A split.</summary>
    public static CanonicalBlock Of(Declaration.SplitBetween split)
    {
        var between = (split.Payees ? W.SplitBetweenPayees : W.SplitBetweenPayers).Phrase;
        var lines = new BlockLines(split.IsInOrder ? $"{between} {W.InOrder}" : between, null, split.Mark);
        lines.Add(W.By, split.By, b => $"{b.Column} {W.In} {b.Fact}");
        var width = BlockLines.Width(split.Parts.Select(p => p.Name.Text));
        foreach (var part in split.Parts)
        {
            lines.Line(part.Name.Text.PadRight(width) + ValueText.Of(part.Share), part.Mark);
        }

        var names = BlockLines.Width(split.Order.Select(p => p.Name.Text));
        foreach (var part in split.Order)
        {
            var what = part.UpTo is { } amount ? $"{W.UpTo} {ValueText.Of(amount)}" : W.TheRest.Phrase;
            lines.Line(part.Name.Text.PadRight(names) + what, part.Mark);
        }

        return lines.Block(W.SplitBetweenPayers);
    }

    private static string Evidence(Sources sources) =>
        $"{W.Evidence} {string.Join($" {W.Or} ", ColumnGrammar.WordsOf(sources))}";

    private static int TitleWidth(IEnumerable<Title?> titles)
    {
        var longest = titles.Select(t => t is { } title ? ValueText.Of(title).Length : 0).DefaultIfEmpty(0).Max();
        return longest == 0 ? 0 : longest + TitleGap;
    }
}
