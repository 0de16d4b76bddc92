using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Porras.Web.Tests.Site))]

namespace Porras.Web.Tests;

/// <summary>The app on a free port, and one browser that visits it.</summary>
public sealed class Site : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("porras-web-");
    private WebApplicationFactory<Program> _app = null!;
    private IPlaywright? _playwright;

    /// <summary>The browser; null where there is none.</summary>
    public IBrowser? Browser { get; private set; }

    /// <summary>The address of the app.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What the app is made of.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>A client without a browser that follows no redirection.</summary>
    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true })
    {
        BaseAddress = new(Address),
        Timeout = TimeSpan.FromMinutes(5),
    };

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _app = new WebApplicationFactory<Program>().WithWebHostBuilder(b => b
            .UseUrls("http://127.0.0.1:0")
            .UseSetting("PORRAS_DATABASE", Path.Combine(_folder.FullName, "porras.db"))
            .UseSetting("PORRAS_DEMONSTRATION", "true")
            .UseSetting("Logging:LogLevel:Default", "Warning")
            .UseSetting("Logging:LogLevel:Porras", "Warning")
            .UseSetting("urls", "http://127.0.0.1:0"));
        _app.UseKestrel(0);
        _app.StartServer();
        Address = _app.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        if (Chromium() is not { } program)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(60_000);
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Flags });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.CloseAsync();
        }

        _playwright?.Dispose();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static string? Chromium() =>
        new[]
        {
            Environment.GetEnvironmentVariable("PORRAS_CHROMIUM"),
            "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser",
        }.FirstOrDefault(File.Exists);
}
