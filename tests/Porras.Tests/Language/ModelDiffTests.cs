namespace Porras.Tests;

public sealed class ModelDiffTests
{
    private const string Before = """
        model trial version 2
          in force  2027-01-01 to 2029-12-31
          money     EUR, each line rounded to 0.01 half up

        participants people
          known     age number
          start     "the referral"
          window    follow-up lasts 12 months from start

        facts
          job       from day to day, hours a week, evidence register
          loss      on a day

        groups fixed at start
          young     when age below 30
          weak      when age at least 50
          others    otherwise

        transition multiplies prices                                       § 2
          contract year 1  outputs 80 %  outcomes 20 %
          contract year 2  outputs 60 %  outcomes 40 %

        measure work is days of job
          where     hours at least 18 a week in all

        table by group "Prices"                                            § 3
                  start-price  job-price
          weak         300.00    2400.00
          young        300.00    1200.00
          others       300.00    1200.00

        fee first  output                                                  § 4.1
          when      start
          pay       start-price
          once

        fee employed  outcome "Employment"                                 § 4.2
          when      work reaches 90 days within follow-up
          pay       job-price
          plus      10 %
          times     50 %
          once

        limit 800.00 of first for each participant, then cut
        limit 6000.00 for each participant, then cut
        """;

    private static string Diff(string old, string changed, Tongue tongue = Tongue.English)
    {
        Assert.Contains(old, Before, StringComparison.Ordinal);
        return Diff(Before.Replace(old, changed, StringComparison.Ordinal), tongue);
    }

    private static string Diff(string after, Tongue tongue)
    {
        var read = ModelReader.Read(after);
        Assert.Equal("", DiagnosticText.Write(read.Findings, after));
        var changes = ModelDiff.Of(ModelReader.Read(Before).Model!, read.Model!, tongue);
        return ModelDiff.Text(changes, tongue).Replace('\u00a0', ' ').TrimEnd('\n');
    }

    [Theory]
    [InlineData(Tongue.English, "The models say the same.")]
    [InlineData(Tongue.Finnish, "Mallit sanovat saman.")]
    [InlineData(Tongue.Swedish, "Modellerna säger samma sak.")]
    public void A_model_says_the_same_as_itself(Tongue tongue, string told) => Assert.Equal(told, Diff(Before, tongue));

    [Fact]
    public void Layout_and_comments_are_no_change() =>
        Assert.Equal("The models say the same.",
            Diff("  pay       job-price\n", "\n# the price\n    pay job-price # by group\n"));

    [Fact]
    public void The_order_of_declarations_is_no_change_where_it_means_nothing() =>
        Assert.Equal(
            "The models say the same.",
            Diff(
                string.Join("\n\n",
                    Before.Split("\n\n").OrderBy(d => d.StartsWith("measure", StringComparison.Ordinal))),
                Tongue.English));

    [Theory]
    [InlineData(Tongue.English, "Prices, weak, job-price (§ 3): 2,400.00 → 2,600.00")]
    [InlineData(Tongue.Finnish, "Prices, weak, job-price (§ 3): 2 400,00 → 2 600,00")]
    [InlineData(Tongue.Swedish, "Prices, weak, job-price (§ 3): 2 400,00 → 2 600,00")]
    public void A_cell_of_a_table_is_named_by_its_row_and_column(Tongue tongue, string told) =>
        Assert.Equal(told, Diff("2400.00", "2600.00", tongue));

    [Theory]
    [InlineData(Tongue.English,
        "The fee \"employed\" (§ 4.2): It is earned on the first day on which the measure \"work\" is at least 90 "
        + "days. → It is earned on the first day on which the measure \"work\" is at least 120 days.")]
    [InlineData(Tongue.Finnish,
        "Palkkio \"employed\" (§ 4.2): Palkkio ansaitaan ensimmäisenä päivänä, jona mittarin \"work\" arvo on "
        + "vähintään 90 päivää. → Palkkio ansaitaan ensimmäisenä päivänä, jona mittarin \"work\" arvo on vähintään 120 "
        + "päivää.")]
    [InlineData(Tongue.Swedish,
        "Arvodet \"employed\" (§ 4.2): Arvodet intjänas den första dag då mätaren \"work\" är minst 90 dagar. → "
        + "Arvodet intjänas den första dag då mätaren \"work\" är minst 120 dagar.")]
    public void A_changed_clause_is_told_before_and_after(Tongue tongue, string told) =>
        Assert.Equal(told, Diff("90 days", "120 days", tongue));

    [Theory]
    [InlineData("    once\n\nfee employed", "    once\n  claim within 60 days\n\nfee employed",
        "The fee \"first\" (§ 4.1): new: It is paid only if every fact it rests on became known within 60 days after "
        + "the day on which it is earned.")]
    [InlineData("  where     hours at least 18 a week in all\n", "",
        "The measure \"work\": no longer: Only days count on which \"hours\", added up over all such spans of the day, "
        + "is at least 18 hours a week.")]
    [InlineData("  loss      on a day\n", "",
        "The fact \"loss\": no longer: The fact \"loss\" happens on a day. Every source counts.")]
    [InlineData("  loss      on a day\n", "  loss on a day\n  gain on a day\n",
        "The fact \"gain\": new: The fact \"gain\" happens on a day. Every source counts.")]
    [InlineData("\"Employment\"", "\"Work\"",
        "The fee \"employed\" (§ 4.2): Its title is \"Employment\". → Its title is \"Work\".")]
    [InlineData("§ 4.2", "§ 4.3", "The fee \"employed\": the reference § 4.2 is now § 4.3")]
    [InlineData("outputs 60 %  outcomes 40 %", "outputs 50 %  outcomes 50 %",
        "The transition, contract year 2 (§ 2): outputs 60%, outcomes 40% → outputs 50%, outcomes 50%")]
    [InlineData("6000.00 for each participant, then cut", "6000.00 for each participant, then stop",
        "The limit \"for each participant\": The line that would pass the limit is cut to what is left; later ones pay "
        + "nothing. → The line that would pass the limit and all later ones pay nothing.")]
    [InlineData("12 months from start", "18 months from start",
        "The window \"follow-up\": The window \"follow-up\" begins on the day of start and lasts 12 months, that day "
        + "included. → The window \"follow-up\" begins on the day of start and lasts 18 months, that day included.")]
    [InlineData("version 2", "version 3",
        "The model: This is version 2 of the model \"trial\". → This is version 3 of the model \"trial\".")]
    public void A_change_is_told_in_words(string old, string changed, string told)
    {
        if (old.StartsWith("    once", StringComparison.Ordinal))
        {
            old = "  once\n\nfee employed";
            changed = changed[2..];
        }

        Assert.Equal(told, Diff(old, changed));
    }

    [Fact]
    public void The_order_of_steps_is_a_change() =>
        Assert.Equal(
            "The fee \"employed\" (§ 4.2): To this is added 10% of the result so far. The result so far is multiplied "
            + "by 50%. → The result so far is multiplied by 50%. To this is added 10% of the result so far.",
            Diff("  plus      10 %\n  times     50 %\n", "  times 50 %\n  plus 10 %\n"));

    [Fact]
    public void The_order_of_limits_is_a_change() =>
        Assert.Equal(
            "The order of limits: limit of first for each participant, limit for each participant → limit for each "
            + "participant, limit of first for each participant",
            Diff(
                "limit 800.00 of first for each participant, then cut\nlimit 6000.00 for each participant, then cut",
                "limit 6000.00 for each participant, then cut\nlimit 800.00 of first for each participant, then cut"));

    [Fact]
    public void The_order_of_groups_is_a_change() =>
        Assert.Equal(
            "The order of groups: young, weak, others → weak, young, others",
            Diff(
                "  young     when age below 30\n  weak      when age at least 50\n",
                "  weak      when age at least 50\n  young     when age below 30\n"));

    [Fact]
    public void A_new_column_is_told_row_by_row() =>
        Assert.Equal(
            """
            Prices, weak, most (§ 3): new: 3
            Prices, young, most (§ 3): new: 2
            Prices, others, most (§ 3): new: 2
            """,
            Diff(
                Before.Replace("start-price  job-price\n", "start-price  job-price  most\n", StringComparison.Ordinal)
                    .Replace("2400.00\n", "2400.00 3\n", StringComparison.Ordinal)
                    .Replace("1200.00\n", "1200.00 2\n", StringComparison.Ordinal),
                Tongue.English),
            ignoreLineEndingDifferences: true);

    [Fact]
    public void A_new_row_is_told_with_its_cells() =>
        Assert.Equal(
            "Prices, rural: new: start-price 400.00, job-price 900.00",
            Diff("  others       300.00    1200.00\n", "  rural 400.00 900.00\n  others 300.00 1200.00\n"));

    [Fact]
    public void A_removed_fee_is_told_whole() =>
        Assert.StartsWith(
            "The fee \"employed\" (§ 4.2): no longer: Its title is \"Employment\". An outcome fee. It is earned on the "
            + "first day",
            Diff(
                string.Join("\n\n",
                    Before.Split("\n\n").Where(d => !d.StartsWith("fee employed", StringComparison.Ordinal))),
                Tongue.English),
            StringComparison.Ordinal);

    [Fact]
    public void Two_real_readings_of_one_contract_differ_where_they_do()
    {
        var one = ModelReader.ReadPage(TestFiles.Read("models", "interview-service.md")).Model!;
        var two = ModelReader.ReadPage(TestFiles.Read("models", "interview-service-stacked.md")).Model!;
        var changed = ModelDiff.Of(one, two).Select(c => c.Declaration).ToHashSet();
        Assert.Superset(new HashSet<string> { "fee employed", "fee led-on" }, changed);
        Assert.DoesNotContain("measure work", changed);
    }

    public static TheoryData<string> Titles => [.. ExampleModels.All.Select(m => m.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public void No_line_of_an_example_can_be_taken_away_and_no_number_changed_unseen(string title)
    {
        var text = ExampleModels.All.Single(m => m.Title == title).Text;
        var model = ModelReader.Read(text).Model!;
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var said = lines[i].Split('#')[0];
            foreach (var other in (string[])["", NumberChanged(said)])
            {
                var read = ModelReader.Read(string.Join('\n', [.. lines[..i], other, .. lines[(i + 1)..]]));
                if (said.Trim().Length > 0 && other != said && read.Whole is { } changed)
                {
                    Assert.True(ModelDiff.Of(model, changed).Count > 0, $"Not seen: {said} -> {other}");
                }
            }
        }
    }

    // The last digit outside quotes and before a clause reference, made another one.
    private static string NumberChanged(string line)
    {
        var end = line.IndexOfAny(['"', '§']);
        var at = (end < 0 ? line : line[..end]).LastIndexOfAny([.. "123456789"]);
        return at < 0 ? line : $"{line[..at]}{(line[at] == '9' ? '8' : (char)(line[at] + 1))}{line[(at + 1)..]}";
    }
}
