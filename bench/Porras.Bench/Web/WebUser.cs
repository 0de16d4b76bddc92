using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Porras.Bench;

/// <summary>Somebody with a browser's cookies who looks around, checks, simulates, and thinks between.</summary>
public sealed partial class WebUser : IDisposable
{
    private const int ThinkLeast = 500, ThinkMost = 1500, Replications = 1024;

    private static readonly string[] Roles = ["ProcurementExpert", "ProviderOwner", "Controller"];
    private static readonly string[] Pages = ["/", "/models", "/models/coaching-north", "/lab/coaching-north", "/api"];

    private readonly HttpClient _http;
    private readonly WebTimes _times;
    private readonly string _role;
    private readonly Random _chance;

    /// <summary>A user of a number, who always does the same.</summary>
    public WebUser(Uri address, int number, WebTimes times)
    {
        var jar = new SocketsHttpHandler { CookieContainer = new(), AllowAutoRedirect = false };
        _http = new(jar) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        _http.DefaultRequestHeaders.Add("Accept-Language", "fi");
        _http.DefaultRequestHeaders.Add("X-Porras", "1");
        (_times, _role, _chance) = (times, Roles[number % Roles.Length], new(number));
    }

    /// <summary>Picks a role in the demonstration; not counted.</summary>
    public async Task SignIn(CancellationToken end)
    {
        var page = await _http.GetStringAsync("/", end);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = Stamp().Match(page).Groups[1].Value, ["role"] = _role,
        });
        using var signed = await _http.PostAsync("/demonstration", form, end);
        if (signed.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.OK))
        {
            throw new InvalidOperationException($"Signing in answers {(int)signed.StatusCode}.");
        }
    }

    /// <summary>Opens a page, or every third time simulates or checks; then thinks.</summary>
    public async Task Go(CancellationToken end)
    {
        switch (_chance.Next(6))
        {
            case 0:
                await Simulate(end);
                break;
            case 1:
                await Ask("check", HttpMethod.Post, "/api/v1/models/check",
                    """{ "reference": "coaching-north" }""", end);
                break;
            default:
                var path = Pages[_chance.Next(Pages.Length)];
                await Ask(path, HttpMethod.Get, path, null, end);
                break;
        }

        await Task.Delay(_chance.Next(ThinkLeast, ThinkMost), end);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    // As in the lab: the seed stays, sliders move; hardly two ask the same. Of four questions three are about a
    // provider's money, which is told from the last run; one is about the economy, for which all is run again.
    private Task Simulate(CancellationToken end)
    {
        var (kind, changed) = _chance.Next(4) == 0
            ? ("simulate, economy", $"economy.level=-{_chance.Next(100)}e-2")
            : ("simulate, money", $"provider.capital={10 * _chance.Next(100)}");
        return Ask(kind, HttpMethod.Post, "/api/v1/lab/simulate", $$"""
            { "models": [{ "reference": "coaching-north" }],
              "set": ["provider.delay={{_chance.Next(7)}}", "{{changed}}"],
              "replications": {{Replications}}, "whole": false }
            """, end);
    }

    private async Task Ask(string name, HttpMethod method, string path, string? body, CancellationToken end)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        var began = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await _http.SendAsync(request, end);
            var text = await answer.Content.ReadAsStringAsync(end);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                _times.Came(name, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
            else
            {
                _times.Failed(name, $"{(int)answer.StatusCode} {text[..Math.Min(text.Length, 200)]}");
            }
        }
        catch (HttpRequestException failed)
        {
            _times.Failed(name, failed.Message);
        }
        catch (TaskCanceledException failed) when (!end.IsCancellationRequested)
        {
            _times.Failed(name, failed.Message);
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Stamp();
}
