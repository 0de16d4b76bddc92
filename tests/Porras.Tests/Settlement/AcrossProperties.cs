using CsCheck;
using Porras.Exchange;

namespace Porras.Tests;

/// <summary>What holds for every model that counts across participants, and every data set.</summary>
public sealed class AcrossProperties
{
    private static readonly Gen<int> Seeds = Gen.Int[0, int.MaxValue];
    private static readonly int Until = Day.Of(2023, 12, 31);
    private static readonly string[] OfOneself =
        ["started", "job-fee", "kept", "course-fee", "monthly", "step-fee", "learnt-fee"];

    [Fact]
    public void Order_of_rows_and_threads_change_nothing() => Sample(random =>
    {
        var expected = Texts(Settled(random, random.Text(split: true)));
        var shuffle = new Random(random.People);
        foreach (var file in random.Files.Where(f => f.Key != "participants"))
        {
            var rows = file.Value.Skip(1).ToArray();
            shuffle.Shuffle(rows);
            file.Value.RemoveRange(1, file.Value.Count - 1);
            file.Value.AddRange(rows);
        }

        Assert.Equal(expected, Texts(Settled(random, random.Text(split: true), threads: 4)));
    });

    [Fact]
    public void A_cap_of_a_provider_or_the_contract_is_never_passed() => Sample(random =>
    {
        var settled = Settled(random, random.Text());
        var fees = settled.Lines().InOrder().Where(l => l.Kind == LineKind.Fee && l.Amount > Money.Zero).ToList();
        var (cap, contract) = (Minor(random.Cap), Minor(random.Contract));
        foreach (var year in fees.Where(l => Provider(settled, l) is not null)
            .GroupBy(l => (Provider(settled, l), Day.Date(l.Earned).Year)))
        {
            Assert.True(year.Sum(l => l.Amount.Minor) <= cap, $"{year.Key}: {random.Text()}");
        }

        string[] limited = ["job-fee", "started", "placed"];
        var sum = fees.Where(l => limited.Contains(Fee(settled, l))).Sum(l => l.Amount.Minor);
        Assert.True(sum <= contract, $"{sum}: {random.Text()}");
    });

    [Fact]
    public void The_parts_of_a_split_sum_to_the_line() => Sample(random =>
    {
        var whole = Settled(random, random.Text()).Lines().InOrder().Select(l => (l.Bare(), l.Amount.Minor)).ToList();
        var parts = Settled(random, random.Text(split: true)).Lines().InOrder().GroupBy(l => l.Bare())
            .Select(g => (g.Key, g.Sum(l => l.Amount.Minor))).ToList();
        Assert.Equal(whole, parts);
    });

    [Fact]
    public void The_arithmetic_of_every_reason_sums_to_its_line() => Sample(random =>
    {
        var settled = Settled(random, random.Text());
        var lines = settled.Lines().InOrder().Select(l => l.ToString()).Order().ToList();
        var owners = Enumerable.Range(0, settled.Data.Starts.Count + settled.Across!.Owners.Others.Count);
        var reasons = owners.SelectMany(o => Why.About(settled, o).Reasons()).ToList();
        Assert.Equal(lines, reasons.Select(r => r.Line.ToString()).Order());
        Assert.All(reasons, r => Assert.Equal(
            (Exact)r.Line.Amount.Minor, r.Arithmetic.Aggregate(Exact.Zero, (sum, step) => sum + step.Change)));
    });

    [Fact]
    public void One_participant_more_changes_nobodys_own_uncapped_lines() => Sample(random =>
    {
        if (random.HasOwnLimits)
        {
            return;
        }

        var all = Settled(random, random.Text(limits: false));
        var last = $"p{random.People - 1}";
        foreach (var file in random.Files.Values)
        {
            file.RemoveAll(r => r.StartsWith(last + ",", StringComparison.Ordinal));
        }

        var others = random.People == 1 ? [] : Own(Settled(random, random.Text(limits: false)));
        Assert.Equal(others, Own(all).Where(l => !l.Contains(last, StringComparison.Ordinal)));
    });

    [Fact]
    public void A_pool_is_divided_whole_or_not_at_all() => Sample(random =>
    {
        var settled = Settled(random, random.Text(limits: false));
        var pool = settled.Plan.Fees.Single(f => f.Source.Name.Text == "pool");
        if (random.HasOwnLimits || settled.Plan.RunningTotal
            || pool.Source.Pay!.Value is not Pay.Pool(var amount, _, null)
            || amount.Base is not Basis.Written(var literal))
        {
            return;
        }

        var sum = settled.Lines().InOrder().Where(l => l.Fee == pool.Index).Sum(l => l.Amount.Minor);
        var whole = settled.Plan.Rounding.Round(new(literal.Number * 100)).Minor;
        Assert.True(sum == 0 || sum == whole, $"{sum} of {whole}: {random.Text()}");
    });

    [Fact]
    public void The_random_models_pay_every_kind_of_fee_across_participants()
    {
        var paid = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var seed in Enumerable.Range(0, 200))
        {
            var random = new RandomAcross(seed);
            var settled = Settled(random, random.Text());
            foreach (var line in settled.Lines().InOrder())
            {
                paid[Fee(settled, line)] = paid.GetValueOrDefault(Fee(settled, line)) + 1;
            }
        }

        string[] across = ["of-contract", "of-intake", "placed", "pool", "quality"];
        Assert.All(across, fee => Assert.True(paid.GetValueOrDefault(fee) >= 10, fee));
    }

    private static void Sample(Action<RandomAcross> property) =>
        Seeds.Sample(seed => property(new RandomAcross(seed)), iter: 150, threads: 1);

    private static Settled Settled(RandomAcross random, string text, int threads = 1)
    {
        var read = ModelReader.Read(text);
        Assert.True(read.Whole is not null, DiagnosticText.Write(read.Findings, text));
        Assert.Equal("", DiagnosticText.Write(ModelCheck.Check(read.Whole), text));
        var plan = Plan.Compile(read.Whole);
        var reading = CsvText.Read(random.Csv(), plan.Schema);
        Assert.True(reading.DataSet is not null, DiagnosticText.Write(reading.Findings, null) + text);
        var settled = Settle.All(plan, reading.DataSet, Until, threads: threads);
        Assert.False(settled.IsRefused, DiagnosticText.Write(settled.Findings, null) + text);
        return settled;
    }

    private static List<string> Texts(Settled settled) =>
        [.. settled.Lines().InOrder().Select(l => $"{settled.OwnerName(l)} {settled.PayerName(l)} {l}")];

    private static List<string> Own(Settled settled) =>
    [
        .. settled.Lines().InOrder().Where(l => OfOneself.Contains(Fee(settled, l)))
            .Select(l => $"{settled.OwnerName(l)} {l with { Participant = 0 }}"),
    ];

    private static string Fee(Settled settled, FeeLine line) => settled.Plan.Fees[line.Fee].Source.Name.Text;

    private static string? Provider(Settled settled, FeeLine line) => settled.Across!.Owners.At(line.Participant) switch
    {
        null => settled.Data.Providers.Names[
            settled.Data.Starts.Provider[settled.Data.Starts.Offsets[line.Participant]]],
        { Scope: ScopePlan.Provider } => settled.OwnerName(line),
        _ => null,
    };

    private static long Minor(string money) => (long)(Exact.Parse(money)!.Value * 100).Numerator;
}
