using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Porras.Web.Tests;

/// <summary>Somebody with a browser of their own: fresh cookies, a language, a screen.</summary>
/// <remarks>At the end no page may have written an error to the console.</remarks>
public sealed class Visitor : IAsyncDisposable
{
    // Of rules that are kept nothing need be told: telling takes longer than looking. No page has frames.
    private const string Look = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
            .flatMap(v => v.nodes.map(n => `${v.id}: ${v.help}: ${n.html}`))
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];

    private Visitor(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !IsRefused(message.Text))
            {
                _errors.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _errors.Add($"{page.Url}: {error}");
    }

    /// <summary>The page that is open.</summary>
    public IPage Page { get; }

    /// <summary>Opens a browser window.</summary>
    /// <param name="site">The app.</param>
    /// <param name="language"><c>fi</c>, <c>sv</c> or <c>en</c>.</param>
    /// <param name="phone">Whether the screen is a phone's.</param>
    /// <param name="dark">Whether the browser asks for dark pages.</param>
    /// <param name="address">The address of another app than the site's.</param>
    public static async Task<Visitor> Come(
        Site site, string language = "en", bool phone = false, bool dark = false, string? address = null)
    {
        if (site.Browser is not { } browser)
        {
            const string Missing = "There is no Chromium on this machine.";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", Missing);
            Assert.Skip(Missing);
            throw new InvalidOperationException(Missing);
        }

        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address ?? site.Address,
            Locale = language,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1440, Height = 1000 },
        });
        context.SetDefaultTimeout(60_000);
        return new(context, await context.NewPageAsync());
    }

    /// <summary>Whether the visitor goes to a page that is not granted, of which the browser then complains.</summary>
    public bool MayBeRefused { get; set; }

    /// <summary>Picks a role in the demonstration.</summary>
    public async Task Be(string role)
    {
        await Page.GotoAsync("/");
        await Page.Locator($"button[name=role][value={role}]").ClickAsync();
        await Page.WaitForURLAsync("**/");
    }

    /// <summary>No violation of WCAG on the page as it is now.</summary>
    public async Task MustBeAccessible()
    {
        await Page.EvaluateAsync($"() => {{ {Axe} }}");
        var found = await Page.EvaluateAsync<string[]>(Look);
        Assert.True(found.Length == 0, $"{Page.Url}\n" + string.Join('\n', found));
    }

    /// <summary>The page is not wider than the screen.</summary>
    public async Task MustFit() =>
        Assert.True(
            await Page.EvaluateAsync<bool>(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
            $"{Page.Url} is too wide.");

    /// <summary>Keeps a picture where <c>PORRAS_PICTURES</c> names a folder.</summary>
    public async Task Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("PORRAS_PICTURES") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }

    private bool IsRefused(string text) =>
        MayBeRefused && text.Contains("status of 403", StringComparison.Ordinal);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        Assert.True(_errors.Count == 0, "Errors in the console:\n" + string.Join('\n', _errors));
    }
}
