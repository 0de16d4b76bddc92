using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Porras.Store;

namespace Porras.Web.Tests;

/// <summary>The app on a database of its own, without the demonstration: who comes in has to sign in.</summary>
public sealed partial class GatedSite : IAsyncDisposable
{
    /// <summary>The key of the set-up page.</summary>
    public const string Key = "open the gate, please";

    /// <summary>Everybody's password.</summary>
    public const string Password = "seven grey herons wade slowly";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("porras-gate-");
    private readonly WebApplicationFactory<Program> _app;

    private GatedSite(params IReadOnlyList<(string Name, string Value)> settings)
    {
        _app = new WebApplicationFactory<Program>().WithWebHostBuilder(b =>
        {
            b.UseUrls("http://127.0.0.1:0");
            b.UseSetting("PORRAS_DATABASE", Path.Combine(_folder.FullName, "porras.db"));
            b.UseSetting(SetUpKey.Setting, Key);
            b.UseSetting(Limits.Setting, "1000");
            foreach (var (name, value) in settings)
            {
                b.UseSetting(name, value);
            }
        });
        _app.UseKestrel(0);
        _app.StartServer();
        var port = _app.ClientOptions.BaseAddress.Port;
        Address = $"http://localhost:{port}";
    }

    /// <summary>The address of the app; passkeys need a name, not a number.</summary>
    public string Address { get; }

    /// <summary>What the app is made of.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Everything that is kept.</summary>
    public Store.Store Store => Services.GetRequiredService<Store.Store>();

    /// <summary>Starts the app.</summary>
    public static GatedSite Start(params IReadOnlyList<(string Name, string Value)> settings) => new(settings);

    /// <summary>Makes an account, with roles in an organisation that is added if it is not there.</summary>
    public async Task<string> Add(string email, string organisation, params IReadOnlyList<Role> roles)
    {
        await using var scope = Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        var (account, wrong) = await accounts.Make(email, "Person " + email.Split('@')[0], Password);
        Assert.Empty(wrong);
        var own = await Store.People.TheOrganisation(organisation, "");
        foreach (var role in roles)
        {
            await Store.People.Grant(new(own.Id), account!.Id, role);
        }

        return account!.Id;
    }

    /// <summary>Somebody with a program instead of a browser, who follows no redirection.</summary>
    public HttpClient Client(CookieContainer? cookies = null) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies ?? new() })
        {
            BaseAddress = new(Address),
        };

    /// <summary>The same, having signed in.</summary>
    public async Task<HttpClient> SignedIn(string email, CookieContainer? cookies = null)
    {
        var client = Client(cookies);
        using var answer = await Submit(client, "/sign-in", "sign-in", ("Email", email), ("Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Invites somebody to the first organisation, as the page of members does.</summary>
    /// <returns>The word in the link.</returns>
    public async Task<string> Invite(string administrator, string email, Role role)
    {
        await using var scope = Services.CreateAsyncScope();
        var invitations = scope.ServiceProvider.GetRequiredService<Invitations>();
        var (word, wrong) = await invitations.Invite(new(1, administrator), email, "Invited", [role]);
        Assert.Empty(wrong);
        return word!;
    }

    /// <summary>Signs in with the password, in a browser.</summary>
    public static async Task SignIn(Visitor visitor, string email)
    {
        await visitor.Page.GotoAsync("/sign-in");
        await visitor.Page.Locator("input[name=Email]").FillAsync(email);
        await visitor.Page.Locator("input[name=Password]").FillAsync(Password);
        await visitor.Page.Locator(".gate form.card .btn-primary").ClickAsync();
        await visitor.Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>Opens a page and sends the form of a name on it.</summary>
    public static async Task<HttpResponseMessage> Submit(
        HttpClient client, string page, string form, params IReadOnlyList<(string Name, string Value)> fields) =>
        await client.PostAsync(page, new FormUrlEncodedContent([
            new("__RequestVerificationToken", await Token(client, page)), new("_handler", form),
            .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
        ]));

    /// <summary>Sends a form to an address, with the word against forgery from another page.</summary>
    public static async Task<HttpResponseMessage> Post(
        HttpClient client, string from, string path, params IReadOnlyList<(string Name, string Value)> fields) =>
        await client.PostAsync(path, new FormUrlEncodedContent([
            new("__RequestVerificationToken", await Token(client, from)),
            .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
        ]));

    /// <summary>What comes of asking for a page.</summary>
    public static async Task<HttpStatusCode> Status(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return answer.StatusCode;
    }

    /// <summary>What was done in the first organisation, by the log, the latest first.</summary>
    public async Task<IReadOnlyList<string>> Acts() => [.. (await Store.Log.List(new(1))).Select(e => e.Act)];

    /// <summary>Takes a role away, as the page of members does.</summary>
    public async Task Revoke(string person, Role role)
    {
        await Store.People.Revoke(new(1), person, role);
        Services.GetRequiredService<Changes>().Note(person);
    }

    /// <summary>The word on a page that guards its forms against forgery.</summary>
    public static async Task<string> Token(HttpClient client, string page) =>
        Hidden().Match(await client.GetStringAsync(page)).Groups[1].Value;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Hidden();
}
