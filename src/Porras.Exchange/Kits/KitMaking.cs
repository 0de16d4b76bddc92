using System.Text;

namespace Porras.Exchange;

/// <summary>What a kit is made of.</summary>
/// <param name="ModelFile">The name of the model's file.</param>
/// <param name="ModelText">Its text.</param>
/// <param name="Plan">The model, made ready.</param>
/// <param name="Data">The data set.</param>
/// <param name="Until">The day of settlement.</param>
/// <param name="Known">Only facts known by this day; null for all.</param>
public sealed record KitSource(string ModelFile, string ModelText, Plan Plan, DataSet Data, int Until, int? Known)
{
    /// <summary>The name of the run that pays the difference; null for the whole entitlement.</summary>
    public string? Run { get; init; }

    /// <summary>The last day that is locked; null if none is.</summary>
    public int? Locked { get; init; }

    /// <summary>What earlier runs settled.</summary>
    public IReadOnlyList<BookedLine> Settled { get; init; } = [];

    /// <summary>
    /// A pseudonym for each participant, in their order; null: participants keep their case numbers, and facts their
    /// names.
    /// </summary>
    public IReadOnlyList<string>? Pseudonyms { get; init; }
}

/// <summary>Makes kits.</summary>
public static class KitMaking
{
    /// <summary>Makes a kit; the same source gives the same bytes in every part.</summary>
    /// <remarks>
    /// What the model does not read is left out. Should a line hang on it all the same (by the order of facts of one
    /// day), nothing is left out.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The kit does not give the lines of its source.</exception>
    public static Kit Make(KitSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var (plan, known) = (source.Plan, source.Known ?? int.MaxValue);
        string[] names = source.Pseudonyms is not { } given ? source.Data.Starts.Participants
            : plan.IsAcross ? Pseudonyms.InOrder(given) : [.. given];
        var counting = source.Data.Counting(known);
        var expected = Settle.All(plan, source.Data, source.Until, known);
        var less = KitFacts.Of(counting, ModelReads.Of(plan.Model), source.Pseudonyms is null);
        foreach (var facts in (DataSet[])[less, counting])
        {
            var kit = Of(source, facts.Renamed(names), names);
            var again = KitRecount.Of(kit);
            if (again.Settled is { } settled && AreSame(settled, expected, names))
            {
                return kit with { Parts = new Dictionary<string, byte[]>(kit.Parts) { [Kit.LinesPart] = again.Lines } };
            }
        }

        throw new InvalidOperationException("The kit does not give the lines of its source.");
    }

    /// <summary>Text as bytes.</summary>
    internal static byte[] Lines(Action<TextWriter> write)
    {
        using var to = new StringWriter(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        write(to);
        return Encoding.UTF8.GetBytes(to.ToString());
    }

    private static string Ending(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".json" => ".json",
        ".porras" => ".porras",
        _ => ".md",
    };

    private static Kit Of(KitSource source, DataSet facts, string[] names)
    {
        var plan = source.Plan;
        var parts = new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["model" + Ending(source.ModelFile)] = Encoding.UTF8.GetBytes(source.ModelText),
        };
        var empty = facts.Facts.Where(f => f.Count == 0).Select(f => f.Schema.Name + ".csv").ToHashSet();
        foreach (var (name, text) in CsvText.Write(facts).Where(f => !empty.Contains(f.Key)))
        {
            parts[Kit.FactsFolder + name] = Encoding.UTF8.GetBytes(text);
        }

        if (source.Run is not null)
        {
            var settled = source.Settled.Select(l => Renamed(l, source, names));
            parts[Kit.SettledPart] = Lines(to => SettledCsv.Write(to, settled, plan.Currency));
        }

        var terms = new KitTerms(
            Kit.EngineVersion, source.Until, source.Known, source.Run, source.Locked, source.Pseudonyms is not null);
        return new(terms, KitRecount.TagOf(plan.Model), parts);
    }

    // Why a line was settled is told with names and facts, and changes nothing.
    private static BookedLine Renamed(BookedLine line, KitSource source, string[] names)
    {
        var fee = source.Plan.Fees.FirstOrDefault(f => f.Source.Name.Text == line.Key.Fee);
        var place = fee is null or { Source.For: null } ? source.Data.Find(line.Key.Owner) : -1;
        var key = place < 0 ? line.Key : line.Key with { Owner = names[place] };
        return line with { Key = key, Because = "", Reason = "" };
    }

    // The kit is settled from its own parts; were anything lost on the way, it would be found here and not by others.
    private static bool AreSame(Settled kit, Settled source, string[] names)
    {
        var people = source.Data.Starts.Count;
        var given = Texts(kit, l => kit.OwnerName(l));
        var expected = Texts(source, l => l.Participant < people ? names[l.Participant] : source.OwnerName(l));
        return given.SequenceEqual(expected, StringComparer.Ordinal);
    }

    private static List<string> Texts(Settled settled, Func<FeeLine, string> owner)
    {
        var lines = new List<string>();
        foreach (var line in settled.Lines().InOrder())
        {
            lines.Add($"{owner(line)} {LineKey.Of(settled, line) with { Owner = "" }} {line.Earned} {line.Amount}");
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}
