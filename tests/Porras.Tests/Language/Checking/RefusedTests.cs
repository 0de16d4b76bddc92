namespace Porras.Tests;

/// <summary>What is refused for a reason that its page does not show: the other sides of the rules.</summary>
public sealed class RefusedTests
{
    private const string Fee = "fee more  outcome\n  when      training\n  pay       10.00\n  every time\n";

    public static readonly TheoryData<string, string, string> Texts = new()
    {
        { "A threshold in another unit by a name", "P4001", """
            table by support
                       need
              core     20 hours
              intense  30 hours

            fee more  outcome
              when      work reaches need
              pay       10.00
              once
            """ },
        { "Two parts of a weighted sum in two units", "P4001", """
            measure mix is 50 % of work and 50 % of worked
            """ + "\n" + Fee },
        { "A difference of two units", "P4001", """
            measure odd is work less worked
            """ + "\n" + Fee },
        { "A share of another unit", "P4001", """
            measure odd is work as share of 100 points
            """ + "\n" + Fee },
        { "A quantity that is a share", "P4001", """
            measure odd is work as share of 100 days

            fee more  outcome
              when      training
              pay       10.00 for each odd
              every time
            """ },
        { "A factor that is no share", "P4001", """
            fee more  outcome
              when      training
              pay       10.00
              times     age
              every time
            """ },
        { "A number of times that is money", "P4001", """
            fee more  output
              when      training
              pay       10.00
              at most   forecast times
            """ },
        { "A flag that is a number", "P4001",
            Fee.Replace("  pay", "  only if   age\n  pay", StringComparison.Ordinal) },
        { "A window of a day that is a number", "P4001", """
            fee more  outcome
              when      training within 30 days after age
              pay       10.00
              once
            """ },
        { "A label of a group where there are no groups", "P2009",
            Fee.Replace("  pay", "  only if   group is weak\n  pay", StringComparison.Ordinal) },
        { "A group's test by another group", "P4008", """
            groups fixed at start
              a         when age at least 50
              b         when group is a
              others    otherwise
            """ + "\n" + Fee },
        { "A number of times that counts itself", "P4008", """
            measure so-far is count of more

            fee more  outcome
              when      training
              only if   so-far below 3
              pay       10.00
              every time
            """ },
        { "A fee before itself", "P4008", """
            fee more  outcome
              when      training before more
              pay       10.00
              once
            """ },
        { "A fee that pays a share of itself", "P4009", """
            fee more  outcome
              when      training
              pay       10 % of more
              once
            """ },
        { "The start of a provider", "P4018", """
            fee more  output
              for       each provider
              when      start
              pay       10.00
              once
            """ },
        { "A participant's window for a provider", "P4018", """
            fee more  output
              for       each provider
              when      end of each calendar month within service
              pay       10.00
              part periods pay in full
              every time
            """ },
        { "A participant's measure in a limit of the contract", "P4018", """
            limit 2.00 for each worked for the contract, then cut
            """ },
        { "Another cohort's value", "P4018", """
            fee more  output
              for       each area
              when      2028-12-31
              pay       forecast
              once
            """ },
        { "A cohort's fee asked by a participant", "P4019", """
            fee whole  output
              for       each intake
              when      close of intake
              pay       10.00
              once

            fee more  outcome
              when      training after whole
              pay       10.00
              once
            """ },
        { "A table by date in a limit", "P4020", """
            table by date
                                   cap
              from 2027-01-01  1000.00

            limit cap for the contract, then cut
            """ },
        { "A table by the number of the occurrence in a test", "P4020", """
            table by time
                      least
              from 1  5

            fee more  outcome
              when      training
              only if   age above least
              pay       10.00
              every time
            """ },
        { "Months of a measure that has no months", "P4001", """
            fee more  outcome
              when      worked reaches 2 months
              pay       10.00
              once
            """ },
        { "Unbroken days of a whole provider", "P4022", """
            measure work-all is days of job
              over      each provider

            fee more  outcome
              for       each provider
              when      unbroken work-all reaches 90 days
              pay       10.00
              once
            """ },
        { "A transition without the day of the price", "P3010 P3010", """
            transition multiplies prices
              contract year 1   outputs 80 %   outcomes 20 %
            """ + "\n\n" + Fee },
        { "A price by time that ends too early", "P3017", """
            fee more  outcome
              when      training
              pay       by time 1 10.00, 2 20.00
              at most   3 times
            """ },
        { "A price by step that skips a step", "P3017", """
            fee more  outcome
              when      progress reaches each new step
              pay       by step 1 10.00
              skipped steps are not paid
              every time
            """ },
        { "A table by step that skips a step", "P3017", """
            table by step
                 price
              1  10.00

            fee more  outcome
              when      progress reaches each new step
              pay       price
              skipped steps are not paid
              every time
            """ },
        { "A contract year without a row", "P3017", """
            table by contract year
                 price
              1  10.00

            fee more  outcome
              when      training
              pay       price
              priced    when earned
              once
            """ },
        { "A combination of labels without a row", "P3017", """
            table by support and arm
                               price
              core     drawn   10.00
              core     control 10.00
              intense  drawn   10.00

            fee more  outcome
              when      training
              pay       price
              once
            """ },
        { "A group that needs more of the same", "P4038", """
            groups fixed at start
              a         when support is core or age at least 50
              b         when age at least 60
              others    otherwise
            """ + "\n" + Fee },
        { "A test of a fee on the day of start", "P4039", """
            groups fixed at start
              a         when any employed within 3 months before start
              others    otherwise
            """ + "\n" + Fee },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Check_refuses(string what, string codes, string clauses) =>
        Assert.Equal((what, codes), (what, string.Join(' ', SmallModel.Codes(clauses))));
}
