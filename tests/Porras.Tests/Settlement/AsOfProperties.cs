using System.Text;
using CsCheck;
using Porras.Exchange;

namespace Porras.Tests;

/// <summary>
/// A run of the past, done then and repeated now that later facts, corrections and participants are there: the same
/// bytes, whatever the model and whatever arrived since.
/// </summary>
public sealed class AsOfProperties
{
    private static readonly int First = Day.Of(2020, 1, 31), Last = Day.Of(2023, 12, 31);
    private static readonly Gen<int> Seeds = Gen.Int[0, int.MaxValue];

    [Fact]
    public void A_past_run_repeated_today_gives_the_same_bytes() => Seeds.Sample(
        seed =>
        {
            var (arrivals, plan) = Case(seed);
            foreach (var day in Days(seed))
            {
                var then = Settle.All(plan, arrivals.AsItWas(plan, day), day, day);
                var now = Settle.All(plan, arrivals.Data(plan, int.MaxValue), day, day);
                Assert.Equal(Csv(then), Csv(now));
                Assert.Equal(Parquet(then), Parquet(now));
            }
        },
        iter: 25,
        threads: 1);

    [Fact]
    public void A_book_repeated_today_run_by_run_gives_the_same_files() => Seeds.Sample(
        seed =>
        {
            var arrivals = new Arrivals(seed);
            var (then, now) = (new Ledger(arrivals.Model), new Ledger(arrivals.Model));
            foreach (var day in Days(seed))
            {
                then.Run(arrivals.AsItWas(then.Plan, day), day, day);
                now.Run(arrivals.Data(now.Plan, int.MaxValue), day, day);
            }

            Assert.Equal(then.Runs.Select(r => WithoutPlaces(r.Text)), now.Runs.Select(r => WithoutPlaces(r.Text)));
        },
        iter: 12,
        threads: 1);

    [Fact]
    public void What_arrived_since_does_change_what_is_settled_now()
    {
        var changed = 0;
        foreach (var seed in Enumerable.Range(0, 20))
        {
            var (arrivals, plan) = Case(seed);
            var all = arrivals.Data(plan, int.MaxValue);
            changed += Days(seed).Count(day =>
                Csv(Settle.All(plan, all, day, day)) != Csv(Settle.All(plan, all, day, Last)));
        }

        Assert.True(changed > 5, $"Only {changed} runs of the past would be others today.");
    }

    private static (Arrivals Arrivals, Plan Plan) Case(int seed)
    {
        var arrivals = new Arrivals(seed);
        return (arrivals, new Ledger(arrivals.Model).Plan);
    }

    private static IEnumerable<int> Days(int seed)
    {
        var random = new Random(seed);
        for (var day = First; day < Last; day += 60 + random.Next(200))
        {
            yield return day;
        }
    }

    private static string Csv(Settled settled)
    {
        Assert.False(settled.IsRefused, DiagnosticText.Write(settled.Findings, null));
        var text = new WhyText(settled.Plan, Tongue.English);
        var told = settled.Lines().InOrder().Select(l => l.Participant).Distinct()
            .SelectMany(p => Why.About(settled, p).Reasons())
            .ToDictionary(r => (settled.OwnerName(r.Line), r.Line with { Participant = 0 }), r => text.Short(r));
        using var to = new StringWriter();
        LinesCsv.Write(to, settled, l => told[(settled.OwnerName(l), l with { Participant = 0 })]);
        return to.ToString();
    }

    private static byte[] Parquet(Settled settled)
    {
        using var to = new MemoryStream();
        LinesParquet.Write(to, settled);
        return to.ToArray();
    }

    // Rows that were put between others since then moved the numbers of the lines in their files.
    private static string WithoutPlaces(string text)
    {
        var said = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            var isPlace = said.ToString().EndsWith(" line ", StringComparison.Ordinal);
            said.Append(isPlace ? "#" : word).Append(' ');
        }

        return said.ToString();
    }
}
