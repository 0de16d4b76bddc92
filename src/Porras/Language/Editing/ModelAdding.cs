using W = Porras.Keywords;

namespace Porras;

/// <summary>Puts new fees, groups, steps, years and limits into a text.</summary>
internal static class ModelAdding
{
    private const int LongestName = 40;

    /// <summary>The text with something new.</summary>
    public static EditedText Add(SourceText source, ModelEdit.Add add)
    {
        var title = FieldValue.Of(FieldKind.Title, add.Title);
        if (title.Text is not { } words || source.Read.Model is not { } model)
        {
            return ModelEditing.Refused(source, title.Findings);
        }

        return add.What switch
        {
            Addition.OutputFee => Fee(source, model, words, W.Output),
            Addition.OutcomeFee => Fee(source, model, words, W.Outcome),
            Addition.Limit => Limit(source, model),
            Addition.Group => Group(source, model, words),
            Addition.Step => Step(source, model, words),
            Addition.Year => Year(source, model),
            _ => throw new InvalidOperationException($"Unknown addition {add.What}."),
        };
    }

    private static EditedText Fee(SourceText source, FeeModel model, string title, Keyword kind)
    {
        var name = FreeName(model, title, "fee");
        List<string> lines =
        [
            $"{W.Fee} {name}  {kind}{(title.Length > 0 ? $" \"{title}\"" : "")}",
            "  " + HeaderForm.Padded(W.When) + W.Start,
            "  " + HeaderForm.Padded(W.Pay) + Amount(model, 100),
            .. model.Transition is not null && model.Header.Priced is null
                ? (string[])["  " + HeaderForm.Padded(W.Priced) + W.WhenEarned] : [],
            $"  {W.Once}",
        ];
        return Declared(source, lines, "fee", $"fee/{name}");
    }

    private static EditedText Limit(SourceText source, FeeModel model)
    {
        var line = $"{W.Limit} {Amount(model, 1000)} {W.For} {W.EachParticipant}, {W.ThenCut}";
        var count = model.Limits.Count() + 1;
        return Declared(source, [line], "limit", count == 1 ? "limit" : $"limit~{Values.Text(count)}");
    }

    // Behind the last of its kind; a limit behind the last fee where there is no other.
    private static EditedText Declared(SourceText source, List<string> lines, string word, string path)
    {
        var last = source.Blocks.LastOrDefault(b => b.First.Tokens[0].Is(word))
            ?? source.Blocks.LastOrDefault(b => b.First.Tokens[0].Is("fee")) ?? source.Blocks[^1];
        var closely = word == "limit" && last.First.Tokens[0].Is(word);
        var gap = closely ? source.Break : source.Break + source.Break;
        TextChange change = new(
            source.End(SourceText.LastLine(last)), 0, gap + string.Join(source.Break, lines));
        return ModelEditing.Done(source, [change]) with { Path = path };
    }

    private static EditedText Group(SourceText source, FeeModel model, string title)
    {
        var name = FreeLabel(model.Groups?.All.Select(g => g.Name.Text) ?? [], Slug(title, "group"));
        var known = (model.Participants?.Known ?? []).SelectMany(k => k.Value)
            .FirstOrDefault(c => c.Type.Kind is ValueKind.Number or ValueKind.Days);
        if (known is null)
        {
            return ModelEditing.Refused(source, Diagnostic.At(default, "P1084"));
        }

        var test = known.Type.Kind == ValueKind.Days
            ? $"{known.Name} {W.AtLeast} 365 days" : $"{known.Name} {W.AtLeast} 18";
        var line = $"  {name.PadRight(9)} {(title.Length > 0 ? $"\"{title}\" " : "")}{W.When} {test}";
        if (model.Groups is { All: [.., { When: null } last] })
        {
            var at = source.Start(last.Mark.Place.Line);
            return ModelEditing.Done(source, [new(at, 0, line + source.Break)]) with { Path = $"groups/{name}" };
        }

        if (model.Groups is not null)
        {
            var after = source.Blocks.First(b => b.First.Tokens[0].Is("groups"));
            return ModelEditing.Done(source, [new(source.End(SourceText.LastLine(after)), 0, source.Break + line)])
                with { Path = $"groups/{name}" };
        }

        var before = source.Blocks.FirstOrDefault(b => IsBehindGroups(b.First.Tokens[0].Text));
        return before is null ? ModelEditing.Refused(source, Diagnostic.At(default, "P1084"))
            : ModelEditing.Done(source, [
                new ClauseChanges(source).Before(before.First.Place,
                    [W.GroupsFixedAtStart.Phrase, line, $"  {"others",-9} {W.Otherwise}"]),
            ]) with { Path = $"groups/{name}" };
    }

    private static bool IsBehindGroups(string word) =>
        word is "cohort" or "ladder" or "measure" or "table" or "transition" or "fee" or "limit";

    private static EditedText Step(SourceText source, FeeModel model, string title)
    {
        if (model.Ladders.FirstOrDefault() is not { Steps: [.., var last] } ladder)
        {
            return ModelEditing.Refused(source, Diagnostic.At(default, "P1080", "ladder"));
        }

        var number = Values.Text(last.Number + 1);
        var line = $"  {W.Step} {number}{(title.Length > 0 ? $" \"{title}\"" : "")}";
        return ModelEditing.Done(source, [new ClauseChanges(source).Behind(last.Mark.Place, line)])
            with { Path = $"ladder/{ladder.Name}/{number}" };
    }

    private static EditedText Year(SourceText source, FeeModel model)
    {
        if (model.Transition is { Years: [.., var last] })
        {
            var clause = source.ClauseAt(last.Mark.Place);
            var words = source[source.SpanOf(clause.Tokens, 0, clause.Tokens.Count)];
            var number = clause.Tokens[2].Place;
            var at = number.Column - clause.Place.Column;
            var year = Values.Text(last.Value.Year + 1);
            var line = "  " + words[..at] + year + words[(at + number.Length)..];
            return ModelEditing.Done(source, [new ClauseChanges(source).Behind(last.Mark.Place, line)])
                with { Path = $"transition/{year}" };
        }

        var before = source.Blocks.FirstOrDefault(b =>
            b.First.Tokens[0].Text is "measure" or "ladder" or "table" or "fee");
        if (before is null)
        {
            return ModelEditing.Refused(source, Diagnostic.At(default, "P1080", "transition"));
        }

        List<TextChange> changes =
        [
            new ClauseChanges(source).Before(before.First.Place, [
                W.TransitionMultipliesPrices.Phrase,
                $"  {W.ContractYear} 1   {W.Outputs} 80 %   {W.Outcomes} 20 %",
            ]),
        ];
        if (model.Header is { Priced: null, Money: { } money })
        {
            changes.Add(new ClauseChanges(source).Behind(
                money.Mark.Place, "  " + HeaderForm.Padded(W.Priced) + W.WhenEarned));
        }

        return ModelEditing.Done(source, changes) with { Path = "transition/1" };
    }

    private static string Amount(FeeModel model, int whole) =>
        Exact.Of(whole, 1).ToString(new FormNames(model).Decimals);

    private static string FreeName(FeeModel model, string title, string otherwise)
    {
        var names = new ModelNames(model);
        var columns = model.Facts.SelectMany(f => f.Columns).Select(c => c.Name.Text);
        return FreeLabel(names.All.Select(n => n.Name.Text).Concat(columns), Slug(title, otherwise));
    }

    private static string FreeLabel(IEnumerable<string> taken, string name)
    {
        var all = taken.ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? name : $"{name}-{Values.Text(i)}")
            .First(n => !all.Contains(n) && !Keywords.IsReserved(n) && !Keywords.NoLabels.Contains(n));
    }

    // The words of a title as one name: letters and digits in small letters, joined by hyphens.
    private static string Slug(string title, string otherwise)
    {
        var words = new string([.. title.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var slug = words.Aggregate("", (name, word) => name.Length == 0 ? word
            : name.Length + word.Length < LongestName ? $"{name}-{word}" : name);
        return FieldName(slug) ? slug : otherwise;
    }

    private static bool FieldName(string word)
    {
        var line = LineTokens.Of(new(word, 1, 0), new());
        var c = line.Tokens.Count == 0 ? null : new Cursor(new(line.Tokens, null, true), new());
        c?.FreeName();
        return c?.End() == true;
    }
}
