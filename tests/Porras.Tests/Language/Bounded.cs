namespace Porras.Tests;

/// <summary>A small model with one more declaration, and its bounds.</summary>
internal static class Bounded
{
    public const string Base = """
        model trial version 1
          in force  2027-01-01 to 2029-12-31
          money     EUR, each line rounded to 0.01 half up
          priced    on start

        providers
          bid       rate money from 10.00 to 20.00

        participants people
          known     kind one of a, b, wage money, cut percent, due day
          only if   cut at most 80 %
          start     "the referral", until 2028-06-30
          window    service lasts 6 months from start

        facts
          job       from day to day, hours a week
          visit     on a day, worth money, people number

        cohort intake
          by        calendar quarter of start
          closes    6 months after it ends

        ladder progress
          step 0 "none"
          step 1 "some"
          step 2 "more"
          step 3 "most"

        measure work is days of job
        measure visits is count of visit
        measure spent is sum of worth in visit
        measure ratio is visits as share of 10
          at most   150 %

        table by kind "Prices"
              price  most
          a  200.00     1
          b   30.00     5


        """;

    public static BoundsReport Bounds(string more)
    {
        var read = ModelReader.Read(Base + more);
        Assert.Equal("", DiagnosticText.Write(read.Findings, Base + more));
        return ModelBounds.Of(read.Model!);
    }

    public static FeeBounds Fee(string clauses, string head = "fee tested outcome") =>
        Bounds($"{head}\n  {clauses.Replace("\n", "\n  ")}\n").Fees[^1];

    public static string? Money(Most<Money> most) => most.Value?.ToString(Currency.Find("EUR")!.Value);

    public static string Why(BoundReason reason) => reason.Text(new(Tongue.English, Currency.Find("EUR")));
}
