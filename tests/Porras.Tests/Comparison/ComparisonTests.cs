using Porras.Exchange;

namespace Porras.Tests;

/// <summary>A comparison that can be followed by hand.</summary>
public sealed class ComparisonTests
{
    private const string Baseline = """
        model before version 1
          in force  2027-01-01 to 2027-12-31
          money     EUR, each line rounded to 0.01 half up

        participants people
          known     age number
          start     "the first meeting"

        facts
          job  on a day

        groups fixed at start
          young     "Young people"   when age below 30
          others    otherwise

        measure jobs is count of job

        fee welcome  output "Start"
          when      start
          pay       100.00
          once

        fee employed  outcome "Work"
          when      jobs reaches 1
          pay       400.00
          once

        """;

    // Three young people, two others; d starts after the day of settlement.
    private static readonly Dictionary<string, string> Files = new()
    {
        ["participants"] = """
            participant,start,provider,age
            a,2027-01-04,east,20
            b,2027-01-11,west,21
            c,2027-02-01,east,50
            d,2028-02-01,east,22
            e,2027-03-01,,51
            """,
        ["job"] = """
            participant,day
            a,2027-06-01
            c,2027-04-01
            """,
    };

    [Fact]
    public void Totals_are_sums_of_lines()
    {
        var all = Against(Baseline.Replace("400.00", "500.00"));
        Assert.Equal(4, all.Participants);
        Assert.Equal(
            new ModelTotal(new(120000), new(80000), 6, 4, 30000, 30000, Day.Of(2027, 1, 4), Day.Of(2027, 6, 1)),
            all.Totals[0]);
        Assert.Equal(new Money(140000), all.Totals[1].Amount);
        Assert.Equal(Exact.Of(5, 7), all.Totals[1].OutcomeShare);
        Assert.Equal(new Money(20000), all.Difference(1));
    }

    [Fact]
    public void Groups_are_those_of_the_first_model()
    {
        var by = Against(Baseline.Replace("400.00", "500.00").Replace("below 30", "below 21")).Find("group")!;
        Assert.Equal(["young/Young people/2/60000/70000", "others/others/2/60000/70000"], by.Parts.Select(Text));
        Assert.Equal([(1, 1, 0), (1, 1, 0)], by.Parts.Select(p => (p.Gains[0].Up, p.Gains[0].Same, p.Gains[0].Down)));
    }

    [Fact]
    public void Months_have_no_gaps_and_add_up()
    {
        var by = Against(Baseline.Replace("400.00", "300.00")).Find("month")!;
        string[] names = ["2027-01", "2027-02", "2027-03", "2027-04", "2027-05", "2027-06"];
        Assert.Equal(names, by.Parts.Select(p => p.Name));
        Assert.Equal([20000, 30000, 40000, 80000, 80000, 120000], by.Cumulated(0).Select(m => m.Minor));
        Assert.Equal([20000, 30000, 40000, 70000, 70000, 100000], by.Cumulated(1).Select(m => m.Minor));
    }

    [Fact]
    public void Fees_that_only_one_model_has_are_shown_for_that_model()
    {
        var by = Against(Baseline.Replace("fee employed", "fee work")).Find("fee")!;
        Assert.Equal(
            ["welcome/Start//40000/40000", "employed/Work//80000/0", "work/Work//0/80000"], by.Parts.Select(Text));
    }

    [Fact]
    public void Participants_without_a_provider_are_a_part_of_their_own()
    {
        var by = Against(Baseline).Find("provider")!;
        string[] expected = ["east/east/2/100000/100000", "west/west/1/10000/10000", "//1/10000/10000"];
        Assert.Equal(expected, by.Parts.Select(Text));
        Assert.Equal(PartKind.Without, by.Parts[^1].Kind);
    }

    [Fact]
    public void A_number_with_few_values_is_cut_by_each_of_them()
    {
        var by = Against(Baseline, "age").Find("age")!;
        Assert.Equal(["20", "21", "50", "51"], by.Parts.Select(p => p.Name));
    }

    [Fact]
    public void A_number_with_many_values_is_cut_into_ranges()
    {
        var rows = Enumerable.Range(0, 12).Select(i => $"p{i:00},2027-01-04,east,{20 + 2 * i}\n");
        var files = new Dictionary<string, string>
        {
            ["participants"] = "participant,start,provider,age\n" + string.Concat(rows),
        };
        var by = Compared(Baseline, Baseline, files, "age").Find("age")!;
        Assert.Equal(["20–24/3", "26–30/3", "32–36/3", "38–42/3"], by.Parts.Select(p => $"{p.Name}/{p.Participants}"));
    }

    [Fact]
    public void The_largest_gains_and_losses_are_named_by_case_number()
    {
        var cheaper = Baseline.Replace("400.00", "450.00").Replace("pay       100.00", "pay       90.00");
        var gains = Against(cheaper).Gains[0];
        Assert.Equal(["a", "c"], gains.Most.Select(g => g.Participant));
        Assert.Equal(["b", "e"], gains.Least.Select(g => g.Participant));
        Assert.Equal(new ParticipantGain("a", new(50000), new(54000)), gains.Most[0]);
        Assert.Equal((2, 0, 2), (gains.All.Up, gains.All.Same, gains.All.Down));
        Assert.Equal((8000, -2000), (gains.All.Gained.Minor, gains.All.Lost.Minor));
    }

    [Fact]
    public void Quantiles_lie_between_amounts_in_proportion()
    {
        Money[] rising = [new(0), new(10), new(20), new(40)];
        Assert.Equal(15, Spread.Quantile(rising, 50));
        Assert.Equal(Exact.Of(15, 2), Spread.Quantile(rising, 25));
        Assert.Equal(37, Spread.Quantile(rising, 95));
        Assert.Equal(10, Spread.Quantile([new(10)], 5));
    }

    [Fact]
    public void Models_of_other_participants_are_no_cohort()
    {
        var other = new Dictionary<string, string> { ["participants"] = "participant,start,age\nz,2027-01-04,20\n" };
        Assert.Throws<ArgumentException>(() => Comparison.Of(
            [new("a", Settled(Baseline, Files)), new("b", Settled(Baseline, other))]));
    }

    [Theory]
    [InlineData(
        Tongue.English,
        "b pays EUR 200.00 more than a (+16.7%).",
        "2 of 4 participants bring more, 0 less, 2 the same.")]
    [InlineData(
        Tongue.Finnish,
        "b maksaa 200,00 € enemmän kuin a (+16,7 %).",
        "4 osallistujasta 2 tuo enemmän, 0 vähemmän ja 2 saman verran.")]
    [InlineData(
        Tongue.Swedish,
        "b betalar 200,00 € mer än a (+16,7 %).",
        "Av 4 deltagare ger 2 mer, 0 mindre och 2 lika mycket.")]
    public void The_answer_is_said_in_three_languages(Tongue tongue, string pays, string who)
    {
        var words = new ComparisonWords(Against(Baseline.Replace("400.00", "500.00")), tongue);
        Assert.Equal($"{pays} {who}", words.Answer().Last().Replace('\u00a0', ' '));
    }

    private static string Text(ComparedPart p) =>
        $"{p.Name}/{p.Title}/{p.Participants}/{p.Sums[0].Amount.Minor}/{p.Sums[1].Amount.Minor}";

    private static Comparison Against(string model, string? known = null) => Compared(Baseline, model, Files, known);

    private static Comparison Compared(
        string before, string after, Dictionary<string, string> files, string? known = null) => Comparison.Of(
        [new("a", Settled(before, files)), new("b", Settled(after, files))], known);

    private static Settled Settled(string text, Dictionary<string, string> files)
    {
        var read = ModelReader.Read(text);
        Assert.Equal("", DiagnosticText.Write(ModelCheck.Check(read, text), text));
        var plan = Plan.Compile(read.Whole!);
        var data = CsvText.Read(files, plan.Schema);
        Assert.Equal("", DiagnosticText.Write(data.Findings, null));
        return Settle.All(plan, data.DataSet!, Day.Of(2027, 12, 31));
    }
}
