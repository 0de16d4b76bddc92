namespace Porras.Tests.Exchange;

public sealed class BadCells
{
    [Fact]
    public void A_day_that_does_not_exist_is_refused() => Refused(
        "job\nparticipant,start,end,hours,employer\np1,2027-02-29,,,",
        """
        P5001 job.csv line 2, column "start": "2027-02-29" is no day.
              = hint: write the day as 2027-01-31 or 31.1.2027, without a time.
        """);

    [Fact]
    public void A_day_with_a_time_is_refused() => Refused(
        "job\nparticipant,start,end,hours,employer\np1,2027-02-01T00:00,,,",
        """
        P5001 job.csv line 2, column "start": "2027-02-01T00:00" is no day.
              = hint: write the day as 2027-01-31 or 31.1.2027, without a time.
        """);

    [Fact]
    public void A_day_in_another_order_is_refused() => Refused(
        "job\nparticipant,start,end,hours,employer\np1,2027-02-01,13/02/2027,,",
        """
        P5001 job.csv line 2, column "end": "13/02/2027" is no day.
              = hint: write the day as 2027-01-31 or 31.1.2027, without a time.
        """);

    [Fact]
    public void A_year_that_is_a_slip_is_refused() => Refused(
        "job\nparticipant,start,end,hours,employer\np1,2027-02-01,9999-12-31,,",
        """
        P5002 job.csv line 2, column "end": "9999-12-31" lies outside the years 1900 to 2199.
              = hint: check the year; leave the end empty if something still runs.
        """);

    [Fact]
    public void Letters_are_no_number() => Refused(
        "job\nparticipant,start,end,hours,employer\np1,2027-02-01,,full,",
        """
        P5003 job.csv line 2, column "hours": "full" is no number.
              = hint: write digits with at most one decimal point or comma, without a unit and without blanks.
        """);

    [Fact]
    public void A_number_with_its_unit_is_refused() => Refused(
        "job\nparticipant,start,end,hours,employer\np1,2027-02-01,,18 h,",
        """
        P5003 job.csv line 2, column "hours": "18 h" is no number.
              = hint: write digits with at most one decimal point or comma, without a unit and without blanks.
        """);

    [Fact]
    public void Thousands_with_a_mark_are_refused() => Refused(
        "earnings\nparticipant,day,amount,share\np1,2027-02-01,\"1,234.50\",",
        """
        P5003 earnings.csv line 2, column "amount": "1,234.50" is no number.
              = hint: write digits with at most one decimal point or comma, without a unit and without blanks.
        """);

    [Fact]
    public void Thousands_with_a_point_are_not_taken_for_decimals() => Refused(
        "earnings\nparticipant,day,amount,share\np1,2027-02-01,12.500,",
        """
        P5005 earnings.csv line 2, column "amount": "12.500" has more decimals than EUR, which has 2.
              = hint: round the amount where it comes from, and write thousands without a mark.
        """);

    [Fact]
    public void Hours_below_zero_are_refused() => Refused(
        "job\nparticipant,start,end,hours,employer\np1,2027-02-01,,-3,",
        """
        P5004 job.csv line 2, column "hours": "-3" is below zero, which this column cannot be.
              = hint: correct the number, or the row to which it is a correction.
        """);

    [Fact]
    public void A_number_with_thirteen_digits_is_refused() => Refused(
        "test\nparticipant,day,score,due\np1,2027-02-01,1234567890123,",
        """
        P5006 test.csv line 2, column "score": "1234567890123" has more than 12 digits before the \
        decimal mark or more than 6 after it.
              = hint: round the number to 6 decimals.
        """);

    [Fact]
    public void A_number_with_seven_decimals_is_refused() => Refused(
        "test\nparticipant,day,score,due\np1,2027-02-01,0.1234567,",
        """
        P5006 test.csv line 2, column "score": "0.1234567" has more than 12 digits before the \
        decimal mark or more than 6 after it.
              = hint: round the number to 6 decimals.
        """);

    [Fact]
    public void What_is_neither_yes_nor_no_is_refused() => Said(
        "== participants\nparticipant,start,wage,youth,area\np1,2027-01-04,,maybe,north",
        """
        P5007 participants.csv line 2, column "youth": "maybe" is neither "yes" nor "no".
              = hint: write yes or no; true, false, 1 and 0 are read too.
        """);

    [Fact]
    public void A_misspelt_label_is_refused_with_the_nearest() => Said(
        "== participants\nparticipant,start,wage,youth,area\np1,2027-01-04,,,nort",
        """
        P5008 participants.csv line 2, column "area": "nort" is none of: north, south, east.
              = hint: the nearest word is "north".
        """);

    [Fact]
    public void A_label_like_no_other_is_refused() => Said(
        "== participants\nparticipant,start,wage,youth,area\np1,2027-01-04,,,Lapland",
        """
        P5008 participants.csv line 2, column "area": "Lapland" is none of: north, south, east.
              = hint: write one of these words, or leave the cell empty if it is not known.
        """);

    [Fact]
    public void A_misspelt_source_is_refused_with_the_nearest() => Refused(
        "test\nparticipant,day,score,due,source\np1,2027-02-01,5,,registry",
        """
        P5008 test.csv line 2, column "source": "registry" is none of: register, document, \
        organiser, evaluator, provider, participant.
              = hint: the nearest word is "register".
        """);

    [Fact]
    public void An_unknown_status_is_refused() => Refused(
        "test\nparticipant,day,score,due,status\np1,2027-02-01,5,,pending",
        """
        P5008 test.csv line 2, column "status": "pending" is none of: confirmed, claimed, rejected.
              = hint: write one of these words, or leave the cell empty if it is not known.
        """);

    [Fact]
    public void A_fact_without_its_day_is_refused() => Refused(
        "job\nparticipant,start,end,hours,employer\np1,,2027-02-01,,",
        """
        P5009 job.csv line 2, column "start": The cell is empty, although every row needs it.
              = hint: fill the cell, or delete the row.
        """);

    [Fact]
    public void A_fact_of_nobody_is_refused() => Refused(
        "job\nparticipant,start,end,hours,employer\n,2027-02-01,,,",
        """
        P5009 job.csv line 2, column "participant": The cell is empty, although every row needs it.
              = hint: fill the cell, or delete the row.
        """);

    [Fact]
    public void A_participant_without_a_start_is_refused() => Said(
        "== participants\nparticipant,start,wage,youth,area\np1,,,,",
        """
        P5009 participants.csv line 2, column "start": The cell is empty, although every row needs it.
              = hint: fill the cell, or delete the row.
        """);

    [Fact]
    public void Point_and_comma_in_one_file_are_refused() => Refused(
        "job\nparticipant;start;end;hours;employer\np1;2027-02-01;2027-02-28;18.5;\np1;2027-03-01;;18,5;",
        """
        P5010 job.csv line 3, column "hours": "18,5" has another decimal mark than line 2, which has ".".
              = hint: use one decimal mark in the whole file, and none for thousands.
        """);

    [Fact]
    public void A_name_that_cannot_be_read_is_refused() => Refused(
        "job\nparticipant,start,end,hours,employer\np1,2027-02-01,,,H\uFFFDmeen Oy",
        """
        P5011 job.csv line 2, column "employer": "H�meen Oy" has characters that cannot be read.
              = hint: save the file again as UTF-8 where it comes from.
        """);

    [Fact]
    public void Every_mistake_of_a_row_is_reported() => Refused(
        "job\nparticipant,start,end,hours,employer\np1,soon,later,some,",
        """
        P5001 job.csv line 2, column "start": "soon" is no day.
              = hint: write the day as 2027-01-31 or 31.1.2027, without a time.

        P5001 job.csv line 2, column "end": "later" is no day.
              = hint: write the day as 2027-01-31 or 31.1.2027, without a time.

        P5003 job.csv line 2, column "hours": "some" is no number.
              = hint: write digits with at most one decimal point or comma, without a unit and without blanks.
        """);

    private static void Refused(string file, string said) => Said(Files.P1 + "== " + file, said);

    private static void Said(string files, string said) =>
        Assert.Equal(Files.Joined(said), Files.Said(files));
}
