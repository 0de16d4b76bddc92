using System.Globalization;

namespace Porras.Exchange;

/// <summary>What came of a settlement part by part.</summary>
/// <param name="Findings">Everything that was found; with a mistake no line counts.</param>
/// <param name="Skipped">The rows that were left out.</param>
/// <param name="Participants">How many participants there were.</param>
public sealed record SettledByParts(
    IReadOnlyList<Diagnostic> Findings, IReadOnlyList<SkippedRow> Skipped, long Participants)
{
    /// <summary>Whether it was refused.</summary>
    public bool IsRefused => Findings.Any(f => f.Severity == Severity.Mistake);
}

/// <summary>Settles a data set of Parquet files part by part, in memory that does not grow with it.</summary>
/// <remarks>
/// The lines are those of <see cref="Settle.All"/>, in the order of participants. While one part is settled the next is
/// read and the one before is written.
/// </remarks>
public static class SettleByParts
{
    /// <summary>How many starts a part has if nothing else is asked for.</summary>
    public const int UsualSize = 1 << 16;

    /// <summary>Settles all parts.</summary>
    /// <param name="plan">The model; one that settles across participants is refused.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="until">The day of settlement.</param>
    /// <param name="knownOn">Only facts known by this day; <see cref="int.MaxValue"/> for all.</param>
    /// <param name="threads">How many threads settle.</param>
    /// <param name="take">Gets the lines of each part, one after the other, as long as there is no mistake.</param>
    /// <param name="options">How to read; null: refuse bad rows.</param>
    /// <param name="size">How many starts a part has, at least.</param>
    public static SettledByParts Run(
        Plan plan,
        string folder,
        int until,
        int knownOn,
        int threads,
        Action<Settled> take,
        CsvOptions? options = null,
        int size = UsualSize) => Run([plan], folder, until, knownOn, threads, take, options, size);

    /// <summary>Settles all parts of a contract that was perhaps amended: one version after the other.</summary>
    /// <param name="versions">The model, or its versions as <see cref="VersionDays.Plans"/> makes them ready.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="until">The day of settlement.</param>
    /// <param name="knownOn">Only facts known by this day; <see cref="int.MaxValue"/> for all.</param>
    /// <param name="threads">How many threads settle.</param>
    /// <param name="take">Gets the lines of each part, one after the other, as long as there is no mistake.</param>
    /// <param name="options">How to read; null: refuse bad rows.</param>
    /// <param name="size">How many starts a part has, at least.</param>
    public static SettledByParts Run(
        IReadOnlyList<Plan> versions,
        string folder,
        int until,
        int knownOn,
        int threads,
        Action<Settled> take,
        CsvOptions? options = null,
        int size = UsualSize)
    {
        if (versions.FirstOrDefault(v => v.IsAcross) is { } across)
        {
            return new([new("P7045", default, [across.Model.Header.Name.Text])], [], 0);
        }

        var (found, people) = (new Found(), 0L);
        foreach (var plan in versions.TakeWhile(_ => !found.IsRefused))
        {
            var (parts, findings) = ParquetParts.Open(folder, plan.Schema, size, options);
            found.Add(findings);
            using (parts)
            {
                people = parts is null ? 0 : Run(parts, found, Settled, take);
            }

            Settled Settled(DataSet data)
            {
                var settled = Settle.All(plan, data, until, knownOn, threads);
                return !ReferenceEquals(plan, versions[0]) ? settled : settled with
                {
                    Findings = [.. SettledVersions.Nobodys(versions, data.Starts, until), .. settled.Findings],
                };
            }
        }

        return new(found.All(), [.. found.Skipped.Distinct()], people);
    }

    private static long Run(ParquetParts parts, Found found, Func<DataSet, Settled> settle, Action<Settled> take)
    {
        var (people, reading, taking) = (0L, Task.Run(parts.Next), Task.CompletedTask);
        try
        {
            while (reading.GetAwaiter().GetResult() is { } part && !found.IsFull)
            {
                reading = Task.Run(parts.Next);
                found.Add(part.Findings);
                found.Skipped.AddRange(part.Skipped);
                if (found.IsRefused || part.DataSet is not { } data)
                {
                    continue;
                }

                people += data.Starts.Count;
                var settled = settle(data);
                found.Add(settled.Findings);
                taking.GetAwaiter().GetResult();
                taking = found.IsRefused ? Task.CompletedTask : Task.Run(() => take(settled));
            }
        }
        finally
        {
            Task.WaitAll(reading, taking);
        }

        return people;
    }

    /// <summary>What was found in all parts, each thing once.</summary>
    private sealed class Found
    {
        private const string SharesOfNothing = "P6011";

        private readonly List<Diagnostic> _all = [];
        private readonly HashSet<string> _texts = [];
        private readonly SortedDictionary<string, long> _nothing = new(StringComparer.Ordinal);

        public List<SkippedRow> Skipped { get; } = [];

        public bool IsRefused { get; private set; }

        public bool IsFull => IsRefused && _all.Count >= TableRows.MostMistakes;

        public void Add(IEnumerable<Diagnostic> findings)
        {
            foreach (var finding in findings)
            {
                if (finding.Code == SharesOfNothing)
                {
                    var (name, count) = (finding.Arguments[0], finding.Arguments[1]);
                    var more = long.Parse(count, CultureInfo.InvariantCulture);
                    _nothing[name] = _nothing.GetValueOrDefault(name) + more;
                }
                else if (_texts.Add($"{finding.File}\0{finding.Place}\0{finding.Column}\0{finding.Message()}"))
                {
                    _all.Add(finding);
                    IsRefused |= finding.Severity == Severity.Mistake;
                }
            }
        }

        public IReadOnlyList<Diagnostic> All() =>
        [
            .. _all.OrderBy(f => f.File is null ? 1 : 0),
            .. _nothing.Select(n => Diagnostic.At(
                default, SharesOfNothing, n.Key, n.Value.ToString(CultureInfo.InvariantCulture))),
        ];
    }
}
