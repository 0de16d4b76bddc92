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

    /// <summary>The salt of the pseudonyms; null: participants keep their names.</summary>
    public string? Salt { get; init; }
}

/// <summary>Makes kits.</summary>
public static class KitMaking
{
    /// <summary>Makes a kit; the same source gives the same bytes in every part.</summary>
    /// <exception cref="InvalidOperationException">The kit does not give the lines of its source.</exception>
    public static Kit Make(KitSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var known = source.Known ?? int.MaxValue;
        var (plan, all) = (source.Plan, source.Data);
        var names = source.Salt is { } salt
            ? Pseudonyms.Of(all.Starts.Participants, salt, plan.IsAcross) : all.Starts.Participants;
        var parts = new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["model" + Ending(source.ModelFile)] = Encoding.UTF8.GetBytes(source.ModelText),
        };
        foreach (var (name, text) in CsvText.Write(all.Counting(known).Renamed(names)))
        {
            parts[Kit.FactsFolder + name] = Encoding.UTF8.GetBytes(text);
        }

        if (source.Run is not null)
        {
            parts[Kit.SettledPart] = Lines(to => SettledCsv.Write(
                to, source.Settled.Select(l => Renamed(l, all, names)), plan.Currency));
        }

        var terms = new KitTerms(
            Kit.EngineVersion, source.Until, source.Known, source.Run, source.Locked, source.Salt is not null);
        var header = plan.Model.Header;
        var kit = new Kit(terms, new(header.Name.Text, header.Version, ModelHash.Of(plan.Model)), parts);
        var again = KitRecount.Of(kit);
        Compare(again.Settled, Settle.All(plan, all, source.Until, known), names);
        parts[Kit.LinesPart] = again.Lines;
        return kit;
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

    private static BookedLine Renamed(BookedLine line, DataSet data, string[] names) =>
        data.Find(line.Key.Owner) is var p and >= 0 ? line with { Key = line.Key with { Owner = names[p] } } : line;

    // The kit is settled from its own parts; were anything lost on the way, it would be found here and not by others.
    private static void Compare(Settled? kit, Settled source, string[] names)
    {
        var given = kit is null ? [] : Texts(kit, l => kit.OwnerName(l));
        var people = source.Data.Starts.Count;
        var expected = Texts(source, l => l.Participant < people ? names[l.Participant] : source.OwnerName(l));
        if (kit is null || !given.SequenceEqual(expected, StringComparer.Ordinal))
        {
            throw new InvalidOperationException("The kit does not give the lines of its source.");
        }
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
