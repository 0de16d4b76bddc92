using System.Text;
using Porras.Exchange;

namespace Porras.Tests.Exchange;

public sealed class CsvReading
{
    private const string Head = "== participants\nparticipant,start,wage,youth,area\n";

    private static readonly string Participants = Files.Of(Files.P1)["participants"];

    [Fact]
    public void A_data_set_is_read_as_columns()
    {
        var data = Files.Good(Files.P1 + """
            == job
            participant,start,end,hours,employer
            p1,2027-03-01,2027-06-30,18.5,Kone
            p1,2027-01-15,,40,Abloy
            """);
        var job = data.Facts[0];
        Assert.Equal(["p1"], data.Starts.Participants);
        Assert.Equal([0, 2], job.Offsets);
        Assert.Equal([Day.Of(2027, 1, 15), Day.Of(2027, 3, 1)], job.First);
        Assert.Equal([int.MaxValue, Day.Of(2027, 6, 30)], job.Last);
        Assert.Equal([400L, 185L], job.Columns[0].Values);
        Assert.Equal(["Abloy", "Kone"], job.Columns[1].Labels);
        Assert.Equal([3, 2], job.FileLine!);
    }

    [Fact]
    public void What_is_not_said_takes_no_room()
    {
        var job = Files.Good(Files.P1 + """
            == job
            participant,start,end,hours,employer,known,source,status,id
            p1,2027-03-01,2027-06-30,18.5,Kone,2027-03-01,,confirmed,a1
            """).Facts[0];
        Assert.Null(job.Known);
        Assert.Null(job.Source);
        Assert.Null(job.Status);
        Assert.Null(job.ReplacedOn);
    }

    [Fact]
    public void A_fact_on_a_day_shares_one_array_for_first_and_last()
    {
        var earnings = Files.Good(Files.P1 + "== earnings\nparticipant,day,amount,share\np1,2027-02-01,10.5,").Facts[1];
        Assert.Same(earnings.First, earnings.Last);
        Assert.Equal(1050, earnings.Columns[0].Values[0]);
        Assert.True(earnings.Columns[1].IsEmpty(0));
    }

    [Theory]
    [InlineData("80", "4/5")]
    [InlineData("80 %", "4/5")]
    [InlineData("80.5%", "161/200")]
    [InlineData("80,5\u00A0%", "161/200")]
    [InlineData("-5", "-1/20")]
    [InlineData("\u22125", "-1/20")]
    [InlineData("0.000001", "1/100000000")]
    [InlineData("007.50", "3/40")]
    public void A_share_is_read_as_parts_of_a_hundred(string text, string share)
    {
        var earnings = $"== earnings\nparticipant;day;amount;share\np1;2027-02-01;;{text}";
        var column = Files.Good(Files.P1 + earnings).Facts[1].Columns[1];
        var parts = share.Split('/').Select(long.Parse).ToArray();
        Assert.Equal(Exact.Of(parts[0], parts[1]), column.Value(0));
    }

    [Theory]
    [InlineData("1.2.2027")]
    [InlineData("01.02.2027")]
    [InlineData(" 2027-02-01 ")]
    public void A_day_is_ISO_or_as_in_Finland(string text) => Assert.Equal(
        Day.Of(2027, 2, 1),
        Files.Good(Files.P1 + $"== progress\nparticipant,day,step\np1,{text},1").Facts[3].First[0]);

    [Theory]
    [InlineData("yes", 1)]
    [InlineData("TRUE", 1)]
    [InlineData("1", 1)]
    [InlineData("No", 0)]
    [InlineData("false", 0)]
    [InlineData("0", 0)]
    public void Yes_and_no_may_be_true_and_false_or_one_and_zero(string text, long value) => Assert.Equal(
        value,
        Files.Good($"{Head}p1,2027-01-04,,{text},").Starts.Known[1].Values[0]);

    [Theory]
    [InlineData("participant;day;step\np1;2027-02-01;2\n")]
    [InlineData("participant\tday\tstep\np1\t2027-02-01\t2\n")]
    [InlineData("participant,day,step\r\np1,2027-02-01,2\r\n")]
    [InlineData("participant,day,step\rp1,2027-02-01,2\r")]
    [InlineData("\"step\",\" Participant \",\"DAY\"\n\"2\",\"p1\",\"2027-02-01\"")]
    [InlineData("\n\nparticipant,day,step\n\n,,\np1,2027-02-01,2\n,,\n\n")]
    public void Delimiters_line_ends_quotes_and_empty_lines_are_all_the_same(string text)
    {
        var progress = CsvText.Read(
            new Dictionary<string, string> { ["participants"] = Participants, ["progress.csv"] = text },
            Files.Schema).DataSet!.Facts[3];
        Assert.Equal([Day.Of(2027, 2, 1)], progress.First);
        Assert.Equal([2L], progress.Columns[0].Values);
    }

    [Fact]
    public void A_case_number_may_begin_with_any_sign()
    {
        var data = Files.Good(Head + "#1,2027-01-04,,,\n'=2,2027-01-04,,,\n");
        Assert.Equal(["#1", "=2"], data.Starts.Participants);
    }

    [Fact]
    public void Numbers_of_one_column_are_scaled_as_far_as_any_needs()
    {
        var column = Files.Good(Files.P1 + """
            == test
            participant,day,score,due
            p1,2027-02-01,7,
            p1,2027-02-02,7.50,
            p1,2027-02-03,0.125,
            p1,2027-02-04,,
            """ + "\n").Facts[2].Columns[0];
        Assert.Equal(3, column.Decimals);
        Assert.Equal([7000L, 7500L, 125L, Column.Empty], column.Values);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("windows-1252")]
    public void An_encoding_is_found_out(string encoding)
    {
        var text = "participant,start,end,hours,employer\np1,2027-02-01,,,Hämeen Öljy – 5 €\n";
        byte[] bytes = encoding == "utf-8" ? Encoding.UTF8.GetBytes(text)
            : [.. text.Select(c => c == '–' ? (byte)0x96 : c == '€' ? (byte)0x80 : (byte)c)];
        var builder = new DataSetBuilder(Files.Schema);
        CsvTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(Participants)), builder.Tables.First());
        CsvTable.Read(new MemoryStream(bytes), builder.Tables.Single(t => t.Name == "job"));
        Assert.Equal(["Hämeen Öljy – 5 €"], builder.Build().DataSet!.Facts[0].Columns[1].Labels);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_name() =>
        Assert.Equal(
            1, Files.Good(Head.Replace("\nparticipant", "\n\uFEFFparticipant") + "p1,2027-01-04,,,").Starts.Count);

    [Fact]
    public void Without_the_option_one_bad_row_refuses_all() =>
        Assert.Null(Files.Read(Files.P1 + "== progress\nparticipant,day,step\np1,2027-02-01,1\np1,x,1").DataSet);

    [Fact]
    public void With_the_option_bad_rows_are_left_out_and_listed()
    {
        var reading = Files.Read(
            Files.P1 + "== progress\nparticipant,day,step\n"
            + "p1,2027-02-01,1\np1,x,9\np2,2027-02-01,1\np1,2027-03-01,2",
            skip: true);
        Assert.Equal([new SkippedRow("progress.csv", 3), new SkippedRow("progress.csv", 4)], reading.Skipped);
        Assert.Equal([1L, 2L], reading.DataSet!.Facts[3].Columns[0].Values);
    }

    [Fact]
    public void Of_two_rows_that_contradict_each_other_both_are_left_out()
    {
        var reading = Files.Read(
            Files.P1 + "== progress\nparticipant,day,step\np1,2027-02-01,1\np1,2027-02-01,2\np1,2027-03-01,3",
            skip: true);
        Assert.Equal([2, 3], reading.Skipped.Select(s => s.Line));
        Assert.Equal([3L], reading.DataSet!.Facts[3].Columns[0].Values);
    }

    [Fact]
    public void The_facts_of_a_participant_who_is_left_out_are_left_out_and_listed()
    {
        var reading = Files.Read(
            "== participants\nparticipant,start,wage,youth,area\np1,x,,,\np2,2027-01-04,,,\n"
            + "== progress\nparticipant,day,step\np1,2027-02-01,1\n",
            skip: true);
        Assert.Equal(["p2"], reading.DataSet!.Starts.Participants);
        Assert.Equal([new("participants.csv", 2), new SkippedRow("progress.csv", 2)], reading.Skipped);
        Assert.Equal("P5033", reading.Findings[^1].Code);
    }

    [Fact]
    public void A_file_without_its_columns_is_refused_even_if_bad_rows_are_skipped() =>
        Assert.Null(Files.Read(Files.P1 + "== progress\nparticipant,day\np1,2027-02-01", skip: true).DataSet);
}
