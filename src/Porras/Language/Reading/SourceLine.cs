namespace Porras;

/// <summary>One line of a text, or of a fenced block of a page.</summary>
/// <param name="Text">The characters without the line end.</param>
/// <param name="Number">The line's number in the text or page, from 1.</param>
/// <param name="Offset">How many characters before it were taken away: the indentation of its fence.</param>
internal readonly record struct SourceLine(string Text, int Number, int Offset)
{
    /// <summary>The place of some characters of the line.</summary>
    public Place At(int from, int length) => new(Number, Offset + from + 1, Math.Max(1, length));

    /// <summary>The lines of a text; a line ends with <c>\n</c> or <c>\r\n</c>.</summary>
    public static IEnumerable<SourceLine> Of(string text)
    {
        var start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        for (var number = 1; start <= text.Length; number++)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var last = end > start && text[end - 1] == '\r' ? end - 1 : end;
            yield return new(text[start..last], number, 0);
            start = end + 1;
        }
    }
}
