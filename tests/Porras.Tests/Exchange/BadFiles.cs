using System.Text;
using Porras.Exchange;

namespace Porras.Tests.Exchange;

public sealed class BadFiles
{
    [Fact]
    public void A_misspelt_file_is_noted_with_the_nearest() => Said(
        "jobs\nparticipant,start,end\n",
        """
        P7001 jobs.csv: The file is not read, as the model has no table "jobs".
              = hint: if it is meant to be read, call it "job.csv".
        """);

    [Fact]
    public void A_file_like_no_table_is_noted() => Said(
        "salaries\nx\n",
        """
        P7001 salaries.csv: The file is not read, as the model has no table "salaries".
              = hint: remove the file, or give it the name of one of the model's tables.
        """);

    [Fact]
    public void A_column_the_model_does_not_have_is_noted() => Said(
        "progress\nparticipant,day,step,remarks\n",
        """
        P7002 progress.csv line 1: The column "remarks" is not read, as the model does not have it.
              = hint: remove the column, or add it to the model if it matters.
        """);

    [Fact]
    public void A_misspelt_column_that_may_be_missing_is_noted_with_the_nearest() => Said(
        "progress\nparticipant,day,step,staus\n",
        """
        P7002 progress.csv line 1: The column "staus" is not read, as the model does not have it.
              = hint: if "status" is meant, call it so.
        """);

    [Fact]
    public void A_missing_column_is_refused() => Said(
        "progress\nparticipant,day\n",
        """
        P7003 progress.csv line 1: The column "step" is missing.
              = hint: add the column; its cells may be empty where nothing is known.
        """);

    [Fact]
    public void A_misspelt_column_is_refused_with_the_nearest() => Said(
        "progress\nparticipant,day,steps\n",
        """
        P7003 progress.csv line 1: The column "step" is missing.
              = hint: is "steps" meant for it?
        """);

    [Fact]
    public void A_column_that_stands_twice_is_refused() => Said(
        "progress\nparticipant,day,step,Day\n",
        """
        P7004 progress.csv line 1: The column "day" stands twice.
              = hint: keep one of the two.
        """);

    [Fact]
    public void A_row_with_too_few_cells_is_refused() => Said(
        "progress\nparticipant,day,step\np1,2027-02-01,1\np1,2027-03",
        """
        P7005 progress.csv line 3: The row has 2 cells, but the header has 3.
              = hint: write every cell, also an empty one, and put texts and numbers that contain \
        the delimiter in quotes.
        """);

    [Fact]
    public void A_decimal_comma_without_quotes_is_a_cell_too_many() => Said(
        "earnings\nparticipant,day,amount,share\np1,2027-02-01,12,50,\n",
        """
        P7005 earnings.csv line 2: The row has 5 cells, but the header has 4.
              = hint: write every cell, also an empty one, and put texts and numbers that contain \
        the delimiter in quotes.
        """);

    [Fact]
    public void An_empty_file_is_refused() => Said(
        "progress\n\n\n",
        """
        P7006 progress.csv: The file is empty; its first line has to name the columns.
              = hint: add the header, or remove the file.
        """);

    [Fact]
    public void A_file_that_is_no_text_is_refused() => Said(
        "progress\nPK\u0003\u0004\0\0\0",
        """
        P7007 progress.csv: The file is no text in UTF-8 or Windows-1252.
              = hint: save it as CSV in UTF-8 where it comes from.
        """);

    [Fact]
    public void A_quote_that_is_not_closed_is_refused_where_its_row_begins() => Said(
        "progress\nparticipant,day,step\np1,2027-02-01,1\n\"p1,2027-03-01,2\np1,2027-04-01,3\n",
        """
        P7008 progress.csv line 3: A quoted cell does not end here as it should.
              = hint: close the cell with a quote just before the delimiter, and double each quote within it.
        """);

    [Fact]
    public void Text_after_a_closing_quote_is_refused() => Said(
        "progress\nparticipant,day,step\n\"p1\"x,2027-03-01,2\n",
        """
        P7008 progress.csv line 2: A quoted cell does not end here as it should.
              = hint: close the cell with a quote just before the delimiter, and double each quote within it.
        """);

    [Fact]
    public void A_row_of_more_than_a_million_characters_is_refused() => Said(
        "progress\nparticipant,day,step\np1,2027-02-01,1\n" + new string('x', 1_100_000) + ",2027-03-01,2\n",
        """
        P7009 progress.csv line 3: The row is longer than a million characters.
              = hint: look for a quote that is not closed.
        """);

    [Fact]
    public void Two_files_for_one_table_are_refused() => Said(
        "progress\nparticipant,day,step\n== Progress\nparticipant,day,step\n",
        """
        P7011 progress.csv: The table "progress" has more than one file: progress.csv, Progress.csv.
              = hint: keep one of them.
        """);

    [Fact]
    public void A_line_after_a_quoted_line_break_keeps_its_number() => Said(
        "job\nparticipant,start,end,hours,employer\np1,2027-02-01,2027-02-28,,\"Kone\nOyj\"\np1,2027-03-01,,many,",
        """
        P5003 job.csv line 4, column "hours": "many" is no number.
              = hint: write digits with at most one decimal point or comma, without a unit and without blanks.
        """);

    [Fact]
    public void Mistakes_are_told_in_Finnish()
    {
        var reading = Files.Read(Files.P1 + "== progress\nparticipant,day,step\np1,2027-02-30,1");
        Assert.Equal(
            "P5001 progress.csv rivi 2, sarake \"day\": \"2027-02-30\" ei ole päivä.\n"
            + "      = vihje: kirjoita päivä muodossa 2027-01-31 tai 31.1.2027 ilman kellonaikaa.\n",
            DiagnosticText.Write(reading.Findings, null, Tongue.Finnish));
    }

    [Fact]
    public void A_zero_byte_within_a_file_is_found_in_its_cell()
    {
        var rows = string.Concat(Enumerable.Repeat("p1,2027-02-01,1\n", 8000));
        var said = Files.Said(Files.P1 + "== progress\nparticipant,day,step\n" + rows + "p1,2027-02-01,\0");
        Assert.StartsWith("P5003 progress.csv line 8002, column \"step\"", said, StringComparison.Ordinal);
    }

    private static void Said(string file, string said) =>
        Assert.Equal(Files.Joined(said), Files.Said(Files.P1 + "== " + file));
}
