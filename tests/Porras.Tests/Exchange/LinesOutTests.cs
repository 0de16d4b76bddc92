using Porras.Exchange;
using ParquetSharp;

namespace Porras.Tests.Exchange;

public sealed class LinesOutTests
{
    private const int Many = 70_000;

    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    [Fact]
    public void Texts_that_repeat_are_read_as_they_were_written() =>
        Assert.Equal(Every(i => $"case {i / 14}"), Read<string>(Numbered(i => i / 14, n => $"case {n}"), 0));

    [Fact]
    public void Texts_that_are_all_different_are_read_as_they_were_written() =>
        Assert.Equal(Every(i => $"syy {i} ä"), Read<string>(new FreeTexts("reason", i => $"syy {i} ä"), 0));

    [Fact]
    public void Cells_that_are_sometimes_empty_are_read_as_they_were_written() =>
        Assert.Equal(
            Every(i => i % 1000 < 30 || i % 3 == 0 ? null : $"reason {i % 5}"),
            Read<string?>(new FreeTexts("reason", i => i % 1000 < 30 || i % 3 == 0 ? null : $"reason {i % 5}"), 0));

    [Fact]
    public void Columns_that_are_empty_throughout_are_read_so() =>
        Assert.All(Read<string?>(new FreeTexts("reason", _ => null), 0), Assert.Null);

    [Fact]
    public void One_number_throughout_is_read_as_it_was_written() =>
        Assert.Equal(Every(_ => 1), Read<int>(Of(LineType.Whole, _ => 1), 0));

    [Fact]
    public void Days_that_change_from_row_to_row_are_read_as_they_were_written() =>
        Assert.Equal(
            Every(i => new Date(i * 37 % 2500)),
            Read<Date>(Of(LineType.Day, i => Epoch + (i * 37 % 2500)), 0));

    [Fact]
    public void Amounts_that_are_all_different_or_below_zero_are_read_as_they_were_written() =>
        Assert.Equal(
            Every(i => (i - 35_000) * 70_000_001L / 100m),
            Read<decimal>(Of(LineType.Money, i => (i - 35_000) * 70_000_001L), 2));

    [Fact]
    public void Numbers_in_runs_of_every_length_are_read_as_they_were_written() =>
        Assert.Equal(
            Every(i => (int)Math.Sqrt(i * 8) % 40),
            Read<int>(Of(LineType.Whole, i => (int)Math.Sqrt(i * 8) % 40), 0));

    [Fact]
    public void The_least_and_the_greatest_day_are_kept()
    {
        var bytes = Write(Of(LineType.Day, i => Epoch + 500 + (i * 7 % 300)), 0);
        using var file = new ParquetFileReader(new MemoryStream(bytes), leaveOpen: false);
        using var group = file.RowGroup(0);
        var kept = Assert.IsType<Statistics<int>>(group.MetaData.GetColumnChunkMetaData(0).Statistics);
        Assert.Equal((500, 799), (kept.Min, kept.Max));
    }

    private static T[] Every<T>(Func<int, T> cell) => [.. Enumerable.Range(0, Many).Select(cell)];

    private static NumberedTexts Numbered(Func<int, int> number, Func<int, string?> text) =>
        new("participant", false, (from, into) => Fill(from, into, number), text);

    private static Numbers Of(LineType cells, Func<int, long> number) =>
        new("number", cells, (from, into) => Fill(from, into, number));

    private static void Fill<T>(int from, Span<T> into, Func<int, T> cell)
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = cell(from + i);
        }
    }

    // Two groups of rows: one with more than a page, one with three rows.
    private static byte[] Write(LineColumn column, int decimals)
    {
        using var to = new MemoryStream();
        var file = new LinesOut(to, [column], decimals, column.Name);
        file.Add(0, Many - 3);
        file.Add(Many - 3, Many);
        file.Close();
        return to.ToArray();
    }

    private static List<T> Read<T>(LineColumn column, int decimals)
    {
        using var file = new ParquetFileReader(new MemoryStream(Write(column, decimals)), leaveOpen: false);
        var cells = new List<T>();
        for (var g = 0; g < file.FileMetaData.NumRowGroups; g++)
        {
            using var group = file.RowGroup(g);
            using var reader = group.Column(0).LogicalReader<T>();
            cells.AddRange(reader.ReadAll((int)group.MetaData.NumRows));
        }

        return cells;
    }
}
