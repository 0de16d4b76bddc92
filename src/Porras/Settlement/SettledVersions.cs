namespace Porras;

/// <summary>A contract that was perhaps amended: what each version of its model gives.</summary>
/// <param name="Versions">One settlement a version, in order; at least one.</param>
/// <param name="Findings">What concerns no single version.</param>
public sealed record SettledVersions(IReadOnlyList<Settled> Versions, IReadOnlyList<Diagnostic> Findings)
{
    /// <summary>How many lines there are.</summary>
    public long Count => IsRefused ? 0 : Versions.Sum(v => v.Count);

    /// <summary>The total of all versions.</summary>
    public Money Total => IsRefused ? Money.Zero : Versions.Aggregate(Money.Zero, (sum, v) => sum + v.Total);

    /// <summary>Whether there are several versions.</summary>
    public bool IsAmended => Versions.Count > 1;

    /// <summary>Whether anything was refused: then there are no lines.</summary>
    public bool IsRefused =>
        Findings.Any(f => f.Severity == Severity.Mistake) || Versions.Any(v => v.IsRefused);

    /// <summary>Everything that was found, what several versions found once.</summary>
    public IReadOnlyList<Diagnostic> AllFindings => Versions.Count == 1 && Findings.Count == 0 ? Versions[0].Findings
        : [.. Findings.Concat(Versions.SelectMany(v => v.Findings))
            .DistinctBy(f => (f.Code, f.File, f.Place, f.Column, f.Message()))];

    /// <summary>A contract that was not amended.</summary>
    public static SettledVersions Of(Settled settled) => new([settled], []);

    /// <summary>
    /// All lines in order of earned day, version, then the order within a settlement; none if refused.
    /// </summary>
    public IEnumerable<(Settled Version, FeeLine Line)> InOrder()
    {
        var lines = IsRefused ? [] : Versions.SelectMany(v => v.Lines().InOrder().Select(l => (Version: v, Line: l)));
        return IsAmended ? lines.OrderBy(l => l.Line.Earned) : lines;
    }

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
        var plans = VersionDays.Plans([.. versions.Select(v => v.Model)]);
        return All([.. plans.Zip(versions, (p, v) => (p, v.Data))], until, knownOn, threads);
    }

    /// <summary>Settles a contract under the versions of its model.</summary>
    /// <param name="versions">
    /// The versions, made ready by <see cref="VersionDays.Plans"/>, each with the same data set as read for it.
    /// </param>
    /// <param name="until">The day of settlement.</param>
    /// <param name="knownOn">Only facts known by this day.</param>
    /// <param name="threads">How many threads.</param>
    /// <param name="progress">Called now and then with the number of participants done, of all versions.</param>
    public static SettledVersions All(
        IReadOnlyList<(Plan Plan, DataSet Data)> versions,
        int until,
        int knownOn = int.MaxValue,
        int threads = 1,
        Action<int>? progress = null)
    {
        var people = versions[0].Data.Starts.Count;
        var settled = versions.Select((v, i) => Settle.All(
            v.Plan, v.Data, until, knownOn, threads, progress is null ? null : n => progress(i * people + n))).ToList();
        return new(settled, [.. Nobodys([.. versions.Select(v => v.Plan)], versions[0].Data.Starts, until)]);
    }

    /// <summary>The starts up to a day that no version covers: P6043. A single model refuses them itself.</summary>
    public static IEnumerable<Diagnostic> Nobodys(IReadOnlyList<Plan> plans, StartTable starts, int until)
    {
        ArgumentNullException.ThrowIfNull(starts);
        for (var p = 0; p < starts.Count && plans.Count > 1; p++)
        {
            for (var row = starts.Offsets[p]; row < starts.Offsets[p + 1]; row++)
            {
                var day = starts.Day[row];
                if (day <= until && !plans.Any(v => v.Days!.Starts.Contains(day)))
                {
                    var place = new Place(starts.FileLine?[row] ?? 0, 1, 1);
                    yield return Diagnostic.At(place, "P6043", starts.Participants[p], Day.Write(day))
                        with { File = "participants.csv" };
                }
            }
        }
    }
}
