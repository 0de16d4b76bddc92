namespace Porras.Outside.Tests;

/// <summary>The command line over a model and a folder of data that a test writes.</summary>
public sealed class WrittenFolderTests : IDisposable
{
    private const string Index = """
        model small-index version 1
          in force  2027-01-01 to 2027-12-31
          money     EUR, each line rounded to 0.01 half up

        participants people
          start     "the first meeting"

        facts
          answer    on a day, points
          ending    on a day, found yes or no

        measure opinion is mean of points in answer
          over      each provider
        measure liked is opinion as share of 100 points
        measure endings is count of ending
          over      each provider
        measure finds is count of ending
          where     found
          over      each provider
        measure placed is finds as share of endings
        measure index is 60 % of placed and 40 % of liked

        fee quality-pay  outcome "Quality"
          for       each provider
          when      end of each calendar quarter
          pay       1000.00
          times     index
          every time

        """;

    private const string Talks = """
        model talks version 1
          in force  2027-01-01 to 2028-12-31
          money     EUR, each line rounded to 0.01 half up

        participants people
          start     "the first meeting"

        facts
          talk      on a day

        fee talk-fee  output "Talk"
          when      talk
          pay       60.00
          every time

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("porras-data-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("en", "38.6% to 67%", "The interval of \"index\" as a whole")]
    [InlineData("fi", "38,6 % – 67 %", "Koko mittarin \"index\" luottamusväli")]
    [InlineData("sv", "38,6 % till 67 %", "Intervallet för \"index\" som helhet")]
    public void Why_tells_how_sure_an_index_is(string language, string interval, string independent)
    {
        // 8 of 20 and the answers 80 and 60: the example of docs/concepts/quality.md.
        var people = Enumerable.Range(1, 20).Select(p => $"p{p:D2}").ToList();
        Write("index.porras", Index);
        Write("data/participants.csv", "participant,start,provider", people.Select(p => $"{p},2027-01-04,north"));
        Write("data/ending.csv", "participant,day,found", people.Select((p, i) =>
            $"{p},2027-02-01,{(i < 8 ? "yes" : "no")}"));
        Write("data/answer.csv", "participant,day,points", ["p01,2027-02-01,80", "p02,2027-02-01,60"]);
        var (exit, answer, notes) = CommandLineTests.Run(
            "why", "--model", In("index.porras"), "--data", In("data"), "--until", "2027-03-31",
            "--participant", "north", "--language", language);
        Assert.Equal((0, ""), (exit, notes));
        var told = answer.Replace('\u00a0', ' ').Split('\n');
        Assert.EndsWith("  " + interval, Assert.Single(told, l => l.StartsWith("  index ", StringComparison.Ordinal)));
        Assert.Single(told, l => l.Contains(independent, StringComparison.Ordinal));
    }

    [Fact]
    public void Versions_settled_part_by_part_and_as_Parquet_have_the_lines_of_the_whole()
    {
        WriteTalks();
        var models = Amended();
        string[] convert = ["convert", "--model", In("talks.porras"), "--data", In("data")];
        Done([.. convert, "--out", In("sorted"), "--to", "parquet"]);
        string[] settle = ["settle", .. models, "--until", "2027-12-31", "--reasons"];
        Done([.. settle, "--data", In("data"), "--out", In("whole.csv")]);
        Done([.. settle, "--data", In("data"), "--out", In("whole.parquet")]);
        Done([.. settle, "--data", In("sorted"), "--stream", "--out", In("parts.csv")]);
        Done([.. settle, "--data", In("sorted"), "--stream", "--out", In("parts.parquet")]);
        var whole = File.ReadAllLines(In("whole.csv"));
        Assert.Equal(5, whole.Length);
        Assert.Contains(",60.00,EUR,", whole[1]);
        Assert.Contains(",40.00,EUR,", whole[^1]);
        Assert.Equal(
            whole.Order(StringComparer.Ordinal), File.ReadAllLines(In("parts.csv")).Order(StringComparer.Ordinal));
        Assert.Equal(File.ReadAllBytes(In("whole.parquet")), File.ReadAllBytes(In("parts.parquet")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_becomes_known_later_leaves_a_settlement_of_its_day_as_it_was_to_the_byte(bool amended)
    {
        WriteTalks();
        string[] settle =
        [
            "settle", .. amended ? Amended() : ["--model", In("talks.porras")], "--data", In("data"),
            "--until", "2027-07-31", "--known", "2027-07-31", "--reasons",
        ];
        var before = Done([.. settle, "--output", "json"]);
        Done([.. settle, "--out", In("before.csv")]);
        File.AppendAllText(In("data/talk.csv"), "anna,2027-07-20,2027-08-03\nben,2027-07-21,2027-08-01\n");
        File.AppendAllText(In("data/participants.csv"), "cleo,2027-08-02\n");
        File.AppendAllText(In("data/talk.csv"), "cleo,2027-08-04,2027-08-05\n");
        Done([.. settle, "--out", In("after.csv")]);
        Assert.Equal(before, Done([.. settle, "--output", "json"]));
        Assert.Equal(File.ReadAllBytes(In("before.csv")), File.ReadAllBytes(In("after.csv")));
        settle[^2] = "2027-08-03";
        Assert.NotEqual(before, Done([.. settle, "--output", "json"]));
    }

    private void WriteTalks()
    {
        Write("talks.porras", Talks);
        Write("talks-2.porras", Talks.Replace("version 1", "version 2", StringComparison.Ordinal)
            .Replace("2027-01-01 to", "2027-07-01 to", StringComparison.Ordinal)
            .Replace("60.00", "40.00", StringComparison.Ordinal)
            .Replace("half up\n", "half up\n  takes over running cases too\n", StringComparison.Ordinal));
        Write("data/participants.csv", "participant,start", ["anna,2027-05-03", "ben,2027-07-12"]);
        Write(
            "data/talk.csv",
            "participant,day,known",
            ["anna,2027-05-10,2027-05-10", "anna,2027-06-30,", "anna,2027-07-05,", "ben,2027-07-19,2027-07-20"]);
    }

    private string[] Amended() => ["--model", In("talks.porras"), "--amended-by", In("talks-2.porras")];

    private static string Done(string[] arguments)
    {
        var (exit, answer, notes) = CommandLineTests.Run(arguments);
        Assert.Equal((0, ""), (exit, notes));
        return answer;
    }

    private string In(string name) => Path.Combine(_folder, name);

    private void Write(string name, string text, IEnumerable<string>? rows = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(name))!);
        File.WriteAllText(In(name), text + string.Concat((rows ?? []).Select(r => "\n" + r)) + "\n");
    }
}
