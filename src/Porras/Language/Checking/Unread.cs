namespace Porras;

/// <summary>What a text holds that could not be read: its mistakes would follow as mistakes of the rest.</summary>
/// <remarks>
/// A clause with a mistake of form is left out of the model. That it is missing, or that a name it declares is not
/// declared, is no second mistake of the text.
/// </remarks>
internal sealed class Unread
{
    private readonly HashSet<int> _brokenBlocks;
    private readonly ILookup<string, int> _words;
    private readonly int[] _blockOfLine;
    private readonly HashSet<int> _brokenHeads;
    private readonly bool _lostDeclaration;
    private readonly bool _lostHeader;

    /// <summary>Looks at the lines of a text on which a mistake of form was found.</summary>
    public Unread(ModelText read, string text)
    {
        var lines = text.Split('\n');
        _blockOfLine = Blocks(lines);
        var broken = read.Findings.Where(f => f.Severity == Severity.Mistake && f.Place.IsKnown)
            .Select(f => Math.Min(f.Place.Line, lines.Length)).Distinct().ToList();
        _brokenBlocks = [.. broken.Select(l => _blockOfLine[l - 1])];
        _brokenHeads = [.. broken.Where(l => IsFirst(lines[l - 1])).Select(l => _blockOfLine[l - 1])];
        _lostDeclaration = _brokenHeads.Count > 0;
        _lostHeader = read.Model?.Header.Mark.Place.IsKnown == false;
        _words = broken.SelectMany(l => IsFirst(lines[l - 1]) ? WholeBlock(l, lines) : WholeClause(l, lines)).Distinct()
            .SelectMany(l => Words(lines[l - 1]).Select(w => (Word: w, Line: l)))
            .ToLookup(w => w.Word, w => w.Line, StringComparer.Ordinal);
    }

    /// <summary>Whether a finding may be nothing but the consequence of what could not be read.</summary>
    public bool Explains(Diagnostic finding)
    {
        if (_brokenBlocks.Count == 0 || finding.Place.Line > _blockOfLine.Length)
        {
            return false;
        }

        if (!finding.Place.IsKnown)
        {
            return _lostHeader && finding.Code is ("P3001" or "P3002");
        }

        var kind = finding.Code[1];
        var about = finding.Arguments.Count > 0 ? finding.Arguments[0] : "";
        return kind switch
        {
            '2' => _words[about].Any(line => line != finding.Place.Line),
            '3' => _brokenBlocks.Contains(_blockOfLine[finding.Place.Line - 1])
                || (_lostDeclaration && finding.Code is "P3003" or "P3020"),
            // What the clauses of a declaration mean hangs on its first line.
            '4' => _brokenHeads.Contains(_blockOfLine[finding.Place.Line - 1]),
            _ => false,
        };
    }

    private static int[] Blocks(string[] lines)
    {
        var block = 0;
        return [.. lines.Select(line => IsFirst(line) ? ++block : block)];
    }

    private static IEnumerable<int> WholeBlock(int first, string[] lines) =>
        Enumerable.Range(first, lines.Length - first + 1).TakeWhile(l => l == first || !IsFirst(lines[l - 1]));

    // A line that ends in a comma goes on in the next one.
    private static IEnumerable<int> WholeClause(int line, string[] lines)
    {
        var (from, to) = (line, line);
        while (from > 1 && GoesOn(lines[from - 2]))
        {
            from--;
        }

        while (to < lines.Length && GoesOn(lines[to - 1]))
        {
            to++;
        }

        return Enumerable.Range(from, to - from + 1);
    }

    private static bool GoesOn(string line) => line.Split('#')[0].TrimEnd().EndsWith(',');

    private static bool IsFirst(string line) => line.Length > 0 && !char.IsWhiteSpace(line[0]) && line[0] != '#';

    private static string[] Words(string line) =>
        new string([.. line.Select(c => char.IsLetterOrDigit(c) || c == '-' ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
