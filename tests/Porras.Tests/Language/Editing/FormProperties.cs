using System.Text.Json.Nodes;
using CsCheck;

namespace Porras.Tests;

/// <summary>Forms of all models of the gallery and of the examples: nothing is lost, and one value changes.</summary>
public sealed class FormProperties
{
    private static readonly IReadOnlyList<(string Name, string Text)> Models =
    [
        .. Directory.EnumerateFiles(TestFiles.PathOf("models"), "*.md").Order(StringComparer.Ordinal)
            .Select(p => (Path.GetFileName(p), ModelPage.TextOf(File.ReadAllText(p)))),
        .. ExampleModels.All.Select(e => (e.Title, e.Text)),
    ];

    private static readonly int Gallery =
        Directory.EnumerateFiles(TestFiles.PathOf("models"), "*.md").Count();

    [Fact]
    public void Every_letter_of_a_text_is_a_value_a_word_of_the_language_or_shown_as_text()
    {
        foreach (var (name, text) in Models)
        {
            var form = ModelFields.Of(text);
            var lines = text.Split('\n');
            var source = new SourceText(text);
            foreach (var (part, block) in form.Parts.Zip(source.Blocks))
            {
                var asText = part.Texts.Select(t => t.Place.Line).ToHashSet();
                foreach (var token in SourceText.Clauses(block).Where(c => !asText.Contains(c.Place.Line))
                    .SelectMany(c => c.Tokens))
                {
                    Assert.True(
                        IsShown(source, part, token) || IsWord(token) || IsName(part, token),
                        $"{name}: \"{token.Text}\" is lost in: {lines[token.Place.Line - 1]}");
                }
            }
        }
    }

    [Fact]
    public void A_value_written_again_leaves_the_text_letter_by_letter()
    {
        foreach (var (name, text) in Models)
        {
            foreach (var field in ModelFields.Of(text).Fields)
            {
                var edited = ModelEditing.Apply(text, new ModelEdit.Write(field.Path, field.Text));
                Assert.True(edited.IsDone, $"{name} {field.Path}: {Said(edited)}");
                Assert.Equal(text, edited.Text);
                Assert.Empty(edited.Changes);
            }
        }
    }

    [Fact]
    public void Addresses_are_unique()
    {
        foreach (var (name, text) in Models)
        {
            var twice = ModelFields.Of(text).Fields.GroupBy(f => f.Path).Where(g => g.Count() > 1).Select(g => g.Key);
            Assert.True(!twice.Any(), $"{name}: {string.Join(", ", twice)}");
        }
    }

    [Fact]
    public void Another_value_changes_this_value_and_nothing_else() => Parallel.ForEach(Models.Take(Gallery), model =>
    {
        var (name, text) = model;
        var (before, declared) = (ModelFields.Of(text), Parts(text));
        foreach (var field in before.Fields.Where(f => f.Text.Length > 0))
        {
            foreach (var other in Others(field))
            {
                var edited = ModelEditing.Apply(text, new ModelEdit.Write(field.Path, other));
                Assert.True(edited.IsDone, $"{name} {field.Path} = {other}: {Said(edited)}");
                var after = ModelFields.Of(edited.Text);
                Assert.Equal(other, after.Find(field.Path)!.Text);
                foreach (var (path, kept) in Kept(before, field, after))
                {
                    Assert.Equal(before.Find(path)!.Text, kept);
                }

                var differing = declared.Zip(Parts(edited.Text)).Count(p => p.First != p.Second);
                Assert.True(differing == 1, $"{name} {field.Path} = {other}: {differing} declarations differ.");
                Assert.Equal(text, TextChange.Apply(edited.Text, edited.Undo));
                GoesBack(text, field, edited);
            }
        }
    });

    // Written back, the letters are those of before; only blanks may have given way.
    private static void GoesBack(string text, FormField field, EditedText edited)
    {
        var back = ModelEditing.Apply(edited.Text, new ModelEdit.Write(field.Path, field.Text));
        if (back.IsDone)
        {
            Assert.Equal(Letters(text), Letters(back.Text));
        }
        else
        {
            // A phrase of its own that is no choice any more: only undoing brings it back.
            Assert.Equal(FieldKind.Choice, field.Kind);
        }
    }

    [Fact]
    public void Two_changes_may_come_in_either_order() =>
        Gen.Select(Gen.Int[0, Models.Count - 1], Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample((model, one, two) =>
        {
            var text = Models[model].Text;
            var fields = ModelFields.Of(text).Fields.Where(f => f.Text.Length > 0).ToList();
            var (first, second) = (fields[one % fields.Count], fields[two % fields.Count]);
            if (first.Path == second.Path || Others(first).FirstOrDefault() is not { } a
                || Others(second).FirstOrDefault() is not { } b)
            {
                return;
            }

            ModelEdit[] edits = [new ModelEdit.Write(first.Path, a), new ModelEdit.Write(second.Path, b)];
            var (there, back) = (ModelEditing.Apply(text, edits), ModelEditing.Apply(text, edits.Reverse()));
            Assert.True(there.IsDone && back.IsDone);
            Assert.Equal(Letters(there.Text), Letters(back.Text));
            Assert.Equal(Hash(there.Text), Hash(back.Text));
        });

    [Fact]
    public void What_need_not_be_said_can_be_said_and_taken_away_again()
    {
        foreach (var (name, text) in Models)
        {
            foreach (var field in ModelFields.Of(text).Fields.Where(f => f.CanBeEmpty && f.Text.Length == 0))
            {
                foreach (var other in Others(field))
                {
                    var said = ModelEditing.Apply(text, new ModelEdit.Write(field.Path, other));
                    Assert.True(said.IsDone, $"{name} {field.Path} = {other}: {Said(said)}");
                    Assert.Equal(other, ModelFields.Of(said.Text).Find(field.Path)?.Text);
                    Assert.Equal(text, TextChange.Apply(said.Text, said.Undo));
                    if (ModelFields.Of(said.Text).Find(field.Path)!.CanBeEmpty)
                    {
                        Assert.Equal(text, ModelEditing.Apply(said.Text, new ModelEdit.Write(field.Path, "")).Text);
                    }
                }
            }
        }
    }

    [Fact]
    public void No_text_makes_a_form_throw() => Gen.Int.Sample(seed =>
    {
        var text = ModelFuzz.Any(new(seed));
        var form = ModelFields.Of(text);
        foreach (var field in form.Fields.Take(20))
        {
            Assert.Equal(text, ModelEditing.Apply(text, new ModelEdit.Write(field.Path, field.Text)).Text);
            var other = Others(field).FirstOrDefault() ?? "1";
            var edited = ModelEditing.Apply(text, new ModelEdit.Write(field.Path, other));
            Assert.Equal(text, TextChange.Apply(edited.Text, edited.Undo));
        }
    }, iter: 300);

    // Some other values that the kind of a field allows.
    private static IEnumerable<string> Others(FormField field) => field.Kind switch
    {
        FieldKind.Title => [$"{field.Text} ÄÖ § 3, #".Trim()],
        FieldKind.Whole => [field.Text == "7" ? "8" : "7"],
        FieldKind.Number => [field.Text == "12.5" ? "13.5" : "12.5"],
        FieldKind.Money => [field.Decimals == 0 ? "123457" : "1234567.89"],
        FieldKind.Share => [field.Text == "37.5 %" ? "7/9" : "37.5 %"],
        FieldKind.Quantity => ["123 days"],
        FieldKind.Duration => [field.Text == "11 weeks" ? "2 years" : "11 weeks"],
        FieldKind.Date => [field.Text == "2031-02-03" ? "2031-02-04" : "2031-02-03"],
        FieldKind.Currency => [field.Text == "NOK" ? "SEK" : "NOK"],
        FieldKind.Choice => field.Choices.Where(c => c.ValueIn(field.Text) is null)
            .Select(c => c.With(c.First)).Take(1).Concat(Inner(field)),
        FieldKind.Several => field.Choices.Where(c => c.Before != field.Text).Take(2).Select(c => c.Before)
            .Append(string.Join(field.Slot.Joint, field.Choices.Take(2).Select(c => c.Before)))
            .Where(t => t.Length > 0 && !t.Split(field.Slot.Joint).ToHashSet().SetEquals(field.Several)).Distinct(),
        _ => throw new InvalidOperationException("Unknown kind."),
    };

    private static IEnumerable<string> Inner(FormField field) =>
        field.Chosen is ({ Inner: { } inner } choice, var value)
            ? Others(new("", "", inner, value, default) { Decimals = field.Decimals }).Select(choice.With) : [];

    // A value that another one brings along or takes away is not kept: a window only some moments have.
    private static IEnumerable<(string Path, string Text)> Kept(
        ModelFields before, FormField changed, ModelFields after) =>
        from field in before.Fields
        where field.Path != changed.Path
        let same = after.Find(field.Path)
        where same is not null || (field.Text.Length > 0 && changed.Key is not ("when" or "kind" or "currency"))
        where changed.Key != "when" || !field.Path.StartsWith(changed.Path[..^"when".Length], StringComparison.Ordinal)
        select (field.Path, same?.Text ?? "(gone)");

    private static bool IsShown(SourceText source, FormPart part, Token token)
    {
        var span = source.SpanOf(token.Place);
        return part.Fields.Any(f => f.Text.Length > 0 && span.End >= f.Slot.Value.From
            && span.From <= f.Slot.Value.End && span.From >= f.Slot.Value.From - 1);
    }

    private static bool IsWord(Token token) => token.Kind == TokenKind.Comma
        || Keywords.All.Any(k => k.Words.Contains(token.Text));

    private static bool IsName(FormPart part, Token token) => token.Text == part.Name
        || part.Fields.Any(f => f.Of.Split(' ').Contains(token.Text))
        || part.Items.Any(i => i.Name.Split(' ').Contains(token.Text))
        || (token.Text is "fi" or "sv" or "en") || part.Word == "model" && token.Kind == TokenKind.Word
        || (part.Word == "table" && token.Kind is TokenKind.Word);

    // The declarations and the parts of the first one, each as it was read, with all comments at the end.
    private static List<string> Parts(string text)
    {
        var read = ModelReader.Read(text);
        var json = JsonNode.Parse(ModelJson.Write(read.Model!))!.AsObject();
        return
        [
            json["model"]?.ToJsonString() ?? "",
            .. json.Where(p => p.Key != "model")
                .SelectMany(p => p.Value is JsonArray all ? all.Select(v => v?.ToJsonString() ?? "") : [$"{p.Value}"]),
            string.Join('\n', read.Comments.Select(c => c.Text)),
        ];
    }

    private static string Hash(string text) => ModelHash.Of(ModelReader.Read(text).Model!);

    private static string Letters(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static string Said(EditedText edited) => string.Join('\n', edited.Findings.Select(f => f.Message()));
}
