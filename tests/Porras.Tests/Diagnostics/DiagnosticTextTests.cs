namespace Porras.Tests;

public sealed class DiagnosticTextTests
{
    private static Diagnostic Any => new("P1001", new(2, 3, 4), []);

    [Fact]
    public void A_data_finding_shows_file_line_and_column_name()
    {
        var finding = Any with { File = "job.csv", Column = "hours" };
        Assert.Equal("job.csv line 2, column \"hours\"", Piece(finding, null, FindingPart.Place));
    }

    [Fact]
    public void A_finding_about_the_text_shows_the_line_with_carets_under_it()
    {
        Assert.Equal("line 2, column 3", Piece(Any, "model a\n  wrok x\n", FindingPart.Place));
        Assert.Equal("  wrok x", Piece(Any, "model a\n  wrok x\n", FindingPart.Excerpt));
        Assert.Equal("  ^^^^", Piece(Any, "model a\n  wrok x\n", FindingPart.Carets));
    }

    [Fact]
    public void A_very_long_line_is_cut_around_the_place()
    {
        var finding = Any with { Place = new(1, 9_000, 4) };
        Assert.Equal(160, Piece(finding, new string('x', 10_000), FindingPart.Excerpt).Length);
    }

    private static string Piece(Diagnostic finding, string? text, FindingPart part) =>
        DiagnosticText.Parts([finding], text, Tongue.English).First(p => p.Part == part).Text;
}
