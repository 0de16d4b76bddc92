using System.IO.Compression;
using System.Text;
using Porras.Exchange;
using Porras.Store;

namespace Porras.Web;

/// <summary>Data sets, empty tables and findings as files to take along.</summary>
internal static class DataSetFiles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("/data").RequireAuthorization(nameof(Right.ReadData)).ExcludeFromDescription();
        files.MapGet("/{id:long}/tables.zip", Tables);
        files.MapGet("/template/{version:long}", Template);
        files.MapGet("/findings/{key}", (string key, ImportReports reports, Visit visit) =>
        {
            if (reports.Find(visit.Caller, key) is not { } found)
            {
                return Results.NotFound();
            }

            using var to = new StringWriter(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
            FindingsCsv.Write(to, found, visit.Tongue);
            return Results.File(Encoding.UTF8.GetBytes(to.ToString()), "text/csv; charset=utf-8", "findings.csv");
        });
    }

    private static async Task<IResult> Tables(
        long id, Importing importing, Visit visit, CancellationToken cancelled) =>
        await importing.Read(visit.Caller, id, cancelled) is { } data
            ? Zip(CsvText.Write(data), $"data-{id}.zip") : Results.NotFound();

    private static async Task<IResult> Template(
        long version, Importing importing, Visit visit, CancellationToken cancelled) =>
        await importing.Model(visit.Caller, version, cancelled) is { } model
            ? Zip(GivenFiles.Templates(ModelSchema.Of(model)), $"{model.Header.Name.Text}.zip") : Results.NotFound();

    internal static IResult Zip(IReadOnlyDictionary<string, string> files, string name)
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (file, text) in files)
            {
                using var entry = zip.CreateEntry(file).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return Results.File(to.ToArray(), "application/zip", name);
    }
}
