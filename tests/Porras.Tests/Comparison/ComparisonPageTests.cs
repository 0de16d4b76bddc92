using System.Text.RegularExpressions;
using Porras.Exchange;

namespace Porras.Tests;

/// <summary>The page of a comparison.</summary>
public sealed partial class ComparisonPageTests
{
    private const string Model = """
        model prices version 1
          title     en "<script>alert(1)</script> & more"
          in force  2027-01-01 to 2027-12-31
          money     EUR, each line rounded to 0.01 half up

        participants people
          known     age number
          start     "the first meeting"

        groups fixed at start
          young     "<img src=x onerror=alert(2)>"   when age below 30
          others    otherwise

        fee welcome  output "Start"
          when      start
          pay       100.00
          once

        """;

    private static readonly Dictionary<string, string> Files = new()
    {
        ["participants"] = "participant,start,provider,age\n"
            + "<b>a</b>,2027-01-04,\"\"\"x\"\" 'y'\",20\nb,2027-05-01,,40\n",
    };

    [Fact]
    public void Nothing_that_comes_from_models_or_data_is_taken_for_markup()
    {
        var page = Page(Tongue.English, Model, Model.Replace("100.00", "150.00"));
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("<img", page);
        Assert.DoesNotContain("<b>", page);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more", page);
        Assert.Contains("&lt;b&gt;a&lt;/b&gt;", page);
        Assert.Contains("&quot;x&quot; &#39;y&#39;", page);
    }

    [Fact]
    public void The_page_loads_nothing()
    {
        var page = Page(Tongue.English, Model, Model);
        Assert.Contains("default-src 'none'", page);
        var named = Address().Matches(page).Select(m => m.Groups[1].Value).Where(a => a[0] != '#');
        Assert.All(named, a => Assert.StartsWith("data:", a));
        Assert.DoesNotContain("@import", page);
    }

    [Theory]
    [InlineData(Tongue.English, "en", "One cohort under 2 models", "EUR\u00a0200.00")]
    [InlineData(Tongue.Finnish, "fi", "Sama kohortti, 2 mallia", "200,00\u00a0€")]
    [InlineData(Tongue.Swedish, "sv", "En kohort, 2 modeller", "200,00\u00a0€")]
    public void The_page_speaks_the_language_that_is_asked_for(Tongue tongue, string code, string title, string money)
    {
        var page = Page(tongue, Model, Model);
        Assert.Contains($"<html lang=\"{code}\">", page);
        Assert.Contains($"<h1>{title}</h1>", page);
        Assert.Contains(money, page);
    }

    [Fact]
    public void Every_chart_says_what_it_shows_and_every_table_has_a_caption_and_headings()
    {
        var page = Page(Tongue.English, Model, Model.Replace("100.00", "150.00"));
        var charts = Charts().Count(page);
        Assert.True(charts >= 8);
        Assert.Equal(charts, page.Split("</title>").Length - 2);
        Assert.Equal(charts / 2, page.Split("class=\"narrow\"").Length - 1);
        Assert.Equal(page.Split("<table>").Length, page.Split("<caption>").Length);
        var rows = page.Split("<th scope=\"row\">").Length + page.Split("<thead>").Length - 1;
        Assert.Equal(page.Split("<tr>").Length, rows);
        Assert.DoesNotContain("NaN", page);
    }

    [Fact]
    public void A_cohort_that_nobody_has_begun_still_has_a_page()
    {
        var page = Page(Tongue.English, Model, Model, Day.Of(2027, 1, 3));
        Assert.Contains("0 participants have started by 3 January 2027.", page);
        Assert.DoesNotContain("NaN", page);
    }

    private static string Page(Tongue tongue, string before, string after, int? until = null)
    {
        var all = Comparison.Of(
        [
            new("before", Settled(before, until ?? Day.Of(2027, 12, 31))),
            new("after", Settled(after, until ?? Day.Of(2027, 12, 31))),
        ]);
        using var to = new StringWriter();
        ComparisonPage.Write(to, new(all, tongue));
        return to.ToString();
    }

    private static Settled Settled(string text, int until)
    {
        var plan = Plan.Compile(ModelReader.Read(text).Whole!);
        var data = CsvText.Read(Files, plan.Schema);
        Assert.Equal("", DiagnosticText.Write(data.Findings, null));
        return Settle.All(plan, data.DataSet!, until);
    }

    [GeneratedRegex("(?:href|src)=\"([^\"]*)\"")]
    private static partial Regex Address();

    [GeneratedRegex("<svg class=\"(wide|narrow)\"")]
    private static partial Regex Charts();
}
