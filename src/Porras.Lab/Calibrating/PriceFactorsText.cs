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

        var to = new ClauseChanges(text, isPage);
        var whole = TextChange.Apply(text, [.. Steps(to, before, after), .. Table(to, before, after)]);
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

    private static IEnumerable<TextChange> Steps(ClauseChanges to, FeeModel before, FeeModel after) =>
        from fee in after.Fees
        let at = StepOf(before, fee)
        where at is not null
        let own = before.Fees.Single(f => f.Name.Text == fee.Name.Text)
        let last = at == 0 ? own.Pay!.Mark.Place : own.Steps[at.Value - 1].Mark.Place
        select to.Behind(last, "  " + StepLine(after, fee));

    private static IEnumerable<TextChange> Table(ClauseChanges to, FeeModel before, FeeModel after)
    {
        if (TableOf(before, after) is not { } table)
        {
            return [];
        }

        var block = Block(after, table).TrimEnd('\n').Split('\n');
        return before.Tables.FirstOrDefault(PriceFactors.IsCalibration) is { } old
            ? old.Rows.SelectMany((row, i) => to.Instead(row.Mark.Place, block[i + 2].Split('§')[0].TrimEnd()))
            : [to.Before(before.Fees.First().Mark.Place, block)];
    }
}
