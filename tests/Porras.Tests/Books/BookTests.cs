namespace Porras.Tests;

public sealed class BookTests
{
    private const string Model = """
        model small version 1
          in force  2027-01-01 to 2028-12-31
          money     EUR, each line rounded to 0.01 half up

        participants people
          start     "first meeting"

        facts
          job   from day to day, hours
          talk  on a day, hours

        measure work is days of job

        measure talking is sum of hours in talk

        fee employed outcome "Employment"  § 4.4
          when      work reaches 30 days
          pay       900.00
          once

        fee talk-fee output "Talk"  § 4.2
          when      each 2 hours of talking
          pay       50.00
          every time
        """;

    private const string People = """
        == participants
        participant,start
        anna,2027-01-04
        ben,2027-01-11

        """;

    private const string Jobs = "== job\nparticipant,start,end,hours,known,status,id\n";

    private const string Corrected =
        "corrected fact: job line 2 (2027-01-10 to 2027-05-01); now job line 3 (2027-01-20 to 2027-05-01), "
        + "known since 2027-03-05";

    [Fact]
    public void Nothing_is_paid_when_nothing_is_new()
    {
        var ledger = new Ledger(Model);
        var files = People + Jobs + "anna,2027-01-10,2027-05-01,30,,,j1\n";
        Assert.Equal("2027-02-08 anna employed 1 2027-02-08 900.00\n", ledger.Run(files, "2027-02-28", "2027-02-28"));
        Assert.Equal("", ledger.Run(files, "2027-03-31", "2027-03-31"));
        Assert.Equal("", ledger.Run(files + "anna,2027-01-10,2027-05-01,30,,,j1\n", "2027-04-30", "2027-04-30"));
    }

    [Fact]
    public void A_corrected_fact_reverses_the_line_and_pays_the_new_one()
    {
        var ledger = new Ledger(Model);
        var files = People + Jobs + "anna,2027-01-10,2027-05-01,30,,,j1\n";
        ledger.Run(files, "2027-02-28", "2027-02-28");
        Assert.Equal(
            $"2027-02-08 anna employed 1 2027-02-08 -900.00 reverses 2027-02-28/1 because: {Corrected}\n"
            + $"2027-02-18 anna employed 1 2027-02-18 900.00 because: {Corrected}\n",
            ledger.Run(files + "anna,2027-01-20,2027-05-01,30,2027-03-05,,j1\n", "2027-03-31", "2027-03-31"));
        Assert.Equal(new Money(90000), ledger.Book.Total);
    }

    [Fact]
    public void A_rejected_fact_reverses_the_line_in_the_next_open_period()
    {
        var ledger = new Ledger(Model);
        var files = People + Jobs + "anna,2027-01-10,2027-05-01,30,,,j1\n";
        ledger.Run(files, "2027-02-28", "2027-02-28");
        Assert.Equal(
            "2027-03-01 anna employed 1 2027-02-08 -900.00 reverses 2027-02-28/1 because: "
            + "fact withdrawn: job line 2 (2027-01-10 to 2027-05-01), since 2027-03-05\n",
            ledger.Run(
                files + "anna,2027-01-10,2027-05-01,30,2027-03-05,rejected,j1\n", "2027-03-31", "2027-03-31",
                "2027-02-28"));
        Assert.Equal(Money.Zero, ledger.Book.Total);
        Assert.Empty(ledger.Book.Open);
    }

    [Fact]
    public void A_late_fact_is_paid_in_the_next_open_period_with_its_own_earned_day()
    {
        const string Talks = "== talk\nparticipant,day,hours,known\nben,2027-02-01,2,2027-02-02\n";
        var ledger = new Ledger(Model);
        ledger.Run(People + Talks, "2027-02-28", "2027-02-28");
        var given = ledger.Run(
            People + Talks + Jobs + "anna,2027-01-10,2027-05-01,30,2027-03-09,,j1\n",
            "2027-03-31",
            "2027-03-31",
            "2027-02-28");
        Assert.Equal(
            "2027-03-01 anna employed 1 2027-02-08 900.00 because: "
            + "new fact: job line 2 (2027-01-10 to 2027-05-01), known since 2027-03-09\n",
            given);
    }

    [Fact]
    public void Only_the_fact_that_changes_the_line_is_named()
    {
        var ledger = new Ledger(Model);
        var files = People + Jobs + "anna,2027-01-10,2027-05-01,30,,,j1\n";
        ledger.Run(files, "2027-02-28", "2027-02-28");
        var given = ledger.Run(
            files + "anna,2027-01-20,2027-05-01,30,2027-03-05,,j1\nanna,2027-06-01,2027-06-30,10,2027-03-06,,j2\n"
            + "== talk\nparticipant,day,hours,known\nanna,2027-02-01,1,2027-03-07\n",
            "2027-03-31",
            "2027-03-31");
        Assert.DoesNotContain("line 4", given, StringComparison.Ordinal);
        Assert.DoesNotContain("talk", given, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fact_is_found_for_lines_that_say_neither_run_nor_day_of_knowledge()
    {
        var ledger = new Ledger(Model);
        ledger.Add("first.csv", """
            participant,fee,occurrence,episode,earned,kind,amount,currency,payable,clause,reason
            anna,employed,1,1,2027-02-08,fee,900.00,EUR,2027-02-08,4.4,
            """);
        var given = ledger.Run(
            People + Jobs + "anna,2027-01-10,2027-05-01,30,,,j1\nanna,2027-01-20,2027-05-01,30,2027-03-05,,j1\n",
            "2027-03-31");
        Assert.Equal(
            $"2027-02-08 anna employed 1 2027-02-08 -900.00 reverses first/1 because: {Corrected}\n"
            + $"2027-02-18 anna employed 1 2027-02-18 900.00 because: {Corrected}\n",
            given);
    }

    [Fact]
    public void Another_version_of_the_model_pays_the_difference_and_says_so()
    {
        var files = People + Jobs + "anna,2027-01-10,2027-05-01,30,,,j1\n";
        var old = new Ledger(Model);
        old.Run(files, "2027-02-28", "2027-02-28");
        var amended = new Ledger(Model.Replace("version 1", "version 2").Replace("900.00", "950.00"));
        amended.Add(old.Runs[0].Name, old.Runs[0].Text);
        var data = Tests.Exchange.Files.Good(files, amended.Plan.Schema);
        var until = Day.Of(2027, 3, 31);
        var terms = new RunTerms("march", new("small", 2, "0"), until, until);
        Assert.Equal(["P7203"], amended.Findings(data, terms).Select(f => f.Code));
        var now = Settle.All(amended.Plan, data, until, until);
        var entry = Assert.Single(Difference.Of(now, amended.Book).Entries);
        Assert.Equal((EntryKind.Changed, new Money(5000)), (entry.Kind, entry.Amount));
        var cause = Assert.Single(new Causes(amended.Plan, data, terms, amended.Book.Latest).Of(entry));
        Assert.Equal("version 2 of the model, before it was version 1", new CauseText(Tongue.English).Short(cause));
    }

    [Fact]
    public void A_job_that_ran_on_is_no_cause_of_its_own_for_what_is_earned_since()
    {
        var ledger = new Ledger(Model);
        var files = People + Jobs + "anna,2027-01-10,,30,,,j1\n";
        Assert.Equal("", ledger.Run(files, "2027-01-31", "2027-01-31"));
        Assert.Equal("2027-02-08 anna employed 1 2027-02-08 900.00\n", ledger.Run(files, "2027-02-28", "2027-02-28"));
    }
}
