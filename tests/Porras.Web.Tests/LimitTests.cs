using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Porras.Store;

namespace Porras.Web.Tests;

public sealed class LimitTests
{
    [Theory]
    [InlineData("fi", "Liian monta yritystä")]
    [InlineData("sv", "För många försök")]
    [InlineData("en", "Too many tries")]
    public async Task Too_many_tries_from_one_address_are_told_to_wait(string language, string title)
    {
        await using var gate = GatedSite.Start((Limits.Setting, "3"));
        using var client = gate.Client();
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        for (var i = 0; i < 3; i++)
        {
            using var tried = await Try(client, $"nobody{i}@harju.example");
            Assert.Equal(HttpStatusCode.OK, tried.StatusCode);
        }

        using var refused = await Try(client, "nobody@harju.example");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains($">{title}</h1>", WebUtility.HtmlDecode(await Text(refused)), StringComparison.Ordinal);
        using var elsewhere = gate.Client();
        elsewhere.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.7");
        using var other = await Try(elsewhere, "nobody@harju.example");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task After_five_wrong_passwords_an_account_is_locked_for_a_while()
    {
        await using var gate = GatedSite.Start();
        var person = await gate.Add("one@harju.example", "Harju", Role.Controller);
        using var client = gate.Client();
        for (var i = 0; i < 5; i++)
        {
            using var tried = await Try(client, "one@harju.example");
        }

        using var right = await GatedSite.Submit(
            client, "/sign-in", "sign-in", ("Email", "one@harju.example"), ("Password", GatedSite.Password));
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        await using var scope = gate.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        Assert.True(await users.IsLockedOutAsync((await users.FindByIdAsync(person))!));
    }

    private static Task<HttpResponseMessage> Try(HttpClient client, string email) =>
        GatedSite.Submit(client, "/sign-in", "sign-in", ("Email", email), ("Password", "certainly the wrong one"));

    private static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();
}
