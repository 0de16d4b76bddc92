using System.Diagnostics;
using System.Globalization;
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
            Result.Give(order, "parquet", page + Stages(folder));
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
        string[] said =
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"Participants: {order.Participants:N0}; every peer, every run: {totals}"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"Files of lines: DuckDB {Size(theirs):N0} MB in 4 columns, Porras {Size(own):N0} MB in 11"),
        ];
        return Result.Page(
            order,
            "From Parquet to Parquet",
            said,
            times,
            ("Median s", t => t.Median, 3),
            ("Fastest s", t => t.Seconds.Min(), 3),
            ("Slowest s", t => t.Seconds.Max(), 3),
            ("Processor s", t => t.MedianBusy, 3),
            ("Times as fast as DuckDB", times[0].RatioTo, 2),
            ("Processor time of DuckDB by its own", t => times[0].MedianBusy / t.MedianBusy, 2));
    }

    private static string Stages(string folder)
    {
        var stages = new List<(string Name, double Wall, double Busy)>();
        var plan = Plan.Compile(ReferenceFacts.Model);
        var data = Staged("Read the files, put them in order, check them", () => Read(folder, plan));
        var settled = Staged(
            "Settle", () => Settle.All(plan, data, ReferenceFacts.Until, threads: Threads));
        Staged("Write the lines", () =>
        {
            LinesFile.Write(Path.Combine(folder, "lines.parquet"), settled);
            return 0;
        });
        var rows = stages.Select(s => string.Create(
            CultureInfo.InvariantCulture, $"| {s.Name} | {s.Wall:F3} | {s.Busy:F3} |\n"));
        return "\nOnce more, whole data set in memory, stage by stage:\n\n"
            + "| Stage | s | Processor s |\n|---|---:|---:|\n" + string.Concat(rows);

        T Staged<T>(string name, Func<T> work)
        {
            GC.Collect();
            var (busy, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
            var made = work();
            var used = Environment.CpuUsage.TotalTime - busy;
            stages.Add((name, watch.Elapsed.TotalSeconds, used.TotalSeconds));
            return made;
        }
    }

    private static DataSet Read(string folder, Plan plan)
    {
        var reading = DataSetFolder.Read(folder, plan.Schema);
        return reading.DataSet ?? throw new InvalidOperationException(DiagnosticText.Write(reading.Findings, null));
    }

    private static void Whole(string folder, string lines)
    {
        var plan = Plan.Compile(ReferenceFacts.Model);
        LinesFile.Write(lines, Settle.All(plan, Read(folder, plan), ReferenceFacts.Until, threads: Threads));
    }

    private static SettledByParts ByParts(string folder, string lines)
    {
        var plan = Plan.Compile(ReferenceFacts.Model);
        var done = new SettledByParts([], [], 0);
        LinesFile.Write(lines, [plan], file =>
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
