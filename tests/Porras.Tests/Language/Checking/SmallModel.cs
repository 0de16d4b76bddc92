namespace Porras.Tests;

/// <summary>A model with something of every kind, to which a test adds a few clauses.</summary>
internal static class SmallModel
{
    public const string Text = """
        model coaching version 1
          in force  2027-01-01 to 2028-12-31
          money     EUR, each line rounded to 0.01 half up

        providers
          known     region one of north, south
          bid       discount percent from 0 % to 20 %

        participants people
          known     age number, expires day, support one of core, intense, county name, arm one of drawn, control
          start     "first meeting"
          window    service lasts 6 months from start
          window    validity from start to expires

        facts
          job       from day to day, hours a week, kind one of full, part, agreed-end day
          shift     on a day, hours, child name, amount money
          training  on a day

        cohort intake
          by        calendar year of start
          closes    6 months after it ends
          known     forecast money, volume number

        cohort area
          by        county

        ladder progress
          step 0 "not in contact"
          step 1 "needs known"
          step 2 "daily rhythm"

        measure work is days of job
        measure worked is sum of hours in shift
        measure earned is sum of amount in shift

        measure earned-all is sum of earned
          over      each intake

        fee employed  outcome
          when      work reaches 90 days
          pay       1200.00
          once


        """;

    /// <summary>The codes that check finds in this model with some clauses more.</summary>
    public static IEnumerable<string> Codes(string clauses)
    {
        var text = Text + clauses + "\n";
        return ModelCheck.Check(ModelReader.Read(text), text).Select(d => d.Code);
    }
}
