using System.Text;

namespace Porras.Exchange;

/// <summary>Text on its way into HTML or SVG: nothing of it is ever taken for markup.</summary>
internal static class Html
{
    /// <summary>A text as it may stand between tags or in a quoted attribute.</summary>
    public static string Text(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            safe.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\t' or '\n' or '\r' => " ",
                var other => char.IsControl(other) || char.IsSurrogate(other) && !IsPaired(text) ? "\uFFFD"
                    : other.ToString(),
            });
        }

        return safe.ToString();
    }

    /// <summary>A number as it is printed: with a real minus.</summary>
    public static string Number(string text) => Text(text.Replace('-', '\u2212'));

    // Half a surrogate pair has no place in a file; where there is one, all of them go.
    private static bool IsPaired(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])))
            {
                return false;
            }

            i += char.IsSurrogate(text[i]) ? 1 : 0;
        }

        return true;
    }
}
