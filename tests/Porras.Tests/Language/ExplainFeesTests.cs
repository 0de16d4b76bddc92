using static Porras.Tests.Explained;

namespace Porras.Tests;

/// <summary>Each clause of a fee, of a limit, of taking back and of a split has its sentence.</summary>
public sealed class ExplainFeesTests
{
    [Theory]
    [InlineData("62.00", "It pays EUR 62.00.")]
    [InlineData("1234567.80", "It pays EUR 1,234,567.80.")]
    [InlineData("price", "It pays the value \"price\" in the table \"Prices\".")]
    [InlineData("rate", "It pays the provider's bid \"rate\".")]
    [InlineData("worth", "It pays the value \"worth\" of the fact.")]
    [InlineData("30 % of wage", "It pays 30% of the known value \"wage\".")]
    [InlineData("1/60 of wage", "It pays 1/60 of the known value \"wage\".")]
    [InlineData("2 times wage", "It pays 2 times the known value \"wage\".")]
    [InlineData("quota of spent",
        "It pays the share given by the value \"quota\" in the table \"Prices\" of the measure \"spent\".")]
    [InlineData("price for each visits",
        "It pays the value \"price\" in the table \"Prices\" for each unit of the measure \"visits\".")]
    [InlineData("by step 1 200.00, 2 300.00",
        "What it pays depends on the step reached: 1 – EUR 200.00; 2 – EUR 300.00.")]
    [InlineData("by time 1 200.00, from 2 30.00",
        "What it pays depends on the number of the occurrence: 1 – EUR 200.00; from 2 – EUR 30.00.")]
    [InlineData("10 % of first",
        "It pays 10% of the sum of the lines of the fee \"First\" for the same participant in the same episode up to "
        + "and including that day, before limits; this may be below zero.")]
    [InlineData("share of 900.00 by visits in intake",
        "It pays a share of EUR 900.00: the whole is divided among the participants of each cohort \"intake\" in "
        + "proportion to the measure \"visits\", the odd cents by largest remainder; if all have 0, nobody is paid.")]
    [InlineData("share of 900.00 by visits in contract",
        "It pays a share of EUR 900.00: the whole is divided among the participants of the contract in proportion to "
        + "the measure \"visits\", the odd cents by largest remainder; if all have 0, nobody is paid.")]
    [InlineData("unpaid of first",
        "It pays what the fee \"First\" would have paid for each time that has not occurred, each rounded as its own "
        + "line, at the prices of this fee; its tests are made now and its moment is waived.")]
    public void What_a_fee_pays_is_told(string pay, string told) =>
        Assert.Equal($"An outcome fee. {told}", Fee($"pay {pay}"));

    [Theory]
    [InlineData("plus 5.00", "To this is added EUR 5.00.")]
    [InlineData("plus 3.2 %", "To this is added 3.2% of the result so far.")]
    [InlineData("times 25 %", "The result so far is multiplied by 25%.")]
    [InlineData("times ratio", "The result so far is multiplied by the share given by the measure \"ratio\".")]
    [InlineData("less 5.00", "From this is taken off EUR 5.00; the result is not below zero.")]
    [InlineData("less goal",
        "From this is taken off the share given by the known value \"goal\" of the result so far.")]
    [InlineData("less first",
        "From this is taken off the sum of the lines of the fee \"First\" for the same participant in the same episode "
        + "up to and including that day, before limits; the result is not below zero.")]
    [InlineData("less tested",
        "From this is taken off what this fee has already paid for the same participant in the same episode, before "
        + "limits; the result is not below zero.")]
    [InlineData("less first, tested",
        "From this is taken off the sum of the lines of the fees \"First\" and \"tested\" for the same participant in "
        + "the same episode up to and including that day, before limits; the result is not below zero.")]
    [InlineData("settles first",
        "From this is taken off the sum of the lines of the fee \"First\" for the same participant in the same episode "
        + "up to and including that day, before limits; if the result is below zero, the difference is paid back.")]
    [InlineData("at most 1500.00 each time", "It pays at most EUR 1,500.00 each time.")]
    public void A_step_of_an_amount_is_told(string step, string told) =>
        Assert.Equal($"An outcome fee. It pays EUR 9.00. {told}", Fee($"pay 9.00\n{step}"));

    [Theory]
    [InlineData("once", "It is paid once for each participant in each episode.")]
    [InlineData("at most 1 times", "It is paid once for each participant in each episode.")]
    [InlineData("at most 18 times", "It is paid at most 18 times for each participant in each episode.")]
    [InlineData("at most most times",
        "It is paid for each participant in each episode at most as many times as the value \"most\" in the table "
        + "\"Prices\" says.")]
    [InlineData("every time", "It is paid every time.")]
    [InlineData("beside first", "It is paid beside the fee \"First\": both are paid.")]
    [InlineData("part periods pay by days", "A period cut by the first or last day pays in proportion to its days.")]
    [InlineData("part periods pay in full", "A period cut by the first or last day pays in full.")]
    [InlineData("part periods pay nothing", "A period cut by the first or last day pays nothing.")]
    [InlineData("skipped steps are paid", "Skipped steps are paid: each step passed counts, the lowest first.")]
    [InlineData("skipped steps are not paid", "Skipped steps are not paid: only the step reached counts.")]
    [InlineData("priced on start",
        "Its pricing day, whose prices and contract year apply, is the day of start; until that day has come there is "
        + "no line.")]
    [InlineData("priced when earned",
        "Its pricing day, whose prices and contract year apply, is the day on which it is earned.")]
    [InlineData("claim within 60 days",
        "It is paid only if every fact it rests on became known within 60 days after the day on which it is earned.")]
    [InlineData("payable 1 month later", "It may be invoiced 1 month after the day on which it is earned.")]
    [InlineData("payable 15 working days later",
        "It may be invoiced 15 working days after the day on which it is earned.")]
    [InlineData("payable 1 working days later",
        "It may be invoiced 1 working day after the day on which it is earned.")]
    [InlineData("for each provider", "It is earned for each provider, not for each participant.")]
    [InlineData("for each intake", "It is earned for each cohort \"intake\", not for each participant.")]
    [InlineData("for the contract", "It is earned for the contract, not for each participant.")]
    public void A_clause_of_a_fee_is_told(string clause, string told) =>
        Assert.Equal($"An outcome fee. {told}", Fee(clause));

    [Fact]
    public void An_output_fee_is_called_so() =>
        Assert.Equal("An output fee. It is paid every time.", Fee("every time", head: "fee tested  output"));

    [Theory]
    [InlineData("limit 6000.00 for each participant, then cut",
        "All lines together never sum to more than EUR 6,000.00 for each participant in each episode. The line that "
        + "would pass the limit is cut to what is left; later ones pay nothing.")]
    [InlineData("limit 800.00 of first for each provider and contract year, then stop",
        "The lines of the fee \"First\" never sum to more than EUR 800.00 for each provider and contract year. The "
        + "line that would pass the limit and all later ones pay nothing.")]
    [InlineData("limit 800.00 for each intake and calendar month, then pro rata",
        "All lines together never sum to more than EUR 800.00 for each cohort \"intake\" and calendar month. If they "
        + "would, all of them are reduced in the same proportion, the odd cents by largest remainder.")]
    [InlineData("limit 800.00 of first for the contract, then report",
        "It is reported if the lines of the fee \"First\" sum to more than EUR 800.00 for the contract: by how much, "
        + "and from which day on. No line changes.", ", then report")]
    public void A_limit_is_told(string limit, string told, string more = "") => Assert.Equal(
        told, Told(limit + "\n", limit.Split(", then")[0].Replace(" 6000.00", "").Replace(" 800.00", "") + more));

    [Theory]
    [InlineData("when loss\ntakes all",
        "The fee is taken back on the day of every fact \"loss\". Each line of the fee that was earned for the same "
        + "participant in the same episode up to that day is reversed whole, once, by a line of its own.")]
    [InlineData("when loss within 30 days after first\ntakes 1/3",
        "The fee is taken back on the day of every fact \"loss\". That day must lie within the 30 days after the day "
        + "on which the fee \"First\" is first earned. Of each line of the fee that was earned for the same "
        + "participant in the same episode at most 30 days before that day, 1/3 is reversed, once, by a line of its "
        + "own.")]
    [InlineData("when transfer\nonly if disabled\ntakes the unused part",
        "The fee is taken back on the last day with the earlier provider. It is taken back only if the known value "
        + "\"disabled\" is yes. Of each line of the fee that was earned for the same participant in the same episode "
        + "up to that day, the part paid for the days of the period after that day is reversed, once, by a line of its "
        + "own.")]
    public void Taking_back_is_told(string clauses, string told) =>
        Assert.Equal(told, Told($"take back first\n{Indented(clauses)}\n", "take back first"));

    [Fact]
    public void A_split_by_shares_is_told() =>
        Assert.Equal(
            "Each line is divided between these payers, after limits, by largest remainder; the parts sum to the line. "
            + "\"state\": 60%. \"town\": the share given by the value \"quota\" in the table \"Prices\".",
            Told("split between payers\n  state 60 %\n  town quota\n", "split between payers"));

    [Fact]
    public void A_split_in_order_is_told() =>
        Assert.Equal(
            "The running total of all lines, after limits and taking back, in the order of the day earned, then owner, "
            + "then fee, fills these payees one after the other; the parts of a line sum to it, and what is taken back "
            + "returns first what was filled last. \"investor\": up to EUR 100.00. \"provider\": the rest.",
            Told("split between payees in order\n  investor up to 100.00\n  provider the rest\n",
                "split between payees"));

    [Fact]
    public void An_expectation_is_told() =>
        Assert.Equal(
            "The measure \"come\" is expected to be at least 10 for each provider in each contract year. No fee hangs "
            + "on it; if it is not met, the settlement reports it.",
            Told(
                "measure come is count of participants\n  over each provider\n\n"
                + "expect come at least 10 for each provider and contract year\n",
                "expect come for each provider and contract year"));

    [Fact]
    public void A_split_by_a_column_is_told() =>
        Assert.Equal(
            "Each line is divided between these payees, after limits, by largest remainder; the parts sum to the line. "
            + "The parts are in proportion to the latest \"hours\" of each name in the facts \"visit\" on the day "
            + "earned.",
            Told("split between payees\n  by hours in visit\n", "split between payees"));
}
