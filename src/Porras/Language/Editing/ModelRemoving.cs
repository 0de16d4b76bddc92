namespace Porras;

/// <summary>Takes declarations and entries of lists out of a text, if nothing else names them.</summary>
internal static class ModelRemoving
{
    /// <summary>The kinds of declaration that a form takes away, and those of which it takes entries away.</summary>
    private static readonly string[] Whole = ["fee", "limit", "take", "transition"];

    private static readonly string[] Listed = ["groups", "ladder", "transition"];

    /// <summary>Whether a form can take such a declaration away.</summary>
    public static bool CanRemove(string word) => Whole.Contains(word);

    /// <summary>Whether a form can take entries of such a declaration away.</summary>
    public static bool CanRemoveEntries(string word) => Listed.Contains(word);

    /// <summary>The text without what stands at an address.</summary>
    public static EditedText Remove(SourceText source, string path)
    {
        foreach (var (part, block) in ModelFields.Of(source).Parts.Zip(source.Blocks))
        {
            if (part.Path == path && Whole.Contains(part.Word))
            {
                return Unless(source, Uses(source, part, null, block), part.Name,
                    new ClauseChanges(source).Without(block));
            }

            if (Listed.Contains(part.Word) && part.Items.FirstOrDefault(i => i.Path == path) is { } item)
            {
                return Unless(source, Uses(source, part, item, block), item.Name,
                    new ClauseChanges(source).Without(item.Place));
            }
        }

        return ModelEditing.Refused(source, Diagnostic.At(default, "P1080", path));
    }

    private static EditedText Unless(
        SourceText source, IReadOnlyList<Place> uses, string name, TextChange change)
    {
        if (uses.Count == 0)
        {
            return ModelEditing.Done(source, [change]);
        }

        var named = uses.Select(u => Named(source, u)).Distinct();
        return ModelEditing.Refused(source, Diagnostic.At(uses[0], "P1083", name, string.Join(", ", named)));
    }

    // A declaration as somebody would speak of it: the words of its first line up to its title, and the line.
    private static string Named(SourceText source, Place place)
    {
        var block = source.Blocks.Last(b => b.First.Place.Line <= place.Line);
        var words = block.First.Tokens.TakeWhile(t => t.Kind is TokenKind.Word or TokenKind.Number).Select(t => t.Text);
        return $"\"{string.Join(' ', words)}\" ({Values.Text(place.Line)})";
    }

    private static IReadOnlyList<Place> Uses(SourceText source, FormPart part, FormItem? item, Block block)
    {
        if (source.Read.Model is not { } model)
        {
            return [];
        }

        var names = new ModelNames(model);
        return part.Word switch
        {
            "fee" => [.. MeasureUses.Of(model, names).Where(u => u.Name.Text == part.Name)
                .Select(u => u.Name.Place)
                .Concat(model.TakeBacks.Where(t => t.Of.Text == part.Name).Select(t => t.Of.Place))
                .Where(p => p.Line < block.First.Place.Line || p.Line > SourceText.LastLine(block))
                .DistinctBy(p => (p.Line, p.Column)).OrderBy(p => p.Line)],
            "groups" => [.. OfGroup(model, item!.Name)],
            "ladder" => [.. OfStep(model, part.Name, item!.Name)],
            _ => [],
        };
    }

    private static IEnumerable<Place> OfGroup(FeeModel model, string group) =>
        model.Tables.SelectMany(t => t.Rows.SelectMany(r => r.Labels.Zip(t.Keys)))
            .Concat(model.Fees.Select(f => f.Pay?.Value).OfType<Pay.ByKey>()
                .SelectMany(p => p.Rows.Select(r => (r.Label, p.Key))))
            .Where(l => l.Item2 is TableKey.Group && Labels.TextOf(l.Item1) == group).Select(l => l.Item1.Place)
            .Concat(AllTests(model).OfType<Test.HasLabel>()
                .Where(t => t.Name.Text == TestUses.GroupWord && t.Label.Text == group).Select(t => t.Label.Place))
            .Concat(model.Groups!.All.Where(g => g.When is null && g.Name.Text == group && model.Groups.All.Count > 1)
                .Select(g => g.Name.Place))
            .OrderBy(p => p.Line);

    private static IEnumerable<Test> AllTests(FeeModel model) =>
        model.Fees.SelectMany(f => f.OnlyIf).Concat(model.TakeBacks.SelectMany(t => t.OnlyIf))
            .Concat(model.Measures.SelectMany(m => m.Where)).SelectMany(l => l.Value.Tests);

    private static IEnumerable<Place> OfStep(FeeModel model, string ladder, string number)
    {
        foreach (var fee in model.Fees)
        {
            var steps = FeeUses.Moments(fee).Select(m => m.Event).OfType<MomentKind.NewStep>()
                .Where(s => s.Ladder.Text == ladder).ToList();
            if (steps.FirstOrDefault(s => Is(s.From) || Is(s.To)) is { } step)
            {
                yield return step.Ladder.Place;
            }

            if (steps.Count > 0 && fee.Pay?.Value is Pay.ByKey { Key: TableKey.OfStep } pay)
            {
                foreach (var (label, _) in pay.Rows.Where(r => Labels.TextOf(r.Label) == number))
                {
                    yield return label.Place;
                }
            }
        }

        foreach (var label in model.Tables.SelectMany(t => t.Rows.SelectMany(r => r.Labels.Zip(t.Keys)))
            .Where(l => l.Second is TableKey.OfStep && Labels.TextOf(l.First) == number))
        {
            yield return label.First.Place;
        }

        bool Is(int? step) => step is { } own && Values.Text(own) == number;
    }
}
