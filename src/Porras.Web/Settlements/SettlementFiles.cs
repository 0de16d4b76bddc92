using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Porras.Exchange;
using Porras.Store;

namespace Porras.Web;

/// <summary>A settlement to take along: lines as CSV and JSON, or a kit that anybody can recompute.</summary>
/// <param name="store">Where settlements are kept.</param>
/// <param name="settling">Settles them again.</param>
public sealed class SettlementFiles(Store.Store store, Settling settling)
{
    private const int PseudonymDigits = 12, ReasonsMost = 100_000;

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Default,
    };

    /// <summary>The lines as CSV, with their reasons unless there are very many.</summary>
    public async Task<byte[]> Csv(Caller caller, long settlement, Tongue tongue, CancellationToken cancelled = default)
    {
        var settled = await settling.Again(caller, settlement, cancelled);
        using var to = new MemoryStream();
        using (var text = new StreamWriter(to, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" })
        {
            LinesCsv.Write(text, settled, Reasons(settled, tongue));
        }

        return to.ToArray();
    }

    /// <summary>The settlement and its lines as JSON.</summary>
    public async Task<JsonObject> Json(
        Caller caller, long settlement, Tongue tongue, CancellationToken cancelled = default)
    {
        var settled = await settling.Again(caller, settlement, cancelled);
        var reasons = Reasons(settled, tongue);
        var header = settled.Plan.Model.Header;
        var lines = new JsonArray();
        foreach (var line in settled.Lines().InOrder())
        {
            lines.Add(LinesJson.Of(settled, line, reasons?.Invoke(line)));
        }

        return new()
        {
            ["model"] = header.Name.Text,
            ["version"] = header.Version,
            ["hash"] = ModelHash.Of(settled.Plan.Model),
            ["until"] = Day.Write(settled.Until),
            ["known"] = settled.KnownOn == int.MaxValue ? null : Day.Write(settled.KnownOn),
            ["currency"] = settled.Plan.Currency.Code,
            ["total"] = settled.Total.ToString(settled.Plan.Currency),
            ["lines"] = lines,
        };
    }

    /// <summary>The kit, with a pseudonym for each participant that nobody can guess and nobody keeps.</summary>
    public async Task<byte[]> Kit(Caller caller, long settlement, CancellationToken cancelled = default)
    {
        var kept = await store.Settlements.Find(caller, settlement, cancelled)
            ?? throw StoreException.Of("P8605", $"settlement {settlement}");
        var version = (await store.Models.Version(caller, kept.VersionId, cancelled))!;
        var settled = await settling.Again(caller, settlement, cancelled);
        var kit = KitMaking.Make(new(
            "model" + Ending(version.Form), version.Text, settled.Plan, settled.Data, kept.UntilDay, kept.KnownOn)
        {
            Pseudonyms = Pseudonyms.Of(
                settled.Data.Starts.Participants,
                new Dictionary<string, string>(),
                () => "p" + RandomNumberGenerator.GetHexString(PseudonymDigits, lowercase: true)),
        });
        using var to = new MemoryStream();
        KitFile.Write(to, kit);
        return to.ToArray();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("/settlements/{id:long}").RequireAuthorization(nameof(Right.ReadSettlements))
            .ExcludeFromDescription();
        files.MapGet("/lines.csv", (long id, SettlementFiles all, Visit visit, CancellationToken cancelled) =>
            Answer(async () => Results.File(
                await all.Csv(visit.Caller, id, visit.Tongue, cancelled), "text/csv; charset=utf-8",
                $"settlement-{id}.csv")));
        files.MapGet("/lines.json", (long id, SettlementFiles all, Visit visit, CancellationToken cancelled) =>
            Answer(async () => Results.File(
                Encoding.UTF8.GetBytes(
                    (await all.Json(visit.Caller, id, visit.Tongue, cancelled)).ToJsonString(Readable) + "\n"),
                "application/json", $"settlement-{id}.json")));
        files.MapGet("/kit", (long id, SettlementFiles all, Visit visit, CancellationToken cancelled) =>
            Answer(async () => Results.File(
                await all.Kit(visit.Caller, id, cancelled), "application/zip", $"settlement-{id}.kit")));
    }

    // What is not there is not found; what no longer comes to the same cannot be handed on.
    private static async Task<IResult> Answer(Func<Task<IResult>> file)
    {
        try
        {
            return await file();
        }
        catch (StoreException refused)
        {
            return refused.Finding.Code == "P8605" ? Results.NotFound()
                : Results.Text(refused.Message, statusCode: StatusCodes.Status409Conflict);
        }
    }

    private static string Ending(ModelForm form) => form switch
    {
        ModelForm.Text => ".porras",
        ModelForm.Page => ".md",
        ModelForm.Json => ".json",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Unknown form."),
    };

    private static Func<FeeLine, string>? Reasons(Settled settled, Tongue tongue)
    {
        if (settled.Count > ReasonsMost)
        {
            return null;
        }

        var text = new WhyText(settled.Plan, tongue);
        var told = new Dictionary<FeeLine, string>();
        foreach (var owner in settled.Lines().InOrder().Select(l => l.Participant).Distinct())
        {
            foreach (var reason in Why.About(settled, owner).Reasons())
            {
                told[reason.Line.Bare()] = text.Short(reason);
            }
        }

        return line => told[line.Bare()];
    }
}
