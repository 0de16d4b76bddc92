using System.Collections.Frozen;
using System.Reflection;

namespace Porras;

/// <summary>The languages a user reads.</summary>
public enum Tongue
{
    /// <summary>English; days as <c>31 January 2027</c> or ISO, decimal point.</summary>
    English,

    /// <summary>Finnish; decimal comma.</summary>
    Finnish,

    /// <summary>Swedish as written in Finland; decimal comma.</summary>
    Swedish,
}

/// <summary>Every text that a user reads, by key and language, from the embedded <c>*.texts</c> files.</summary>
/// <remarks>
/// A file <c>name.en.texts</c> holds lines <c>key = text</c> with <c>{0}</c>, <c>{1}</c> … to fill in; <c>#</c> begins
/// a comment line. The three languages have the same keys and the same places to fill in; a test sees to it.
/// </remarks>
public static class Texts
{
    private static readonly string[] Codes = ["en", "fi", "sv"];
    private static readonly FrozenDictionary<string, string>[] Tables = [.. Codes.Select(Load)];

    /// <summary>All keys of a language.</summary>
    public static IEnumerable<string> Keys(Tongue tongue) => Tables[(int)tongue].Keys;

    /// <summary>Whether there is an English text of this key.</summary>
    public static bool Has(string key) => Tables[0].ContainsKey(key);

    /// <summary>The text of a key as it stands, before anything is filled in.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key: a mistake of the program, not of the
    /// user.</exception>
    public static string Get(Tongue tongue, string key) =>
        Tables[(int)tongue].TryGetValue(key, out var text) ? text
        : Tables[0].TryGetValue(key, out var english) ? english
        : throw new KeyNotFoundException($"No text has the key '{key}'.");

    /// <summary>
    /// The text of a key with its places filled in; a place without an argument stays as it is. An argument
    /// <c>@key</c> is the text of that key in the same language.
    /// </summary>
    public static string Format(Tongue tongue, string key, params IReadOnlyList<string> arguments)
    {
        var text = Get(tongue, key);
        if (!text.Contains('{', StringComparison.Ordinal))
        {
            return text;
        }

        var filled = new System.Text.StringBuilder(text.Length + 32);
        for (var i = 0; i < text.Length; i++)
        {
            var close = text[i] == '{' ? text.IndexOf('}', i) : -1;
            if (close > i && int.TryParse(text.AsSpan(i + 1, close - i - 1), out var n) && n < arguments.Count)
            {
                filled.Append(Word(tongue, arguments[n]));
                i = close;
            }
            else
            {
                filled.Append(text[i]);
            }
        }

        return filled.ToString();
    }

    /// <summary>The two-letter code of a language: <c>en</c>, <c>fi</c>, <c>sv</c>.</summary>
    public static string Code(this Tongue tongue) => Codes[(int)tongue];

    /// <summary>The language of a two-letter code; null for a code that is none of the three.</summary>
    public static Tongue? Parse(string code) => Array.IndexOf(Codes, code) is var i and >= 0 ? (Tongue)i : null;

    private static string Word(Tongue tongue, string argument) =>
        argument.StartsWith('@') && Has(argument[1..]) ? Get(tongue, argument[1..]) : argument;

    private static FrozenDictionary<string, string> Load(string code)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        var assembly = Assembly.GetExecutingAssembly();
        var ending = $".{code}.texts";
        var names = assembly.GetManifestResourceNames().Where(n => n.EndsWith(ending, StringComparison.Ordinal));
        foreach (var name in names)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            while (reader.ReadLine() is { } line)
            {
                var cut = line.IndexOf(" = ", StringComparison.Ordinal);
                if (cut > 0 && line[0] != '#')
                {
                    table.Add(line[..cut].Trim(), line[(cut + 3)..].Trim());
                }
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
