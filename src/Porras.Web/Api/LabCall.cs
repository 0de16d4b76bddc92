using System.Text.Json.Nodes;
using Porras.Exchange;
using Porras.Lab;
using Porras.Store;

namespace Porras.Web;

/// <summary>Who asks the lab, and in which language.</summary>
/// <param name="Caller">For whom.</param>
/// <param name="Shelf">Where models are found.</param>
/// <param name="Benches">Where models are played through.</param>
/// <param name="Tongue">The language.</param>
internal sealed record LabCall(Caller Caller, ModelShelf Shelf, LabBenches Benches, Tongue Tongue)
{
    /// <summary>How many may wait for each kind of work.</summary>
    public const int MostWaiting = 200;

    /// <summary>A model, made ready.</summary>
    public async Task<ReadyModel> Ready(ModelSource source, CancellationToken cancelled) =>
        Benches.Ready((await Shelf.Found(Caller, source, cancelled)).Sound);

    /// <summary>Works on models when their turn comes.</summary>
    /// <param name="name">What it is, for those who measure.</param>
    /// <param name="models">The models.</param>
    /// <param name="isLong">Whether it takes more than one run of each.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancelled">Nobody waits any more.</param>
    /// <exception cref="ApiException">Too many are waiting.</exception>
    public Task<JsonObject> Work(
        string name, IReadOnlyList<ReadyModel> models, bool isLong, Func<IReadOnlyList<LabBench>, JsonObject> work,
        CancellationToken cancelled) =>
        Benches.Waiting(isLong) >= MostWaiting
            ? throw new ApiException(StatusCodes.Status429TooManyRequests, "too-many")
            : Benches.Work(
                [.. models.Select(m => m.Plan.Model)], isLong, b => Telemetry.Measured(name, () => work(b)), cancelled);

    /// <summary>Studies of models in one world.</summary>
    /// <exception cref="RefusedException">A model refuses what is simulated, or has another currency.</exception>
    public static IReadOnlyList<StudiedModel> Studies(
        IReadOnlyList<LabBench> benches, World world, StudyOptions options) =>
        Exchange.Studies.Of(
            [.. benches.Select(b => b.Plan)], world, options, (m, own, asked) => benches[m].Study(own, asked));

    /// <summary>A share that is one.</summary>
    public static double Share(string name, double said) =>
        said is >= 0 and <= 1 ? said : throw ApiException.Malformed(name);

    /// <summary>Options as they are kept.</summary>
    public static string Write(StudyOptions options) => new JsonObject
    {
        ["replications"] = options.Run.Replications,
        ["ruin"] = options.Ruin,
        ["behaviour"] = options.Behaviour,
    }.ToJsonString();
}

/// <summary>What a request to the lab says of world and options.</summary>
internal static class LabAskedWorld
{
    private const int ClientsMost = 1_000_000;

    /// <summary>How it is run.</summary>
    public static StudyOptions Options(this LabAsked asked, CancellationToken cancelled) =>
        asked.Replications is < 1 or > LabAsked.MostReplications ? throw ApiException.Malformed("replications")
        : asked.Seed is < 0 or > int.MaxValue ? throw ApiException.Malformed("seed")
        : new(new(asked.Replications, (ulong)asked.Seed)
        {
            Threads = Math.Min(2, Environment.ProcessorCount), Cancelled = cancelled,
        })
        {
            Ruin = LabCall.Share("ruin", asked.Ruin),
            Behaviour = asked.Behaviour,
        };

    /// <summary>The world: drafted, changed as by a file, then by single numbers, and checked.</summary>
    /// <exception cref="RefusedException">It is impossible, or does not fit the model.</exception>
    public static World WorldOf(this LabAsked asked, ReadyModel model)
    {
        var world = model.Draft;
        var findings = new List<Diagnostic>();
        if (asked.World is { } said)
        {
            (world, var read) = WorldJson.Read(said.ToJsonString(), world);
            findings.AddRange(read.Select(f => f with { File = "world" }));
        }

        (world, var set) = WorldJson.Set(world, asked.Set ?? []);
        findings.AddRange(set.Select(f => f with { File = f.File ?? "set" }));
        if (asked.Clients is { } clients)
        {
            world = clients is < 1 or > ClientsMost ? throw ApiException.Malformed("clients")
                : world with { Provider = world.Provider with { Clients = new(clients, Evidence.Own) } };
        }

        if (findings.All(f => f.Severity != Severity.Mistake))
        {
            findings.AddRange(WorldCheck.Of(model.Plan, world));
        }

        return findings.Any(f => f.Severity == Severity.Mistake) ? throw new RefusedException(findings) : world;
    }
}
