using System.Globalization;

namespace Porras.Cli;

/// <summary>The words of the command line in one language.</summary>
/// <param name="tongue">The language.</param>
internal sealed class Words(Tongue tongue)
{
    /// <summary>The language.</summary>
    public Tongue Tongue => tongue;

    /// <summary>A text with its places filled in.</summary>
    public string this[string key, params IReadOnlyList<string> arguments] =>
        Texts.Format(tongue, "cli." + key, arguments);

    /// <summary>A number of things: one has words of its own.</summary>
    public string Count(string key, long count) =>
        this[$"{key}.{(count == 1 ? "one" : "many")}", new Spoken(tongue, null).Number(count)];

    /// <summary>A whole number.</summary>
    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// The language that is asked for by <c>--language</c>; else of <c>LC_ALL</c>, <c>LC_MESSAGES</c> or <c>LANG</c>;
    /// else English.
    /// </summary>
    public static Tongue TongueOf(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        for (var i = 0; i < args.Count; i++)
        {
            var said = args[i] == "--language" && i + 1 < args.Count ? args[i + 1]
                : args[i].StartsWith("--language=", StringComparison.Ordinal) ? args[i]["--language=".Length..]
                : null;
            if (said is not null && Texts.Parse(said) is { } tongue)
            {
                return tongue;
            }
        }

        string[] variables = ["LC_ALL", "LC_MESSAGES", "LANG"];
        var locale = variables.Select(environment).FirstOrDefault(v => !string.IsNullOrEmpty(v));
        return locale is { Length: >= 2 } && Texts.Parse(locale[..2]) is { } own ? own : Tongue.English;
    }
}
