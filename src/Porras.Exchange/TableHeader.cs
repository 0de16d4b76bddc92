namespace Porras.Exchange;

/// <summary>Which field of a file holds which column of a table.</summary>
internal static class TableHeader
{
    // Without culture data .NET composes nothing itself; these are the letters of Finland and its neighbours.
    private static readonly (string Apart, string One)[] Composed =
    [
        ("a\u0308", "ä"), ("o\u0308", "ö"), ("u\u0308", "ü"), ("a\u030A", "å"), ("e\u0301", "é"), ("o\u0303", "õ"),
        ("A\u0308", "Ä"), ("O\u0308", "Ö"), ("U\u0308", "Ü"), ("A\u030A", "Å"), ("E\u0301", "É"), ("O\u0303", "Õ"),
        ("s\u030C", "š"), ("z\u030C", "ž"), ("S\u030C", "Š"), ("Z\u030C", "Ž"),
    ];

    /// <summary>The fields that are read, and the column of each; what is missing or unknown is reported.</summary>
    /// <param name="named">The names of the fields.</param>
    /// <param name="rows">The table.</param>
    /// <param name="line">The line of the header; 0 if the file has no lines.</param>
    public static (int[] Fields, int[] Columns) Match(IReadOnlyList<string> named, TableRows rows, int line)
    {
        var fields = new int[rows.Columns.Count];
        Array.Fill(fields, -1);
        var unknown = new List<string>();
        string[] names = [.. rows.Columns.Select(Plain)];
        for (var field = 0; field < named.Count; field++)
        {
            var name = Plain(named[field]);
            var column = Array.FindIndex(names, c => c.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (column < 0)
            {
                unknown.Add(name);
            }
            else if (fields[column] >= 0)
            {
                rows.Add(new("P7004", At(line), [rows.Columns[column]]));
            }
            else
            {
                fields[column] = field;
            }
        }

        Report(rows, fields, [.. unknown.Where(u => u.Length > 0)], line);
        var read = Enumerable.Range(0, fields.Length).Where(c => fields[c] >= 0).OrderBy(c => fields[c]).ToArray();
        return ([.. read.Select(c => fields[c])], read);
    }

    /// <summary>A name as it is compared: dots and rings, which some systems store apart, in one letter.</summary>
    public static string Plain(string name)
    {
        foreach (var (apart, one) in Composed)
        {
            name = name.Replace(apart, one, StringComparison.Ordinal);
        }

        return name;
    }

    private static void Report(TableRows rows, int[] fields, string[] unknown, int line)
    {
        string[] missing = [.. rows.Columns.Where((_, c) => rows.IsRequired(c) && fields[c] < 0)];
        var meant = new HashSet<string>();
        foreach (var column in missing)
        {
            var near = Nearest.To(column, unknown);
            Add("P7003", column, near);
            meant.Add(near ?? "");
        }

        string[] free = [.. rows.Columns.Where((_, c) => fields[c] < 0)];
        foreach (var name in unknown.Where(u => !meant.Contains(u)))
        {
            Add("P7002", name, Nearest.To(name, free));
        }

        void Add(string code, string name, string? near) =>
            rows.Add(new(code, At(line), near is null ? [name] : [name, near])
            {
                Variant = near is null ? null : "near",
            });
    }

    private static Place At(int line) => line == 0 ? default : new(line, 1, 1);
}
