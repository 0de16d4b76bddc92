namespace Porras.Cli;

/// <summary>The reason of a line in words.</summary>
internal delegate string Reasons(Settled version, FeeLine line);

/// <summary>The reasons of lines in words.</summary>
internal static class LineReasons
{
    /// <summary>Tells the reasons of all lines of some owners.</summary>
    /// <param name="words">The words.</param>
    /// <param name="owners">The owners, each in the settlement of the version that has lines of it.</param>
    public static Reasons Of(Words words, IEnumerable<(Settled Version, int Owner)> owners)
    {
        var told = new Dictionary<Settled, Dictionary<FeeLine, string>>(ReferenceEqualityComparer.Instance);
        IEqualityComparer<Settled> same = ReferenceEqualityComparer.Instance;
        foreach (var version in owners.GroupBy(o => o.Version, o => o.Owner, same))
        {
            var settled = version.Key;
            var (text, lines) = (new WhyText(settled.Plan, words.Tongue), new Dictionary<FeeLine, string>());
            foreach (var reason in version.SelectMany(o => Why.About(settled, o).Reasons()))
            {
                lines[reason.Line.Bare()] = text.Short(reason);
            }

            told[settled] = lines;
        }

        return (version, line) => told[version][line.Bare()];
    }

    /// <summary>Everybody who has lines.</summary>
    public static IEnumerable<(Settled Version, int Owner)> Everybody(SettledVersions settled) =>
        settled.Versions.SelectMany(v => v.Lines().InOrder().Select(l => l.Participant).Distinct().Select(o => (v, o)));
}
