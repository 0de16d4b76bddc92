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
    private const string Bold = "1";
    private const string Grey = "90";
    private readonly TextWriter _to;
    private readonly bool _inked;

    private Sheet(TextWriter to, bool isTerminal)
    {
        _to = to;
        _terminal = isTerminal ? AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(to) }) : null;
        _inked = _terminal?.Profile.Capabilities is { Ansi: true, ColorSystem: not ColorSystem.NoColors };
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
    public void Title(string text) => Line(text, Bold);

    /// <summary>A line that is less important than the rest.</summary>
    public void Aside(string text)
    {
        foreach (var line in PlainText.Wrap(text, Width))
        {
            Line(line, Grey);
        }
    }

    /// <summary>A paragraph.</summary>
    public void Paragraph(string text, string indent = "")
    {
        foreach (var line in PlainText.Wrap(text, Width, indent))
        {
            Line(line);
        }
    }

    /// <summary>An entry of a list.</summary>
    public void Item(string text)
    {
        var first = true;
        foreach (var line in PlainText.Wrap(text, Width - 2))
        {
            Line((first ? "- " : "  ") + line);
            first = false;
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

        var fit = TableFit.To(table, Width);
        if (fit is null)
        {
            foreach (var line in TableFit.Records(table))
            {
                Line(line.Text, line.IsTitle ? Bold : "");
            }

            return;
        }

        table = fit;
        var shown = new Table().Border(TableBorder.Simple).BorderStyle(new Style(Color.Grey));
        for (var c = 0; c < table.Headings.Count; c++)
        {
            var column = new TableColumn(new Text(table.Headings[c], new Style(decoration: Decoration.Bold)));
            shown.AddColumn(table.IsNumber[c] ? column.RightAligned().NoWrap() : column);
        }

        for (var r = 0; r < table.Rows.Count; r++)
        {
            var isTotal = table.HasTotal && r == table.Rows.Count - 1;
            var style = isTotal ? new Style(decoration: Decoration.Bold) : Style.Plain;
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
                Part(piece, InkOf(part, finding.Severity));
            }
        }
    }

    private static string InkOf(FindingPart part, Severity severity)
    {
        var colour = severity switch
        {
            Severity.Mistake => "31",
            Severity.Note => "34",
            Severity.Advice => "33",
            _ => throw new InvalidOperationException($"Unknown severity {severity}."),
        };
        return part switch
        {
            FindingPart.Code => "1;" + colour,
            FindingPart.Carets => colour,
            FindingPart.Message => Bold,
            FindingPart.Margin => Grey,
            FindingPart.Hint => "32",
            FindingPart.Layout or FindingPart.Place or FindingPart.Excerpt => "",
            _ => throw new InvalidOperationException($"Unknown part {part}."),
        };
    }

    private void Line(string text, string ink = "")
    {
        Part(text, ink);
        Gap();
    }

    // Written as it is: the terminal breaks lines that are too long, and carets stay under what they mean.
    private void Part(string text, string ink)
    {
        var shown = _inked && ink.Length > 0 && !string.IsNullOrWhiteSpace(text);
        _to.Write(shown ? $"\u001b[{ink}m{text}\u001b[0m" : text);
    }
}
