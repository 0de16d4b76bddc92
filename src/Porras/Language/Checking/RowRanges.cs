namespace Porras;

/// <summary>The rows of a table rise, neither overlap nor leave a gap: P3029 and P4040 to P4043.</summary>
internal static class RowRanges
{
    private enum Next
    {
        Fits,
        Falls,
        Overlaps,
        LeavesGap,
    }

    /// <summary>
    /// Rows in a wrong order, rows that fit the same value, and values between two rows that fit none.
    /// </summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context)
    {
        foreach (var (keys, rows) in Tables(context))
        {
            for (var k = 0; k < keys.Count; k++)
            {
                // Rows that differ in this key only form one list; the other labels tell the lists apart.
                var lists = rows.GroupBy(r => string.Join('\n', r.Where((_, i) => i != k).Select(Written.Of)));
                var listed = Labels.IsListed(keys[k], context.Names);
                foreach (var finding in lists.SelectMany(l => List([.. l.Select(r => r[k])], listed)).ToList())
                {
                    yield return finding;
                }
            }
        }
    }

    /// <summary>Every table, also those in one line of a fee, as keys and rows of labels.</summary>
    private static IEnumerable<(IReadOnlyList<TableKey> Keys, List<IReadOnlyList<Label>> Rows)> Tables(
        CheckContext context)
    {
        foreach (var table in context.Model.Tables)
        {
            yield return (table.Keys, [.. table.Rows.Select(r => r.Labels).Where(l => l.Count == table.Keys.Count)]);
        }

        foreach (var fee in context.Model.Fees)
        {
            if (fee.Pay?.Value is Pay.ByKey(var key, var rows))
            {
                yield return ([key], [.. rows.Select(r => (IReadOnlyList<Label>)[r.Label])]);
            }
        }
    }

    private static IEnumerable<Diagnostic> List(List<Label> labels, bool listed)
    {
        for (var i = 0; i < labels.Count; i++)
        {
            var label = labels[i];
            if (label.Kind == LabelKind.Otherwise && i < labels.Count - 1)
            {
                yield return Diagnostic.At(label.Place, "P4043", Written.Of(labels[i + 1]));
            }
            else if (label.Kind is LabelKind.Below or LabelKind.UpTo && i > 0)
            {
                yield return Diagnostic.At(label.Place, "P4042", Written.Of(label));
            }
            else if (listed && labels.Take(i).Any(e => Written.Of(e) == Written.Of(label)))
            {
                yield return Diagnostic.At(label.Place, "P4041", Written.Of(label), Written.Of(label));
            }
            else if (!listed && i > 0 && Report(labels[i - 1], label) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static Diagnostic? Report(Label before, Label label)
    {
        var code = Follows(before, label) switch
        {
            Next.Falls => "P4040",
            Next.Overlaps => "P4041",
            Next.LeavesGap => "P3029",
            _ => null,
        };
        return code is null ? null : Diagnostic.At(label.Place, code, Written.Of(label), Written.Of(before));
    }

    private static Next Follows(Label before, Label label)
    {
        if (EdgeOf(before) is not { } low || EdgeOf(label) is not { } high || low.Word != high.Word)
        {
            return Next.Fits;
        }

        var first = before.Kind is LabelKind.Below or LabelKind.UpTo;
        return high.Value.CompareTo(low.Value) switch
        {
            < 0 => Next.Falls,
            > 0 => first ? Next.LeavesGap : Next.Fits,
            _ => (before.Kind, label.Kind) switch
            {
                (LabelKind.Below, LabelKind.From or LabelKind.Is) => Next.Fits,
                (LabelKind.UpTo or LabelKind.Is, LabelKind.Above) => Next.Fits,
                (LabelKind.Below, LabelKind.Above) => Next.LeavesGap,
                _ => Next.Overlaps,
            },
        };
    }

    private static (Exact Value, string? Word)? EdgeOf(Label label) =>
        label.Kind == LabelKind.Otherwise ? null
        : label.Date is { } day ? (day, null)
        : label.Word is { } word ? (label.Share?.Plain ?? Exact.One, word.Text)
        : label.Value is { } value ? (value.Plain, null) : null;
}
