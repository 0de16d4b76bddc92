namespace Porras.Web;

/// <summary>What data sets and settlements need.</summary>
internal static class RowsSetup
{
    public static void AddRows(this IServiceCollection services)
    {
        services.AddUploads();
        services.AddSingleton<Importing>();
        services.AddSingleton<ImportReports>();
        services.AddSingleton<Resettled>();
        services.AddSingleton<Settling>();
        services.AddSingleton<SettlementFiles>();
        services.AddSingleton<Names>();
    }

    public static void MapRows(this IEndpointRouteBuilder routes)
    {
        DataSetFiles.Map(routes);
        SettlementFiles.Map(routes);
        SettlementForms.Map(routes);
    }
}
