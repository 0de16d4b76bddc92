using Porras.Lab;

namespace Porras.Tests;

/// <summary>
/// The pages of the codes about worlds (<c>P8501</c> to <c>P8529</c>), plans (from <c>P8560</c> on) and calibrations
/// (from <c>P8566</c> on): a model, a world that says what differs from the drafted one, and exactly what is said about
/// it.
/// </summary>
public sealed class WorldDiagnosticPages
{
    public static TheoryData<string> Pages() =>
    [
        .. Repository.Pages("cases/diagnostics").Select(p => Path.GetFileNameWithoutExtension(p)).Where(IsOfWorlds),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_shows_exactly_what_is_said_about_a_world(string code)
    {
        var page = MarkdownPage.Read(Path.Combine(Repository.Root, "cases", "diagnostics", code + ".md"));
        var blocks = page.Blocks().ToList();
        var model = ModelReader.Read(blocks.Single(b => b.Kind == "porras").Text).Whole!;
        Assert.DoesNotContain(ModelCheck.Check(model), f => f.Severity == Severity.Mistake);
        var text = blocks.Single(b => b.Kind == "json world").Text;
        var (world, found) = WorldJson.Read(text, WorldDraft.Of(model));
        var findings = found.Count > 0 ? found
            : string.CompareOrdinal(code, "P8560") < 0 ? WorldCheck.Of(Plan.Compile(model), world)
            : string.CompareOrdinal(code, "P8566") < 0 ? PlanFindings(model, world)
            : code == "P8573" ? PriceFactorsText.Write(ModelJson.Write(model), false, model).Findings
            : CalibrationFindings(model, world);
        Assert.Contains(findings, f => f.Code == code);
        var said = DiagnosticText.Write(findings, text);
        var expected = blocks.Single(b => b.Kind == "diagnostics");
        page.MustShow(expected, said);
    }

    [Fact]
    public void Every_code_about_worlds_has_a_page() =>
        Assert.Equal(Catalogue.Codes.Where(IsOfWorlds), Pages().Select(p => p.Data));

    private static IReadOnlyList<Diagnostic> PlanFindings(FeeModel model, World world) =>
        Assert.Throws<RefusedException>(() => SharePlan.Of(model, world, new(new(8)))).Findings;

    private static IReadOnlyList<Diagnostic> CalibrationFindings(FeeModel model, World world)
    {
        try
        {
            var study = Study.Of(Plan.Compile(model), world, new(new(32)) { Sizes = [], Risks = false });
            return Calibration.Of(study, new(0.08)).Findings;
        }
        catch (RefusedException refused)
        {
            return refused.Findings;
        }
    }

    private static bool IsOfWorlds(string code) =>
        (string.CompareOrdinal(code, "P8500") > 0 && string.CompareOrdinal(code, "P8530") < 0)
        || (string.CompareOrdinal(code, "P8560") >= 0 && string.CompareOrdinal(code, "P8590") < 0);
}
