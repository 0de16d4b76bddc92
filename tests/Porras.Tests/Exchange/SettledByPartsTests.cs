using ParquetSharp;
using Porras.Exchange;

namespace Porras.Tests.Exchange;

/// <summary>Settling part by part gives what settling everything at once gives.</summary>
public sealed class SettledByPartsTests : IDisposable
{
    private const string Model = """
        model small version 1
          in force  2027-01-01 to 2027-12-31
          money     EUR, each line rounded to 0.01 half up

        participants people
          start     "first meeting"

        facts
          job  from day to day, hours a week

        measure work is days of job

        fee started  outcome                       § 4.1
          when      start
          pay       300.00
          once

        fee employed  outcome                      § 4.2
          when      each 10 days of work
          pay       33.35
          at most   40 times
        """;

    private static readonly FeeModel Read = ModelReader.Read(Model).Whole!;
    private static readonly int Until = Day.Of(2027, 12, 31);

    private readonly string _folder = Directory.CreateTempSubdirectory("porras-parts-").FullName;

    private string Data => Path.Combine(_folder, "data");

    private string Lines => Path.Combine(_folder, "lines");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(1000)]
    public void Lines_are_the_same_however_large_the_parts(int size)
    {
        var data = Everybody();
        ParquetDataSet.Write(Data, data);
        var plan = Plan.Compile(Read);
        var settled = Settle.All(plan, data, Until);
        Assert.True(settled.Count > 500);
        LinesFile.Write(Lines + ".parquet", settled);
        LinesFile.Write(Lines + ".csv", settled);
        var done = ByParts("parts.parquet", size);
        Assert.Equal((false, 200L), (done.IsRefused, done.Participants));
        Assert.False(ByParts("parts.csv", size).IsRefused);
        Assert.Equal(Rows(Lines + ".parquet"), Rows(Path.Combine(_folder, "parts.parquet")));
        Assert.Equal(
            File.ReadAllLines(Lines + ".csv").Order(StringComparer.Ordinal),
            File.ReadAllLines(Path.Combine(_folder, "parts.csv")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Lines_in_Parquet_say_what_lines_in_CSV_say()
    {
        var settled = Settle.All(Plan.Compile(Read), Everybody(), Until);
        LinesFile.Write(Lines + ".parquet", settled, _ => "because, \"so\"");
        LinesFile.Write(Lines + ".csv", settled, _ => "because, \"so\"");
        Assert.Equal(
            File.ReadAllLines(Lines + ".csv")[1..].Order(StringComparer.Ordinal),
            Rows(Lines + ".parquet").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_is_not_sorted_is_refused_and_nothing_is_written()
    {
        Directory.CreateDirectory(Data);
        File.WriteAllBytes(Path.Combine(Data, "participants.parquet"), ParquetTyped.Bytes("""
            participant STRING, start DATE
            p1, 2027-01-04
            p3, 2027-01-04
            p2, 2027-01-04
            """));
        var done = ByParts("parts.parquet", 1);
        Assert.Contains("P7043", done.Findings.Select(f => f.Code));
        Assert.Empty(Directory.EnumerateFiles(_folder));
    }

    [Fact]
    public void Facts_of_nobody_are_found_wherever_they_stand()
    {
        Directory.CreateDirectory(Data);
        File.WriteAllBytes(Path.Combine(Data, "participants.parquet"), ParquetTyped.Bytes("""
            participant STRING, start DATE
            p2, 2027-01-04
            p4, 2027-01-04
            """));
        File.WriteAllBytes(Path.Combine(Data, "job.parquet"), ParquetTyped.Bytes("""
            participant STRING, start DATE, end DATE, hours INT32
            p1, 2027-01-04, , 40
            p2, 2027-01-04, , 40
            p3, 2027-01-04, , 40
            p5, 2027-01-04, , 40
            """));
        var found = ByParts("parts.csv", 1).Findings;
        Assert.Equal([1, 3, 4], found.Select(f => f.Place.Line).Order());
        Assert.All(found, f => Assert.Equal(("P5026", "job.parquet"), (f.Code, f.File)));
    }

    [Fact]
    public void Mistakes_before_a_broken_end_are_found_too()
    {
        ParquetDataSet.Write(Data, Everybody());
        File.WriteAllBytes(Path.Combine(Data, "job.parquet"), ParquetTyped.Bytes("""
            participant STRING, start DATE, end DATE, hours INT32
            p0001, 2027-01-04, 2026-01-01, 40
            --
            p0000, 2027-01-04, , 40
            """));
        Assert.Equal(["P5021", "P7043"], ByParts("parts.csv", 10).Findings.Select(f => f.Code).Order());
    }

    private SettledByParts ByParts(string lines, int size)
    {
        var plan = Plan.Compile(Read);
        var done = new SettledByParts([], [], 0);
        LinesFile.Write(Path.Combine(_folder, lines), [plan], file =>
        {
            done = SettleByParts.Run(plan, Data, Until, int.MaxValue, 1, part => file.Add(part, null), size: size);
            return !done.IsRefused;
        });
        return done;
    }

    private static DataSet Everybody()
    {
        var random = new Random(5);
        var (people, jobs) = (new System.Text.StringBuilder("participant,start\n"), new System.Text.StringBuilder());
        for (var p = 0; p < 200; p++)
        {
            people.Append($"p{p:D4},{Day.Write(Day.Of(2027, 1, 1) + random.Next(60))}\n");
            for (var j = random.Next(3); j > 0; j--)
            {
                var day = Day.Of(2027, 1, 1) + random.Next(200);
                jobs.Append($"p{p:D4},{Day.Write(day)},{Day.Write(day + random.Next(150))},37.5\n");
            }
        }

        var files = new Dictionary<string, string>
        {
            ["participants"] = people.ToString(), ["job"] = "participant,start,end,hours\n" + jobs,
        };
        var reading = CsvText.Read(files, ModelSchema.Of(Read));
        Assert.Equal("", DiagnosticText.Write(reading.Findings, null));
        return reading.DataSet!;
    }

    /// <summary>The rows of a Parquet file of lines as they stand in CSV.</summary>
    private static List<string> Rows(string path)
    {
        using var file = new ParquetFileReader(path);
        var rows = new List<string>();
        for (var g = 0; g < file.FileMetaData.NumRowGroups; g++)
        {
            using var group = file.RowGroup(g);
            var cells = Enumerable.Range(0, group.MetaData.NumColumns).Select(c => Cells(group, c)).ToArray();
            rows.AddRange(Enumerable.Range(0, (int)group.MetaData.NumRows)
                .Select(r => string.Join(',', cells.Select(c => CsvCells.Text(c[r])))));
        }

        return rows;
    }

    private static string[] Cells(RowGroupReader group, int column)
    {
        using var cells = group.Column(column).LogicalReader();
        var count = (int)group.MetaData.NumRows;
        return cells switch
        {
            LogicalColumnReader<string> texts => Array.ConvertAll(texts.ReadAll(count), t => t ?? ""),
            LogicalColumnReader<int> numbers => Array.ConvertAll(numbers.ReadAll(count), n => $"{n}"),
            LogicalColumnReader<DateOnly> days => Array.ConvertAll(days.ReadAll(count), d => Day.Write(d.DayNumber)),
            LogicalColumnReader<Date> days => Array.ConvertAll(days.ReadAll(count), d => $"{d.DateTime:yyyy-MM-dd}"),
            LogicalColumnReader<decimal> amounts => Array.ConvertAll(
                amounts.ReadAll(count), a => a.ToString("F2", System.Globalization.CultureInfo.InvariantCulture)),
            _ => throw new InvalidOperationException(cells.GetType().ToString()),
        };
    }
}
