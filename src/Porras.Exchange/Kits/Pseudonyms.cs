using System.Globalization;

namespace Porras.Exchange;

/// <summary>Names for participants that say nothing, and the list of who is who, which stays with its maker.</summary>
public static class Pseudonyms
{
    private static readonly string[] Head = ["participant", "pseudonym"];

    /// <summary>A pseudonym for each participant.</summary>
    /// <param name="participants">Case numbers in ordinal order.</param>
    /// <param name="known">Who has one already: case number, pseudonym.</param>
    /// <param name="next">Gives a new one, which nobody can guess.</param>
    public static string[] Of(
        IReadOnlyList<string> participants, IReadOnlyDictionary<string, string> known, Func<string> next)
    {
        ArgumentNullException.ThrowIfNull(participants);
        ArgumentNullException.ThrowIfNull(known);
        var taken = known.Values.ToHashSet(StringComparer.Ordinal);
        return [.. participants.Select(p => known.GetValueOrDefault(p) ?? New())];

        string New()
        {
            string name;
            do
            {
                name = next();
            }
            while (!taken.Add(name));

            return name;
        }
    }

    /// <summary>The same with a number before that keeps the order of the case numbers.</summary>
    /// <remarks>For models that settle across participants: what is equally near goes to the first of them.</remarks>
    public static string[] InOrder(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var width = "D" + names.Count.ToString(CultureInfo.InvariantCulture).Length;
        return [.. names.Select((n, i) => $"{(i + 1).ToString(width, CultureInfo.InvariantCulture)}-{n}")];
    }

    /// <summary>Writes who is who as CSV.</summary>
    public static void Write(TextWriter to, IEnumerable<(string Participant, string Pseudonym)> all)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(all);
        CsvCells.WriteRow(to, Head);
        foreach (var (participant, pseudonym) in all)
        {
            CsvCells.WriteRow(to, CsvCells.Text(participant), CsvCells.Text(pseudonym));
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <returns>
    /// The pseudonyms by case number; or null and the line, from 1, that is no pair or has a name that stands before.
    /// </returns>
    public static (IReadOnlyDictionary<string, string>? All, int Line) Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var cells = CsvRow.Cells(lines[i]);
            var isGood = i == 0 ? cells.SequenceEqual(Head)
                : cells is [{ Length: > 0 } participant, { Length: > 0 } pseudonym]
                    && all.TryAdd(participant, pseudonym) && taken.Add(pseudonym);
            if (!isGood)
            {
                return (null, i + 1);
            }
        }

        return (all, 0);
    }
}
