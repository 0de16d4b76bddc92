using System.Security.Claims;
using Porras.Exchange;
using Porras.Store;

namespace Porras.Web;

/// <summary>Data sets: taken in whole, listed, given back.</summary>
internal static class DataSetsApi
{
    public static void MapDataSets(this RouteGroupBuilder api)
    {
        var sets = api.MapGroup("/data-sets").WithTags("Data");
        sets.MapGet("", (
                ClaimsPrincipal user, Store.Store store, int? from, int? most, CancellationToken cancelled) =>
                Paging.Of(from, most, s => store.DataSets.List(Roles.CallerOf(user), s, cancelled), DataSetAnswer.Of))
            .Requires(Right.ReadData).Refuses(400).WithName("data-sets")
            .WithSummary("Your organisation's data sets, the latest first");
        sets.MapGet("/{id:long}", Show)
            .Requires(Right.ReadData).Refuses(404).WithName("data-set").WithSummary("A data set with its tables");
        sets.MapGet("/{id:long}/tables", async (
                long id, ClaimsPrincipal user, Importing importing, CancellationToken cancelled) =>
                DataSetFiles.Zip(
                    CsvText.Write(await importing.Read(Roles.CallerOf(user), id, cancelled)
                        ?? throw ApiException.NotFound($"data set {id}")),
                    $"data-{id}.zip"))
            .Requires(Right.ReadData).Produces<byte[]>(StatusCodes.Status200OK, "application/zip").Refuses(404)
            .WithName("data-set-tables").WithSummary("A data set as CSV files in an archive");
        sets.MapPost("", Import)
            .Requires(Right.ImportData).Produces<ImportAnswer>(StatusCodes.Status201Created).Produces<ImportAnswer>()
            .Refuses(400, 404, 409, 413, 422, 504).DisableAntiforgery().WithMetadata(new TakesFilesAttribute())
            .WithName("import").WithSummary("Import a data set, whole or not at all")
            .WithDescription("CSV or Parquet files, or ZIP archives of them, for a version of your own model. Mistakes "
                + "are refused (422) with every row. With dryRun nothing is kept (200).")
            .WithRequestTimeout(RequestLimits.Slow);
        sets.MapPost("/example", Example)
            .Requires(Right.ImportData).Produces<ImportAnswer>(StatusCodes.Status201Created)
            .Refuses(400, 404, 409, 413, 422).WithName("example-data-set")
            .WithSummary("Simulate participants of a model, and keep them as a data set");
        api.MapGet("/models/{reference}/template", async (
                string reference, ClaimsPrincipal user, ModelShelf shelf, CancellationToken cancelled) =>
            {
                var model = (await shelf.Found(Roles.CallerOf(user), new(reference), cancelled)).Sound;
                return DataSetFiles.Zip(
                    GivenFiles.Templates(ModelSchema.Of(model)), $"{model.Header.Name.Text}.zip");
            })
            .Requires(Right.ReadData).Produces<byte[]>(StatusCodes.Status200OK, "application/zip").Refuses(404, 422)
            .WithTags("Data").WithName("template")
            .WithSummary("Empty tables for the data set of a model, in an archive");
    }

    private static async Task<DataSetWhole> Show(
        long id, ClaimsPrincipal user, Store.Store store, CancellationToken cancelled)
    {
        var caller = Roles.CallerOf(user);
        var set = await store.DataSets.Find(caller, id, cancelled) ?? throw ApiException.NotFound($"data set {id}");
        var tables = TableView.Of(
            await store.DataSets.Tables(caller, id, cancelled), await store.DataSets.Days(caller, id, cancelled));
        return new(DataSetAnswer.Of(set), [.. tables.Select(RowsAnswer.Of)]);
    }

    private static async Task<IResult> Import(
        string reference,
        string name,
        IFormFileCollection files,
        ClaimsPrincipal user,
        ModelShelf shelf,
        Importing importing,
        HttpRequest request,
        CancellationToken cancelled,
        bool dryRun = false)
    {
        if (name.Trim().Length is 0 or > Importing.LongestName)
        {
            throw ApiException.Malformed("name");
        }

        if (files.Count == 0)
        {
            throw ApiException.Malformed("files");
        }

        var caller = Roles.CallerOf(user);
        var own = await Version(shelf, caller, reference, cancelled);
        var given = files.Select(f => new GivenFile(f.FileName, f.Length, f.OpenReadStream)).ToList();
        var ask = new ImportAsk(name, own.Id, given) { IsKept = !dryRun };
        var imported = await Telemetry.Measured(
            "import", () => Task.Run(() => importing.Import(caller, ask, cancelled), cancelled));
        var answer = Shown(imported, Languages.Of(request));
        return dryRun ? TypedResults.Ok(answer)
            : TypedResults.Created($"{ApiSetup.Root}/data-sets/{answer.DataSet!.Id}", answer);
    }

    private static async Task<IResult> Example(
        ExampleAsked asked,
        ClaimsPrincipal user,
        ModelShelf shelf,
        Importing importing,
        HttpRequest request,
        CancellationToken cancelled)
    {
        if (asked.Name.Trim().Length is 0 or > Importing.LongestName)
        {
            throw ApiException.Malformed("name");
        }

        var caller = Roles.CallerOf(user);
        var own = await Version(shelf, caller, asked.Reference, cancelled);
        var imported = await Task.Run(() => importing.Example(caller, own.Id, asked.Name, cancelled), cancelled);
        var answer = Shown(imported, Languages.Of(request));
        return TypedResults.Created($"{ApiSetup.Root}/data-sets/{answer.DataSet!.Id}", answer);
    }

    internal static async Task<ModelVersion> Version(
        ModelShelf shelf, Caller caller, string reference, CancellationToken cancelled) =>
        (await shelf.Shown(caller, reference, cancelled)).Own?.Version ?? throw ApiException.NotFound(reference);

    private static ImportAnswer Shown(Imported imported, Tongue tongue)
    {
        if (imported.Read is not { } rows)
        {
            throw ApiException.Of(imported.Findings);
        }

        return new(
            imported.Kept is { } kept ? DataSetAnswer.Of(kept) : null,
            [.. TableView.Of(rows).Select(RowsAnswer.Of)],
            [.. imported.Findings.Select(f => Finding.Of(f, tongue))]);
    }
}
