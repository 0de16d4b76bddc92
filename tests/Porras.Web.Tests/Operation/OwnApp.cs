using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Porras.Web.Tests;

/// <summary>An app of a test's own, as it runs in production, with settings and parts that the test chooses.</summary>
internal sealed class OwnApp : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("porras-own-");
    private readonly WebApplicationFactory<Program> _app;

    /// <summary>Starts it on a free port.</summary>
    public OwnApp(Action<IWebHostBuilder>? settings = null, Action<IServiceCollection>? parts = null)
    {
        Database = Path.Combine(_folder.FullName, "porras.db");
        _app = new WebApplicationFactory<Program>().WithWebHostBuilder(b =>
        {
            b.UseUrls("http://127.0.0.1:0").UseEnvironment("Production").UseSetting("PORRAS_DATABASE", Database)
                .UseSetting("PORRAS_DEMONSTRATION", "true");
            settings?.Invoke(b);
            b.ConfigureTestServices(s => parts?.Invoke(s));
        });
        _app.UseKestrel(0);
        _app.StartServer();
        Address = _app.ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    /// <summary>The file of the database.</summary>
    public string Database { get; }

    /// <summary>The address of the app.</summary>
    public string Address { get; }

    /// <summary>What the app is made of.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>A client that follows no redirection.</summary>
    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true })
    {
        BaseAddress = new(Address),
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
