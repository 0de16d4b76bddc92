using Porras.Store;

namespace Porras.Web;

/// <summary>What the front page knows of an organisation.</summary>
/// <param name="Models">Its models.</param>
/// <param name="Settlements">Its latest settlements; none for who may not read them.</param>
/// <param name="DataSets">Its latest data set, if any; null for who may not read them.</param>
/// <param name="Members">How many members it has; null for who does not administer it.</param>
/// <param name="Gallery">How many models the gallery has.</param>
public sealed record HomeFacts(
    IReadOnlyList<ModelOverview> Models,
    IReadOnlyList<Settlement> Settlements,
    IReadOnlyList<StoredDataSet>? DataSets,
    int? Members,
    int Gallery);

/// <summary>Something that waits for the reader, and where it is done.</summary>
/// <param name="Icon">Its sign.</param>
/// <param name="Title">What waits.</param>
/// <param name="About">Why it matters.</param>
/// <param name="Go">What the button says.</param>
/// <param name="Link">Where it leads.</param>
public sealed record HomeTask(string Icon, string Title, string About, string Go, string Link)
{
    /// <summary>What waits for the reader, the most urgent first; always something.</summary>
    public static IEnumerable<HomeTask> For(Visit visit, HomeFacts facts)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(facts);
        var words = visit.Words;
        return [.. Mistakes(visit, words, facts), .. Approvals(visit, words, facts), .. Starts(visit, words, facts)];
    }

    private static IEnumerable<HomeTask> Mistakes(Visit visit, Wording words, HomeFacts facts) =>
        from model in facts.Models
        where model.Latest.Hash is null && visit.May(Right.WriteModels)
        select new HomeTask(
            "error-fill",
            words["home.mistakes", model.Model.Name],
            words["home.mistakes.about", words.Number(model.Latest.Number)],
            words["home.mistakes.go"],
            $"/models/own-{model.Model.Id}");

    private static IEnumerable<HomeTask> Approvals(Visit visit, Wording words, HomeFacts facts) =>
        from settlement in facts.Settlements
        where settlement.State == SettlementState.Settled && visit.May(Right.Approve)
            && settlement.PersonId != visit.Caller.Person
        select new HomeTask(
            "euro-sign",
            words["home.approve", settlement.Name],
            words["home.approve.about", SettlementWords.Total(words, settlement)],
            words["home.approve.go"],
            $"/settlements/{settlement.Id}");

    private static IEnumerable<HomeTask> Starts(Visit visit, Wording words, HomeFacts facts)
    {
        if (facts.Members is { } members)
        {
            yield return new(
                "user", words["home.members"], words.Count("home.members.about", members), words["home.members.go"],
                "/members");
            yield return new(
                "history", words["home.log"], words["home.log.about"], words["home.log.go"], "/log");
        }

        if (facts.DataSets is { Count: 0 } && visit.May(Right.ImportData))
        {
            yield return new(
                "upload", words["home.data"], words["home.data.about"], words["home.data.go"], "/data/import");
        }

        if (facts.DataSets is [var latest, ..])
        {
            yield return new(
                "upload", words["menu.data"], words["home.data.latest", latest.Name], words["home.data.see"], "/data");
        }

        yield return new(
            "document", words["home.models"], words["home.models.about", words.Number(facts.Gallery)],
            words["home.models.go"], "/models");
        if (visit.May(Right.Simulate))
        {
            yield return new(
                "sliders", words["home.lab"], words["home.lab.about"], words["home.lab.go"], "/lab/coaching-north");
        }
    }
}
