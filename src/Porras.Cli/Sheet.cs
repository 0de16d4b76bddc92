using Spectre.Console;

namespace Porras.Cli;

/// <summary>Where a command writes: answers to one stream, notes to the other.</summary>
/// <remarks>
/// On a terminal titles, tables and findings are coloured; in a pipe the same words are plain text without any codes.
/// <c>NO_COLOR</c> is respected.
/// </remarks>
internal sealed class Sheet
{
    private readonly IAnsiConsole? _terminal;
    private readonly TextWriter _to;

    private Sheet(TextWriter to, bool isTerminal)
    {
        _to = to;
        _terminal = isTerminal ? AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(to) }) : null;
    }

    /// <summary>The answer of the command.</summary>
    public static Sheet Answer() => new(Console.Out, !Console.IsOutputRedirected);

    /// <summary>Notes beside the answer.</summary>
    public static Sheet Notes() => new(Console.Error, !Console.IsErrorRedirected);

    /// <summary>Whether a person sees it at once.</summary>
    public bool IsTerminal => _terminal is not null;

    /// <summary>How many characters a line has.</summary>
    public int Width => _terminal?.Profile.Width ?? PlainText.Width;

    /// <summary>The stream itself, for what programs read.</summary>
    public TextWriter Raw => _to;

    /// <summary>An empty line.</summary>
    public void Gap() => _to.Write('\n');

    /// <summary>A title.</summary>
    public void Title(string text) => Line(text, new Style(decoration: Decoration.Bold));

    /// <summary>A line that is less important than the rest.</summary>
    public void Aside(string text)
    {
        foreach (var line in PlainText.Wrap(text, Width))
        {
            Line(line, new Style(Color.Grey));
        }
    }

    /// <summary>A paragraph.</summary>
    public void Paragraph(string text, string indent = "")
    {
        foreach (var line in PlainText.Wrap(text, Width, indent))
        {
            Line(line, Style.Plain);
        }
    }

    /// <summary>Text that is laid out already.</summary>
    public void Write(string text) => _to.Write(text);

    /// <summary>A table.</summary>
    public void Table(SheetTable table)
    {
        if (_terminal is null)
        {
            foreach (var line in PlainText.Table(table))
            {
                _to.Write(line + "\n");
            }

            return;
        }

        var shown = new Table().Border(TableBorder.Simple).BorderStyle(new Style(Color.Grey));
        for (var c = 0; c < table.Headings.Count; c++)
        {
            var column = new TableColumn(new Text(table.Headings[c], new Style(decoration: Decoration.Bold)));
            shown.AddColumn(table.IsNumber[c] ? column.RightAligned().NoWrap() : column);
        }

        for (var r = 0; r < table.Rows.Count; r++)
        {
            var style = table.HasTotal && r == table.Rows.Count - 1 ? new Style(decoration: Decoration.Bold) : Style.Plain;
            shown.AddRow(table.Rows[r].Select(cell => new Text(cell, style)));
        }

        _terminal.Write(shown);
    }

    /// <summary>Findings with their places, excerpts and hints.</summary>
    public void Findings(IEnumerable<Diagnostic> findings, string? text, Tongue tongue)
    {
        var first = true;
        foreach (var finding in findings)
        {
            if (!first)
            {
                Gap();
            }

            first = false;
            foreach (var (part, piece) in DiagnosticText.Parts([finding], text, tongue))
            {
                Part(piece, StyleOf(part, finding.Severity));
            }
        }
    }

    private static Style StyleOf(FindingPart part, Severity severity)
    {
        var colour = severity switch
        {
            Severity.Mistake => Color.Red,
            Severity.Note => Color.Blue,
            Severity.Advice => Color.Yellow,
            _ => throw new InvalidOperationException($"Unknown severity {severity}."),
        };
        return part switch
        {
            FindingPart.Code => new(colour, decoration: Decoration.Bold),
            FindingPart.Carets => new(colour),
            FindingPart.Message => new(decoration: Decoration.Bold),
            FindingPart.Margin => new(Color.Grey),
            FindingPart.Hint => new(Color.Green),
            FindingPart.Layout or FindingPart.Place or FindingPart.Excerpt => Style.Plain,
            _ => throw new InvalidOperationException($"Unknown part {part}."),
        };
    }

    private void Line(string text, Style style)
    {
        Part(text, style);
        Gap();
    }

    // Pieces of a line are written as they are: nothing may be wrapped or moved.
    private void Part(string text, Style style)
    {
        if (_terminal is null || style.Equals(Style.Plain))
        {
            _to.Write(text);
        }
        else
        {
            _terminal.Write(new Text(text, style) { Overflow = Overflow.Ellipsis });
        }
    }
}
