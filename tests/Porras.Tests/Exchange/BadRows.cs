namespace Porras.Tests.Exchange;

public sealed class BadRows
{
    private static readonly DataSchema WithProviders = Files.Schema with
    {
        Known = [], Provider = [Files.Column("price", ValueKind.Money)],
    };

    [Fact]
    public void A_job_that_ends_before_it_starts_is_refused() => Refused(
        "job\nparticipant,start,end,hours,employer\np1,2027-02-01,2027-01-31,,",
        """
        P5021 job.csv line 2, column "end": The end 2027-01-31 lies before the start 2027-02-01.
              = hint: correct one of the two days; leave the end empty if it still runs.
        """);

    [Fact]
    public void A_step_the_ladder_does_not_have_is_refused() => Refused(
        "progress\nparticipant,day,step\np1,2027-02-01,4",
        """
        P5022 progress.csv line 2, column "step": "4" is no step of the ladder "progress", which \
        has the steps 1, 2, 3.
              = hint: write the number of one of its steps.
        """);

    [Fact]
    public void Half_a_step_is_refused() => Refused(
        "progress\nparticipant,day,step\np1,2027-02-01,2.5",
        """
        P5022 progress.csv line 2, column "step": "2.5" is no step of the ladder "progress", which \
        has the steps 1, 2, 3.
              = hint: write the number of one of its steps.
        """);

    [Fact]
    public void A_step_that_is_not_said_is_refused() => Refused(
        "progress\nparticipant,day,step\np1,2027-02-01,",
        """
        P5009 progress.csv line 2, column "step": The cell is empty, although every row needs it.
              = hint: fill the cell, or delete the row.
        """);

    [Fact]
    public void Two_steps_on_one_day_are_refused() => Refused(
        "progress\nparticipant,day,step\np1,2027-02-01,2\np1,2027-02-01,1",
        """
        P5027 progress.csv line 3, column "step": On 2027-02-01 the ladder has another step in line 2.
              = hint: keep one step for the day, or give both rows the same id and say in the \
        column "known" when the later one became known.
        """);

    [Fact]
    public void A_second_start_is_refused_if_the_model_says_nothing() => Said(
        Files.Schema,
        "== participants\nparticipant,start,wage,youth,area\np1,2027-06-01,,,\np1,2027-01-04,,,",
        """
        P5023 participants.csv line 2, column "start": "p1" starts a second time, after 2027-01-04 \
        (line 3), and the model does not say what that means.
              = hint: delete the row, or add "again a new episode" or "again the same episode" to \
        the participants of the model.
        """);

    [Fact]
    public void Two_starts_on_one_day_are_refused() => Said(
        Files.Schema with { SecondStart = SecondStart.NewEpisode },
        "== participants\nparticipant,start,wage,youth,area\np1,2027-01-04,,yes,\np1,2027-01-04,,no,",
        """
        P5024 participants.csv line 3, column "start": "p1" starts twice on one day, and line 2 says something else.
              = hint: keep the row that is right.
        """);

    [Fact]
    public void Values_that_change_within_an_episode_are_refused() => Said(
        Files.Schema with { SecondStart = SecondStart.SameEpisode },
        "== participants\nparticipant,start,wage,youth,area\np1,2027-01-04,,yes,\np1,2027-06-04,,no,",
        """
        P5025 participants.csv line 3, column "youth": "p1" starts again in the same episode, but \
        this value differs from line 2.
              = hint: give every start of a participant the same values, or let the second start \
        begin a new episode in the model.
        """);

    [Fact]
    public void A_fact_of_an_unknown_participant_is_refused() => Refused(
        "job\nparticipant,start,end,hours,employer\np2,2027-02-01,,,",
        """
        P5026 job.csv line 2, column "participant": "p2" is not among the participants.
              = hint: add the participant with its start, or correct the name.
        """);

    [Fact]
    public void Two_versions_of_one_fact_known_on_the_same_day_are_refused() => Refused(
        "job\nparticipant,start,end,hours,employer,id\np1,2027-02-01,,,,a1\np1,2027-02-01,2027-03-01,,,a1",
        """
        P5028 job.csv line 3, column "id": The id "a1" stands twice as known on 2027-02-01, and \
        line 2 says something else.
              = hint: say in the column "known" on which later day the correction became known.
        """);

    [Fact]
    public void A_correction_that_does_not_say_when_it_became_known_is_refused() => Refused(
        "job\nparticipant,start,end,hours,employer,id\np1,2027-02-01,,,,a1\np1,2027-02-08,,,,a1",
        """
        P5029 job.csv line 3, column "id": The id "a1" stands in line 2 too, and this row does not \
        say when it became known.
              = hint: fill the column "known" of the row that corrects the other.
        """);

    [Fact]
    public void A_provider_with_two_prices_is_refused() => Said(
        WithProviders,
        "== participants\nparticipant,start,provider\np1,2027-01-04,alfa\n"
        + "== providers\nprovider,price\nalfa,1.00\nalfa,2.00",
        """
        P5030 providers.csv line 3, column "provider": "alfa" stands twice, and line 2 says something else.
              = hint: keep the row that is right.
        """);

    [Fact]
    public void A_misspelt_provider_is_refused_with_the_nearest() => Said(
        WithProviders,
        "== participants\nparticipant,start,provider\np1,2027-01-04,alfha\n== providers\nprovider,price\nalfa,1.00",
        """
        P5031 participants.csv line 2, column "provider": The provider "alfha" is not among the providers.
              = hint: the nearest name is "alfa".
        """);

    [Fact]
    public void A_participant_without_a_provider_is_refused_where_providers_have_values() => Said(
        WithProviders,
        "== participants\nparticipant,start,provider\np1,2027-01-04,\n== providers\nprovider,price\nalfa,1.00",
        """
        P5009 participants.csv line 2, column "provider": The cell is empty, although every row needs it.
              = hint: fill the cell, or delete the row.
        """);

    [Fact]
    public void Providers_without_their_table_are_refused() => Said(
        WithProviders,
        "== participants\nparticipant,start,provider\np1,2027-01-04,alfa",
        """
        P5032 providers.csv: The table is missing, although the model reads values of providers.
              = hint: add a table with a row for each provider.
        """);

    [Fact]
    public void A_provider_that_changes_twice_on_one_day_is_refused() => Said(
        WithProviders with { Provider = [] },
        "== participants\nparticipant,start,provider\np1,2027-01-04,alfa\n"
        + "== transfer\nparticipant,day,provider\np1,2027-03-31,beta\np1,2027-03-31,gamma",
        """
        P5034 transfer.csv line 3, column "day": The provider changes twice on 2027-03-31, and line \
        2 names another one.
              = hint: keep the row that is right.
        """);

    [Fact]
    public void A_change_of_provider_before_the_start_is_refused() => Said(
        WithProviders with { Provider = [] },
        "== participants\nparticipant,start,provider\np1,2027-01-04,alfa\n"
        + "== transfer\nparticipant,day,provider\np1,2027-01-03,beta",
        """
        P5035 transfer.csv line 2, column "day": The last day with the earlier provider, \
        2027-01-03, lies before the first start, 2027-01-04.
              = hint: correct the day, or name the later provider at the start.
        """);

    [Fact]
    public void A_mistake_of_a_participant_is_not_reported_again_for_each_fact() => Said(
        Files.Schema,
        "== participants\nparticipant,start,wage,youth,area\np1,never,,,\n"
        + "== progress\nparticipant,day,step\np1,2027-02-01,1",
        """
        P5001 participants.csv line 2, column "start": "never" is no day.
              = hint: write the day as 2027-01-31 or 31.1.2027, without a time.
        """);

    [Fact]
    public void After_a_thousand_mistakes_a_file_says_only_that_there_are_more()
    {
        var rows = string.Concat(Enumerable.Repeat("\np1,x,1", 1500));
        var said = Files.Read(Files.P1 + "== progress\nparticipant,day,step" + rows).Findings;
        Assert.Equal(1001, said.Count);
        Assert.Single(said, f => f.Code == "P5099");
    }

    private static void Refused(string file, string said) => Said(Files.Schema, Files.P1 + "== " + file, said);

    private static void Said(DataSchema schema, string files, string said) =>
        Assert.Equal(Files.Joined(said), Files.Said(files, schema));
}
