using Porras.Exchange;

namespace Porras.Tests;

/// <summary>A contract that is amended: who belongs to which version, and what of a running case.</summary>
public sealed class VersionTests
{
    private const string People = """
        participant,start
        p1,2027-11-01
        p2,2028-02-01

        """;

    private const string Visits = """
        participant,day
        p1,2027-12-01
        p1,2028-01-05
        p1,2028-03-05
        p2,2028-03-01

        """;

    [Fact]
    public void Running_cases_stay_with_their_version_when_it_takes_over_new_starts_only() => Assert.Equal(
        [
            "1 2027-12-01 p1 visit-fee 1 10.00", "1 2028-01-05 p1 visit-fee 2 10.00",
            "2 2028-03-01 p2 visit-fee 1 12.00", "1 2028-03-05 p1 visit-fee 3 10.00",
        ],
        Lines("new starts only"));

    [Fact]
    public void What_anybody_earns_from_its_first_day_on_is_the_new_versions_when_it_takes_over_running_cases() =>
        Assert.Equal(
            [
                "1 2027-12-01 p1 visit-fee 1 10.00", "2 2028-01-05 p1 visit-fee 2 12.00",
                "2 2028-03-01 p2 visit-fee 1 12.00", "2 2028-03-05 p1 visit-fee 3 12.00",
            ],
            Lines("running cases too"));

    [Fact]
    public void A_limit_of_the_new_version_counts_only_what_is_earned_under_it() => Assert.Equal(
        [
            "1 2027-12-01 p1 visit-fee 1 10.00", "2 2028-01-05 p1 visit-fee 2 12.00",
            "2 2028-03-01 p2 visit-fee 1 12.00", "2 2028-03-05 p1 visit-fee 3 3.00",
        ],
        Lines("running cases too", "limit 15.00 for each participant, then cut"));

    [Fact]
    public void A_later_version_that_takes_running_cases_takes_them_from_all_before()
    {
        var days = VersionDays.Of(
            [Model(1, 2027, ""), Model(2, 2028, "new starts only"), Model(3, 2029, "running cases too")]);
        Assert.Equal(Day.Of(2028, 12, 31), days[0].Earned.Last);
        Assert.Equal(Day.Of(2028, 12, 31), days[1].Earned.Last);
        Assert.Equal(Day.Of(2027, 1, 1), days[2].Starts.First);
        Assert.Equal(Day.Of(2029, 1, 1), days[2].Earned.First);
    }

    [Fact]
    public void A_version_that_is_still_in_force_when_the_next_begins_ends_on_the_day_before()
    {
        FeeModel[] models = [Model(1, 2027, "", toYear: 2029), Model(2, 2028, "new starts only")];
        Assert.Empty(VersionDays.Check(models));
        Assert.Equal(Day.Of(2027, 12, 31), VersionDays.Of(models)[0].Starts.Last);
        Assert.Equal(Day.Of(2027, 12, 31), VersionDays.Plans(models)[0].Periods.InForce.Last);
        Assert.Equal(models[1], VersionDays.Plans(models)[1].Model);
    }

    [Fact]
    public void A_model_that_was_not_amended_is_settled_as_it_is()
    {
        var plan = Assert.Single(VersionDays.Plans([Model(2, 2028, "new starts only")]));
        Assert.Null(plan.Days);
    }

    private static IReadOnlyList<string> Lines(string takesOver, string limit = "")
    {
        FeeModel[] models = [Model(1, 2027, ""), Model(2, 2028, takesOver, limit)];
        Assert.Empty(VersionDays.Check(models));
        var files = new Dictionary<string, string> { ["participants"] = People, ["visit"] = Visits };
        var versions = models.Select(m => (m, CsvText.Read(files, ModelSchema.Of(m)).DataSet!)).ToList();
        var settled = SettledVersions.All(versions, Day.Of(2028, 12, 31));
        Assert.False(settled.IsRefused);
        return [.. settled.InOrder().Select(l => string.Join(
            ' ',
            l.Version.Plan.Model.Header.Version,
            Day.Write(l.Line.Earned),
            l.Version.OwnerName(l.Line),
            l.Version.Plan.Fees[l.Line.Fee].Source.Name.Text,
            l.Line.Time,
            l.Line.Amount.ToString(l.Version.Plan.Currency)))];
    }

    private static FeeModel Model(int version, int year, string takesOver, string limit = "", int toYear = 0)
    {
        var clause = takesOver.Length == 0 ? "" : "  takes over " + takesOver;
        var read = ModelReader.Read($"""
            model coaching version {version}
              in force  {year}-01-01 to {Math.Max(year, toYear)}-12-31
              money     EUR, each line rounded to 0.01 half up
            {clause}

            participants people
              start     "first meeting"

            facts
              visit     on a day

            fee visit-fee  output
              when      visit
              pay       {8 + 2 * version}.00
              every time

            {limit}
            """);
        Assert.True(read.Whole is not null, DiagnosticText.Write(read.Findings, null, Tongue.English));
        Assert.Empty(ModelCheck.Check(read.Whole));
        return read.Whole;
    }
}
