using Porras.Exchange;

namespace Porras.Tests.Exchange;

/// <summary>What is read from Parquet, whoever wrote it.</summary>
public sealed class ParquetReading
{
    private const string People = """
        == participants
        participant STRING, start DATE, wage DECIMAL2, youth BOOLEAN, area STRING
        p1, 2027-01-04, 2400.00, yes, north
        p2, 2027-01-05, , , 
        """;

    [Fact]
    public void Typed_columns_are_read_as_they_are()
    {
        var data = ParquetFiles.Good(People + """

            == job
            participant STRING, start DATE, end DATE, hours DECIMAL3, employer STRING
            p1, 2027-02-01, 2027-03-01, 37.500, Kone
            p2, 2027-02-01, , 40, Öljy
            """);
        var job = data.Facts[0];
        Assert.Equal(["p1", "p2"], data.Starts.Participants);
        Assert.Equal(240_000, data.Starts.Known[0].Values[0]);
        Assert.Equal([1, Column.Empty], data.Starts.Known[1].Values);
        Assert.Equal((375, 1), (job.Columns[0].Values[0], job.Columns[0].Decimals));
        Assert.Equal(["Kone", "Öljy"], job.Columns[1].Labels);
        Assert.Equal([Day.Of(2027, 3, 1), int.MaxValue], job.Last);
        Assert.Equal([1, 2], job.FileLine!);
    }

    [Fact]
    public void Case_numbers_may_be_whole_numbers_and_days_timestamps_at_midnight()
    {
        var data = ParquetFiles.Good("""
            == participants
            participant INT64, start TIMESTAMP, wage WIDE4, youth INT32, area STRING
            7, 2027-01-04 00:00:00, 2400.5000, 1, NORTH
            12, 1969-12-31, -1, 0, 
            == test
            participant INT32, day TIMESTAMP, score INT32, due DATE
            12, 2027-02-01, -3, 2027-03-01
            """);
        Assert.Equal(["12", "7"], data.Starts.Participants);
        Assert.Equal([Day.Of(1969, 12, 31), Day.Of(2027, 1, 4)], data.Starts.Day);
        Assert.Equal([-100, 240_050], data.Starts.Known[0].Values);
        Assert.Equal([-3L], data.Facts[2].Columns[0].Values);
    }

    [Fact]
    public void A_case_number_may_be_a_uuid() => Assert.Equal(
        ["6ba7b810-9dad-11d1-80b4-00c04fd430c8"],
        ParquetFiles.Good("""
            == participants
            participant UUID, start DATE, wage INT32, youth STRING, area STRING
            6ba7b810-9dad-11d1-80b4-00c04fd430c8, 2027-01-04, 1, yes, 
            """).Starts.Participants);

    [Fact]
    public void Rows_out_of_order_and_in_several_row_groups_are_sorted()
    {
        var data = ParquetFiles.Good(People + """

            == earnings
            participant STRING, day DATE, amount DECIMAL2, share DECIMAL1
            p2, 2027-03-01, 1.00, 80.0
            p1, 2027-02-02, 2.00, 12.5
            --
            p1, 2027-02-01, 3.00, 
            p1, 2027-02-01, 3.00, 
            """);
        Assert.Equal([300L, 200L, 100L], data.Facts[1].Columns[0].Values);
        Assert.Equal([Column.Empty, 125L, 800L], data.Facts[1].Columns[1].Values);
        Assert.Equal([0, 2, 3], data.Facts[1].Offsets);
    }

    [Fact]
    public void Floating_point_money_is_refused_and_every_wrong_type_is_said_at_once() => Assert.Equal(
        Files.Joined("""
        P7003 participants.parquet: The column "area" is missing.
              = hint: add the column; its cells may be empty where nothing is known.

        P7041 participants.parquet: The column "start" is of the type BOOLEAN; expected is \
        one of DATE, TIMESTAMP, STRING.
              = hint: change the type where the file is written.

        P7041 participants.parquet: The column "wage" is of the type DOUBLE; expected is \
        one of DECIMAL, INT32, INT64, STRING.
              = hint: floating-point numbers are not exact: change the type to DECIMAL(18,2) \
        where the file is written, with as many decimals as are needed.
        """),
        ParquetFiles.Said("""
            == participants
            participant STRING, start BOOLEAN, wage DOUBLE, youth BOOLEAN
            p1, yes, 7.5, yes
            """));

    [Fact]
    public void A_bad_cell_is_said_with_its_row_and_column()
    {
        var said = ParquetFiles.Said("""
            == participants
            participant STRING, start TIMESTAMP, wage DECIMAL3, youth BOOLEAN, area STRING
            p1, 2027-01-04, 2400.125, yes, north
            --
            p2, 2027-01-05 13:30, 1, , nord
            , 2027-01-05, 1, , 
            == job
            participant STRING, start DATE, end DATE, hours UINT64, employer STRING
            p3, 2027-01-05, 2027-01-04, 18446744073709551615, x
            """);
        string[] expected =
        [
            "P5005 participants.parquet line 1, column \"wage\": \"2400.125\"",
            "P5001 participants.parquet line 2, column \"start\": \"2027-01-05 13:30:00\"",
            "P5008 participants.parquet line 2, column \"area\"",
            "P5009 participants.parquet line 3, column \"participant\"",
            "P5006 job.parquet line 1, column \"hours\": \"18446744073709551615\"",
        ];
        Assert.All(expected, e => Assert.Contains(e, said));
    }

    [Fact]
    public void A_file_that_is_cut_short_is_refused()
    {
        var files = ParquetFiles.Of(People);
        var whole = files["participants.parquet"];
        for (var length = 0; length < whole.Length; length += 7)
        {
            files["participants.parquet"] = whole[..length];
            Assert.Equal("P7040", Assert.Single(ParquetFiles.Read(files).Findings).Code);
        }
    }

    [Fact]
    public void A_row_group_that_cannot_be_read_is_named()
    {
        var files = ParquetFiles.Of(People);
        files["participants.parquet"].AsSpan(4, 40).Fill(255);
        var finding = Assert.Single(ParquetFiles.Read(files).Findings);
        Assert.Equal(("P7042", "1"), (finding.Code, finding.Arguments[0]));
    }

    [Fact]
    public void One_table_may_be_CSV_and_another_Parquet_but_not_both_for_one()
    {
        var files = ParquetFiles.Of(People);
        files["job.csv"] = "participant,start,end,hours,employer\np1,2027-02-01,,40,Kone\n"u8.ToArray();
        Assert.Equal(1, ParquetFiles.Read(files).DataSet!.Facts[0].Count);
        files["job.parquet"] = files["participants.parquet"];
        Assert.Equal("P7011", Assert.Single(ParquetFiles.Read(files).Findings).Code);
    }
}
