using System.Text;

namespace Porras;

/// <summary>A text in canonical layout.</summary>
/// <param name="Text">The text; as it was if it has mistakes.</param>
/// <param name="Findings">The mistakes of form; empty if there are none.</param>
public sealed record FormattedText(string Text, IReadOnlyList<Diagnostic> Findings);

/// <summary>
/// Puts a model text into the canonical layout and keeps its comments. Doing it twice changes nothing more.
/// </summary>
public static class ModelFormat
{
    /// <summary>Formats the text of a <c>.porras</c> file. A text with mistakes stays as it is.</summary>
    public static FormattedText Format(string text)
    {
        var read = ModelReader.Read(text);
        return read.Whole is { } model
            ? new(Layout.Write(ModelWriter.Blocks(model), read.Comments), read.Findings) : new(text, read.Findings);
    }

    /// <summary>
    /// Formats the blocks fenced as <c>porras</c> of a Markdown page; everything else stays as it is.
    /// </summary>
    public static FormattedText FormatPage(string page)
    {
        var read = ModelReader.ReadPage(page);
        return read.Whole is { } model ? new(Rewrite(page, model, read.Comments), read.Findings)
            : new(page, read.Findings);
    }

    private static string Rewrite(string page, FeeModel model, IReadOnlyList<Comment> comments)
    {
        var canonical = ModelWriter.Blocks(model).ToList();
        var lines = page.Split('\n');
        var written = new StringBuilder(page.Length);
        var next = 0;
        foreach (var fenced in ModelPage.BlocksOf(page))
        {
            var (first, after) = (fenced.FenceLine + 1, fenced.FenceLine + 1 + fenced.Lines.Count);
            Copy(fenced.FenceLine);
            var end = lines[fenced.FenceLine - 1].EndsWith('\r') ? "\r\n" : "\n";
            var text = Layout.Write(
                canonical.Select(b => b with { Lines = [.. b.Lines.Where(l => Inside(l.Mark.Place.Line))] })
                    .Where(b => b.Lines.Count > 0),
                [.. comments.Where(c => Inside(c.Line))]);
            foreach (var line in text.Split('\n', StringSplitOptions.None).SkipLast(1))
            {
                written.Append(line.Length > 0 ? new string(' ', fenced.Indent) : "").Append(line).Append(end);
            }

            next = after - 1;

            bool Inside(int line) => line >= first && line < after;
        }

        Copy(lines.Length);
        return written.ToString();

        void Copy(int until)
        {
            for (; next < until; next++)
            {
                written.Append(lines[next]).Append(next < lines.Length - 1 ? "\n" : "");
            }
        }
    }
}
