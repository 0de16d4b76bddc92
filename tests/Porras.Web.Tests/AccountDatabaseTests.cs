using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Porras.Store;
using Porras.Store.Tests;

namespace Porras.Web.Tests;

/// <summary>Accounts beside the store, on both databases.</summary>
public sealed class AccountDatabaseTests(PostgresServer server)
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("porras-accounts-");

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Accounts_and_their_cookies_outlive_a_restart(DatabaseKind kind)
    {
        (string, string) database = (StorePlace.Database, New(kind));
        var cookies = new CookieContainer();
        await using (var gate = GatedSite.Start(database))
        {
            using var client = gate.Client(cookies);
            using var made = await SetUp(client, "aino@harju.example");
            Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
            Assert.Equal(HttpStatusCode.OK, await GatedSite.Status(client, "/members"));
            await KeepPasskey(gate);
        }

        await using var again = GatedSite.Start(database);
        using var known = again.Client(cookies);
        Assert.Equal(HttpStatusCode.OK, await GatedSite.Status(known, "/members"));
        using var anew = await again.SignedIn("aino@harju.example");
        Assert.Equal(HttpStatusCode.OK, await GatedSite.Status(anew, "/log"));
        await using var scope = again.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        Assert.Equal("aino@harju.example", (await users.FindByPasskeyIdAsync([1, 2, 3]))?.Email);
    }

    [Fact]
    public async Task Two_who_set_up_at_once_make_one_account()
    {
        await using var gate = GatedSite.Start();
        using var one = gate.Client();
        using var other = gate.Client();
        var answers = await Task.WhenAll(SetUp(one, "one@harju.example"), SetUp(other, "other@harju.example"));
        await using var scope = gate.Services.CreateAsyncScope();
        Assert.Single(scope.ServiceProvider.GetRequiredService<AccountsDb>().Users);
        HttpStatusCode[] inside = [await GatedSite.Status(one, "/members"), await GatedSite.Status(other, "/members")];
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Redirect], inside.Order());
        Array.ForEach(answers, a => a.Dispose());
    }

    [Fact]
    public async Task A_guest_of_the_demonstration_is_out_when_it_is_switched_off()
    {
        (string, string) database = (StorePlace.Database, New(DatabaseKind.Sqlite));
        var cookies = new CookieContainer();
        await using (var open = GatedSite.Start(database, (StorePlace.Demonstration, "true")))
        {
            using var guest = open.Client(cookies);
            using var picked = await GatedSite.Post(
                guest, "/", "/demonstration", ("role", nameof(Role.Administrator)));
            Assert.Equal(HttpStatusCode.OK, await GatedSite.Status(guest, "/members"));
            Assert.Equal(HttpStatusCode.Forbidden, await GatedSite.Status(guest, "/account"));
        }

        await using var gate = GatedSite.Start(database);
        using var late = gate.Client(cookies);
        Assert.Equal(HttpStatusCode.Redirect, await GatedSite.Status(late, "/members"));
    }

    private static Task<HttpResponseMessage> SetUp(HttpClient client, string email) => GatedSite.Submit(
        client, "/set-up", "set-up", ("Said", GatedSite.Key), ("Organisation", "Harju"), ("Name", "Aino Esimerkki"),
        ("Email", email), ("Password", GatedSite.Password));

    private static async Task KeepPasskey(GatedSite gate)
    {
        await using var scope = gate.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = await users.FindByEmailAsync("aino@harju.example");
        var passkey = new UserPasskeyInfo(
            [1, 2, 3], [4, 5], DateTimeOffset.UnixEpoch, 1, ["internal"], true, true, true, [6], [7]);
        Assert.True((await users.AddOrUpdatePasskeyAsync(account!, passkey)).Succeeded);
    }

    private string New(DatabaseKind kind) => kind == DatabaseKind.Postgres
        ? server.NewDatabase().Connection : Path.Combine(_folder.FullName, $"{Guid.NewGuid()}.db");
}
