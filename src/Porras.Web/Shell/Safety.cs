using System.Security.Cryptography;

namespace Porras.Web;

/// <summary>What every answer carries so that a browser runs nothing that is not ours.</summary>
internal static class Safety
{
    // Styles of elements are set by charts and the editor; scripts come from files only.
    private const string Policy = "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
        + "script-src 'self' 'nonce-{0}'; connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'self'; "
        + "form-action 'self'; frame-ancestors 'none'";

    /// <summary>A word that only this answer knows.</summary>
    public static string NonceOf(HttpContext context)
    {
        if (context.Items[typeof(Safety)] is not string nonce)
        {
            context.Items[typeof(Safety)] = nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        }

        return nonce;
    }

    public static void UseSafety(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
            app.UseHsts();
        }

        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Policy.Replace("{0}", NonceOf(context), StringComparison.Ordinal);
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return next(context);
        });
    }
}
