using Porras.Exchange;
using Porras.Lab;

namespace Porras.Tests.Lab;

public sealed class SimulatedFactsTests
{
    [Theory]
    [InlineData("coaching-north")]
    [InlineData("tampere-progress")]
    [InlineData("rural-employment")]
    [InlineData("work-programme")]
    public void An_example_settles_and_is_read_back_from_files_as_it_is(string model)
    {
        var plan = LabModels.Plan(model);
        var (data, until) = SimulatedFacts.Example(plan, 120);
        Assert.InRange(data.Starts.Count, 100, 140);
        var settled = Settle.All(plan, data, until);
        Assert.False(settled.IsRefused, DiagnosticText.Write(settled.Findings, null));
        Assert.True(settled.Count > 0);
        var back = CsvText.Read(CsvText.Write(data), plan.Schema);
        Assert.Equal("", DiagnosticText.Write(back.Findings, null));
        Assert.Equal(Lines(settled), Lines(Settle.All(plan, back.DataSet!, until)));
    }

    [Fact]
    public void The_same_seed_gives_the_same_rows_and_another_seed_others()
    {
        var plan = LabModels.Plan("coaching-north");
        Assert.Equal(Rows(plan, 7), Rows(plan, 7));
        Assert.NotEqual(Rows(plan, 7), Rows(plan, 8));
    }

    [Fact]
    public void Nothing_is_known_of_later_days()
    {
        var plan = LabModels.Plan("coaching-north");
        var (data, until) = SimulatedFacts.Example(plan, 200, 6);
        Assert.Equal(Day.Of(2027, 6, 30), until);
        Assert.All(data.Starts.Day, d => Assert.True(d <= until));
        Assert.All(data.Facts, f => Assert.All(f.First, d => Assert.True(d <= until)));
        Assert.All(
            data.Facts.Where(f => f.Schema.IsSpan),
            f => Assert.All(f.Last, d => Assert.True(d <= until || d == int.MaxValue)));
        Assert.Contains(data.Facts.Single(f => f.Schema.Name == "job").Last, d => d == int.MaxValue);
    }

    private static string Rows(Plan plan, ulong seed) =>
        string.Concat(CsvText.Write(SimulatedFacts.Example(plan, 60, 24, seed).Data).Select(f => f.Value));

    private static string Lines(Settled settled)
    {
        using var to = new StringWriter();
        LinesCsv.Write(to, settled);
        return to.ToString();
    }
}
