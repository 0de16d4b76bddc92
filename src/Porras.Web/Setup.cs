
namespace Porras.Web;

/// <summary>What the app is made of, in the order in which a request meets it.</summary>
internal static class Setup
{
    public static void AddPorras(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddHttpContextAccessor();
        services.AddScoped<Visit>();
        services.AddSingleton(Gallery.Load());
        services.AddSingleton(TimeProvider.System);
        services.AddStore();
        services.AddAccess(builder.Configuration);
        services.AddRows();
        services.AddApi();
        services.AddHealth();
        builder.AddRequestLimits();
        builder.AddRequestLog();
        builder.AddTelemetry();
    }

    public static void UsePorras(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSafety();
        app.UseStatusCodePagesWithReExecute("/not-found", "?status={0}");
        app.UseRefusals();
        app.UseApiProblems();
        app.UseAuthentication();
        app.UseApiCallers();
        app.UseRequestLog();
        app.UseRequestTimeouts();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseUploads();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapAccess();
        app.MapLanguages();
        app.MapModels();
        app.MapRows();
        app.MapLabReports();
        app.MapApi();
        app.MapHealth();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
