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

    /// <summary>A model beside another one: with its version, or as one of the gallery.</summary>
    public static string Named(Wording words, ShelfModel model)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(model);
        return model.Own is { } own ? Named(words, own.Model.Name, own.Version.Number)
            : words["models.in-gallery", model.TitleIn(words.Tongue)];
    }

    /// <summary>A version of one's own model.</summary>
    public static string Named(Wording words, string name, int number) =>
        words["versions.named", name, words.Number(number)];
}
