using Porras.Exchange;

namespace Porras.Tests.Exchange;

/// <summary>Data sets as text: files under headings, with jobs, earnings, tests, a ladder and a cohort.</summary>
internal static class Files
{
    public static readonly DataSchema Schema = new(
        [Column("wage", ValueKind.Money), Column("youth", ValueKind.YesNo), OneOf("area", "north", "south", "east")],
        [
            new("job", true, [Column("hours", ValueKind.AWeek), Column("employer", ValueKind.Name)], Sources.Any),
            new(
                "earnings",
                false,
                [Column("amount", ValueKind.Money), Column("share", ValueKind.Percent)],
                Sources.Any),
            new("test", false, [Column("score", ValueKind.Number), Column("due", ValueKind.Day)],
                Sources.Register | Sources.Organiser),
            new("progress", false, [Column("step", ValueKind.Number)], Sources.Any)
            {
                StepEvidence = new Dictionary<int, Sources>
                {
                    [1] = Sources.Any, [2] = Sources.Any, [3] = Sources.Organiser,
                },
            },
        ],
        [],
        [("intake", [Column("budget", ValueKind.Money)])],
        new("EUR", 2),
        SecondStart.Refused);

    public static ColumnSchema Column(string name, ValueKind kind) => new(name, ColumnType.Of(kind));

    public static ColumnSchema OneOf(string name, params string[] labels) => new(name, new(ValueKind.OneOf, labels));

    /// <summary>Files from a text in which a line <c>== name</c> begins each.</summary>
    public static Dictionary<string, string> Of(string text) => text.ReplaceLineEndings("\n")
        .Split("== ", StringSplitOptions.RemoveEmptyEntries)
        .ToDictionary(f => f[..f.IndexOf('\n')].Trim(), f => f[(f.IndexOf('\n') + 1)..]);

    public static DataSetReading Read(string text, DataSchema? schema = null, bool skip = false) =>
        CsvText.Read(Of(text), schema ?? Schema, new(skip));

    /// <summary>The data set of files without a mistake.</summary>
    public static DataSet Good(string text, DataSchema? schema = null)
    {
        var reading = Read(text, schema);
        Assert.Equal("", DiagnosticText.Write(reading.Findings, null));
        return reading.DataSet!;
    }

    /// <summary>What is said about files with a mistake.</summary>
    public static string Said(string text, DataSchema? schema = null) =>
        DiagnosticText.Write(Read(text, schema).Findings, null).TrimEnd('\n');

    /// <summary>A message whose long lines stand on two, the first with a backslash at its end.</summary>
    public static string Joined(string said) => said.Replace(" \\\n", " ", StringComparison.Ordinal);

    /// <summary>A participant of the schema, for texts that are about something else.</summary>
    public const string P1 = """
        == participants
        participant,start,wage,youth,area
        p1,2027-01-04,2400.00,yes,north

        """;
}
