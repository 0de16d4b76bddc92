namespace Porras;

/// <summary>A contract that was amended: what each version of its model gives.</summary>
/// <param name="Versions">One settlement a version, in order.</param>
/// <param name="Findings">What concerns no single version.</param>
public sealed record SettledVersions(IReadOnlyList<Settled> Versions, IReadOnlyList<Diagnostic> Findings)
{
    /// <summary>The total of all versions.</summary>
    public Money Total => IsRefused ? Money.Zero : Versions.Aggregate(Money.Zero, (sum, v) => sum + v.Total);

    /// <summary>Whether anything was refused: then there are no lines.</summary>
    public bool IsRefused =>
        Findings.Any(f => f.Severity == Severity.Mistake) || Versions.Any(v => v.IsRefused);

    /// <summary>
    /// All lines in order of earned day, version, then the order within a settlement; none if refused.
    /// </summary>
    public IEnumerable<(Settled Version, FeeLine Line)> InOrder() => IsRefused ? [] : Versions
        .SelectMany(v => v.Lines().InOrder().Select(l => (v, l))).OrderBy(l => l.l.Earned);

    /// <summary>Settles a contract under several versions of its model.</summary>
    /// <param name="versions">
    /// The versions in order, which have passed <see cref="VersionDays.Check"/>, each with the same data set as read
    /// for its own schema.
    /// </param>
    /// <param name="until">The day of settlement.</param>
    /// <param name="knownOn">Only facts known by this day.</param>
    /// <param name="threads">How many threads.</param>
    public static SettledVersions All(
        IReadOnlyList<(FeeModel Model, DataSet Data)> versions, int until, int knownOn = int.MaxValue, int threads = 1)
    {
        var days = VersionDays.Of([.. versions.Select(v => v.Model)]);
        var settled = versions.Select((v, i) =>
            Settle.All(Plan.Compile(v.Model, days[i]), v.Data, until, knownOn, threads)).ToList();
        return new(settled, [.. Nobodys(versions[0].Data.Starts, days)]);
    }

    private static IEnumerable<Diagnostic> Nobodys(StartTable starts, IReadOnlyList<VersionDays> days)
    {
        for (var p = 0; p < starts.Count; p++)
        {
            for (var row = starts.Offsets[p]; row < starts.Offsets[p + 1]; row++)
            {
                if (!days.Any(d => d.Starts.Contains(starts.Day[row])))
                {
                    var place = new Place(starts.FileLine?[row] ?? 0, 1, 1);
                    yield return Diagnostic.At(place, "P6043", starts.Participants[p], Day.Write(starts.Day[row]))
                        with { File = "participants.csv" };
                }
            }
        }
    }
}
