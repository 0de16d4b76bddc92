namespace Porras.Tests;

/// <summary>
/// The pages of what is said about changes by a form (<c>P1080</c> to <c>P1089</c>): a model, a change
/// (<c>ADDRESS = VALUE</c>, <c>add WHAT = TITLE</c> or <c>remove ADDRESS</c>), and exactly why it is refused.
/// </summary>
public sealed class EditDiagnosticPages
{
    public static TheoryData<string> Pages() =>
    [
        .. Repository.Pages("cases/diagnostics").Select(p => Path.GetFileNameWithoutExtension(p)).Where(IsOfEdits),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_shows_exactly_why_a_change_is_refused(string code)
    {
        var page = MarkdownPage.Read(Path.Combine(Repository.Root, "cases", "diagnostics", code + ".md"));
        var blocks = page.Blocks().ToList();
        var text = blocks.Single(b => b.Kind == "porras").Text;
        Assert.Empty(ModelCheck.Check(ModelReader.Read(text), text));
        var edited = ModelEditing.Apply(text, Edit(blocks.Single(b => b.Kind == "edit").Text.Trim()));
        Assert.Equal([code], edited.Findings.Select(f => f.Code));
        Assert.Equal(text, edited.Text);
        var said = DiagnosticText.Write(edited.Findings, text);
        var expected = blocks.Single(b => b.Kind == "diagnostics");
        page.MustShow(expected, said);
    }

    [Fact]
    public void Every_code_about_changes_has_a_page() =>
        Assert.Equal(Catalogue.Codes.Where(IsOfEdits), Pages().Select(p => p.Data));

    internal static bool IsOfEdits(string code) =>
        string.CompareOrdinal(code, "P1080") >= 0 && string.CompareOrdinal(code, "P1090") < 0;

    private static ModelEdit Edit(string line) => line.Split(' ', 2) switch
    {
        ["remove", var path] => new ModelEdit.Remove(path),
        ["add", var rest] when rest.Split(" = ") is [var what, var title] =>
            new ModelEdit.Add(Enum.Parse<Addition>(what), title),
        _ when line.Split(" = ", 2) is [var path, var value] => new ModelEdit.Write(path, value),
        _ => throw new InvalidOperationException($"No change: {line}"),
    };
}
