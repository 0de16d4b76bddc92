using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;

namespace Porras.Tests;

/// <summary>Books of a contract that is amended between two runs.</summary>
public sealed partial class AmendedBookTests
{
    private const string Model = """
        model small version 1
          in force  2027-01-01 to 2028-12-31
          money     EUR, each line rounded to 0.01 half up

        participants people
          start     "first meeting"

        facts
          visit     on a day

        fee visit-fee output "Visit"
          when      visit
          pay       50.00
          every time
        """;

    private const string Files = """
        == participants
        participant,start
        anna,2027-01-04
        ben,2027-03-08
        == visit
        participant,day,known
        anna,2027-02-01,
        anna,2027-03-15,
        ben,2027-03-15,

        """;

    private static readonly int First = Day.Of(2020, 1, 31), Last = Day.Of(2023, 12, 31);

    [Fact]
    public void An_amendment_agreed_after_its_first_day_is_paid_as_a_difference_with_the_version_as_the_cause()
    {
        const string Because = "because: version 2 of the model, before it was version 1\n";
        var ledger = new Ledger(Model, Amended(Model, Day.Of(2027, 3, 1), "running cases too", _ => "60.00"));
        ledger.Run(Files, "2027-03-31", "2027-03-31");
        Assert.Equal(
            "2027-03-15 anna visit-fee 2 2027-03-15 -50.00 reverses 2027-03-31/2 " + Because
            + "2027-03-15 anna visit-fee 2 2027-03-15 60.00 " + Because
            + "2027-03-15 ben visit-fee 1 2027-03-15 -50.00 reverses 2027-03-31/3 " + Because
            + "2027-03-15 ben visit-fee 1 2027-03-15 60.00 " + Because,
            ledger.Run(Files, "2027-04-30", "2027-04-30", amended: true));
        Assert.Equal([1, 2, 2], ledger.Book.Open.Select(l => l.Run.Model!.Version));
        Assert.Equal(new Money(17000), ledger.Book.Total);
        Assert.Equal("", ledger.Run(Files, "2027-05-31", "2027-05-31", amended: true));
    }

    [Fact]
    public void Running_cases_are_left_alone_by_an_amendment_for_new_starts_and_late_facts_keep_their_own_cause()
    {
        var ledger = new Ledger(Model, Amended(Model, Day.Of(2027, 3, 1), "new starts only", _ => "60.00"));
        ledger.Run(Files, "2027-03-31", "2027-03-31", amended: true);
        Assert.Equal([5000, 5000, 6000], ledger.Book.Open.Select(l => l.Amount.Minor));
        Assert.Equal(
            "2027-03-20 anna visit-fee 3 2027-03-20 50.00 because: "
            + "new fact: visit line 5 (2027-03-20), known since 2027-04-09\n",
            ledger.Run(Files + "anna,2027-03-20,2027-04-09\n", "2027-04-30", "2027-04-30", amended: true));
    }

    [Fact]
    public void Run_by_run_with_an_amendment_in_between_is_the_same_as_once_at_the_end() =>
        Gen.Int[0, int.MaxValue].Sample(seed => Settled(seed), iter: 20, threads: 1);

    [Fact]
    public void The_random_amendments_change_lines_and_every_change_has_a_cause()
    {
        string[] causes = ["version 2 of the model", "new fact", "explains it", "version 1 of the model"];
        var runs = Enumerable.Range(0, 12).SelectMany(seed => Settled(seed).Runs).ToList();
        Assert.Equal(
            ["version 2 of the model", "new fact"],
            causes.Where(c => runs.Exists(r => r.Text.Contains(c, StringComparison.Ordinal))));
    }

    private static Ledger Settled(int seed)
    {
        var random = new Random(seed);
        var arrivals = new Arrivals(seed);
        var whom = random.Next(2) == 0 ? "running cases too" : "new starts only";
        var first = Day.Of(2020, 2, 1) + random.Next(800);
        var amended = Amended(arrivals.Model, first, whom, p => Percent(p, 60 + random.Next(80)));
        var ledger = new Ledger(arrivals.Model, amended);
        var agreed = first - 60 + random.Next(240);
        for (var day = First; day < Last; day += 20 + random.Next(120))
        {
            ledger.Run(arrivals.Data(ledger.Plan, int.MaxValue), day, day, amended: day >= agreed);
        }

        var all = arrivals.Data(ledger.Plan, int.MaxValue);
        ledger.Run(all, Last, amended: true);
        var once = ledger.Settled(all, Last, int.MaxValue, amended: true);
        var lines = once.InOrder().Select(l => (LineKey.Of(l.Version, l.Line), l.Line.Earned, l.Line.Amount));
        var open = ledger.Book.Open.Select(l => (l.Key, l.Earned, l.Amount));
        Assert.Equal(lines.Select(l => l.ToString()).Order(), open.Select(l => l.ToString()).Order());
        Assert.Equal(once.Total, ledger.Book.Total);
        return ledger;
    }

    private static string Amended(string model, int first, string whom, Func<string, string> price)
    {
        var later = InForce().Replace(model, $"in force  {Day.Write(first)} to", 1);
        later = later.Replace("version 1", "version 2", StringComparison.Ordinal);
        later = later.Replace(" half up\n", $" half up\n  takes over {whom}\n", StringComparison.Ordinal);
        foreach (var mode in (string[])["half even", "down"])
        {
            later = later.Replace($" {mode}\n", $" {mode}\n  takes over {whom}\n", StringComparison.Ordinal);
        }

        return Prices().Replace(later, m => m.Groups[1].Value + price(m.Groups[2].Value));
    }

    private static string Percent(string price, int percent)
    {
        var amount = decimal.Parse(price, CultureInfo.InvariantCulture) * percent / 100;
        return Math.Max(0.01m, decimal.Round(amount, 2)).ToString("0.00", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("in force  [0-9-]+ to")]
    private static partial Regex InForce();

    [GeneratedRegex(@"(pay       )(\d+\.\d\d)")]
    private static partial Regex Prices();
}
