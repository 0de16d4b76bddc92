namespace Porras.Tests;

/// <summary>The terms, people, facts and tables of a model have their sentences.</summary>
public sealed class ExplainTermsTests
{
    private static string Told(string text, string declaration)
    {
        var read = ModelReader.Read(text);
        Assert.Equal("", DiagnosticText.Write(read.Findings, text));
        var told = Explain.Model(read.Model!).Sentences.Where(s => s.Declaration == declaration).Select(s => s.Text);
        return string.Join(' ', told).Replace('\u00a0', ' ');
    }

    private static string Section(string text, string key)
    {
        var read = ModelReader.Read(text);
        Assert.Equal("", DiagnosticText.Write(read.Findings, text));
        var explanation = Explain.Model(read.Model!);
        return (explanation with { Sections = [.. explanation.Sections.Where(s => s.Key == key)] })
            .Markdown().Replace('\u00a0', ' ').Split("\n\n", 3)[2];
    }

    private static string Header(string clause) => Told($"model trial version 1\n  {clause}\n", "model")
        .Replace("This is version 1 of the model \"trial\". ", "");

    private static string People(string clause) =>
        Told($"model trial version 1\nparticipants people\n  {clause}\n", "participants")
        .Replace("The model counts \"people\"; here each is called a participant. ", "");

    [Theory]
    [InlineData("title en \"Trial\" fi \"Kokeilu\"", "Its title is \"Trial\" in English and \"Kokeilu\" in Finnish.")]
    [InlineData("in force 2027-01-01 to 2029-12-31",
        "A participant who starts on 1 January 2027, on 31 December 2029 or between them belongs to this version for "
        + "good, and what happens after 31 December 2029 is still paid. A start on any other day is refused.")]
    [InlineData("money EUR, each line rounded to 0.01 half up",
        "The currency is the euro (EUR). Each line is calculated exactly and rounded once, last, to a multiple of EUR "
        + "0.01; a half is rounded away from zero.")]
    [InlineData("money SEK, each line rounded to 1 half even",
        "The currency is SEK. Each line is calculated exactly and rounded once, last, to a multiple of SEK 1.00; a "
        + "half is rounded to the even neighbour.")]
    [InlineData("money JPY, each running total rounded to 1 down",
        "The currency is JPY. A line is the total of the fee so far, for the same owner, less its earlier lines; the "
        + "total is calculated exactly and rounded once, last, to a multiple of JPY 1; what is left over is dropped, "
        + "towards zero. So many equal parts sum to the whole.")]
    [InlineData("year begins 1 April", "Contract year 1 begins on the first day in force, each next one on 1 April.")]
    [InlineData("priced on start",
        "Unless a fee says otherwise, its pricing day, whose prices and contract year apply, is the day of start.")]
    [InlineData("priced when earned",
        "Unless a fee says otherwise, its pricing day, whose prices and contract year apply, is the day on which it is "
        + "earned.")]
    [InlineData("payable 30 days later",
        "Unless a fee says otherwise, a line may be invoiced 30 days after the day on which it is earned.")]
    [InlineData("payable 15 working days later",
        "Unless a fee says otherwise, a line may be invoiced 15 working days after the day on which it is earned.")]
    [InlineData("law \"Tender 2026/114\"", "Source: \"Tender 2026/114\".")]
    public void A_clause_of_the_model_is_told(string clause, string told) => Assert.Equal(told, Header(clause));

    [Theory]
    [InlineData("known age number, unemployed days, born day, wage money, cut percent, score points, room hours",
        "Known of each participant on the day of start, and unchanged afterwards: \"age\" (number), \"unemployed\" "
        + "(days), \"born\" (day), \"wage\" (money), \"cut\" (percent), \"score\" (points) and \"room\" (hours).")]
    [InlineData("known k weeks, l months, m a week, n name, o yes or no, p one of x, y, z",
        "Known of each participant on the day of start, and unchanged afterwards: \"k\" (weeks), \"l\" (months), \"m\" "
        + "(hours a week), \"n\" (name), \"o\" (yes or no) and \"p\" (x, y or z).")]
    [InlineData("start \"the referral\", until 2028-06-30",
        "The day of start is the day of this: \"the referral\". A start later than 30 June 2028 is refused.")]
    [InlineData("again the same episode", "A second start of the same participant is recorded and changes nothing.")]
    [InlineData("again a new episode",
        "A second start of the same participant begins a new episode: counting, fees and windows begin anew, and a "
        + "fact belongs to the episode in which its days lie.")]
    [InlineData("only if age at least 18",
        "Only participants for whom \"age\" is at least 18 on the day of start are eligible; others get no fee and are "
        + "reported.")]
    public void A_clause_of_the_participants_is_told(string clause, string told) => Assert.Equal(told, People(clause));

    [Theory]
    [InlineData("lasts 6 months from start",
        "begins on the day of start and lasts 6 months, that day included. For a start on 1 January 2027 it runs from "
        + "1 January 2027 to 30 June 2027, both days included.")]
    [InlineData("lasts 14 days after start",
        "begins on the day after the day of start and lasts 14 days, that first day included. For a start on 1 January "
        + "2027 it runs from 2 January 2027 to 15 January 2027, both days included.")]
    [InlineData("lasts 2 weeks before start",
        "lasts 2 weeks and ends on the day before the day of start. For a start on 1 January 2027 it runs from 18 "
        + "December 2026 to 31 December 2026, both days included.")]
    [InlineData("from start to 2028-12-31", "runs from the day of start to 31 December 2028, both days included.")]
    public void A_window_is_told_with_its_edges(string window, string told) =>
        Assert.Equal(
            $"The window \"service\" {told}",
            Told(
                "model trial version 1\n  in force 2027-01-01 to 2029-12-31\nparticipants people\n"
                + $"  window service {window}\n",
                "window service"));

    [Theory]
    [InlineData("known lot name", "Given for each provider with its contract: \"lot\" (name).")]
    [InlineData("bid rate money", "Offered by each provider in the tender: \"rate\" (money).")]
    [InlineData("bid discount percent from 0 % to 20 %",
        "Offered by each provider in the tender: \"discount\" (percent); a value below 0% or above 20% is refused.")]
    [InlineData("transfer fees go to the first provider",
        "If a participant changes provider, fees go to the provider at the start.")]
    [InlineData("transfer fees go to the provider of the day",
        "If a participant changes provider, fees go to the provider on the day on which they are earned.")]
    public void A_clause_of_the_providers_is_told(string clause, string told) =>
        Assert.Equal(told, Told($"model trial version 1\nproviders\n  {clause}\n", "providers"));

    [Theory]
    [InlineData("job from day to day, hours a week, evidence register or document",
        "The fact \"job\" lasts from its first to its last day, both included; without a last day it still runs. It is "
        + "recorded with \"hours\" (hours a week). It counts only if shown by a register or a document.")]
    [InlineData("job on a day \"A new job\"",
        "The fact \"job\" happens on a day. It means: \"A new job\". Every source counts.")]
    [InlineData("job on a day, evidence organiser or evaluator or provider or participant",
        "The fact \"job\" happens on a day. It counts only if shown by the organiser's confirmation, the evaluator's "
        + "report, the provider's record or the participant's own statement.")]
    public void A_fact_is_told_with_its_columns_and_evidence(string fact, string told) =>
        Assert.Equal(told, Told($"model trial version 1\nfacts\n  {fact}\n", "fact job"));

    [Theory]
    [InlineData("by calendar year of start",
        "is made of the participants who start in the same calendar year; its first and last day are those of that "
        + "period.")]
    [InlineData("by county",
        "is made of the participants with the same \"county\"; its first and last day are those in force.")]
    public void A_cohort_is_told(string by, string told) =>
        Assert.Equal(
            $"The cohort \"intake\" {told} It closes on the last day of the 36 months after its own last day. "
            + "Given for each cohort: \"volume\" (number).",
            Told(
                $"model trial version 1\ncohort intake\n  {by}\n"
                + "  closes 36 months after it ends\n  known volume number\n",
                "cohort intake"));

    [Fact]
    public void Groups_are_told_in_order() =>
        Assert.Equal(
            """
            - A participant belongs to the first of these groups whose tests hold on the day of start, for good. (§ 1)
            - "weak position" (weak): "age" is at least 50. (§ 1.1)
            - "others": everybody else. (§ 1)

            """,
            Section(
                """
                model trial version 1
                groups fixed at start  § 1
                  weak "weak position" when age at least 50  § 1.1
                  others otherwise
                """, "groups"), ignoreLineEndingDifferences: true);

    [Fact]
    public void A_table_is_told_as_a_table_with_the_currency_in_its_heading() =>
        Assert.Equal(
            """
            | group  | date              | price (EUR) |   need |
            | ------ | ----------------- | ----------: | -----: |
            | weak   | from 1 April 2017 |    1,200.00 | 1 week |
            | others | otherwise         |      300.00 |      – |

            """,
            "| group" + Section(
                """
                model trial version 1
                  money EUR, each line rounded to 0.01 half up
                table by group and date "Prices"
                                          price  need
                  weak   from 2017-04-01  1200.00  1 weeks
                  others otherwise         300.00  -
                """, "tables").Split("| group")[1], ignoreLineEndingDifferences: true);

    [Theory]
    [InlineData("place in intake", "up to volume", "up to volume")]
    [InlineData("time", "from 2", "from 2")]
    [InlineData("step", "above 2", "above 2")]
    [InlineData("calendar year", "2008", "2008")]
    [InlineData("contract year", "below 2", "below 2")]
    [InlineData("rate", "from 12.5 %", "from 12.5%")]
    [InlineData("rate", "below 50 % of goal", "below 50% of the value \"goal\" of the fact")]
    public void A_label_of_a_row_is_told(string key, string label, string told) =>
        Assert.Contains(
            $"| {told} ",
            Section($"model trial version 1\ntable by {key}\n  price\n  {label} 3\n", "tables"),
                StringComparison.Ordinal);

    [Fact]
    public void The_transition_is_told_as_a_table_and_says_what_it_does_not_say()
    {
        var told = Section(
            """
            model trial version 1
            transition multiplies prices
              contract year 1  outputs 80 %  outcomes 20 %
              contract year 2  outputs 60 %  outcomes 40 %
            """, "transition");
        Assert.EndsWith("| from 2        |     60% |      40% |\n", told, StringComparison.Ordinal);
        Assert.Contains("they do not say how the money paid is divided", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_reading_that_need_not_be_said_is_printed() =>
        Assert.Equal(
            ["windows", "weeks", "months", "start", "span", "reached", "rows", "rejected", "added", "steps",
                "rounding", "zero",
                "limits", "take-back", "order"],
            Explain.Model(ModelReader.Read("model trial version 1").Model!).Sections.Single(s =>
                s.Key == "defaults").Items
                .Select(i => i.Sentences[0].Part));

    [Fact]
    public void A_reading_that_only_this_model_needs_is_printed_too() =>
        Assert.Contains(
            "Contract year 1 begins on the first day in force, each next one on its anniversary.",
            Told("model trial version 1\nlimit 5.00 for each provider and contract year, then cut\n", "defaults"),
            StringComparison.Ordinal);

    [Fact]
    public void Plain_text_underlines_titles_and_sets_tables_in_columns() =>
        Assert.Equal(
            """
            trial
            =====

            The model
            ---------

            - This is version 1 of the model "trial".

            Prices and other tables
            -----------------------

            Table by time
            .............

            The row is found by the number of the occurrence.

              time    price
              ------  -----
              1           5
              from 2     12

            """,
            Explain.Model(
                ModelReader.Read("model trial version 1\ntable by time\n  price\n  1 5\n  from 2 12\n").Model!)
                .Text().Split("\nNot said")[0],
            ignoreLineEndingDifferences: true);
}
