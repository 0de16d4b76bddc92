using System.Security.Claims;
using Porras.Store;

namespace Porras.Web;

/// <summary>Who reads a page, in which language, and where in the app.</summary>
/// <remarks>One for each request. A part that stays alive after it takes the language as a parameter.</remarks>
public sealed class Visit(IHttpContextAccessor http)
{
    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("Only within a request.");

    /// <summary>The language of the reader.</summary>
    public Tongue Tongue => Words.Tongue;

    /// <summary>The words in that language.</summary>
    public Wording Words => field ??= new(Languages.Of(Context.Request));

    /// <summary>What marks the one script that stands in the page itself.</summary>
    public string Nonce => Safety.NonceOf(Context);

    /// <summary>Who has signed in; nobody's principal if nobody has.</summary>
    public ClaimsPrincipal User => Context.User;

    /// <summary>The role in which somebody has signed in; null for a visitor.</summary>
    public Role? Role => Roles.Of(User);

    /// <summary>The name of the organisation; empty for a visitor.</summary>
    public string Organisation => User.FindFirstValue(Roles.OrganisationName) ?? "";

    /// <summary>For whom the page reads and writes.</summary>
    public Caller Caller => Roles.CallerOf(User);

    /// <summary>The path of the page with its query, for links that come back to it.</summary>
    public string Here => Context.Request.Path + Context.Request.QueryString;

    /// <summary>The path of the page without its query.</summary>
    public string Path => Context.Request.Path.Value ?? "/";

    /// <summary>The query of the address, with its question mark; empty for none.</summary>
    public string Query => Context.Request.QueryString.Value ?? "";

    /// <summary>Whether the page lies under a path.</summary>
    public bool IsUnder(string path) => path == "/" ? Context.Request.Path == "/"
        : Context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal);

    /// <summary>Whether the reader may do something.</summary>
    public bool May(Right right) => Roles.May(User, right);
}
