using static Porras.Tests.Bounded;

namespace Porras.Tests;

public sealed class ModelBoundsTests
{
    [Theory]
    [InlineData("when visit\nonce", 1, "once")]
    [InlineData("when visit\nat most 4 times", 4, "at most 4 times")]
    [InlineData("when visit\nat most most times", 5, "at most 5 times")]
    [InlineData("when end of service\nat most 4 times", 1, "the day comes once")]
    [InlineData("when work reaches 9 days\nevery time", 1, "a threshold counts once")]
    [InlineData("when progress reaches each new step from 2 to 3\nevery time", 2,
        "the ladder has 2 such steps, each paid once")]
    [InlineData("when progress reaches each new step\nevery time", 3, "the ladder has 3 such steps, each paid once")]
    [InlineData("when each 90 days of work within service\nevery time", 2, "2 such parts fit in the window")]
    [InlineData("when each 90 days of unbroken work within 12 months from start\nat most 3 times", 3,
        "at most 3 times")]
    [InlineData("when each 2 months of unbroken work within service\nevery time", 3, "3 such parts fit in the window")]
    [InlineData("when end of each month of service\nevery time", 6, "the window has 6 such periods")]
    [InlineData("when end of each 4 weeks of service\nevery time", 7, "the window has 7 such periods")]
    [InlineData("when end of each calendar month within service\nevery time", 7, "7 such periods touch the window")]
    [InlineData("when end of each calendar quarter within service\nevery time", 3, "3 such periods touch the window")]
    [InlineData("when end of each calendar year\nevery time", 3, "3 such periods touch the days in force")]
    [InlineData("when end of each contract year within 24 months from start\nevery time", 3,
        "3 such periods touch the window")]
    public void The_most_occurrences_of_a_fee_have_a_reason(string clauses, int times, string why)
    {
        var fee = Fee(clauses);
        Assert.Equal((times, why), (fee.Times.Value, Why(fee.Times.Reason)));
    }

    [Theory]
    [InlineData("when visit\nevery time", "every time, and nothing limits the number of facts")]
    [InlineData("when visit within service\nevery time", "every time, and nothing limits the number of facts")]
    [InlineData("when each 90 days of work\nevery time", "every time, and no window ends the counting")]
    [InlineData("when each 5.00 of spent within service\nevery time", "every time, and nothing limits what is counted")]
    public void Occurrences_without_a_bound_say_why(string clauses, string why)
    {
        var fee = Fee("pay 5.00\n" + clauses);
        Assert.Equal((null, null, why), (fee.Times.Value, fee.Total.Value, Why(fee.Times.Reason)));
    }

    [Theory]
    [InlineData("pay 62.00", "62.00")]
    [InlineData("pay price", "200.00")]
    [InlineData("pay 30 % of price", "60.00")]
    [InlineData("pay rate", "20.00")]
    [InlineData("pay by kind a 3.00, b 7.00", "7.00")]
    [InlineData("pay cut of price", "160.00")]
    [InlineData("pay 10.00\nplus 5.00\nplus 10 %", "16.50")]
    [InlineData("pay 10.00\ntimes ratio", "15.00")]
    [InlineData("pay 10.00\nless rate", "0.00")]
    [InlineData("pay 100.00\nless rate", "90.00")]
    [InlineData("pay 10.00\nless 5 %", "9.50")]
    [InlineData("pay spent\nat most 1500.00 each time", "1500.00")]
    [InlineData("pay 15.12 for each work", "2782.08")]
    [InlineData("pay share of 900.00 by visits in contract", "900.00")]
    public void The_most_that_one_occurrence_pays_is_calculated(string clauses, string each)
    {
        var fee = Fee("when visit within service\nonce\n" + clauses);
        Assert.Equal((each, each), (Money(fee.Each), Money(fee.Total)));
    }

    [Theory]
    [InlineData("pay wage")]
    [InlineData("pay 50 % of worth")]
    [InlineData("pay 2.00 for each people")]
    [InlineData("pay spent")]
    [InlineData("pay 3.00 for each visits")]
    public void An_amount_that_rests_on_data_has_no_bound(string clauses)
    {
        var fee = Fee("when visit within service\nonce\n" + clauses);
        Assert.Equal(
            (null, null, "the amount rests on a value that has no limit"),
            (Money(fee.Each), Money(fee.Total), Why(fee.Each.Reason)));
    }

    [Fact]
    public void A_test_of_the_fee_bounds_its_amount() => Assert.Equal(
        "12.00", Money(Fee("when visit\nonly if people at most 6\npay 2.00 for each people\nonce").Total));

    [Fact]
    public void Each_occurrence_has_its_own_price() => Assert.Equal(
        "60.00", Money(Fee("when visit\npay by time 1 30.00, 2 20.00, from 3 5.00\nat most 4 times").Total));

    [Fact]
    public void Each_step_is_paid_once() => Assert.Equal(
        "70.00",
        Money(
            Fee("when progress reaches each new step\npay by step 1 10.00, 2 30.00, 3 40.00\nat most 2 times").Total));

    [Fact]
    public void Prices_and_times_of_different_rows_are_not_mixed() =>
        Assert.Equal("200.00", Money(Fee("when visit\npay price\nat most most times").Total));

    [Fact]
    public void Fees_of_different_participants_are_not_added() => Assert.Equal(
        "200.00",
        Money(Bounds(
            """
            fee early outcome
              when visit
              only if kind is a
              pay price
              once
            fee late outcome
              when visit
              only if kind is b
              pay price
              at most 2 times
            """).Participant));

    [Fact]
    public void Shares_of_different_contract_years_are_not_mixed() => Assert.Equal(
        "70.00",
        Money(Bounds(
            """
            transition multiplies prices
              contract year 1  outputs 60 %  outcomes 10 %
              contract year 2  outputs 10 %  outcomes 60 %
            fee early output
              when start
              pay 100.00
              once
            fee late outcome
              when visit
              pay 100.00
              once
            """).Participant));

    [Fact]
    public void What_is_taken_off_for_another_fee_bounds_nothing_from_above() => Assert.Equal(
        "130.00",
        Money(Bounds(
            """
            fee early outcome
              when visit
              pay 30.00
              once
            fee late outcome
              when visit
              pay 100.00
              less early
              once
            """).Participant));

    [Theory]
    [InlineData("limit 250.00 for each participant, then cut", "250.00", "a limit of EUR 250.00 stands over all fees")]
    [InlineData("limit 50.00 of early for each participant, then stop", "250.00",
        "the largest fees of one kind of participant, after the limits for each participant")]
    [InlineData("limit 50.00 of early, late for each participant, then pro rata", "50.00",
        "the largest fees of one kind of participant, after the limits for each participant")]
    [InlineData("limit 20.00 of early for each participant and calendar year, then cut", "240.00",
        "the largest fees of one kind of participant, after the limits for each participant")]
    public void Limits_for_each_participant_bound_the_sum(string limit, string most, string why)
    {
        var bounds = Bounds(
            $"""
            fee early outcome
              when visit within service
              pay 10.00
              at most 10 times
            fee late outcome
              when visit
              pay 200.00
              once
            {limit}
            """);
        Assert.Equal((most, why), (Money(bounds.Participant), Why(bounds.Participant.Reason).Replace('\u00a0', ' ')));
    }

    [Fact]
    public void A_limit_bounds_what_nothing_else_does() => Assert.Equal(
        "250.00",
        Money(Bounds("fee early outcome\n  when visit\n  pay worth\n  every time\n"
            + "limit 250.00 for each participant, then cut\n").Participant));

    [Theory]
    [InlineData("fee early outcome\n  when visit\n  pay 10.00\n  once\n", null,
        "the number of participants is not limited")]
    [InlineData("fee early outcome\n  for each provider\n  when 2028-01-01\n  pay 10.00\n  once\n", null,
        "the number of providers is not limited")]
    [InlineData("fee early outcome\n  for the contract\n  when end of each calendar year\n  pay 10.00\n  every time\n",
        "30.00",
        "the sum of what each fee can cost, after limits")]
    [InlineData("fee early outcome\n  for each intake\n  when close of intake\n  pay 10.00\n  once\n", "60.00",
        "the sum of what each fee can cost, after limits")]
    [InlineData("fee early outcome\n  when visit\n  pay 10.00\n  once\nlimit 5000.00 for the contract, then cut\n",
        "5000.00",
        "a limit of EUR 5,000.00 stands over all fees")]
    [InlineData("fee early outcome\n  when start\n  pay 10.00\n  once\n"
        + "limit 50.00 for the contract and contract year, then cut\n", "100.00",
        "a limit of EUR 100.00 stands over all fees")]
    public void The_contract_is_bounded_by_its_limits_and_by_fees_whose_owners_can_be_counted(
        string fee, string? most, string why)
    {
        var bounds = Bounds(fee);
        Assert.Equal((most, why), (Money(bounds.Contract), Why(bounds.Contract.Reason).Replace('\u00a0', ' ')));
    }

    [Fact]
    public void A_second_start_is_said_not_to_be_bounded() => Assert.Contains(
        "One participant costs at most EUR 5.00 in each episode, and the number of episodes is not limited",
        ModelBounds.Of(ModelReader.Read(
            Base.Replace("window    service", "again     a new episode\n  window    service")
            + "fee early outcome\n  when start\n  pay 5.00\n  once\n").Model!).Markdown().Replace('\u00a0', ' '),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(Tongue.English, "- Start (tested): at most 2 times; the window \"service\" of the last start ends.")]
    [InlineData(Tongue.Finnish,
        "- Start (tested): enintään 2 kertaa; viimeisenä aloittaneen ikkuna \"service\" päättyy.")]
    [InlineData(Tongue.Swedish,
        "- Start (tested): högst 2 gånger; tidsfönstret \"service\" för den sista som börjar tar slut.")]
    public void The_report_tells_each_fee_with_its_reasons(Tongue tongue, string told) => Assert.EndsWith(
        told + "\n",
        Bounds("fee tested outcome \"Start\"\n  when visit within service\n  pay 10.00\n  at most 2 times\n")
            .Markdown(tongue).Replace('\u00a0', ' '),
        StringComparison.Ordinal);

    [Fact]
    public void The_report_has_a_table_of_fees() => Assert.Contains(
        "| Start (tested) | jokainen osallistuja |                2 |           10,00 € |           20,00 € |          "
        + " 29.12.2028 |",
        Bounds("fee tested outcome \"Start\"\n  when visit within service\n  pay 10.00\n  at most 2 times\n")
            .Markdown(Tongue.Finnish).Replace('\u00a0', ' '),
        StringComparison.Ordinal);

    [Fact]
    public void Every_example_has_bounds_or_reasons_in_every_language()
    {
        foreach (var (_, text) in ExampleModels.All)
        {
            var report = ModelBounds.Of(ModelReader.Read(text).Model!);
            Assert.All(Enum.GetValues<Tongue>(), t =>
                Assert.DoesNotContain("{", report.Markdown(t), StringComparison.Ordinal));
        }
    }
}
