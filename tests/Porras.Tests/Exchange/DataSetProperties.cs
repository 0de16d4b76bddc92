using CsCheck;
using Porras.Exchange;

namespace Porras.Tests.Exchange;

/// <summary>What holds for every data set, whatever stands in it.</summary>
public sealed class DataSetProperties
{
    private static readonly DataSchema Schema = Files.Schema with { SecondStart = SecondStart.NewEpisode };

    private static readonly Gen<string> Participant = One("p1", "p2", "p10", "=1+1", "'@x", "Äijä", "a;b", "q\"q");
    private static readonly Gen<string> Days = Gen.Int[0, 12].Select(i => Day.Write(Day.Of(2027, 1, 1) + i));
    private static readonly Gen<string> Number = One("", "1", "7.5", "7.50", "0.125", "40");
    private static readonly Gen<string> Text = One("", "Kone", "Öljy, Oy", "two\nlines", "-5", "x");
    private static readonly Gen<string> KnownOn = Gen.OneOf(Gen.Const(""), Days);
    private static readonly Gen<string> Source = One("", "", "register", "participant", "organiser");
    private static readonly Gen<string> Status = One("", "", "confirmed", "claimed", "rejected");
    private static readonly Gen<string> Id = One("", "", "", "1", "2", "3");

    private static Gen<string> One(params string[] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);

    private static readonly Gen<string[]> Start =
        Gen.Select(Participant, Days, One("", "alfa", "beta"), One("", "2400.00"),
            One("", "yes", "no"), One("", "north", "south"))
        .Select((a, b, c, d, e, f) => new[] { a, b, c, d, e, f });

    private static readonly Gen<string[]> Job =
        Gen.Select(Gen.Select(Participant, Days, Gen.OneOf(Gen.Const(""), Days)), Gen.Select(Number, Text),
            Gen.Select(KnownOn, Source, Status, Id))
        .Select((a, b, c) => new[] { a.Item1, a.Item2, a.Item3, b.Item1, b.Item2, c.Item1, c.Item2, c.Item3, c.Item4 });

    private static readonly Gen<string[]> Step =
        Gen.Select(Participant, Days, One("1", "2", "3", "4", ""), KnownOn, Source, Status, Id)
        .Select((a, b, c, d, e, f, g) => new[] { a, b, c, d, e, f, g });

    private static readonly Gen<string[]> Transfer =
        Gen.Select(Participant, Days, One("alfa", "gamma")).Select((a, b, c) => new[] { a, b, c });

    private static readonly Gen<Dictionary<string, string[][]>> Set =
        Gen.Select(Start.Array[1, 8], Job.Array[0, 12], Step.Array[0, 12], Transfer.Array[0, 3])
        .Select((starts, jobs, steps, transfers) => new Dictionary<string, string[][]>
        {
            ["participants"] = starts, ["job"] = jobs, ["progress"] = steps, ["transfer"] = transfers,
        });

    private static readonly Dictionary<string, string> Heads = new()
    {
        ["participants"] = "participant,start,provider,wage,youth,area\n",
        ["job"] = "participant,start,end,hours,employer,known,source,status,id\n",
        ["progress"] = "participant,day,step,known,source,status,id\n",
        ["transfer"] = "participant,day,provider\n",
    };

    [Fact]
    public void The_order_of_rows_changes_nothing() => Gen.Select(Set, Gen.Int).Sample((set, seed) =>
    {
        var order = new Random(seed);
        var shuffled = set.ToDictionary(t => t.Key, t => t.Value.OrderBy(_ => order.Next()).ToArray());
        Assert.Equal(Shown(Read(set)), Shown(Read(shuffled)));
    });

    [Fact]
    public void Rows_delivered_twice_change_nothing() => Set.Sample(set =>
    {
        var twice = set.ToDictionary(t => t.Key, t => t.Value.Concat(t.Value.Reverse()).ToArray());
        Assert.Equal(Shown(Read(set)), Shown(Read(twice)));
    });

    [Fact]
    public void What_is_written_is_what_is_read() => Set.Sample(set =>
    {
        var data = Read(set);
        var again = CsvText.Read(CsvText.Write(data), Schema);
        Assert.Equal("", DiagnosticText.Write(again.Findings, null));
        Assert.Equal(Shown(data), Shown(again.DataSet!));
    });

    [Fact]
    public void What_is_written_as_Parquet_is_what_is_read_and_always_the_same_bytes() => Set.Sample(set =>
    {
        var data = Read(set);
        var again = ParquetFiles.Read(ParquetFiles.Write(data), Schema);
        Assert.Equal("", DiagnosticText.Write(again.Findings, null));
        Assert.Equal(Shown(data), Shown(again.DataSet!));
        Assert.Equal(ParquetFiles.Write(data).Values, ParquetFiles.Write(again.DataSet!).Values);
    }, iter: 200);

    [Fact]
    public void Rows_of_texts_say_the_same_in_Parquet_as_in_CSV() => Set.Sample(set =>
    {
        var files = set.ToDictionary(
            t => t.Key + ".parquet",
            t => ParquetTyped.Bytes(
                Heads[t.Key].TrimEnd('\n').Replace(",", " STRING,", StringComparison.Ordinal) + " STRING\n"
                + string.Concat(t.Value.Select(r => string.Join(',', r.Select(ParquetTyped.Cell)) + "\n"))));
        var (csv, parquet) = (ReadAll(set), ParquetFiles.Read(files, Schema, skip: true));
        Assert.Equal(Skipped(csv), Skipped(parquet));
        Assert.Equal(Shown(csv.DataSet!), Shown(parquet.DataSet!));
    }, iter: 200);

    // A text of two lines moves the rows after it in CSV only.
    private static IEnumerable<string> Skipped(DataSetReading reading) =>
        reading.Skipped.Select(r => r.File.Split('.')[0]);

    private static DataSet Read(Dictionary<string, string[][]> set) => ReadAll(set).DataSet!;

    private static DataSetReading ReadAll(Dictionary<string, string[][]> set) => CsvText.Read(
        set.ToDictionary(
            t => t.Key,
            t => Heads[t.Key] + string.Concat(t.Value.Select(Row))),
        Schema,
        new(SkipBadRows: true));

    private static string Row(string[] cells) => string.Join(',', cells.Select(CsvCells.Text)) + "\n";

    /// <summary>All arrays of a data set but the lines of its files.</summary>
    private static string Shown(DataSet data)
    {
        var starts = data.Starts;
        return string.Join('\n', [
            Array(starts.Participants), Array(starts.Offsets), Array(starts.Day), Array(starts.Provider),
            .. Columns(starts.Known), Array(data.Providers.Names), Array(data.Transfers.Participant),
            Array(data.Transfers.LastDay), Array(data.Transfers.Provider),
            .. data.Facts.SelectMany(f => (string[])[
                f.Schema.Name, Array(f.Offsets), Array(f.First), Array(f.Last), .. Columns(f.Columns), Array(f.Known),
                Array(f.ReplacedOn), Array(f.Source), Array(f.Status)])]);
    }

    private static IEnumerable<string> Columns(IReadOnlyList<Column> columns) =>
        columns.Select(c => $"{c.Schema.Name} {Array(c.Values)} {c.Decimals} {Array(c.Labels)}");

    private static string Array<T>(IEnumerable<T>? items) => items is null ? "nothing" : string.Join('|', items);
}
