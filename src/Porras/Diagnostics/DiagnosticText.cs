using System.Globalization;
using System.Text;

namespace Porras;

/// <summary>What a piece of a shown finding is; a terminal or a page may give each its own colour.</summary>
public enum FindingPart
{
    /// <summary>Layout without meaning: blanks, line ends, punctuation.</summary>
    Layout,

    /// <summary>The code, such as <c>P2001</c>.</summary>
    Code,

    /// <summary>Where: line and column, or file and line.</summary>
    Place,

    /// <summary>The sentence.</summary>
    Message,

    /// <summary>The line number and the rule beside an excerpt.</summary>
    Margin,

    /// <summary>The line of the text that is meant.</summary>
    Excerpt,

    /// <summary>The carets under what is meant.</summary>
    Carets,

    /// <summary>What to do.</summary>
    Hint,
}

/// <summary>Findings as plain text: code, place and message, the line with carets under it, and the hint.</summary>
/// <remarks>
/// A finding about the text shows its line and column, and the line itself where the text is at hand. A finding about
/// a data file shows the file, its line and the column's name. The hint has a line of its own.
/// </remarks>
public static class DiagnosticText
{
    private const int ExcerptMost = 160;
    private const string MarginRest = "      | ";

    /// <summary>All findings with an empty line between them and a line end after each; empty for none.</summary>
    public static string Write(IEnumerable<Diagnostic> findings, string? text, Tongue tongue = Tongue.English)
    {
        var written = new StringBuilder();
        foreach (var (_, piece) in Parts(findings, text, tongue))
        {
            written.Append(piece);
        }

        return written.ToString();
    }

    /// <summary>The same text in pieces, each with what it is.</summary>
    public static IEnumerable<(FindingPart Part, string Text)> Parts(
        IEnumerable<Diagnostic> findings, string? text, Tongue tongue = Tongue.English)
    {
        string[]? lines = null;
        var first = true;
        foreach (var finding in findings)
        {
            if (!first)
            {
                yield return (FindingPart.Layout, "\n");
            }

            first = false;
            lines ??= text?.Split('\n') ?? [];
            foreach (var part in Parts(finding, lines, tongue))
            {
                yield return part;
            }
        }
    }

    private static IEnumerable<(FindingPart Part, string Text)> Parts(Diagnostic finding, string[] lines, Tongue tongue)
    {
        yield return (FindingPart.Code, finding.Code);
        if (PlaceOf(finding, tongue) is { Length: > 0 } place)
        {
            yield return (FindingPart.Layout, " ");
            yield return (FindingPart.Place, place);
        }

        yield return (FindingPart.Layout, ": ");
        yield return (FindingPart.Message, finding.Message(tongue));
        yield return (FindingPart.Layout, "\n");
        if (finding.File is null && finding.Place.IsKnown && finding.Place.Line <= lines.Length)
        {
            foreach (var part in Excerpt(finding.Place, lines[finding.Place.Line - 1].TrimEnd('\r')))
            {
                yield return part;
            }
        }

        if (finding.Hint(tongue) is { Length: > 0 } hint)
        {
            yield return (FindingPart.Margin, "      = ");
            yield return (FindingPart.Hint, $"{Texts.Get(tongue, "finding.hint")}: {hint}");
            yield return (FindingPart.Layout, "\n");
        }
    }

    private static string PlaceOf(Diagnostic finding, Tongue tongue)
    {
        var place = finding.Place;
        var (line, column) = (Number(place.Line), Number(place.Column));
        return finding.File is not { } file
            ? place.IsKnown ? Texts.Format(tongue, "finding.at", line, column) : ""
            : !place.IsKnown ? file
            : finding.Column is not { } name ? Texts.Format(tongue, "finding.in", file, line)
            : Texts.Format(tongue, "finding.in.column", file, line, name);
    }

    private static IEnumerable<(FindingPart Part, string Text)> Excerpt(Place place, string line)
    {
        // A very long line is shown around the place only, so that the carets stay in sight.
        var from = place.Column <= ExcerptMost ? 0 : Math.Min(line.Length, place.Column - ExcerptMost / 2);
        var shown = line.Substring(from, Math.Min(ExcerptMost, line.Length - from));
        var caretAt = Math.Max(0, place.Column - 1 - from);
        var carets = Math.Clamp(place.Length, 1, Math.Max(1, ExcerptMost - caretAt));
        yield return (FindingPart.Margin, $"{Number(place.Line),5} | ");
        yield return (FindingPart.Excerpt, Visible(shown).TrimEnd());
        yield return (FindingPart.Layout, "\n");
        yield return (FindingPart.Margin, MarginRest);
        yield return (FindingPart.Carets, new string(' ', caretAt) + new string('^', carets));
        yield return (FindingPart.Layout, "\n");
    }

    // Every character keeps its column: what cannot be shown becomes one that can.
    private static string Visible(string line)
    {
        var shown = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            var whole = char.IsHighSurrogate(line[i]) && i + 1 < line.Length && char.IsLowSurrogate(line[i + 1]);
            if (whole)
            {
                shown.Append(line[i++]).Append(line[i]);
            }
            else
            {
                shown.Append(line[i] == '\t' ? ' ' : char.IsControl(line[i]) || char.IsSurrogate(line[i]) ? '\uFFFD'
                    : line[i]);
            }
        }

        return shown.ToString();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
