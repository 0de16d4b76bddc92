using System.Text.RegularExpressions;
using Porras.Exchange;
using Porras.Lab;

namespace Porras.Tests;

/// <summary>The page of a study, its charts, and what goes wrong.</summary>
public sealed partial class StudyPageTests
{
    private static readonly Study Studied = Make();

    [Theory]
    [InlineData(Tongue.English)]
    [InlineData(Tongue.Finnish)]
    [InlineData(Tongue.Swedish)]
    public void Every_chart_of_the_page_has_its_table_and_no_number_is_missing(Tongue tongue)
    {
        var (page, words) = (Page(tongue), new StudyWords([new("one", Studied)], tongue));
        foreach (var chart in new StudyFigures(words).All())
        {
            Assert.Contains($"<figcaption>{Html.Text(chart.Chart.Title)}", page);
            Assert.Contains($"<caption><span>{Html.Text(chart.Caption)}", page);
        }

        Assert.Equal(14, Charts().Count(page));
        Assert.DoesNotContain("NaN", page);
        Assert.DoesNotContain("<script", page);
        Assert.StartsWith($"<!doctype html>\n<html lang=\"{tongue.Code()}\">", page);
    }

    [Fact]
    public void The_numbers_of_the_page_are_those_of_the_study()
    {
        var (page, words) = (Page(Tongue.English), new StudyWords([new("one", Studied)], Tongue.English));
        Assert.Contains(words.Money(Studied.Budget.Total.Middle.Value), page);
        Assert.Contains(words.Money(Studied.Provider.Peak.High.Value), page);
        Assert.Contains($">{words.Percent(Studied.Provider.Ruin.Value)}<", page);
        Assert.All(Studied.Sizes!.All, s => Assert.Contains(words.Number(s.Clients), page));
        Assert.Contains("[A]", page);
        Assert.Contains("seed 1", page);
    }

    [Fact]
    public void Every_chart_is_a_file_of_its_own_as_drawing_and_as_picture()
    {
        foreach (var chart in new StudyFigures(new([new("one", Studied)], Tongue.Finnish)).All())
        {
            var svg = System.Xml.Linq.XDocument.Parse(ChartSvg.Write(chart.Chart, chart.Key));
            Assert.Equal("svg", svg.Root!.Name.LocalName);
            Assert.DoesNotContain("var(", svg.ToString());
            Assert.All(chart.Key, k => Assert.Contains(svg.Descendants(), e => e.Value == k.Word));
            Assert.Equal<byte>([0x89, (byte)'P', (byte)'N', (byte)'G'], ChartPng.Write(chart.Chart, chart.Key)[..4]);
        }
    }

    [Fact]
    public void What_goes_wrong_is_measured_on_the_same_random_numbers()
    {
        var stress = Stress.Of(Studied, Porras.Lab.Scenario.Usual);
        Assert.Equal(
            ["half-referrals", "downturn", "late-payment", "closure", "low-effect"],
            stress.All.Select(s => s.Scenario.Name));
        var late = stress.All[2];
        Assert.Equal(0, late.Against.Budget.Mean.Value);
        Assert.True(late.Against.Lowest.Mean.Value < 0);
        Assert.True(stress.All[0].Against.Budget.Mean.Upper < 0);
        Assert.True(stress.All[1].Against.Jobs.Mean.Value < 0);
        Assert.True(stress.All[4].Against.Jobs.Mean.Value < 0);
    }

    [Fact]
    public void Half_the_effect_leaves_the_chance_without_service_as_it_was()
    {
        var (before, after) = (Studied.World.Groups[0], Porras.Lab.Scenario.Usual[4].Of(Studied.World).Groups[0]);
        double Without(GroupWorld g) =>
            Math.Pow(1 - g.Entry, 12) + g.Effect * (1 - Math.Exp(-g.Response * g.Hours));
        Near.Is(Without(before), Without(after));
    }

    [Fact]
    public void An_interval_of_a_chance_contains_it_and_is_narrow()
    {
        var loss = Studied.Provider.Loss;
        Assert.InRange(loss.Value, loss.Lower, loss.Upper);
        Assert.True(loss.Upper - loss.Lower < 0.4);
    }

    private static Study Make()
    {
        var model = ModelReader.ReadPage(TestFiles.Read("models", "coaching-north.md")).Whole!;
        var plan = Plan.Compile(model);
        var world = WorldDraft.Of(model) with { Intake = 12 };
        return Study.Of(plan, world, new(new(48)) { Sizes = [20, 200], Sensitivity = true });
    }

    private static string Page(Tongue tongue)
    {
        using var to = new StringWriter();
        StudyPage.Write(to, new([new("one", Studied)], tongue));
        return to.ToString();
    }

    [GeneratedRegex("<svg class=\"(wide|narrow)\"")]
    private static partial Regex Charts();
}
