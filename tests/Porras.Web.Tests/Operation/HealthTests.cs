using System.Net;

namespace Porras.Web.Tests;

public sealed class HealthTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_app_whose_database_is_gone_lives_but_is_not_ready()
    {
        await using var app = new OwnApp();
        using var http = app.Client();
        Assert.Equal("Healthy", await http.GetStringAsync("/health/live", Now));
        Assert.Equal("Healthy", await http.GetStringAsync("/health/ready", Now));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(app.Database)!))
        {
            File.Delete(file);
        }

        using var live = await http.GetAsync("/health/live", Now);
        using var ready = await http.GetAsync("/health/ready", Now);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }
}
