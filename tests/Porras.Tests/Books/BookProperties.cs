using CsCheck;
using Porras.Exchange;

namespace Porras.Tests;

/// <summary>What holds for every book, whatever the model, the facts and the order in which they arrive.</summary>
public sealed class BookProperties
{
    private static readonly int First = Day.Of(2020, 1, 31), Last = Day.Of(2023, 12, 31);
    private static readonly Gen<int> Seeds = Gen.Int[0, int.MaxValue];

    [Fact]
    public void Run_by_run_with_differences_is_the_same_as_once_at_the_end() => Seeds.Sample(
        seed =>
        {
            var (arrivals, ledger) = Settled(seed);
            var all = arrivals.Data(ledger.Plan, int.MaxValue);
            ledger.Run(all, Last);
            var once = Settle.All(ledger.Plan, all, Last);
            var lines = once.Lines().InOrder().Select(l => (LineKey.Of(once, l), l.Earned, l.Amount));
            var open = ledger.Book.Open.Select(l => (l.Key, l.Earned, l.Amount));
            Assert.Equal(lines.Select(l => l.ToString()).Order(), open.Select(l => l.ToString()).Order());
            Assert.Equal(once.Total, ledger.Book.Total);
        },
        iter: 40,
        threads: 1);

    [Fact]
    public void The_same_facts_delivered_again_pay_nothing() => Seeds.Sample(
        seed =>
        {
            var (arrivals, ledger) = Settled(seed);
            ledger.Run(arrivals.Data(ledger.Plan, int.MaxValue), Last);
            Assert.Equal("", ledger.Run(arrivals.Data(ledger.Plan, int.MaxValue, times: 2), Last + 1));
        },
        iter: 15,
        threads: 1);

    [Fact]
    public void Nothing_is_booked_in_a_locked_period_and_the_sums_of_runs_are_the_entitlements() => Seeds.Sample(
        seed =>
        {
            var random = new Random(seed);
            var arrivals = new Arrivals(seed);
            var ledger = new Ledger(arrivals.Model);
            var locked = First - 1;
            for (var day = First; day < Last; day += 20 + random.Next(120))
            {
                var data = arrivals.Data(ledger.Plan, int.MaxValue);
                var before = ledger.Book.Lines.Count;
                ledger.Run(data, day, day, locked);
                var book = ledger.Book;
                Assert.All(book.Lines.Skip(before), l => Assert.InRange(l.Booked, locked + 1, day));
                Assert.Equal(Settle.All(ledger.Plan, data, day, day).Total, book.Total);
                locked = day;
            }
        },
        iter: 15,
        threads: 1);

    [Fact]
    public void The_random_arrivals_reverse_pay_again_and_name_every_kind_of_cause()
    {
        var because = new HashSet<string>();
        foreach (var seed in Enumerable.Range(0, 25))
        {
            var (_, ledger) = Settled(seed);
            string[] all = ["new fact", "corrected fact", "fact withdrawn", "settled up to", "a limit"];
            because.UnionWith(all.Where(c => ledger.Runs.Any(r => r.Text.Contains(c, StringComparison.Ordinal))));
            Assert.DoesNotContain(ledger.Runs, r => r.Text.Contains("explains it", StringComparison.Ordinal));
        }

        Assert.Equal(5, because.Count);
    }

    private static (Arrivals Arrivals, Ledger Ledger) Settled(int seed)
    {
        var random = new Random(seed);
        var arrivals = new Arrivals(seed);
        var ledger = new Ledger(arrivals.Model);
        var byFiles = random.Next(2) == 0;
        for (var day = First; day < Last; day += 20 + random.Next(120))
        {
            // Either all facts are there with their days, or the files themselves grow.
            ledger.Run(arrivals.Data(ledger.Plan, byFiles ? day : int.MaxValue), day, byFiles ? null : day);
        }

        return (arrivals, ledger);
    }
}

/// <summary>A random model with facts that arrive in any order, are corrected and withdrawn.</summary>
internal sealed class Arrivals
{
    private readonly Random _random;
    private readonly Dictionary<string, List<(int Known, string Row)>> _rows = [];
    private readonly Dictionary<string, string> _heads = [];

    public Arrivals(int seed)
    {
        _random = new(seed);
        var random = new RandomModel(seed);
        Model = random.Text;
        foreach (var (name, rows) in random.Files)
        {
            if (name is "job" or "course" or "rest")
            {
                Versions(name, rows);
            }
            else
            {
                _heads[name] = rows[0];
                _rows[name] = [.. rows.Skip(1).Select(r => (name == "participants" ? 0 : DayOf(r), r))];
            }
        }
    }

    public string Model { get; }

    /// <summary>The data set of the rows that have arrived by a day, each so many times, in any order.</summary>
    public DataSet Data(Plan plan, int day, int times = 1)
    {
        var files = _rows.ToDictionary(f => f.Key, f =>
        {
            var rows = f.Value.Where(r => r.Known <= day).SelectMany(r => Enumerable.Repeat(r.Row, times)).ToArray();
            _random.Shuffle(rows);
            return _heads[f.Key] + "\n" + string.Concat(rows.Select(r => r + "\n"));
        });
        var reading = CsvText.Read(files, plan.Schema);
        Assert.True(reading.DataSet is not null, DiagnosticText.Write(reading.Findings, null) + Model);
        return reading.DataSet;
    }

    /// <summary>
    /// The data set as it was on a day: who had started, the rows that had arrived of them, in their order.
    /// </summary>
    public DataSet AsItWas(Plan plan, int day)
    {
        var started = _rows["participants"].Where(r => DayOf(r.Row) <= day).Select(r => Owner(r.Row)).ToHashSet();
        var files = _rows.ToDictionary(f => f.Key, f => string.Concat(f.Value
            .Where(r => started.Contains(Owner(r.Row)))
            .Where(r => (f.Key == "participants" ? DayOf(r.Row) : r.Known) <= day)
            .Select(r => r.Row + "\n").Prepend(_heads[f.Key] + "\n")));
        var reading = CsvText.Read(files, plan.Schema);
        Assert.True(reading.DataSet is not null, DiagnosticText.Write(reading.Findings, null) + Model);
        return reading.DataSet;

        static string Owner(string row) => row[..row.IndexOf(',', StringComparison.Ordinal)];
    }

    private void Versions(string name, List<string> rows)
    {
        var withKnown = rows[0].EndsWith(",known", StringComparison.Ordinal);
        var head = withKnown ? rows[0][..^",known".Length] : rows[0];
        _heads[name] = head + ",known,id,status";
        _rows[name] = [];
        foreach (var (i, row) in rows.Skip(1).Index())
        {
            var said = withKnown ? row[..row.LastIndexOf(',')] : row;
            var late = Day.Parse(row.AsSpan(row.LastIndexOf(',') + 1)) is { } day && withKnown ? day : DayOf(row);
            Add(said, late, i, "confirmed");
            while (_random.Next(100) < 35)
            {
                late += 1 + _random.Next(150);
                var cells = said.Split(',');
                cells[1] = Day.Write(Day.Parse(cells[1])!.Value - _random.Next(20));
                said = string.Join(',', cells);
                Add(said, late, i, _random.Next(100) < 40 ? "rejected" : "confirmed");
            }
        }

        void Add(string said, int known, int id, string status) =>
            _rows[name].Add((known, $"{said},{Day.Write(known)},{name}{id},{status}"));
    }

    private static int DayOf(string row) => Day.Parse(row.Split(',')[1])!.Value;
}
