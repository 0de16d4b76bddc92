namespace Porras.Lab;

/// <summary>Puts factors on outcome prices into the text of a file: other lines and all comments stay.</summary>
public static class PriceFactorsText
{
    /// <summary>What is written anew: the table of factors where there is one, and the line of each fee.</summary>
    public static string Clauses(FeeModel before, FeeModel after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var table = TableOf(before, after);
        var fees = after.Fees.Where(f => StepOf(before, f) is not null).Select(f =>
            $"fee {f.Name.Text}\n  {StepLine(after, f)}\n");
        return string.Join("\n", (string[])[.. table is null ? [] : (string[])[Block(after, table)], .. fees]);
    }

    /// <summary>
    /// The text of a model file or page with the factors in it, in the canonical layout; null and why where they cannot
    /// be written into it.
    /// </summary>
    /// <param name="text">The text, without mistakes.</param>
    /// <param name="isPage">Whether it is a Markdown page.</param>
    /// <param name="after">The model with its factors.</param>
    public static (string? Text, IReadOnlyList<Diagnostic> Findings) Write(string text, bool isPage, FeeModel after)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(after);
        if (Read(text, isPage) is not { } before)
        {
            return Refused();
        }

        var lines = text.Split('\n').ToList();
        foreach (var fee in after.Fees.Reverse())
        {
            if (StepOf(before, fee) is { } at)
            {
                var own = before.Fees.Single(f => f.Name.Text == fee.Name.Text);
                var last = at == 0 ? own.Pay!.Mark.Place.Line : own.Steps[at - 1].Mark.Place.Line;
                lines.Insert(EndOf(lines, last), "  " + StepLine(after, fee));
            }
        }

        Table(lines, before, after);
        var whole = string.Join('\n', lines);
        var written = (isPage ? ModelFormat.FormatPage(whole) : ModelFormat.Format(whole)).Text;
        return Read(written, isPage) is { } read && ModelHash.Of(read) == ModelHash.Of(after)
            ? (written, []) : Refused();
    }

    private static (string?, IReadOnlyList<Diagnostic>) Refused() => (null, [Diagnostic.At(default, "P8573")]);

    private static FeeModel? Read(string text, bool isPage) =>
        (isPage ? ModelReader.ReadPage(text) : ModelReader.Read(text)).Whole;

    // The table of factors: one that was not there, or that of an earlier calibration.
    private static Declaration.Table? TableOf(FeeModel before, FeeModel after)
    {
        var known = before.Tables.Where(t => !PriceFactors.IsCalibration(t)).SelectMany(t => t.Columns)
            .Select(c => c.Text).ToHashSet(StringComparer.Ordinal);
        return after.Tables.FirstOrDefault(t => t.Columns is [var only] && !known.Contains(only.Text));
    }

    // Where the factor stands among the steps of a fee that has one more than before.
    private static int? StepOf(FeeModel before, Declaration.Fee after)
    {
        var own = before.Fees.Single(f => f.Name.Text == after.Name.Text);
        return own.Steps.Count == after.Steps.Count ? null : PriceFactors.PlaceIn(before, own);
    }

    private static string StepLine(FeeModel after, Declaration.Fee fee) => Block(after, fee).Split('\n')
        .Select(l => l.Trim()).Last(l => l.StartsWith("times ", StringComparison.Ordinal)
            && (l.EndsWith('%') || l.Contains("calibration", StringComparison.Ordinal)));

    private static string Block(FeeModel model, Declaration declaration)
    {
        var alone = ModelWriter.Write(model with { Declarations = [declaration] });
        return alone[(alone.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
    }

    private static void Table(List<string> lines, FeeModel before, FeeModel after)
    {
        if (TableOf(before, after) is not { } table)
        {
            return;
        }

        var block = Block(after, table).TrimEnd('\n').Split('\n');
        if (before.Tables.FirstOrDefault(PriceFactors.IsCalibration) is { } old)
        {
            foreach (var (row, i) in old.Rows.Select((r, i) => (r, i)))
            {
                lines[row.Mark.Place.Line - 1] = block[i + 2];
            }

            return;
        }

        // Comments right above a fee belong to it.
        var at = before.Fees.First().Mark.Place.Line - 1;
        while (at > 0 && lines[at - 1].TrimStart().StartsWith('#'))
        {
            at--;
        }

        lines.InsertRange(at, [.. block, ""]);
    }

    // The line behind a clause that may go on in further lines.
    private static int EndOf(List<string> lines, int line)
    {
        var indent = Indent(lines[line - 1]);
        while (line < lines.Count && lines[line].Trim().Length > 0 && Indent(lines[line]) > indent)
        {
            line++;
        }

        return line;
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;
}
