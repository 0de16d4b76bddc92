namespace Porras;

/// <summary>All that earlier runs settled: lines, and which of them still stand.</summary>
public sealed class Book
{
    private Book(IReadOnlyList<BookedLine> lines)
    {
        Lines = lines;
        var reversed = lines.Where(l => l.Reverses.Length > 0).Select(l => l.Reverses)
            .ToHashSet(StringComparer.Ordinal);
        Open = [.. lines.Where(l => l.Reverses.Length == 0 && !(reversed.Count > 0 && reversed.Contains(l.Id)))];
        Runs = [.. lines.Select(l => l.Run).Distinct()];
    }

    /// <summary>Every line, in the order in which it was given.</summary>
    public IReadOnlyList<BookedLine> Lines { get; }

    /// <summary>The lines that no later line reverses, in the order in which they were given.</summary>
    public IReadOnlyList<BookedLine> Open { get; }

    /// <summary>The runs; one that settled an amended contract once for each version it has lines of.</summary>
    public IReadOnlyList<RunTerms> Runs { get; }

    /// <summary>The total of all lines.</summary>
    public Money Total => Lines.Aggregate(Money.Zero, (sum, l) => sum + l.Amount);

    /// <summary>
    /// The run that was settled up to the latest day, the last of several, with its latest version; null without one.
    /// </summary>
    public RunTerms? Latest => Runs.Count == 0 ? null
        : Runs.Aggregate((a, b) => a.Name == b.Name ? (VersionOf(b) > VersionOf(a) ? b : a)
            : (b.Until ?? int.MinValue) >= (a.Until ?? int.MinValue) ? b : a);

    /// <summary>A book of lines that <see cref="BookCheck"/> has accepted, or that this program settled.</summary>
    public static Book Of(IReadOnlyList<BookedLine> lines) => new(lines);

    private static int VersionOf(RunTerms run) => run.Model?.Version ?? 0;
}
