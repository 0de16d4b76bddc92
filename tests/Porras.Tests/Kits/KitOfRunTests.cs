using Porras.Exchange;

namespace Porras.Tests;

public sealed class KitOfRunTests
{
    private const string Model = """
        model small version 1
          in force  2027-01-01 to 2027-12-31
          money     EUR, each line rounded to 0.01 half up

        participants people
          start     "the first meeting"

        facts
          job  from day to day

        measure work is days of job

        fee employed  outcome "Job"  § 4.4
          when      work reaches 10 days
          pay       900.00
          once
        """;

    // Anna's job turns out in February to have begun a week later; Ben's becomes known in February.
    private const string Data = """
        == participants
        participant,start
        anna,2027-01-04
        ben,2027-01-04

        == job
        participant,start,end,known,status,id
        anna,2027-01-11,2027-03-31,2027-01-22,,j1
        anna,2027-01-18,2027-03-31,2027-02-05,,j1
        ben,2027-01-11,2027-03-31,2027-02-08,,j2
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_run_that_pays_the_difference_is_recomputed_from_its_kit(bool pseudonymous)
    {
        var kit = Make(pseudonymous ? ["px", "pa"] : null);
        var verdict = KitBench.Verdict(KitBench.Bytes(kit));
        Assert.Equal("", DiagnosticText.Write(verdict.Findings, null));
        // A reversal and a new line for Anna, and 900 for Ben; the entitlement is 1800.
        Assert.Equal((3L, new Money(90000)), (verdict.Count, verdict.Total));
        Assert.Equal(new Money(180000), verdict.Settled!.Total);
        Assert.Equal("february", verdict.Kit!.Terms.Run);
        var anna = pseudonymous ? "px" : "anna";
        Assert.Contains(
            $"february,2,2027-02-01,{anna},employed,1,1,2027-01-20,fee,-900.00,EUR,2027-01-20,4.4,2027-01-31/1",
            KitBench.Text(kit, Kit.LinesPart));
        Assert.Equal(!pseudonymous, kit.Parts.Keys.Any(p => KitBench.Text(kit, p).Contains("anna")));
    }

    [Fact]
    public void The_first_run_of_a_book_has_nothing_before_it()
    {
        var kit = Make(null, until: "2027-01-31", before: false);
        var verdict = KitBench.Verdict(KitBench.Bytes(kit));
        Assert.Equal("", DiagnosticText.Write(verdict.Findings, null));
        Assert.Equal((1L, new Money(90000)), (verdict.Count, verdict.Total));
    }

    [Theory]
    [InlineData(Kit.SettledPart, "900.00", "900.01", "line 3, column \"amount\"", "\"-900.01\"")]
    [InlineData(Kit.SettledPart, "1,2027-01-20,anna", "1,2027-01-20,eve", "P7205 settled.csv line 2", "P7308")]
    [InlineData(Kit.LinesPart, "2027-02-01", "2027-02-02", "P7307 lines.csv line 2, column \"booked\"", "02-02")]
    [InlineData("facts/job.csv", "ben,2027-01-11", "ben,2027-01-12", "column \"earned\"", "2027-01-21")]
    public void What_was_changed_in_the_kit_of_a_run_is_told(
        string part, string old, string now, string first, string second)
    {
        var kit = KitBench.Remade(Make(null), part, text => text.Replace(old, now));
        var verdict = KitBench.Verdict(KitBench.Bytes(kit));
        var said = DiagnosticText.Write(verdict.Findings, null);
        Assert.Contains(first, said);
        Assert.Contains(second, said);
        Assert.False(verdict.IsIdentical);
    }

    [Fact]
    public void Whatever_the_list_says_the_lines_have_the_model_that_is_there()
    {
        var kit = Make(null);
        var verdict = KitBench.Verdict(KitBench.Bytes(kit with { Model = new("other", 7, new('0', 64)) }));
        Assert.Equal(["P7310"], verdict.Findings.Select(f => f.Code));
    }

    private static Kit Make(IReadOnlyList<string>? pseudonyms, string until = "2027-02-28", bool before = true)
    {
        var ledger = new Ledger(Model);
        var data = Tests.Exchange.Files.Good(Data, ledger.Plan.Schema);
        if (before)
        {
            ledger.Run(data, Day.Of(2027, 1, 31), Day.Of(2027, 1, 31));
        }

        var day = Day.Parse(until)!.Value;
        return KitMaking.Make(new("small.porras", Model, ledger.Plan, data, day, day)
        {
            Run = before ? "february" : "january",
            Locked = before ? Day.Of(2027, 1, 31) : null,
            Settled = ledger.Book.Lines,
            Pseudonyms = pseudonyms,
        });
    }
}
