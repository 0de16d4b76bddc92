
namespace Porras.Web;

/// <summary>How models are spoken of on pages.</summary>
public static class ModelWords
{
    /// <summary>From when to when a model is in force.</summary>
    public static string InForce(Wording words, Header header)
    {
        if (header.InForce?.Value is not { } span)
        {
            return words["models.no-period"];
        }

        return $"{words.Date(span.First)} – {(span.Last is { } last ? words.Date(last) : "")}".TrimEnd();
    }
}
