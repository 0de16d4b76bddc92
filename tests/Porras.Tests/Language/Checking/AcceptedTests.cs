namespace Porras.Tests;

/// <summary>What is legal, one construct each: check has nothing to say.</summary>
public sealed class AcceptedTests
{
    public static readonly TheoryData<string, string> Texts = new()
    {
        { "A fee for every span that lasts", """
            fee kept  outcome
              when      each job lasts 28 days, begun within service
              pay       200.00
              every time
            """ },
        { "A fee for the later of two moments", """
            fee both  outcome
              when      training
              and       work reaches 30 days
              pay       200.00
              once
            """ },
        { "A column of the moment's fact as quantity and key", """
            table by kind
                    price
              full  10.00
              part   5.00

            fee kept  outcome
              when      job
              only if   lasts to agreed-end at least 3 months, hours at least 18 a week, kind is full
              pay       price
              every time

            fee shift-fee  output
              when      shift
              pay       7.50 for each hours
              every time
            """ },
        { "A table by place among the contract's and one by time", """
            table by place in contract
                        early
              up to 10  50.00
              above 10  40.00

            fee met  output
              when      training
              pay       early
              plus      5.00
              at most   3 times

            fee shift-fee  output
              when      shift
              pay       by time 1 20.00, from 2 10.00
              every time
            """ },
        { "A known day as moment, window and key", """
            table by expires
                                price
              below 2027-06-01  10.00
              from 2027-06-01   20.00

            fee voucher  output
              when      expires
              pay       price
              once
            """ },
        { "Tables by date and year, priced on a fixed day", """
            table by contract year and date
                                   price
              1       from 2027-01-01  10.00
              from 2  from 2026-01-01  20.00

            fee dated  output
              when      start
              pay       price
              priced    on 2027-02-01
              once
            """ },
        { "A pool of a cohort and one of the contract", """
            fee pool-pay  outcome
              when      end of each calendar quarter
              pay       share of 1000.00 by worked in contract
              every time

            fee pool-cohort  outcome
              when      2028-12-31
              pay       share of forecast by worked in intake
              once
            """ },
        { "A limit by contract year read from a table by contract year", """
            table by contract year
                      cap
              1   1000.00
              2   2000.00

            limit cap for each provider and contract year, then cut
            limit forecast for each intake, then pro rata
            """ },
        { "A split by the share of a year", """
            table by calendar year
                    state  city
              2027   60 %  40 %
              2028   50 %  50 %

            split between payers
              the-state  state
              the-city   city
            """ },
        { "A fee of a cohort", """
            fee floor  output
              for       each intake
              when      close of intake
              only if   earned-all at most forecast
              pay       50 % of forecast
              once
            """ },
        { "A participant's fee that hangs on its cohort's result", """
            fee share-pay  outcome
              when      close of intake
              only if   earned-all above forecast
              pay       20 % of earned
              once
            """ },
        { "A provider's share of its participants' fees, less a bid", """
            fee bonus  outcome
              for       each provider
              when      end of each calendar quarter
              only if   region is north
              pay       5 % of employed
              less      discount
              every time
            """ },
        { "Taking back a share by a table, and the unused part", """
            table by support
                       back
              core     50 %
              intense   0 %

            fee monthly  output
              when      beginning of each month of service
              pay       100.00
              every time

            take back employed
              when      training within 30 days after employed
              takes     back

            take back monthly
              when      training
              takes     the unused part
            """ },
        { "Groups by what happened before the start", """
            measure earlier is days of job
              within    12 months before start

            groups fixed at start
              new       when earlier at most 0 days, no shift within 3 months before start
              others    otherwise

            table by group
                      price
              new     10.00
              others   5.00

            fee opening  output
              when      start
              only if   group is new
              pay       price
              once
            """ },
        { "A measure for each child with a price for each", """
            measure hours-of is sum of hours in shift
              for each  child

            fee best  outcome
              when      end of service
              only if   every hours-of at least 10 hours, any hours-of above 20 hours
              pay       100.00
              once
            """ },
        { "A label that is a share of a value", """
            measure reached is sum of amount in shift
              over      each intake

            table by reached
                                     bonus
              below 50 % of forecast  0.00
              from 50 % of forecast  50.00
              from forecast         100.00

            fee cohort-bonus  outcome
              for       each intake
              when      close of intake
              pay       bonus
              once
            """ },
        { "A period that is covered, and what part periods pay", """
            fee monthly  output
              when      end of each calendar month within service
              only if   work covers the period
              pay       100.00
              part periods pay nothing
              every time
            """ },
        { "Weeks that count and months that follow each other", """
            measure good-weeks is weeks of shift
              with      hours at least 18 hours

            measure good-months is months of shift
              with      amount above 500.00

            fee weeks-fee  outcome
              when      unbroken good-weeks reaches 8 weeks
              pay       100.00
              once

            fee months-fee  outcome
              when      each 2 months of unbroken good-months
              pay       100.00
              at most   3 times
            """ },
        { "Assessments on the ladder as facts", """
            fee assessed  output
              when      progress within service
              only if   any progress
              pay       30.00
              at most   2 times
            """ },
        { "A total so far less its earlier parts", """
            fee total  outcome
              when      end of each calendar quarter
              pay       2.00 for each worked
              less      total
              every time
            """ },
        { "A share of a price, and the price taken off", """
            fee on-account  outcome
              when      training
              pay       30 % of forecast
              once

            fee whole  outcome
              when      work reaches 100 days
              pay       forecast
              less      on-account
              once
            """ },
        { "The mean of one arm", """
            measure mean-drawn is mean of earned
              where     arm is drawn
              over      the contract

            fee effect  outcome
              for       the contract
              when      2028-12-31
              pay       10 % of mean-drawn
              once
            """ },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Check_has_nothing_to_say_about(string what, string clauses)
    {
        var text = SmallModel.Text + clauses + "\n";
        var read = ModelReader.Read(text);
        Assert.Equal("", what[..0] + DiagnosticText.Write(ModelCheck.Check(read, text), text));
    }
}
