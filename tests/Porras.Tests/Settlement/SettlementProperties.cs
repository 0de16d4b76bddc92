using CsCheck;
using Porras.Exchange;

namespace Porras.Tests;

/// <summary>What holds for every model and every data set.</summary>
public sealed class SettlementProperties
{
    private static readonly Gen<int> Seeds = Gen.Int[0, int.MaxValue];
    private static readonly int Until = Day.Of(2023, 12, 31);

    [Fact]
    public void Participant_by_participant_is_the_same_as_all_at_once() => Sample(random =>
    {
        var (plan, data) = Read(random);
        var together = Texts(Settle.All(plan, data, Until));
        var apart = Enumerable.Range(0, data.Starts.Count)
            .SelectMany(p => Texts(Settle.All(plan, data.Only(p), Until)));
        Assert.Equal(together.Order(), apart.Order());
    });

    [Fact]
    public void Short_ways_give_the_same_as_working_everything_out() => Sample(random =>
    {
        var (plan, data) = Read(random);
        var briefly = Settle.All(plan, data, Until);
        var atLength = Settle.All(Plan.CompileAtLength(plan.Model), data, Until);
        Assert.Equal(atLength.Lines().InOrder(), briefly.Lines().InOrder());
        Assert.Equal(DiagnosticText.Write(atLength.Findings, null), DiagnosticText.Write(briefly.Findings, null));
    });

    [Fact]
    public void Order_of_rows_and_duplicates_change_nothing() => Sample(random =>
    {
        var (plan, data) = Read(random);
        var expected = Texts(Settle.All(plan, data, Until));
        var shuffle = new Random(random.People);
        foreach (var file in random.Files.Where(f => f.Key != "participants"))
        {
            var rows = file.Value.Skip(1).Concat(file.Value.Skip(1).Take(2)).ToArray();
            shuffle.Shuffle(rows);
            file.Value.RemoveRange(1, file.Value.Count - 1);
            file.Value.AddRange(rows);
        }

        Assert.Equal(expected, Texts(Settle.All(plan, Data(random, plan), Until)));
    });

    [Fact]
    public void A_span_split_at_midnight_changes_nothing() => Sample(random =>
    {
        var (plan, data) = Read(random);
        var expected = Texts(Settle.All(plan, data, Until));
        random.Files["job"] = [random.Files["job"][0], .. random.Files["job"].Skip(1).SelectMany(InTwo)];
        Assert.Equal(expected, Texts(Settle.All(plan, Data(random, plan), Until)));
    });

    [Fact]
    public void Nothing_is_earned_after_the_day_of_settlement_or_before_the_start() => Sample(random =>
    {
        var (plan, data) = Read(random);
        foreach (var line in Settle.All(plan, data, Day.Of(2021, 6, 30)).Lines().InOrder())
        {
            Assert.InRange(line.Earned, data.Starts.Day[data.Starts.Offsets[line.Participant]], Day.Of(2021, 6, 30));
        }
    });

    [Fact]
    public void What_becomes_known_later_changes_nothing_as_known_before() => Sample(random =>
    {
        var (plan, data) = Read(random);
        var knownOn = Day.Of(2021, 3, 1);
        var expected = Texts(Settle.All(plan, data, Until, knownOn));
        foreach (var p in Enumerable.Range(0, random.People))
        {
            random.Files["job"].Add($"p{p},2020-06-01,2021-12-31,40,no,2021-03-02");
        }

        Assert.Equal(expected, Texts(Settle.All(plan, Data(random, plan), Until, knownOn)));
    });

    [Fact]
    public void A_fact_that_is_rejected_by_its_id_is_as_if_it_had_never_been() => Sample(random =>
    {
        var (plan, data) = Read(random);
        var expected = Texts(Settle.All(plan, data, Until));
        var confirmed = random.Files["visit"].Skip(1).Select(r => r + ",,confirmed");
        random.Files["visit"] = ["participant,day,id,known,status", .. confirmed];
        random.Files["visit"].Add("p0,2020-07-01,wrong,2020-07-01,confirmed");
        random.Files["visit"].Add("p0,2020-07-01,wrong,2020-07-02,rejected");
        Assert.Equal(expected, Texts(Settle.All(plan, Data(random, plan), Until)));
    });

    [Fact]
    public void The_arithmetic_of_every_reason_sums_to_its_line() => Sample(random =>
    {
        var (plan, data) = Read(random);
        var lines = Settle.All(plan, data, Until).Lines().InOrder();
        var reasons = Enumerable.Range(0, data.Starts.Count)
            .SelectMany(p => Why.About(plan, data, p, Until).Reasons()).ToList();
        Assert.Equal(lines.Select(l => l.ToString()).Order(), reasons.Select(r => r.Line.ToString()).Order());
        Assert.All(reasons, r => Assert.Equal(
            (Exact)r.Line.Amount.Minor, r.Arithmetic.Aggregate(Exact.Zero, (sum, step) => sum + step.Change)));
    });

    [Fact]
    public void Reasons_kept_with_the_lines_are_those_that_asking_why_gives() => Sample(random =>
    {
        var (plan, data) = Read(random);
        var settled = Settle.All(plan, data, Until, reasons: true);
        Assert.Equal(Texts(Settle.All(plan, data, Until)), Texts(settled));
        var asked = Enumerable.Range(0, data.Starts.Count)
            .SelectMany(p => Why.About(settled, p).Reasons()).Select(Told).Order(StringComparer.Ordinal);
        var kept = settled.Parts.SelectMany((lines, part) =>
            Enumerable.Range(0, lines.Count).Select(i => Told(settled.Reasons!.Of(part, i))));
        Assert.Equal(asked, kept.Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Settling_some_again_gives_their_lines_and_no_others() => Sample(random =>
    {
        var (plan, data) = Read(random);
        var all = Settle.All(plan, data, Until);
        int[] some = [.. Enumerable.Range(0, data.Starts.Count).Where(p => p % 2 == 0)];
        var again = Settle.Again(plan, data, some, Until);
        Assert.Equal(some.SelectMany(all.LinesOf), some.SelectMany(again.LinesOf));
        Assert.Equal(some.SelectMany(all.LinesOf).Count(), again.Count);
    });

    [Fact]
    public void Every_fee_without_a_line_has_a_reason_why_not() => Sample(random =>
    {
        var (plan, data) = Read(random);
        foreach (var p in Enumerable.Range(0, data.Starts.Count))
        {
            var why = Why.About(plan, data, p, Until);
            Assert.All(plan.Fees, fee => Assert.NotNull(why.NotPaid(fee.Index)));
        }
    });

    [Fact]
    public void A_limit_is_never_passed() => Sample(random =>
    {
        var (plan, data) = Read(random);
        foreach (var p in Enumerable.Range(0, data.Starts.Count))
        {
            var c = plan.NewCase(data.Only(p), Until);
            var ofAll = plan.Limits.FirstOrDefault(
                l => l.Source.Fees.Count == 0 && l.Source.Rule != LimitRule.Report);
            if (Settle.Begin(plan, c, 0, 1, []) && ofAll is { } limit)
            {
                var fees = Settle.Draft(plan, c).Where(d => d.Line.Kind == LineKind.Fee);
                Assert.True(fees.Sum(d => d.Line.Amount.Minor) <= limit.Bound(c, c.Start).Minor);
            }
        }
    });

    [Fact]
    public void What_is_paid_never_passes_the_bounds_of_the_model() => Sample(random =>
    {
        var (plan, data) = Read(random);
        var bounds = ModelBounds.Of(plan.Model);
        foreach (var person in Settle.All(plan, data, Until).Lines().InOrder().GroupBy(l => (l.Participant, l.Episode)))
        {
            var sum = person.Sum(l => l.Amount.Minor);
            Assert.True(bounds.Participant.Value is not { } most || sum <= most.Minor, $"{sum}: {random.Text}");
            Assert.All(person, l => Assert.True(
                bounds.Fees[l.Fee].Due.Value is not { } last || l.Earned <= last,
                $"{Day.Write(l.Earned)}: {random.Text}"));
        }
    });

    [Fact]
    public void The_random_models_pay_every_kind_of_fee_and_take_back()
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var seed in Enumerable.Range(0, 300))
        {
            var (plan, data) = Read(new RandomModel(seed));
            foreach (var line in Settle.All(plan, data, Until).Lines().InOrder())
            {
                var what = line.Kind + " " + plan.Fees[line.Fee].Source.Name.Text;
                lines[what] = lines.GetValueOrDefault(what) + 1;
            }
        }

        string[] all =
        [
            "Fee course-fee", "Fee job-fee", "Fee kept", "Fee learnt-fee", "Fee monthly", "Fee started", "Fee step-fee",
            "TakeBack job-fee",
        ];
        Assert.Equal(all, lines.Where(l => l.Value >= 10).Select(l => l.Key).Order(StringComparer.Ordinal));
    }

    private static void Sample(Action<RandomModel> property) =>
        Seeds.Sample(seed => property(new RandomModel(seed)), iter: 300, threads: 1);

    private static (Plan Plan, DataSet Data) Read(RandomModel random)
    {
        var read = ModelReader.Read(random.Text);
        Assert.True(read.Whole is not null, DiagnosticText.Write(read.Findings, random.Text));
        Assert.Equal("", DiagnosticText.Write(ModelCheck.Check(read.Whole), random.Text));
        var plan = Plan.Compile(read.Whole);
        return (plan, Data(random, plan));
    }

    private static DataSet Data(RandomModel random, Plan plan)
    {
        var reading = CsvText.Read(random.Csv(), plan.Schema);
        Assert.True(reading.DataSet is not null, DiagnosticText.Write(reading.Findings, null) + random.Text);
        return reading.DataSet;
    }

    private static List<string> Texts(Settled settled)
    {
        Assert.False(settled.IsRefused, DiagnosticText.Write(settled.Findings, null));
        return [.. settled.Lines().InOrder()
            .Select(l => (l with { Participant = 0 }) + settled.OwnerName(l))];
    }

    private static string Told(Reason r) => string.Join(
        '|',
        [
            r.Line.ToString(), r.Moment.ToString(), $"{r.PayableFrom} {r.TakenBack?.Of.Text}",
            .. r.Facts.Select(f => $"{f.Table.Schema.Name} {f.Days} {f.Counted} {f.CountedDays} {f.FileLine}"),
            .. r.Arithmetic.Select(a => a.ToString()),
            .. r.Limits.Select(l => $"{l.Before} {l.After}"),
        ]);

    private static IEnumerable<string> InTwo(string row)
    {
        var cells = row.Split(',');
        var (first, last) = (Day.Parse(cells[1])!.Value, Day.Parse(cells[2]));
        if (last is not { } end || end - first < 2)
        {
            return [row];
        }

        var middle = first + (end - first) / 2;
        var known = cells[5].Length > 0 ? cells[5] : cells[1];
        return
        [
            $"{cells[0]},{cells[1]},{Day.Write(middle)},{cells[3]},{cells[4]},{known}",
            $"{cells[0]},{Day.Write(middle + 1)},{cells[2]},{cells[3]},{cells[4]},{known}",
        ];
    }
}
