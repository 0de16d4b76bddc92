namespace Porras.Tests.Exchange;

public sealed class Corrections
{
    private const string Head = "== job\nparticipant,start,end,hours,employer,known,source,status,id\n";

    [Fact]
    public void A_later_row_with_the_same_id_replaces_the_earlier_from_the_day_it_became_known()
    {
        var job = Job("p1,2027-02-01,,,,2027-02-01,,,a1\np1,2027-02-08,,,,2027-03-15,,,a1\n");
        Assert.Equal([Day.Of(2027, 3, 15), int.MaxValue], job.ReplacedOn!);
    }

    [Fact]
    public void A_correction_may_be_corrected_in_whatever_order_the_rows_stand()
    {
        var job = Job(
            "p1,2027-02-08,2027-05-31,,,2027-06-01,,,a1\n"
            + "p1,2027-02-01,,,,2027-02-01,,,a1\np1,2027-02-08,,,,2027-03-15,,,a1\n");
        Assert.Equal([Day.Of(2027, 3, 15), int.MaxValue, Day.Of(2027, 6, 1)], job.ReplacedOn!);
    }

    [Fact]
    public void As_known_today_a_corrected_fact_counts_once()
    {
        var job = Job("p1,2027-02-01,,,,2027-02-01,,,a1\np1,2027-02-08,,,,2027-03-15,,,a1\n");
        Assert.Equal([Day.Of(2027, 2, 8)], job.Counting(int.MaxValue).First);
        Assert.Equal([Day.Of(2027, 2, 1)], job.Counting(Day.Of(2027, 3, 14)).First);
    }

    [Fact]
    public void The_same_row_delivered_twice_is_one_fact()
    {
        var job = Job("p1,2027-02-01,,,,,,,\np1,2027-02-01,,,,2027-02-01,,confirmed,\n");
        Assert.Equal(1, job.Count);
        Assert.Equal([2], job.FileLine!);
    }

    [Fact]
    public void Rows_that_differ_in_their_ids_only_are_two_facts() =>
        Assert.Equal(2, Job("p1,2027-02-01,,,,,,,a1\np1,2027-02-01,,,,,,,a2\n").Count);

    [Fact]
    public void Two_steps_on_one_day_do_not_contradict_each_other_once_one_is_corrected()
    {
        var progress = Files.Good(Files.P1 + """
            == progress
            participant,day,step,known,id
            p1,2027-02-01,2,2027-02-01,a1
            p1,2027-02-01,1,2027-02-05,a1
            """).Facts[3];
        Assert.Equal(2, progress.Count);
    }

    [Fact]
    public void A_rejected_step_contradicts_nothing()
    {
        var progress = Files.Good(Files.P1 + """
            == progress
            participant,day,step,status,source
            p1,2027-02-01,2,rejected,
            p1,2027-02-01,1,,
            p1,2027-02-01,3,,participant
            """).Facts[3];
        Assert.Equal(3, progress.Count);
    }

    [Fact]
    public void A_change_of_provider_names_the_last_day_with_the_earlier_one()
    {
        var data = Files.Good(
            "== participants\nparticipant,start,provider\np1,2027-01-04,beta\n"
            + "== transfer\nparticipant,day,provider\np1,2027-03-31,alfa\np1,2027-03-31,alfa\n",
            Files.Schema with { Known = [] });
        Assert.Equal(["alfa", "beta"], data.Providers.Names);
        Assert.Equal([1], data.Starts.Provider);
        Assert.Equal([0], data.Transfers.Provider);
        Assert.Equal([Day.Of(2027, 3, 31)], data.Transfers.LastDay);
    }

    private static FactTable Job(string rows) => Files.Good(Files.P1 + Head + rows).Facts[0];
}
