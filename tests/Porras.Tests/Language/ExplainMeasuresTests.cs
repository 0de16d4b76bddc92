using static Porras.Tests.Explained;

namespace Porras.Tests;

/// <summary>Each measure has its sentences.</summary>
public sealed class ExplainMeasuresTests
{
    [Theory]
    [InlineData("days of job", "counts the days covered by at least one fact \"job\"; each day counts once.")]
    [InlineData("days of each job",
        "counts the days of each fact \"job\" by itself: days of different facts are never joined.")]
    [InlineData("weeks of visit\nwith hours at least 3 hours",
        "counts the weeks, Monday to Sunday, whose facts \"visit\" pass the test below. A week counts if its total of "
        + "\"hours\" is at least 3 hours; a week without facts does not count.")]
    [InlineData("months of visit\nwith worth above 50.00",
        "counts the calendar months whose facts \"visit\" pass the test below. A month counts if its total of "
        + "\"worth\" is more than EUR 50.00; a month without facts does not count.")]
    [InlineData("sum of hours in visit", "is the total of \"hours\" in the facts \"visit\"; without facts it is 0.")]
    [InlineData("latest of hours in visit",
        "is \"hours\" in the latest fact \"visit\" up to the day asked, however early; without facts it has no value.")]
    [InlineData("mean of hours in visit",
        "is the mean of \"hours\" in the facts \"visit\": their sum divided by their number, exactly; without facts it "
        + "has no value.")]
    [InlineData("lowest of hours in visit",
        "is the least value of \"hours\" in the facts \"visit\"; without facts it has no value.")]
    [InlineData("count of visit", "counts the facts \"visit\".")]
    [InlineData("count of first", "counts the occurrences of the fee \"First\".")]
    [InlineData("count of participants\nover the contract",
        "counts the starts of participants. It is taken over all participants of the contract.")]
    [InlineData("sum of done\nover each intake",
        "is the total of the measure \"done\" over the participants, those without facts included. It is taken over "
        + "all participants of each cohort \"intake\".")]
    [InlineData("mean of done\nover each provider",
        "is the mean of the measure \"done\" over the participants, those without facts included. It is taken over all "
        + "participants of each provider.")]
    [InlineData("60 % of ratio and 40 % of ratio",
        "is the sum of 60% of the measure \"ratio\" and 40% of the measure \"ratio\".")]
    [InlineData("40 % of ratio", "is 40% of the measure \"ratio\".")]
    [InlineData("done less 3 hours", "is the measure \"done\" less 3 hours; it may be below zero.")]
    [InlineData("done less 3 hours\nat least 0", "is the measure \"done\" less 3 hours. It is never less than 0.")]
    [InlineData("done as share of 3 hours", "is the measure \"done\" as a share of 3 hours.")]
    public void What_a_measure_counts_is_told(string head, string told) =>
        Assert.Equal($"The measure \"tested\" {told}", Measure("tested is " + head));

    [Theory]
    [InlineData("where insured", "Only facts count for which \"insured\" is yes.")]
    [InlineData("where hours at least 15 a week in each",
        "Only facts count for which \"hours\" of each span by itself is at least 15 hours a week.")]
    [InlineData("where hours at least 18 a week in all",
        "Only days count on which \"hours\", added up over all such spans of the day, is at least 18 hours a week.")]
    [InlineData("except loss",
        "Days covered by a fact \"loss\" do not count; they break a run, whatever is said of gaps.")]
    [InlineData("gaps up to 14 days do not break it, and count",
        "A gap of 14 days or less between two counted days does not break a run; a longer one does. The days of such a "
        + "gap count.")]
    [InlineData("gaps during loss do not break it, and do not count",
        "A gap that lies wholly under a fact \"loss\" does not break a run, however long it is. The days of such a gap "
        + "do not count.")]
    [InlineData("within service",
        "It is counted within the window \"service\", up to the day asked, whatever days a fee counts.")]
    [InlineData("for each insured", "It has one value for every \"insured\" that occurs.")]
    [InlineData("needs 20 of visit", "With fewer than 20 facts \"visit\" it has no value.")]
    [InlineData("needs 1 of visit", "Without a fact \"visit\" it has no value.")]
    [InlineData("at least 3 days", "It is never less than 3 days.")]
    [InlineData("at most 3 days", "It is never more than 3 days.")]
    [InlineData("below 3 days counts as 0", "If it is less than 3 days it counts as 0; 3 days itself stays.")]
    public void A_clause_of_a_measure_is_told(string clause, string told) =>
        Assert.Equal(
            "The measure \"tested\" counts the days covered by at least one fact \"job\"; each day counts once. "
            + told,
            Measure($"tested is days of job\n{clause}"));

    [Fact]
    public void Tests_of_single_spans_are_told_before_what_is_added_up() =>
        Assert.EndsWith(
            "Only facts count for which \"insured\" is yes. Only days count on which \"hours\", added up over all such "
            + "spans of the day, is at least 18 hours a week.",
            Measure("tested is days of job\nwhere hours at least 18 a week in all\nwhere insured"),
                StringComparison.Ordinal);
}
