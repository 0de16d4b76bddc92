using System.IO.Compression;
using System.Text;
using Porras.Exchange;

namespace Porras.Tests.Exchange;

public sealed class GivenFilesTests
{
    private const string People = "participant,start,wage,youth,area\np1,2027-01-04,,,\n";

    [Fact]
    public void Files_one_by_one_and_in_an_archive_give_the_same_as_a_folder()
    {
        var folder = CsvText.Read(new Dictionary<string, string> { ["participants"] = People }, Files.Schema);
        var loose = Read(Text("participants.csv", People));
        var packed = Read(new GivenFile("all.zip", 1, () => Zip(("facts/participants.csv", People))));
        Assert.Empty(loose.Findings);
        Assert.Equal(Rows(folder), Rows(loose));
        Assert.Equal(Rows(folder), Rows(packed));
    }

    [Fact]
    public void What_systems_add_to_archives_does_no_harm()
    {
        var read = Read(new GivenFile("all.zip", 1, () => Zip(
            ("participants.csv", People), ("__MACOSX/._participants.csv", "\0\0"), (".DS_Store", "\0"),
            ("read me.txt", "x"))));
        Assert.NotNull(read.DataSet);
        Assert.Equal("P7001", Assert.Single(read.Findings).Code);
    }

    [Fact]
    public void Parquet_is_read_from_an_archive_too()
    {
        var folder = Directory.CreateTempSubdirectory("porras-given-");
        var data = CsvText.Read(new Dictionary<string, string> { ["participants"] = People }, Files.Schema).DataSet!;
        ParquetDataSet.Write(folder.FullName, data);
        var bytes = File.ReadAllBytes(Path.Combine(folder.FullName, "participants.parquet"));
        folder.Delete(recursive: true);
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("participants.parquet").Open())
        {
            entry.Write(bytes);
        }

        var read = Read(new GivenFile("all.zip", to.Length, () => new MemoryStream(to.ToArray())));
        Assert.Empty(read.Findings);
        Assert.Equal(1, read.DataSet!.Starts.Count);
    }

    [Fact]
    public void Without_participants_there_is_no_data_set() =>
        Said("P7010", Text("job.csv", "participant,start,end\n"));

    [Fact]
    public void A_large_file_is_refused_before_it_is_opened() => Said(
        "P7019", new GivenFile("participants.csv", 1_000_000_000, () => throw new InvalidOperationException("opened")));

    [Fact]
    public void What_unpacks_to_more_than_it_may_is_stopped_on_the_way()
    {
        using var zip = new ZipArchive(Zip(("job.csv", new string('0', 3_000_000))));
        using var stream = new AllowedStream(
            zip.Entries[0].Open(), new Allowance(new()), 2 * GivenLimits.Megabyte, "job.csv");
        var stopped = Assert.Throws<GivenTooLargeException>(() => stream.CopyTo(Stream.Null));
        Assert.Equal(("P7020", "job.csv"), (stopped.Finding.Code, stopped.Finding.File));
        Assert.True(stream.Position < 3_000_000);
    }

    [Fact]
    public void An_archive_unpacks_to_no_more_than_may_be_given()
    {
        var chance = new Random(1);
        var rows = string.Concat(Enumerable.Range(0, 100_000).Select(_ => $"{chance.Next()},2027-01-04,,,\n"));
        var zip = Zip(("participants.csv", "participant,start,wage,youth,area\n" + rows)).ToArray();
        var limits = new GivenLimits(2 * GivenLimits.Megabyte);
        var read = GivenFiles.Read(
            [new("all.zip", zip.Length, () => new MemoryStream(zip))], Files.Schema, null, limits);
        Assert.Null(read.DataSet);
        Assert.Equal("P7019", Assert.Single(read.Findings).Code);
    }

    [Fact]
    public void An_archive_with_a_list_too_long_to_read_is_not_opened()
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < 5000; i++)
            {
                zip.CreateEntry(new string('x', 200) + i);
            }
        }

        var bytes = to.ToArray();
        bytes.AsSpan(bytes.Length - 14, 4).Clear();
        Said("P7018", new GivenFile("all.zip", bytes.Length, () => new MemoryStream(bytes)));
    }

    [Fact]
    public void Letters_that_are_no_UTF8_name_their_cell()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(People.Replace("p1", "Äp1")), .. "p"u8, 0xC3, 0x28,
            .. ",2027-01-04,,,\n"u8];
        var read = Read(new GivenFile("participants.csv", bytes.Length, () => new MemoryStream(bytes)));
        var found = Assert.Single(read.Findings);
        Assert.Equal(("P5011", "participants.csv", 3, "participant"),
            (found.Code, found.File, found.Place.Line, found.Column));
    }

    [Fact]
    public void Everything_wrong_with_files_and_rows_is_said_at_once()
    {
        var read = Read(
            Text("participants.csv", People + "p2,2027-02-30,,,\n"), Text("job.xlsx", "PK"),
            Text("job.csv", "participant,start,end,hours,employer\np1,x,,,\n"));
        Assert.Null(read.DataSet);
        Assert.Equal(["P7015", "P5001", "P5001"], read.Findings.Where(f => f.Code is "P7015" or "P5001")
            .Select(f => f.Code));
    }

    [Fact]
    public void Templates_are_read_as_empty_tables()
    {
        var files = GivenFiles.Templates(Files.Schema);
        Assert.Equal(People.Split('\n')[0], files["participants.csv"].TrimEnd('\n'));
        var read = Read([
            .. files.Select(f => Text(f.Key, f.Value + (f.Key == "participants.csv" ? "p1,2027-01-04,,,\n" : ""))),
        ]);
        Assert.Empty(read.Findings);
        Assert.Equal(1, read.DataSet!.Starts.Count);
    }

    [Fact]
    public void Findings_as_CSV_hold_no_formula()
    {
        using var to = new StringWriter { NewLine = "\n" };
        FindingsCsv.Write(
            to, Read(Text("participants.csv", People + "=1+1,2027-01-04,,,\n")).Findings, Tongue.English);
        Assert.Equal(
            "file,line,column,code,severity,found,message,hint\n"
            + "participants.csv,3,participant,P5012,mistake,'=1+1,"
            + "\"\"\"=1+1\"\" is a formula; expected is a value.\","
            + "\"write what it comes to; if it is a name that begins so, put an apostrophe before it.\"\n",
            to.ToString());
    }

    private static string Rows(DataSetReading reading) =>
        string.Concat(CsvText.Write(reading.DataSet!).Select(f => f.Key + f.Value));

    private static void Said(string code, GivenFile file)
    {
        var read = Read(file);
        Assert.Null(read.DataSet);
        Assert.Equal(code, Assert.Single(read.Findings).Code);
    }

    private static DataSetReading Read(params GivenFile[] files) => GivenFiles.Read(files, Files.Schema);

    private static GivenFile Text(string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new(name, bytes.Length, () => new MemoryStream(bytes));
    }

    private static MemoryStream Zip(params (string Name, string Text)[] files)
    {
        var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = new StreamWriter(zip.CreateEntry(name).Open());
                entry.Write(text);
            }
        }

        to.Position = 0;
        return to;
    }
}
