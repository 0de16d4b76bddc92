using System.Security.Claims;
using System.Text.Json.Nodes;
using Porras.Exchange;
using Porras.Store;

namespace Porras.Web;

/// <summary>Settlements: made, listed, moved on, told line by line, handed on.</summary>
internal static class SettlementsApi
{
    public static void MapSettlements(this RouteGroupBuilder api)
    {
        var all = api.MapGroup("/settlements").WithTags("Settlements");
        all.MapGet("", (ClaimsPrincipal user, Store.Store store, int? from, int? most, CancellationToken cancelled) =>
                Paging.Of(
                    from, most, s => store.Settlements.List(Roles.CallerOf(user), s, cancelled), SettlementAnswer.Of))
            .Requires(Right.ReadSettlements).Refuses(400).WithName("settlements")
            .WithSummary("Your organisation's settlements, the latest first");
        all.MapPost("", Settle)
            .Requires(Right.Settle).Produces<SettledAnswer>(StatusCodes.Status201Created)
            .Refuses(400, 404, 409, 413, 422, 504).WithName("settle")
            .WithSummary("Settle a data set and keep the lines")
            .WithRequestTimeout(RequestLimits.Slow);
        all.MapGet("/{id:long}", async (
                long id, ClaimsPrincipal user, Store.Store store, CancellationToken cancelled) =>
                SettlementAnswer.Of(await Kept(store, Roles.CallerOf(user), id, cancelled)))
            .Requires(Right.ReadSettlements).Refuses(404).WithName("settlement").WithSummary("A settlement");
        all.MapPost("/{id:long}/advance", Advance)
            .Requires(Right.Approve).Refuses(400, 404, 409, 413).WithName("advance")
            .WithSummary("Approve or lock a settlement")
            .WithDescription(
                "Another person than settled approves; what is approved is locked then, and never goes back.");
        all.MapLines();
        all.MapFiles();
    }

    private static void MapLines(this RouteGroupBuilder all)
    {
        all.MapGet("/{id:long}/lines", Lines)
            .Requires(Right.ReadSettlements).Refuses(400, 404).WithName("lines")
            .WithSummary("Lines of a settlement, in its order")
            .WithDescription("All, or only those of a participant or of a fee.");
        all.MapGet("/{id:long}/lines/{number:int}/why", async (
                long id, int number, ClaimsPrincipal user, Settling settling, HttpRequest request,
                CancellationToken cancelled) =>
                Told(await settling.Line(Roles.CallerOf(user), id, number, Languages.Of(request), cancelled)
                    ?? throw ApiException.NotFound($"line {number} of settlement {id}")))
            .Requires(Right.ReadSettlements).Produces<StoryAnswer>().Refuses(404, 409, 422).WithName("why")
            .WithSummary("Why a line is what it is")
            .WithDescription("The moment, the measure, the very facts and the arithmetic, in sentences and tables.");
        all.MapGet("/{id:long}/why-not", WhyNot)
            .Requires(Right.ReadSettlements).Produces<WhyAnswer>().Refuses(400, 404, 409, 422).WithName("why-not")
            .WithSummary("Why a fee was not paid")
            .WithDescription("The nearest condition that was not met, and what would have been enough.");
    }

    private static void MapFiles(this RouteGroupBuilder all)
    {
        all.MapGet("/{id:long}/lines.json", (
                long id, ClaimsPrincipal user, SettlementFiles files, HttpRequest request,
                CancellationToken cancelled) =>
                files.Json(Roles.CallerOf(user), id, Languages.Of(request), cancelled))
            .Requires(Right.ReadSettlements).Produces<LinesAnswer>().Refuses(404, 422).WithName("all-lines")
            .WithSummary("A settlement with all lines and their reasons")
            .WithRequestTimeout(RequestLimits.Slow);
        all.MapGet("/{id:long}/lines.csv", async (
                long id, ClaimsPrincipal user, SettlementFiles files, HttpRequest request,
                CancellationToken cancelled) => TypedResults.Bytes(
                    await files.Csv(Roles.CallerOf(user), id, Languages.Of(request), cancelled), "text/csv"))
            .Requires(Right.ReadSettlements).Produces<string>(StatusCodes.Status200OK, "text/csv").Refuses(404, 422)
            .WithName("lines-csv").WithSummary("All lines as CSV")
            .WithRequestTimeout(RequestLimits.Slow);
        all.MapGet("/{id:long}/kit", async (
                long id, ClaimsPrincipal user, SettlementFiles files, CancellationToken cancelled) =>
                TypedResults.Bytes(await files.Kit(Roles.CallerOf(user), id, cancelled), "application/zip"))
            .Requires(Right.ReadSettlements).Produces<byte[]>(StatusCodes.Status200OK, "application/zip")
            .Refuses(404, 422).WithName("kit").WithSummary("A settlement as one file that anybody can recompute")
            .WithDescription("With pseudonyms that nobody keeps.")
            .WithRequestTimeout(RequestLimits.Slow);
    }

    private static async Task<IResult> Settle(
        SettleAsked asked,
        ClaimsPrincipal user,
        ModelShelf shelf,
        Store.Store store,
        Settling settling,
        HttpRequest request,
        CancellationToken cancelled)
    {
        if (asked.Name.Trim().Length is 0 or > Importing.LongestName)
        {
            throw ApiException.Malformed("name");
        }

        var caller = Roles.CallerOf(user);
        var own = await DataSetsApi.Version(shelf, caller, asked.Reference, cancelled);
        if (await store.DataSets.Find(caller, asked.DataSet, cancelled) is null)
        {
            throw ApiException.NotFound($"data set {asked.DataSet}");
        }

        var terms = new SettlementTerms(
            asked.Name.Trim(), own.Id, asked.DataSet, asked.Until.DayNumber, asked.Known?.DayNumber);
        var result = await Telemetry.Measured(
            "settle", () => Task.Run(() => settling.Settle(caller, terms, cancelled), cancelled));
        return result.Settlement is { } kept
            ? TypedResults.Created($"{ApiSetup.Root}/settlements/{kept.Id}", new SettledAnswer(
                SettlementAnswer.Of(kept), [.. result.Findings.Select(f => Finding.Of(f, Languages.Of(request)))]))
            : throw ApiException.Of(result.Findings);
    }

    private static async Task<SettlementAnswer> Advance(
        long id, AdvanceAsked asked, ClaimsPrincipal user, Store.Store store, CancellationToken cancelled)
    {
        var caller = Roles.CallerOf(user);
        await Kept(store, caller, id, cancelled);
        await store.Settlements.Advance(caller, id, asked.State, cancelled);
        return SettlementAnswer.Of(await Kept(store, caller, id, cancelled));
    }

    private static async Task<Page<LineAnswer>> Lines(
        long id,
        ClaimsPrincipal user,
        Store.Store store,
        string? participant,
        string? fee,
        int? from,
        int? most,
        CancellationToken cancelled)
    {
        var caller = Roles.CallerOf(user);
        var currency = Currency.Find((await Kept(store, caller, id, cancelled)).Currency)!.Value;
        return await Paging.Of(
            from, most, s => store.Settlements.Lines(caller, id, new(participant, fee), s, cancelled),
            l => LineAnswer.Of(l, currency));
    }

    private static async Task<JsonObject> WhyNot(
        long id,
        string participant,
        string fee,
        int? occurrence,
        int? episode,
        ClaimsPrincipal user,
        Settling settling,
        HttpRequest request,
        CancellationToken cancelled)
    {
        var asked = new FeeAsked(participant, fee, Math.Max(0, occurrence ?? 0), Math.Max(1, episode ?? 1));
        return ModelAnswers.Why(
            await settling.NotPaid(Roles.CallerOf(user), id, asked, Languages.Of(request), cancelled)
            ?? throw ApiException.NotFound($"{participant}, {fee}"));
    }

    private static JsonObject Told(LineStory story) => new()
    {
        ["line"] = story.Line is { } line ? ModelAnswers.Why(line) : null,
        ["others"] = JsonText.Array(story.Others, o => new JsonObject
        {
            ["fee"] = o.Fee, ["why"] = ModelAnswers.Why(o.Told),
        }),
    };

    private static async Task<Settlement> Kept(
        Store.Store store, Caller caller, long id, CancellationToken cancelled) =>
        await store.Settlements.Find(caller, id, cancelled) ?? throw ApiException.NotFound($"settlement {id}");
}
