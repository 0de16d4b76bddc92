using static Porras.Tests.Explained;

namespace Porras.Tests;

/// <summary>Each moment, bound and test has its words.</summary>
public sealed class ExplainMomentsTests
{
    [Theory]
    [InlineData("start", "on the day of start")]
    [InlineData("2028-12-31", "on 31 December 2028")]
    [InlineData("transfer", "on the last day with the earlier provider")]
    [InlineData("end of service", "on the last day of the window \"service\"")]
    [InlineData("close of intake", "on the day on which the cohort \"intake\" closes")]
    [InlineData("expires", "on the day given in \"expires\"")]
    [InlineData("first", "on the day on which the fee \"First\" is first earned")]
    [InlineData("visit", "on the day of every fact \"visit\"")]
    [InlineData("work reaches 90 days", "on the first day on which the measure \"work\" is at least 90 days")]
    [InlineData("spent exceeds 416 times wage",
        "on the first day on which the measure \"spent\" is more than 416 times the known value \"wage\"")]
    [InlineData("unbroken work reaches 1 month",
        "on the first day on which one unbroken run of the measure \"work\" is at least 1 month")]
    [InlineData("each visit lasts 3 months", "on the day on which each fact \"visit\" has lasted 3 months")]
    [InlineData("progress reaches each new step", "each time the highest step so far on the ladder \"Progress\" rises")]
    [InlineData("progress reaches each new step from 1 to 2",
        "each time the highest step so far on the ladder \"Progress\" rises to a step from 1 to 2, both included")]
    [InlineData("end of each 13 weeks of service",
        "on the last day of each period of 13 weeks in the window \"service\"")]
    [InlineData("beginning of each month of service",
        "on the first day of each period of 1 month in the window \"service\"")]
    public void A_moment_is_told_as_the_day_on_which_the_fee_is_earned(string moment, string told) =>
        Assert.Equal($"An outcome fee. It is earned {told}.", Fee($"when {moment}"));

    [Theory]
    [InlineData("each 10 of visits",
        "on every day on which the measure \"visits\" completes a further 10. What is left over pays nothing; a day "
        + "that completes several earns the fee several times.")]
    [InlineData("each 28 days of unbroken work",
        "on every day on which an unbroken run of the measure \"work\" completes a further 28 days. What is left over "
        + "when the run breaks is lost.")]
    [InlineData("each hour of done",
        "on every day on which the measure \"done\" completes a further 1 hour. What is left over pays nothing; a day "
        + "that completes several earns the fee several times.")]
    [InlineData("end of each calendar month",
        "on the last day of each calendar month. Such periods run up to 31 December 2029, the last day in force.")]
    [InlineData("beginning of each calendar quarter",
        "on the first day of each calendar quarter. Such periods run up to 31 December 2029, the last day in force.")]
    [InlineData("end of each calendar year",
        "on the last day of each calendar year. Such periods run up to 31 December 2029, the last day in force.")]
    [InlineData("end of each contract year",
        "on the last day of each contract year. Such periods run up to 31 December 2029, the last day in force.")]
    public void A_moment_that_comes_again_says_what_is_left_over_or_how_long_it_runs(string moment, string told) =>
        Assert.Equal($"An outcome fee. It is earned {told}", Fee($"when {moment}"));

    [Theory]
    [InlineData("work reaches 9 days within service",
        "Only what falls within the window \"service\" counts, and the condition must be met within it.")]
    [InlineData("visit within 30 days after first",
        "That day must lie within the 30 days after the day on which the fee \"First\" is first earned.")]
    [InlineData("visit within 1 month from start", "That day must lie within the 1 month from the day of start.")]
    [InlineData("visit within 12 months before start",
        "That day must lie within the 12 months before the day of start.")]
    [InlineData("end of each calendar month within service",
        "Only periods that touch the window \"service\" are paid; one that its first or last day cuts begins or ends "
        + "there.")]
    [InlineData("work reaches 9 days begun within service",
        "Only runs whose true first day lies within the window \"service\" count; they may end after it.")]
    [InlineData("work reaches 9 days within any 12 days",
        "This much must lie within the 12 days that end on that day.")]
    [InlineData("work reaches 9 days after visit",
        "Counting begins on the day after the day of the first fact \"visit\"; if that day never comes, nothing is "
        + "counted.")]
    [InlineData("visit after first",
        "That day must come after the day on which the fee \"First\" is first earned, not be the same day; if that day "
        + "never comes, nothing is earned.")]
    [InlineData("end of each calendar month after first, within service",
        "Only days after the day on which the fee \"First\" is first earned count; if that day never comes, nothing is "
        + "earned. Only periods that touch the window \"service\" are paid; one that its first or last day cuts begins "
        + "or ends there.")]
    [InlineData("visit before 2028-01-01",
        "It must happen before 1 January 2028, not on it; if that day never comes, this is no restriction.")]
    public void A_bound_says_what_counts_and_what_must_lie_where(string moment, string told) =>
        Assert.EndsWith($". {told}", Fee($"when {moment}"), StringComparison.Ordinal);

    [Fact]
    public void A_measure_with_a_window_of_its_own_is_not_said_to_count_in_the_fees_window() =>
        Assert.Contains(
            "That day must lie within the window \"service\".",
            Told(
                "measure early is days of job\n  within service\nfee tested outcome\n  when early reaches 3 days "
                + "within service\n",
                "fee tested"),
            StringComparison.Ordinal);

    [Fact]
    public void Another_way_to_the_same_occurrence_is_told() =>
        Assert.Equal(
            "An outcome fee. It is earned on the day of every fact \"visit\". Or it is earned on the day of start, if "
            + "that is earlier; on the same day the way told first is the reason.",
            Fee("when visit\nor start"));

    [Fact]
    public void All_of_several_moments_are_told() =>
        Assert.Equal(
            "An outcome fee. It is earned on the day of every fact \"visit\". Besides, this must happen: on the day of "
            + "every fact \"loss\". The fee is earned only when all of it has happened, on the latest of the days.",
            Fee("when visit\nand loss"));

    [Theory]
    [InlineData("disabled", "the known value \"disabled\" is yes")]
    [InlineData("not disabled", "the known value \"disabled\" is no")]
    [InlineData("class is basic", "the known value \"class\" is \"basic\"")]
    [InlineData("class is not basic", "the known value \"class\" is not \"basic\"")]
    [InlineData("group is weak", "the participant's group is \"weak position\"")]
    [InlineData("kind is a", "\"kind\" is \"a\"")]
    [InlineData("age at least 18", "the known value \"age\" is at least 18")]
    [InlineData("age at most 18", "the known value \"age\" is at most 18")]
    [InlineData("ratio above 80 %", "the measure \"ratio\" is more than 80%")]
    [InlineData("work below 3 days within 6 months before start",
        "the measure \"work\" is less than 3 days, counting only what falls within the 6 months before the day of "
        + "start")]
    [InlineData("every every-kind below 3 hours", "every value of the measure \"every-kind\" is less than 3 hours")]
    [InlineData("any every-kind above 1.5 hours",
        "at least one value of the measure \"every-kind\" is more than 1.5 hours")]
    [InlineData("any loss", "there is at least one fact \"loss\" up to and including that day")]
    [InlineData("no loss within service", "there is no fact \"loss\" within the window \"service\"")]
    [InlineData("any first", "the fee \"First\" has been earned up to and including that day")]
    [InlineData("no first", "the fee \"First\" has not been earned up to and including that day")]
    [InlineData("lasts at least 3 months", "the span lasts at least 3 months")]
    [InlineData("lasts to agreed-end above 28 days",
        "the span, taken as ending on the day in \"agreed-end\", lasts more than 28 days")]
    [InlineData("work covers the period", "the measure \"work\" counts every day of the period")]
    [InlineData("disabled, age below 30",
        "the known value \"disabled\" is yes and the known value \"age\" is less than 30")]
    [InlineData("disabled or age below 30 or class is higher",
        "the known value \"disabled\" is yes, the known value \"age\" is less than 30 or the known value \"class\" is "
        + "\"higher\"")]
    public void A_test_is_told_in_words(string test, string told) =>
        Assert.Equal($"An outcome fee. It is earned only if {told}.", Fee($"only if {test}"));
}
