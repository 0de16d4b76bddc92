namespace Porras.Cli;

/// <summary>A case on a model's page: a heading with CSV blocks under it.</summary>
/// <param name="Files">The data set, by the name of the file.</param>
/// <param name="Until">The day up to which the page settles it; null if it does not say.</param>
internal sealed record PageCase(IReadOnlyDictionary<string, string> Files, int? Until)
{
    /// <summary>The case of a page by its id, such as <c>WP-04</c>.</summary>
    /// <exception cref="WrongUseException">The page has no such case.</exception>
    public static PageCase Find(string page, string id)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        var cases = new List<string>();
        var (heading, kind, until) = ("", "", default(int?));
        foreach (var line in page.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                kind = kind.Length > 0 ? "" : line.Length > 3 ? line[3..].Trim() : "text";
                var here = kind.StartsWith("csv ", StringComparison.Ordinal) && (heading == id || heading == "Cases");
                if (here)
                {
                    files[kind[4..]] = "";
                }

                until ??= heading == id && kind.StartsWith("lines until ", StringComparison.Ordinal)
                    ? Day.Parse(kind.Split(' ')[2]) : null;
            }
            else if (kind.Length > 4 && files.ContainsKey(kind[4..]) && (heading == id || heading == "Cases"))
            {
                files[kind[4..]] += line + "\n";
            }
            else if (kind.Length == 0 && line.StartsWith('#'))
            {
                heading = line.TrimStart('#').Trim().Split(' ')[0];
                cases.AddRange(line.StartsWith("### ", StringComparison.Ordinal) ? [heading] : []);
            }
        }

        return cases.Contains(id) ? new(files, until)
            : throw new WrongUseException(Diagnostic.At(default, "P7108", id, string.Join(", ", cases)));
    }
}
