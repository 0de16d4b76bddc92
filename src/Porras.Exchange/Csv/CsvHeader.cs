using System.Text;
using Sylvan.Data.Csv;

namespace Porras.Exchange;

/// <summary>Reads the header of a CSV file: which field holds which column.</summary>
internal static class CsvHeader
{
    /// <summary>The fields that are read, and the column of each. What is missing or unknown becomes a finding.</summary>
    public static (int[] Fields, int[] Columns) Read(CsvDataReader csv, TableRows rows, int line)
    {
        var fields = new int[rows.Columns.Count];
        Array.Fill(fields, -1);
        var unknown = new List<string>();
        for (var field = 0; field < csv.RowFieldCount; field++)
        {
            var name = Plain(CsvCells.Unguard(csv.GetFieldSpan(field).Trim()).ToString());
            var column = rows.Columns.ToList().FindIndex(c => Plain(c).Equals(name, StringComparison.OrdinalIgnoreCase));
            if (column < 0)
            {
                unknown.Add(name);
            }
            else if (fields[column] >= 0)
            {
                rows.Add(new("P7004", new(line, 1, 1), [rows.Columns[column]]));
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

    /// <summary>A name as it is compared: letters composed, as some systems decompose them.</summary>
    public static string Plain(string name) => name.Normalize(NormalizationForm.FormC);

    private static void Report(TableRows rows, int[] fields, string[] unknown, int line)
    {
        string[] missing = [.. rows.Columns.Where((_, c) => rows.IsRequired(c) && fields[c] < 0)];
        foreach (var column in missing)
        {
            Add("P7003", column, Nearest.To(column, unknown));
        }

        string[] free = [.. rows.Columns.Where((_, c) => fields[c] < 0)];
        foreach (var name in unknown)
        {
            Add("P7002", name, Nearest.To(name, free));
        }

        void Add(string code, string name, string? near) =>
            rows.Add(new(code, new(line, 1, 1), near is null ? [name] : [name, near])
            {
                Variant = near is null ? null : "near",
            });
    }
}
