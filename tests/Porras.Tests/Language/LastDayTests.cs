using static Porras.Tests.Bounded;

namespace Porras.Tests;

public sealed class LastDayTests
{
    [Theory]
    [InlineData("when start", "2028-06-30", "the last start")]
    [InlineData("when 2031-05-01", "2031-05-01", "the day 1 May 2031")]
    [InlineData("when work reaches 9 days within service", "2028-12-29",
        "the window \"service\" of the last start ends")]
    [InlineData("when visit within 30 days after service-end", "2029-01-28",
        "the window \"service\" of the last start ends")]
    [InlineData("when end of each calendar month", "2029-12-31", "the last day in force")]
    [InlineData("when end of each calendar month within 36 months from start", "2031-06-29", "the last start")]
    [InlineData("when close of intake", "2028-12-31", "the last cohort \"intake\" closes")]
    [InlineData("when visit before 2028-02-01", "2028-01-31", "it must happen before 1 February 2028")]
    [InlineData("when start\nclaim within 60 days", "2028-08-29",
        "it is earned on 30 June 2028 at the latest, and then come the times for claiming and paying")]
    [InlineData("when start\npayable 1 month later", "2028-07-30",
        "it is earned on 30 June 2028 at the latest, and then come the times for claiming and paying")]
    [InlineData("when start\npayable 5 working days later", "2028-07-07",
        "counted without holidays, which come with the data")]
    public void The_last_day_on_which_a_fee_falls_due_has_a_reason(string clauses, string last, string why)
    {
        var more = "fee service-end output\n  when end of service\n  pay 1.00\n  once\n";
        var due = Bounds($"{more}fee tested outcome\n  {clauses.Replace("\n", "\n  ")}\n").Fees[^1].Due;
        Assert.Equal((last, why), (due.Value is { } day ? Day.Write(day) : null, Why(due.Reason)));
    }

    [Theory]
    [InlineData("when visit", "a fact may happen on any day")]
    [InlineData("when work reaches 9 days", "no window ends the counting")]
    [InlineData("when work reaches 9 days begun within service", "no window ends the counting")]
    [InlineData("when visit within 30 days after visit", "a fact may happen on any day")]
    [InlineData("when due", "the day in \"due\" comes with the data")]
    [InlineData("when transfer", "a change of provider may happen on any day")]
    [InlineData("when start\nor visit", "a fact may happen on any day")]
    public void A_fee_without_a_last_day_says_why(string clauses, string why)
    {
        var due = Fee(clauses).Due;
        Assert.Equal((null, why), (due.Value, Why(due.Reason)));
    }

    [Fact]
    public void What_may_be_taken_back_later_is_something_that_can_fall_due() => Assert.Equal(
        "2031-06-29",
        Day.Write(Bounds("fee early outcome\n  when start\n  pay 5.00\n  once\n"
            + "take back early\n  when visit within 36 months from start\n  takes all\n").Last.Value!.Value));
}
