using System.Text;

namespace Porras;

/// <summary>A word or a group of words in the forms that Finnish needs of it.</summary>
/// <remarks>
/// English and Swedish have one form for all; a Finnish text may give five with <c> | </c> between them, in the order
/// of <see cref="Letters"/>. A slot <c>{0}</c> takes the first form of what fills it, <c>{0:g}</c> the genitive,
/// <c>{0:*}</c> the form that the whole is asked for. So the grammar stands in the text files and not in the code.
/// </remarks>
internal sealed class Phrase
{
    /// <summary>Nominative, genitive, partitive, elative, essive.</summary>
    public const string Letters = "ngpes";

    private const string Between = " | ";
    private readonly string[] _forms;

    private Phrase(string[] forms) => _forms = forms;

    /// <summary>The first form.</summary>
    public override string ToString() => _forms[0];

    /// <summary>Words that are the same in every form.</summary>
    public static implicit operator Phrase(string text) => new([text, text, text, text, text]);

    /// <summary>A text of the catalogue with its slots filled.</summary>
    public static Phrase Say(Tongue tongue, string key, params ReadOnlySpan<Phrase> arguments)
    {
        var texts = Texts.Get(tongue, key).Split(Between);
        var forms = new string[Letters.Length];
        for (var form = 0; form < forms.Length; form++)
        {
            forms[form] = Fill(texts[Math.Min(form, texts.Length - 1)], form, arguments);
        }

        return new(forms);
    }

    /// <summary>Several phrases with a mark between them, and another between the last two.</summary>
    public static Phrase Join(IReadOnlyList<Phrase> parts, string mark, string last)
    {
        var forms = new string[Letters.Length];
        for (var form = 0; form < forms.Length; form++)
        {
            var joined = new StringBuilder();
            for (var i = 0; i < parts.Count; i++)
            {
                joined.Append(i == 0 ? "" : i == parts.Count - 1 ? last : mark).Append(parts[i]._forms[form]);
            }

            forms[form] = joined.ToString();
        }

        return new(forms);
    }

    private static string Fill(string text, int form, ReadOnlySpan<Phrase> arguments)
    {
        var filled = new StringBuilder(text.Length + 32);
        for (var i = 0; i < text.Length; i++)
        {
            var close = text[i] == '{' ? text.IndexOf('}', i) : -1;
            if (close < 0)
            {
                filled.Append(text[i]);
                continue;
            }

            var slot = text.AsSpan(i + 1, close - i - 1);
            var wanted = slot.Length < 3 ? 0
                : slot[2] == '*' ? form
                : Letters.IndexOf(slot[2], StringComparison.Ordinal);
            filled.Append(arguments[slot[0] - '0']._forms[wanted]);
            i = close;
        }

        return filled.ToString();
    }
}
