using System.Globalization;

namespace Porras.Web;

/// <summary>The words of the app in one language.</summary>
/// <param name="tongue">The language.</param>
public sealed class Wording(Tongue tongue)
{
    private readonly Spoken _spoken = new(tongue, null);

    /// <summary>The language.</summary>
    public Tongue Tongue => tongue;

    /// <summary>The text <c>web.KEY</c> with its places filled in.</summary>
    public string this[string key, params IReadOnlyList<string> arguments] =>
        Texts.Format(tongue, "web." + key, arguments);

    /// <summary>The text for one (<c>web.KEY.one</c>) or for another number of things (<c>web.KEY.many</c>).</summary>
    public string Count(string key, int count) =>
        this[$"{key}.{(count == 1 ? "one" : "many")}", _spoken.Number(count)];

    /// <summary>A text that begins a sentence, with a capital letter.</summary>
    public static string Sentence(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <summary>A whole number.</summary>
    public string Number(long number) => _spoken.Number(number);

    /// <summary>A day, as it is written out in the language.</summary>
    public string Date(int day) => _spoken.Day(day);

    /// <summary>An instant, by the clock of the place where the app runs (<c>TZ</c>).</summary>
    public string Instant(DateTimeOffset at)
    {
        var here = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.Local);
        var time = here.ToString(Tongue == Tongue.English ? "HH:mm" : "H.mm", CultureInfo.InvariantCulture);
        return this["instant", Date(DateOnly.FromDateTime(here.DateTime).DayNumber), time];
    }
}
