namespace Porras.Tests.Exchange;

public sealed class CsvReading
{
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
        Assert.Null(job.Known);
    }
}
