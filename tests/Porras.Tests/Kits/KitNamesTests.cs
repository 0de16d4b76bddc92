using CsCheck;
using Porras.Exchange;

namespace Porras.Tests;

/// <summary>What a pseudonymous kit leaves out and replaces, and that no line hangs on it.</summary>
public sealed class KitNamesTests
{
    private const string Model = """
        model families version 1
          in force  2027-01-01 to 2027-12-31
          money     EUR, each line rounded to 0.01 half up

        participants families
          known     town name, street name, age number
          start     "first meeting"
          window    first-term lasts 90 days from start

        cohort area
          by        town

        facts
          school  on a day, pupil name, note name, absence number
          letter  on a day, words name

        measure absent is sum of absence in school
          for each  pupil

        fee present output "School"
          when      end of first-term
          only if   every absent below 3
          pay       100.00
          once

        fee town-fee output "Town"
          for       each area
          when      2027-06-30
          pay       10.00
          once
        """;

    // The two of 1 February differ in a note that nobody reads: they stay two facts, and 1 + 2 days are too many.
    private const string Data = """
        == participants
        participant,start,town,street,age
        zeta-77,2027-01-04,Porvoo,Mannerheimgatan 1,40
        alpha-12,2027-01-11,Loviisa,Rantatie 2,41

        == school
        participant,day,pupil,note,absence
        zeta-77,2027-02-01,Ville Virtanen,ill,1
        zeta-77,2027-02-01,Ville Virtanen,away,2
        alpha-12,2027-02-01,Aino Aalto,,2
        alpha-12,2027-02-01,Ville Virtanen,,2

        == letter
        participant,day,words
        zeta-77,2027-02-02,secret
        """;

    private static readonly string[] Secrets =
    [
        "zeta-77", "alpha-12", "Mannerheim", "Rantatie", "40", "41", "Ville", "Aino", "ill", "away", "secret",
    ];

    [Fact]
    public void A_pseudonymous_kit_names_nobody_and_leaves_out_what_the_model_does_not_read()
    {
        var kit = Make(["pb", "pa"]);
        Assert.DoesNotContain("facts/letter.csv", kit.Parts.Keys);
        var texts = kit.Parts.Keys.Where(p => p != "model.porras").Select(p => KitBench.Text(kit, p)).ToList();
        Assert.All(Secrets, secret => Assert.All(texts, t => Assert.DoesNotContain(secret, t)));
        Assert.Equal(
            "participant,day,pupil,note,absence\n1-pb,2027-02-01,n1,,2\n1-pb,2027-02-01,n2,,2\n"
            + "2-pa,2027-02-01,n2,,1\n2-pa,2027-02-01,n2,,2\n",
            KitBench.Text(kit, "facts/school.csv"));
        // A cohort is a town, and lines name it.
        Assert.Contains("Loviisa", KitBench.Text(kit, Kit.LinesPart));
        var verdict = KitBench.Verdict(KitBench.Bytes(kit));
        Assert.True(verdict.IsIdentical);
        Assert.Equal((3L, new Money(12000)), (verdict.Count, verdict.Total));
    }

    [Fact]
    public void Facts_that_differ_only_in_what_is_left_out_stay_apart()
    {
        var twins = Data.Replace("ill,1", "ill,2");
        var kit = Make(["pb", "pa"], twins);
        Assert.Contains("2-pa,2027-02-01,n2,,2,0000000003\n", KitBench.Text(kit, "facts/school.csv"));
        Assert.Contains("2-pa,2027-02-01,n2,,2,0000000004\n", KitBench.Text(kit, "facts/school.csv"));
        Assert.Equal(12000, KitBench.Verdict(KitBench.Bytes(kit)).Total.Minor);
    }

    [Fact]
    public void With_real_names_case_numbers_and_names_stay_and_what_is_not_read_goes_all_the_same()
    {
        var kit = Make(null);
        Assert.Contains("zeta-77,2027-02-01,Ville Virtanen,,1\n", KitBench.Text(kit, "facts/school.csv"));
        Assert.DoesNotContain("Rantatie", KitBench.Text(kit, "facts/participants.csv"));
        Assert.True(KitBench.Verdict(KitBench.Bytes(kit)).IsIdentical);
    }

    [Fact]
    public void A_list_of_who_is_who_is_read_as_it_was_written_and_completed()
    {
        var numbers = new Queue<string>(["p1", "p2", "p2", "p3"]);
        string[] first = Pseudonyms.Of(["a,b", "=c"], new Dictionary<string, string>(), numbers.Dequeue);
        Assert.Equal(["p1", "p2"], first);
        using var to = new StringWriter();
        Pseudonyms.Write(to, [("a,b", "p1"), ("=c", "p2")]);
        var (all, _) = Pseudonyms.Read(to.ToString());
        Assert.Equal(["p3", "p1", "p2"], Pseudonyms.Of(["a", "a,b", "=c"], all!, numbers.Dequeue));
        Assert.Equal((null, 1), Pseudonyms.Read("name,pseudonym\na,p1\n"));
        Assert.Equal((null, 3), Pseudonyms.Read("participant,pseudonym\na,p1\nb,p1\n"));
        Assert.Equal((null, 2), Pseudonyms.Read("participant,pseudonym\na\n"));
    }

    [Fact]
    public void Participants_may_be_called_otherwise_in_the_same_order_whatever_counts_across_them() =>
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                var random = new RandomAcross(seed);
                var text = random.Text(split: true);
                var plan = new Ledger(text).Plan;
                var data = CsvText.Read(random.Csv(), plan.Schema).DataSet!;
                var until = Day.Of(2023, 12, 31);
                string[] names = Pseudonyms.InOrder([.. data.Starts.Participants.Reverse()]);
                var (before, now) = (Settle.All(plan, data, until), Settle.All(plan, data.Renamed(names), until));
                Assert.Equal(Texts(before), Texts(now));
                var kit = KitMaking.Make(new("random.porras", text, plan, data, until, null) { Pseudonyms = names });
                Assert.True(KitBench.Verdict(KitBench.Bytes(kit)).IsIdentical, text);
                Assert.Equal(before.Total, KitBench.Verdict(KitBench.Bytes(kit)).Total);
            },
            iter: 60,
            threads: 1);

    private static IEnumerable<string> Texts(Settled settled) => settled.Lines().InOrder().Select(l => l.ToString());

    private static Kit Make(IReadOnlyList<string>? pseudonyms, string files = Data)
    {
        var plan = new Ledger(Model).Plan;
        var data = Tests.Exchange.Files.Good(files, plan.Schema);
        return KitMaking.Make(new("families.porras", Model, plan, data, Day.Of(2027, 12, 31), null)
        {
            Pseudonyms = pseudonyms,
        });
    }
}
