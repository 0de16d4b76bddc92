using System.Diagnostics;
using System.Globalization;
using System.Text;
using Porras.Exchange;

namespace Porras.Bench;

/// <summary>The reference job from Parquet files on disk to a Parquet file of lines on disk.</summary>
public static class FromParquet
{
    private const int Threads = 2;

    /// <summary>Lays out the data set of the job in a folder.</summary>
    public static void Lay(string folder, int participants)
    {
        ParquetDataSet.Write(folder, ReferenceFacts.Of(ReferenceJob.Draw(participants)));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{folder}: {participants:N0} participants, {Megabytes(folder):N1} MB"));
    }

    /// <summary>Settles a folder once, part by part, and says how long it took and how much memory.</summary>
    public static void Stream(string folder)
    {
        var watch = Stopwatch.StartNew();
        var done = ByParts(folder, Path.Combine(folder, "lines.parquet"));
        var seconds = watch.Elapsed.TotalSeconds;
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{done.Participants:N0} participants, {seconds:F2} s, peak {self.PeakWorkingSet64 / 1048576.0:N0} MiB"));
        using var duck = new ParquetDuck(folder, Path.Combine(folder, "unused.parquet"), Threads);
        Console.WriteLine(duck.Theirs(Path.Combine(folder, "lines.parquet")));
    }

    /// <summary>Both in turn; prints a page, and writes it under <c>bench/results</c> if a day is given.</summary>
    public static void Run(ReferenceOrder order)
    {
        var folder = Directory.CreateTempSubdirectory("porras-parquet-").FullName;
        try
        {
            Lay(folder, order.Participants);
            var page = Page(order, folder);
            Console.Write(page);
            if (order.Day is { } day)
            {
                File.WriteAllText(Path.Combine("bench", "results", day + "-parquet.md"), page);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Page(ReferenceOrder order, string folder)
    {
        var (own, theirs) = (Path.Combine(folder, "lines.parquet"), Path.Combine(folder, "duck-lines.parquet"));
        using var duck = new ParquetDuck(folder, theirs, Threads);
        Peer[] peers =
        [
            new($"DuckDB {duck.Version}", Threads, () => { duck.Settle(); return () => duck.Own(theirs); }),
            Porras("Porras, whole data set in memory", () => Whole(folder, own)),
            Porras("Porras, part by part", () => ByParts(folder, own)),
        ];
        Peer Porras(string name, Action run) => new(name, Threads, () => { run(); return () => duck.Theirs(own); });
        var expected = order.Participants == ReferenceJob.FullSize ? Totals.Published : null;
        var (times, totals) = Race.Run(peers, order.Runs, expected, Console.Error.WriteLine);
        var (page, culture) = (new StringBuilder(), CultureInfo.InvariantCulture);
        page.Append("# From Parquet to Parquet").Append(order.Day is null ? "" : ", " + order.Day).Append("\n\n");
        page.Append(culture, $"- Participants: {order.Participants:N0}; every peer, every run: {totals}\n");
        page.Append(culture, $"- Files of lines: DuckDB {Size(theirs):N0} MB in 4 columns, ");
        page.Append(culture, $"Porras {Size(own):N0} MB in 11\n");
        page.Append(culture, $"- Runs: {order.Runs} each after one to warm up, peers in turn; ");
        page.Append("ratios are medians run by run\n");
        page.Append(culture, $"- Machine: {Machine.Line()}\n\n");
        page.Append("| Peer | Threads | Median s | Fastest s | Slowest s | Times as fast as DuckDB |\n");
        page.Append("|---|---:|---:|---:|---:|---:|\n");
        foreach (var time in times)
        {
            page.Append(culture, $"| {time.Peer.Name} | {time.Peer.Threads} | {time.Median:F3} ");
            page.Append(culture, $"| {time.Seconds.Min():F3} | {time.Seconds.Max():F3} ");
            page.Append(culture, $"| {times[0].RatioTo(time):F1} |\n");
        }

        return page.ToString();
    }

    private static void Whole(string folder, string lines)
    {
        var plan = Plan.Compile(ReferenceFacts.Model);
        var reading = DataSetFolder.Read(folder, plan.Schema);
        var data = reading.DataSet ?? throw new InvalidOperationException(DiagnosticText.Write(reading.Findings, null));
        LinesFile.Write(lines, Settle.All(plan, data, ReferenceFacts.Until, threads: Threads));
    }

    private static SettledByParts ByParts(string folder, string lines)
    {
        var plan = Plan.Compile(ReferenceFacts.Model);
        var done = new SettledByParts([], [], 0);
        LinesFile.Write(lines, plan, file =>
        {
            done = SettleByParts.Run(
                plan, folder, ReferenceFacts.Until, int.MaxValue, Threads, part => file.Add(part, null));
            return !done.IsRefused;
        });
        return done.IsRefused
            ? throw new InvalidOperationException(DiagnosticText.Write(done.Findings, null)) : done;
    }

    private static double Size(string file) => new FileInfo(file).Length / 1e6;

    private static double Megabytes(string folder) => Directory.EnumerateFiles(folder).Sum(Size);
}
