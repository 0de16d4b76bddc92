namespace Porras.Tests;

/// <summary>A small model with something of every kind and one more declaration, explained in English.</summary>
internal static class Explained
{
    private const string Base = """
        model trial version 2
          title     en "Trial"   fi "Kokeilu"
          in force  2027-01-01 to 2029-12-31
          money     EUR, each line rounded to 0.01 half up

        providers
          known     lot name
          bid       rate money from 10.00 to 20.00

        participants people
          known     age number, disabled yes or no, class one of basic, higher, expires day, wage money, goal percent
          start     "the referral"
          window    service lasts 6 months from start
          again     a new episode

        facts
          job       from day to day, hours a week, insured yes or no, agreed-end day, evidence register or document
          visit     on a day, hours, worth money, kind one of a, b, evidence provider
          loss      on a day

        groups fixed at start
          weak      "weak position"   when age at least 50
          others    otherwise

        cohort intake
          by        calendar quarter of start
          closes    6 months after it ends

        ladder progress "Progress"
          step 0 "none"
          step 1 "some"
          step 2 "much"

        measure work is days of job
        measure done is sum of hours in visit
        measure spent is sum of worth in visit
        measure visits is count of visit
        measure ratio is done as share of 10 hours
        measure every-kind is sum of hours in visit
          for each  kind

        table by group "Prices"
                price  most  quota
          weak  200.00  3     80 %
          others 100.00 2     60 %

        fee first  output "First"
          when      start
          pay       price
          once


        """;

    public static string Fee(string clauses, string declaration = "fee tested", string head = "fee tested  outcome") =>
        Told($"{head}\n{Indented(clauses)}\n", declaration);

    public static string Measure(string clauses) =>
        Told($"measure {clauses.Replace("\n", "\n  ")}\n", "measure tested");

    public static string Told(string more, string declaration)
    {
        var read = ModelReader.Read(Base + more);
        Assert.Equal("", DiagnosticText.Write(read.Findings, Base + more));
        var told = Explain.Model(read.Model!).Sentences.Where(s => s.Declaration == declaration).Select(s => s.Text);
        return string.Join(' ', told).Replace('\u00a0', ' ');
    }

    public static string Indented(string clauses) => "  " + clauses.Replace("\n", "\n  ");
}
