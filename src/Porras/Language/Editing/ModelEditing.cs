namespace Porras;

/// <summary>Changes a model text as a form asks for it: only the characters concerned; all others stay.</summary>
/// <remarks>
/// A change that the language cannot read is refused with the finding of the language. What a change means for the
/// rest of the model is not asked here: the text with it is checked like any other.
/// </remarks>
public static class ModelEditing
{
    /// <summary>The text after a change.</summary>
    /// <param name="text">The text before.</param>
    /// <param name="edit">The change.</param>
    /// <param name="isPage">Whether the text is a Markdown page around a model.</param>
    public static EditedText Apply(string text, ModelEdit edit, bool isPage = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var source = new SourceText(text, isPage);
        return edit switch
        {
            ModelEdit.Write set => Set(source, set),
            ModelEdit.Add add => ModelAdding.Add(source, add),
            ModelEdit.Remove remove => ModelRemoving.Remove(source, remove.Path),
            _ => throw new InvalidOperationException($"Unknown change {edit}."),
        };
    }

    /// <summary>The text after several changes, each of the text that the one before has left.</summary>
    public static EditedText Apply(string text, IEnumerable<ModelEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(edits);
        var edited = new EditedText(text, [], []);
        foreach (var edit in edits)
        {
            edited = Apply(edited.Text, edit);
            if (!edited.IsDone)
            {
                return edited with { Text = text };
            }
        }

        return edited;
    }

    /// <summary>A change that was made, unless the text with it cannot be read any more.</summary>
    internal static EditedText Done(SourceText source, IReadOnlyList<TextChange> changes)
    {
        var text = TextChange.Apply(source.Text, changes);
        var before = source.Read.Findings.Count(f => f.Severity == Severity.Mistake);
        var read = source.IsPage ? ModelReader.ReadPage(text) : ModelReader.Read(text);
        var after = read.Findings.Where(f => f.Severity == Severity.Mistake).ToList();
        if (after.Count <= before)
        {
            return new(text, changes, []) { Undo = TextChange.Undo(source.Text, changes) };
        }

        var (from, to) = (changes.Min(c => c.From), changes.Max(c => c.From + c.Length));
        var (first, last) = (source.LineAt(from), source.LineAt(to));
        return Refused(source, after.FirstOrDefault(f => f.Place.Line >= first && f.Place.Line <= last) ?? after[0]);
    }

    /// <summary>A change that was not made.</summary>
    internal static EditedText Refused(SourceText source, params IReadOnlyList<Diagnostic> why) =>
        new(source.Text, [], why);

    private static EditedText Set(SourceText source, ModelEdit.Write set)
    {
        if (ModelFields.Of(source).Find(set.Path) is not { } field)
        {
            return Refused(source, Diagnostic.At(default, "P1080", set.Path));
        }

        var (written, findings) = Written(field, set.Text);
        if (written is null)
        {
            return Refused(source, [.. findings.Select(f => f with { Place = field.Place })]);
        }

        if (written == field.Text || (field.Text.Length > 0 && Written(field, field.Text).Text == written))
        {
            return new(source.Text, [], []);
        }

        return Done(source, Changes(source, field, written));
    }

    private static IReadOnlyList<TextChange> Changes(SourceText source, FormField field, string written)
    {
        var (slot, changes) = (field.Slot, new ClauseChanges(source));
        if (field.Text.Length == 0)
        {
            return [new(slot.Value.From, 0, slot.Before + written + slot.After)];
        }

        if (written.Length > 0 || field.Kind == FieldKind.Title && !field.CanBeEmpty)
        {
            return changes.Instead(slot.Line, slot.Value, written, slot.ToTheRight);
        }

        return slot.Clause is { } clause ? [changes.Without(clause.Place)]
            : [new(slot.Whole!.Value.From, slot.Whole.Value.Length, "")];
    }

    private static FieldValue Written(FormField field, string text)
    {
        if (text.Trim().Length == 0)
        {
            return field.CanBeEmpty ? new("", []) : FieldValue.Of(
                field.Kind is FieldKind.Choice or FieldKind.Several ? FieldKind.Number : field.Kind, "");
        }

        return field.Kind switch
        {
            FieldKind.Choice => Chosen(field, text),
            FieldKind.Several => Several(field, text),
            _ => FieldValue.Of(field.Kind, text),
        };
    }

    private static FieldValue Chosen(FormField field, string text)
    {
        foreach (var choice in field.Choices)
        {
            if (choice.ValueIn(text) is { } value)
            {
                return new(choice.With(value), []);
            }
        }

        // What is wrong with the value in the phrase is said rather than that there is no such phrase.
        var near = field.Choices.FirstOrDefault(c => c.Inner is not null
            && text.Length >= c.Before.Length + c.After.Length
            && text.StartsWith(c.Before, StringComparison.Ordinal) && text.EndsWith(c.After, StringComparison.Ordinal));
        return near is null ? FieldValue.Refused(text)
            : FieldValue.Of(near.Inner!.Value, text[near.Before.Length..^near.After.Length]);
    }

    private static FieldValue Several(FormField field, string text)
    {
        var words = text.Split(field.Slot.Joint).Select(w => w.Trim()).Distinct().ToList();
        var unknown = words.Find(w => field.Choices.All(c => c.Before != w) && !field.Several.Contains(w));
        return unknown is not null ? FieldValue.Refused(unknown) : new(string.Join(field.Slot.Joint, words), []);
    }
}
