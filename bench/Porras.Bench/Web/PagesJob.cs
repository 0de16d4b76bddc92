using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace Porras.Bench;

/// <summary>
/// How long somebody with a browser waits: for a page, for findings after a key, for a picture after a slider.
/// </summary>
/// <remarks>
/// Against an app that has been started with its demonstration area, in Debian's Chromium on the same machine, so the
/// browser and the server share the processors. What is measured ends when the page has changed, not when the server
/// has answered.
/// </remarks>
internal static class PagesJob
{
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] Programs = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    /// <summary>Runs the job and gives its page.</summary>
    public static async Task Run(string address, ReferenceOrder order)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Programs.First(File.Exists), Args = Flags });
        var rows = new StringBuilder();
        foreach (var path in (string[])["/", "/models", "/models/coaching-north", "/lab/coaching-north"])
        {
            await Row(rows, $"{path}: first content, empty cache", order, () => First(browser, address, path));
        }

        foreach (var model in (string[])["tampere-progress", "coaching-north-full"])
        {
            await using var visit = await Visit(browser, address, $"/models/{model}");
            await visit.Page.Locator(".cm-content").WaitForAsync();
            await Row(rows, $"{model}: from a key to its finding", order, () => Key(visit.Page));
        }

        await using var lab = await Visit(browser, address, "/lab/coaching-north");
        await lab.Page.Locator("#rewards-title").WaitForAsync(new() { Timeout = 60_000 });
        await lab.Page.Locator(".chart svg").First.WaitForAsync();
        foreach (var slider in (string[])["provider-clients", "groups-weak-entry", "provider-delay"])
        {
            await Row(
                rows, $"coaching-north, 1,024 runs: from {slider} to the picture", order,
                () => Slide(lab.Page, "slider-" + slider));
        }

        Result.Give(order, "pages", Page(order, rows));
    }

    private static string Page(ReferenceOrder order, StringBuilder rows) =>
        $"# Waiting for pages{(order.Day is null ? "" : ", " + order.Day)}\n\n"
        + $"- Runs: {order.Runs} each after one to warm up; browser and server on the same machine\n"
        + $"- Machine: {Machine.Line()}\n\n| What | Median ms | Longest ms |\n|---|---:|---:|\n{rows}";

    private static async Task Row(StringBuilder rows, string what, ReferenceOrder order, Func<Task<double>> once)
    {
        List<double> times = [];
        for (var run = 0; run <= order.Runs; run++)
        {
            var time = await once();
            if (run > 0)
            {
                times.Add(time);
            }
        }

        rows.Append(CultureInfo.InvariantCulture, $"| {what} | {Pairs.Middle(times):N0} | {times.Max():N0} |\n");
    }

    private static async Task<Visited> Visit(IBrowser browser, string address, string path)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = address, Locale = "en" });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.Locator("button[name=role][value=ProcurementExpert]").ClickAsync();
        await page.WaitForURLAsync("**/");
        await page.GotoAsync(path);
        return new(context, page);
    }

    private static async Task<double> First(IBrowser browser, string address, string path)
    {
        await using var visit = await Visit(browser, address, "/");
        var cookies = await visit.Context.CookiesAsync();
        await using var context = await browser.NewContextAsync(new() { BaseURL = address, Locale = "en" });
        await context.AddCookiesAsync(cookies.Select(c => new Cookie
        {
            Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path,
        }));
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return await page.EvaluateAsync<double>(
            """
            () => new Promise(done => {
              const painted = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
              const look = () => painted() ? done(painted()) : setTimeout(look, 5);
              look();
            })
            """);
    }

    // A letter that makes a mistake is typed at the end of the first line and taken away again.
    private static async Task<double> Key(IPage page)
    {
        var count = page.Locator(".diags li:not(.advice)");
        await page.Locator(".cm-line").First.ClickAsync();
        await page.Keyboard.PressAsync("Control+Home");
        await page.Keyboard.PressAsync("End");
        await page.EvaluateAsync(
            """
            () => {
              let from = 0;
              addEventListener("keydown", () => { from ||= performance.now(); }, { capture: true });
              window.found = new Promise(done => {
                const look = () => from && document.querySelector(".diags li:not(.advice)")
                  ? done(performance.now() - from) : requestAnimationFrame(look);
                look();
              });
            }
            """);
        await page.Keyboard.PressAsync("x");
        var time = await page.EvaluateAsync<double>("() => window.found");
        await page.Keyboard.PressAsync("Backspace");
        await Assertions.Expect(count).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        return time;
    }

    // One step of a slider, a second and a half after the last: what takes longer is being answered still.
    private static Task<double> Slide(IPage page, string slider) => page.EvaluateAsync<double>(
        """
        id => new Promise(done => {
          const slider = document.getElementById(id), picture = document.querySelector(".chart");
          const step = Number(slider.step) || 1, at = Number(slider.value);
          setTimeout(() => {
            const [before, from] = [picture.innerHTML, performance.now()];
            slider.value = at + step <= Number(slider.max) ? at + step : at - step;
            slider.dispatchEvent(new Event("input", { bubbles: true }));
            const look = () => picture.innerHTML !== before
              ? done(performance.now() - from) : requestAnimationFrame(look);
            look();
          }, 1500);
        })
        """, slider);

    private sealed record Visited(IBrowserContext Context, IPage Page) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Context.DisposeAsync();
    }
}
