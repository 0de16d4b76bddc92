using System.ComponentModel;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Porras.Store;

namespace Porras.Web;

/// <summary>An entry of the log.</summary>
public sealed record LogAnswer(
    [property: Description("Its number in the log of all organisations.")] long Number,
    DateTimeOffset At,
    [property: Description("Who did it; null for the command line.")] string? Person,
    [property: Description("What was done, such as model-saved.")] string Act,
    [property: Description("To what, such as model version 12.")] string Subject,
    [property: Description("More of it, such as the hash of what was kept.")] JsonObject Details,
    [property: Description("The hash of the entry before.")] string Before,
    [property: Description("The hash of this entry.")] string Hash);

/// <summary>Who did what.</summary>
internal static class LogApi
{
    public static void MapLog(this RouteGroupBuilder api) =>
        api.MapGet("/log", (
                ClaimsPrincipal user, Store.Store store, int? from, int? most, CancellationToken cancelled) =>
                Paging.Of(from, most, s => store.Log.List(Roles.CallerOf(user), s, cancelled), Shown))
            .Requires(Right.Administer).Refuses(400).WithName("log").WithTags("Log")
            .WithSummary("Who did what in your organisation, the latest first")
            .WithDescription("Each entry carries the hash of the one before; porras verify-log walks the whole log.");

    private static LogAnswer Shown(LogEntry entry) => new(
        entry.Number, entry.At, entry.PersonId, entry.Act, entry.Subject, JsonNode.Parse(entry.Details)!.AsObject(),
        entry.Before, entry.Hash);
}
