namespace Porras;

/// <summary>The nearest valid word to a misspelt one.</summary>
public static class Nearest
{
    /// <summary>
    /// The valid word with the fewest single-letter changes (insert, delete, replace, swap of neighbours), if that is
    /// at most a third of its length and at least one; ties go to the first in ordinal order. Null if none is near.
    /// </summary>
    public static string? To(string found, IEnumerable<string> valid)
    {
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var word in valid.Distinct().Order(StringComparer.Ordinal))
        {
            var most = Math.Max(1, Math.Max(word.Length, found.Length) / 3);
            if (Math.Abs(word.Length - found.Length) > most)
            {
                continue;
            }

            var distance = Distance(found, word);
            if (distance < bestDistance && distance <= most)
            {
                (best, bestDistance) = (word, distance);
            }
        }

        return best;
    }

    /// <summary>Damerau-Levenshtein distance with swaps of neighbours (optimal string alignment).</summary>
    public static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            d[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            d[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
