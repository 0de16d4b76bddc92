namespace Porras.Tests;

public sealed class WhySplitTests
{
    private const string Head = """
        model shared version 1
          in force  2027-01-01 to 2027-12-31
          money     EUR, each line rounded to 0.01 half up

        participants people
          start     "first meeting"

        fee first output "First"
          when      start
          pay       300.00
          once


        """;

    private const string InOrder = Head + """
        split between payees in order
          investor  up to 500.00
          provider  the rest
        """;

    private const string ByShares = Head + """
        split between payers
          state  2/3
          town   1/3
        """;

    private const string People = """
        == participants
        participant,start
        anna,2027-01-04
        ben,2027-01-11
        """;

    // Anna's 300 go to the investor; of Ben's the investor gets what is left of 500.
    [Theory]
    [InlineData("anna", Tongue.English,
        "All lines before it sum to EUR 0.00; of the running total the payees get, one after the other: "
        + "\"investor\" EUR 500.00 and \"provider\" the rest.",
        "Between the payees the line is divided like this: \"investor\" EUR 300.00.")]
    [InlineData("ben", Tongue.English,
        "All lines before it sum to EUR 300.00; of the running total the payees get, one after the other: "
        + "\"investor\" EUR 500.00 and \"provider\" the rest.",
        "Between the payees the line is divided like this: \"investor\" EUR 200.00 and \"provider\" EUR 100.00.")]
    [InlineData("ben", Tongue.Finnish,
        "Sitä edeltävät rivit ovat yhteensä 300,00 €; kertymästä saajat saavat toinen toisensa jälkeen: "
        + "\"investor\" 500,00 € ja \"provider\" loput.",
        "Saajien kesken rivi jakautuu näin: \"investor\" 200,00 € ja \"provider\" 100,00 €.")]
    [InlineData("ben", Tongue.Swedish,
        "Raderna före den är tillsammans 300,00 €; av den löpande summan får mottagarna, en efter en: "
        + "\"investor\" 500,00 € och \"provider\" resten.",
        "Mellan mottagarna fördelas raden så här: \"investor\" 200,00 € och \"provider\" 100,00 €.")]
    public void Why_says_how_far_the_order_was_filled_and_who_gets_what(
        string person, Tongue tongue, string filled, string divided) =>
        Assert.Equal([filled, divided], Told(InOrder, person, tongue));

    [Fact]
    public void Why_says_who_bears_which_share_of_a_line() => Assert.Equal(
        ["Between the payers the line is divided like this: \"state\" EUR 200.00 and \"town\" EUR 100.00."],
        Told(ByShares, "anna", Tongue.English));

    private static IEnumerable<string> Told(string model, string person, Tongue tongue)
    {
        var plan = new Ledger(model).Plan;
        var data = Tests.Exchange.Files.Good(People, plan.Schema);
        var why = Why.About(Settle.All(plan, data, Day.Of(2027, 12, 31)), data.Find(person));
        var told = new WhyText(plan, tongue).Reason(why.Reasons().Single(), why);
        Assert.All(told.After, s => Assert.Equal("split", s.Part));
        return told.After.Select(s => s.Text.Replace('\u00a0', ' '));
    }
}
