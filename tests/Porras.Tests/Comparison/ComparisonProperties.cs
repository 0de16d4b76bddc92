using CsCheck;
using Porras.Exchange;

namespace Porras.Tests;

/// <summary>What holds for every cohort under any two models.</summary>
public sealed class ComparisonProperties
{
    private static readonly int Until = Day.Of(2023, 12, 31);

    [Fact]
    public void The_parts_of_every_breakdown_sum_to_the_total() => Sample((all, _) =>
    {
        foreach (var by in all.By)
        {
            foreach (var (m, total) in all.Totals.Index())
            {
                Assert.Equal(total.Amount.Minor, by.Parts.Sum(p => p.Sums[m].Amount.Minor));
                Assert.Equal(total.Outcomes.Minor, by.Parts.Sum(p => p.Sums[m].Outcomes.Minor));
                Assert.Equal(total.Lines, by.Parts.Sum(p => p.Sums[m].Lines));
                Assert.Equal(total.Amount, by.Cumulated(m) is [.., var last] ? last : Money.Zero);
            }
        }
    });

    [Fact]
    public void Every_participant_is_in_one_part_and_gains_loses_or_neither() => Sample((all, _) =>
    {
        var gains = all.Gains[0];
        Assert.Equal(all.Participants, gains.All.Up + gains.All.Same + gains.All.Down);
        Assert.Equal(all.Participants, gains.Bins.Sum(b => b.Count));
        Assert.Equal(all.Difference(1), gains.All.Gained + gains.All.Lost);
        foreach (var by in all.By.Where(b => b.By is not (Breakdown.Fee or Breakdown.Month)))
        {
            Assert.Equal(all.Participants, by.Parts.Sum(p => p.Participants));
            Assert.Equal(all.Totals[1].Paid, by.Parts.Sum(p => p.Sums[1].Paid));
            Assert.Equal(gains.All.Up, by.Parts.Sum(p => p.Gains[0].Up));
            Assert.Equal(gains.All.Gained.Minor, by.Parts.Sum(p => p.Gains[0].Gained.Minor));
            Assert.All(by.Parts, p => Assert.Equal(p.Difference(1), p.Gains[0].Gained + p.Gains[0].Lost));
        }
    });

    [Fact]
    public void A_model_against_itself_gives_zero_everywhere() => Sample((all, _) =>
    {
        var (plan, data) = (all.Models[0].Settled.Plan, all.Models[0].Settled.Data);
        var twice = Compared([plan, plan], [data, data]);
        Assert.Equal(Money.Zero, twice.Difference(1));
        Assert.Equal((0, 0), (twice.Gains[0].All.Up, twice.Gains[0].All.Down));
        Assert.Empty(twice.Gains[0].Most.Concat(twice.Gains[0].Least));
        Assert.All(twice.Gains[0].All.Spread!.Values, q => Assert.Equal(Exact.Zero, q));
        Assert.All(twice.By.SelectMany(b => b.Parts), p => Assert.Equal(Money.Zero, p.Difference(1)));
    });

    [Fact]
    public void The_order_of_rows_changes_nothing() => Sample((all, files) =>
    {
        var shuffle = new Random(all.Participants);
        foreach (var rows in files.Values)
        {
            var mixed = rows.Skip(1).ToArray();
            shuffle.Shuffle(mixed);
            rows.RemoveRange(1, rows.Count - 1);
            rows.AddRange(mixed);
        }

        Plan[] plans = [.. all.Models.Select(m => m.Settled.Plan)];
        Assert.Equal(Csv(all), Csv(Compared(plans, [.. plans.Select(p => Data(files, p))])));
    });

    private static void Sample(Action<Comparison, Dictionary<string, List<string>>> property) =>
        Gen.Int[0, int.MaxValue].Array[2].Sample(
            seeds =>
            {
                var (random, other) = (new RandomModel(seeds[0]), new RandomModel(seeds[1]));
                Plan[] plans = [PlanOf(random), PlanOf(other)];
                property(Compared(plans, [.. plans.Select(p => Data(random.Files, p))]), random.Files);
            },
            iter: 200,
            threads: 1);

    private static Plan PlanOf(RandomModel random) => Plan.Compile(ModelReader.Read(random.Text).Whole!);

    private static DataSet Data(Dictionary<string, List<string>> files, Plan plan) =>
        CsvText.Read(files.ToDictionary(f => f.Key, f => string.Join('\n', f.Value) + "\n"), plan.Schema).DataSet!;

    private static Comparison Compared(Plan[] plans, DataSet[] data) => Comparison.Of(
        [.. plans.Zip(data).Index().Select(m => new ComparedModel(
            $"m{m.Index}", Settle.All(m.Item.First, m.Item.Second, Until)))],
        "age");

    private static string Csv(Comparison all)
    {
        using var to = new StringWriter();
        ComparisonCsv.Write(to, all);
        return to.ToString();
    }
}
