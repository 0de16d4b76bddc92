namespace Porras.Tests;

public sealed class WithoutDecimalsTests
{
    [Fact]
    public void An_integer_is_money_or_a_number_where_the_currency_has_no_decimals() => Assert.Empty(Yen(
        """
        table by course
                 monthly  most
          first    60000     6
          second       0    12

        fee basic  output
          when      stretch
          pay       monthly for each people
          at most   most times
        """));

    [Fact]
    public void Money_with_decimals_is_refused_where_the_currency_has_none() => Assert.Equal(["P4002"], Yen(
        """
        fee basic  output
          when      stretch
          pay       600.00
          every time
        """));

    private static IEnumerable<string> Yen(string clauses) => ModelCheck.Check(ModelReader.Read(
        """
        model training version 1
          in force  2011-07-01 to 2019-09-30
          money     JPY, each line rounded to 1 half up

        participants courses
          known     course one of first, second
          start     "first day"

        facts
          stretch   on a day, people number


        """ + clauses + "\n").Whole!).Select(d => d.Code);
}
