namespace Porras;

/// <summary>The lines of a settlement run: the difference, booked.</summary>
public static class BookRun
{
    /// <summary>
    /// The run's lines: for each difference a reversal of the settled line, then the line as it is now.
    /// </summary>
    /// <remarks>
    /// A line is booked on its earned day and a reversal on the day of the line it reverses, but never in a locked
    /// period: then on the first day that is open.
    /// </remarks>
    /// <param name="difference">What differs.</param>
    /// <param name="run">The run's terms.</param>
    /// <param name="locked">The last day that is locked; null if none is.</param>
    /// <param name="because">Why a line differs, in words; null: the column stays empty.</param>
    /// <param name="reason">The reason of a line in words; null: the column stays empty.</param>
    /// <param name="versions">
    /// Of an amended contract, the tags of its versions: a line is settled under that of its own. Null: under the
    /// run's.
    /// </param>
    public static IReadOnlyList<BookedLine> Lines(
        Difference difference,
        RunTerms run,
        int? locked = null,
        Func<Entry, string>? because = null,
        Func<Entry, string>? reason = null,
        IReadOnlyList<ModelTag>? versions = null)
    {
        ArgumentNullException.ThrowIfNull(difference);
        var firstOpen = locked is { } day ? day + 1 : int.MinValue;
        var lines = new List<BookedLine>();
        foreach (var entry in difference.Entries)
        {
            var why = because?.Invoke(entry) ?? "";
            if (entry.Before is { } old)
            {
                lines.Add(old with
                {
                    Run = run, Number = lines.Count + 1, Amount = -old.Amount, Reverses = old.Id, Because = why,
                    Booked = Math.Max(old.Booked, firstOpen), Reason = "", File = "", FileLine = 0,
                });
            }

            if (entry.Now is { } line)
            {
                var now = difference.Now.Versions[entry.Version];
                var fee = now.Plan.Fees[line.Fee];
                var terms = versions is null ? run : run with { Model = versions[entry.Version] };
                lines.Add(new(terms, lines.Count + 1, entry.Key, line.Earned, line.Amount)
                {
                    Booked = Math.Max(line.Earned, firstOpen),
                    Payable = fee.PayableFrom(line.Earned, now.Data.Holidays) ?? line.Earned,
                    Clause = fee.Source.Mark.Clause ?? "",
                    Because = why,
                    Reason = reason?.Invoke(entry) ?? "",
                });
            }
        }

        return lines;
    }
}
