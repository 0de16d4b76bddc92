namespace Porras.Tests;

public sealed class WholeTextTests
{
    private const string Planted = """
        model coaching version 1
          in force  2027-01-01 to 2027-12-31
          money     EUR, each line rounded to 0.01 half up

        participants people
          start     "first meeting"
          window    follow-up lasts 12 months from start

        facts
          job       from day to day, hours a week

        measure work is days of job
          where     hours at least 18 points in all

        fee opening  output
          when      start
          pay       300
          once

        fee employed  outcome
          when      wrok reaches 90 days within follow-up
          pay       1200.00
          onec

        fee kept  outcome
          when      work reaches 6 months within follow-up
          pay       50 points
          once
        """;

    [Fact]
    public void Six_planted_mistakes_give_six_messages_with_carets_and_hints() => Assert.Equal(
        """
        P4001 line 13, column 28: "18 points" is a number of points; a number of hours a week is expected here.
           13 |   where     hours at least 18 points in all
              |                            ^^
              = hint: units do not mix: write or name something of the unit that is expected.

        P4002 line 17, column 13: "300" is no amount in EUR; all decimals of the currency are expected.
           17 |   pay       300
              |             ^^^
              = hint: write "300.00" if that is meant.

        P2001 line 21, column 13: "wrok" is not declared.
           21 |   when      wrok reaches 90 days within follow-up
              |             ^^^^
              = hint: the nearest name is "work".

        P1020 line 23, column 3: "onec" is no clause of "fee".
           23 |   onec
              |   ^^^^
              = hint: the nearest clause is "once".

        P4021 line 26, column 26: "work" counts days of separate spans, which do not add up to months.
           26 |   when      work reaches 6 months within follow-up
              |                          ^
              = hint: write days or weeks, or ask for "unbroken work".

        P4001 line 27, column 13: "50 points" is a number of points; an amount of money is expected here.
           27 |   pay       50 points
              |             ^^
              = hint: units do not mix: write or name something of the unit that is expected.

        """,
        Said(Planted));

    [Fact]
    public void A_clause_that_cannot_be_read_is_not_reported_as_missing_too() =>
        Assert.Equal(["P1020"], Codes("  pay       300.00", "  pays      300.00"));

    [Fact]
    public void A_name_whose_declaration_cannot_be_read_is_not_reported_as_undeclared_too() =>
        Assert.Equal(["P1030"], Codes("  window    service lasts 6", "  window    service last 6"));

    [Fact]
    public void A_misspelt_name_in_a_clause_that_can_be_read_is_reported_beside_one_that_cannot() =>
        Assert.Equal(["P2001", "P1020"], Codes("within service\n  pay ", "within servise\n  pays"));

    [Fact]
    public void A_model_without_a_mistake_gives_nothing() => Assert.Equal("", Said(Small));

    private const string Small = """
        model coaching version 1
          in force  2027-01-01 to 2027-12-31
          money     EUR, each line rounded to 0.01 half up

        participants people
          start     "first meeting"
          window    service lasts 6 months from start

        facts
          meeting   on a day

        fee opening  output
          when      meeting within service
          pay       300.00
          once
        """;

    private static string Said(string text) =>
        DiagnosticText.Write(ModelCheck.Check(ModelReader.Read(text), text), text);

    private static IEnumerable<string> Codes(string from, string to)
    {
        Assert.Contains(from, Small, StringComparison.Ordinal);
        var text = Small.Replace(from, to, StringComparison.Ordinal);
        return ModelCheck.Check(ModelReader.Read(text), text).Select(f => f.Code);
    }
}
