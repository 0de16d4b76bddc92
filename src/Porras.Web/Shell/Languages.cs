namespace Porras.Web;

/// <summary>The language of a reader: chosen once and kept in a cookie, else what the browser asks for.</summary>
internal static class Languages
{
    private const string Cookie = "porras-language";

    /// <summary>The language of a request. Finnish where nothing is said.</summary>
    public static Tongue Of(HttpRequest request)
    {
        if (request.Query["lang"] is [{ } asked] && Texts.Parse(asked) is { } now)
        {
            return now;
        }

        return request.Cookies[Cookie] is { } kept && Texts.Parse(kept) is { } tongue ? tongue
            : request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
                .Select(l => l.Value.Length >= 2 ? Texts.Parse(l.Value.ToString()[..2].ToLowerInvariant()) : null)
                .FirstOrDefault(t => t is not null) ?? Tongue.Finnish;
    }

    /// <summary>Where to choose a language and come back.</summary>
    public static string Link(Tongue tongue, string back) =>
        $"/language/{tongue.Code()}?back={Uri.EscapeDataString(back)}";

    public static void MapLanguages(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/language/{code}", (string code, string? back, HttpContext context) =>
        {
            if (Texts.Parse(code) is not { } tongue)
            {
                return Results.NotFound();
            }

            context.Response.Cookies.Append(Cookie, tongue.Code(), new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
            return Results.LocalRedirect(Local(back));
        }).AllowAnonymous().ExcludeFromDescription();

    /// <summary>A path of this app; its front page for anything else.</summary>
    public static string Local(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal)
            && !path.StartsWith("/\\", StringComparison.Ordinal) ? path : "/";
}
