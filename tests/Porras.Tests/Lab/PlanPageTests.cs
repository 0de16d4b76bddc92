using Porras.Exchange;
using Porras.Lab;

namespace Porras.Tests;

/// <summary>The page of a plan from outputs to outcomes, and its charts.</summary>
public sealed class PlanPageTests
{
    private static readonly SharePlan Planned = Make();

    [Theory]
    [InlineData(Tongue.English)]
    [InlineData(Tongue.Finnish)]
    [InlineData(Tongue.Swedish)]
    public void Every_chart_of_the_page_has_its_table_and_the_clause_stands_there(Tongue tongue)
    {
        var words = new PlanWords(Planned, tongue);
        var page = Page(words);
        foreach (var chart in new PlanFigures(words).All())
        {
            Assert.Contains($"<figcaption>{Html.Text(chart.Chart.Title)}", page);
            Assert.Contains($"<caption><span>{Html.Text(chart.Caption)}", page);
        }

        Assert.Contains("<code>transition multiplies prices", page);
        Assert.Contains(Html.Text(words.Answer()), page);
        Assert.DoesNotContain("NaN", page);
        Assert.DoesNotContain("<script", page);
        Assert.StartsWith($"<!doctype html>\n<html lang=\"{tongue.Code()}\">", page);
    }

    [Fact]
    public void The_numbers_of_the_page_are_those_of_the_plan()
    {
        var words = new PlanWords(Planned, Tongue.English);
        var page = Page(words);
        foreach (var year in Planned.Years)
        {
            Assert.Contains($"<td class=\"num\">{words.Share(year.Share)}</td>", page);
            Assert.Contains(words.Numbers.Amount(year.Budget), page);
        }

        Assert.Equal([20, 60], Planned.Sizes.Select(s => s.Clients));
        Assert.All(Planned.Sizes, s => Assert.Contains($">{words.Share(s.Largest.Value)}<", page));
        Assert.Contains("[A]", page);
    }

    [Fact]
    public void Insolvency_adds_up_year_by_year_to_the_whole()
    {
        var by = Planned.Check.RuinBy;
        Assert.Equal(Planned.Years.Count, by.Count);
        Assert.Equal(by.Select(r => r.Value).Order(), by.Select(r => r.Value));
        Assert.Equal(Planned.Check.Ruin, by[^1]);
    }

    [Fact]
    public void The_own_size_can_bear_what_the_plan_says_it_can()
    {
        Assert.Equal(Planned.Single, Planned.Sizes[1].Largest);
        Assert.True(Planned.Sizes[0].Largest.Value <= Planned.Sizes[1].Largest.Value);
    }

    [Fact]
    public void Every_chart_is_a_drawing_and_a_picture()
    {
        var charts = new PlanFigures(new(Planned, Tongue.Swedish)).All();
        Assert.Equal(["path", "insolvency", "sizes", "remedies"], charts.Select(c => c.Name));
        foreach (var chart in charts)
        {
            var svg = System.Xml.Linq.XDocument.Parse(ChartSvg.Write(chart.Chart, chart.Key));
            Assert.DoesNotContain("var(", svg.ToString());
            Assert.Equal<byte>([0x89, (byte)'P', (byte)'N', (byte)'G'], ChartPng.Write(chart.Chart, chart.Key)[..4]);
        }
    }

    private static SharePlan Make()
    {
        var model = LabModels.Hybrid(job: 4000).Model;
        var drafted = WorldDraft.Of(model);
        var world = drafted with
        {
            Intake = 24,
            Provider = drafted.Provider with { Clients = Assumed.Of(60), Capital = Assumed.Of(400) },
        };
        return SharePlan.Of(model, world, new(new(96)) { Step = 0.3, Sizes = [20, 60] });
    }

    private static string Page(PlanWords words)
    {
        using var to = new StringWriter();
        PlanPage.Write(to, words, Study.Of(Plan.Compile(Planned.Rewritten), Planned.World, new(new(32))
        {
            Sizes = [], Risks = false,
        }));
        return to.ToString();
    }
}
