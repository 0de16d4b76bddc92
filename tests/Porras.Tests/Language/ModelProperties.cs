using System.Text.RegularExpressions;
using CsCheck;

namespace Porras.Tests;

public sealed partial class ModelProperties
{
    [Fact]
    public void What_is_written_reads_back_as_the_same_model() => ModelGen.Model.Sample(model =>
    {
        var text = ModelWriter.Write(model);
        var read = ModelReader.Read(text);
        Assert.Equal("", DiagnosticText.Write(read.Findings, text));
        Assert.Equal(ModelJson.Write(model), ModelJson.Write(read.Model!));
    }, print: ModelWriter.Write);

    [Fact]
    public void Canonical_text_stays_as_it_is_when_it_is_formatted() => ModelGen.Model.Sample(model =>
    {
        var text = ModelWriter.Write(model);
        Assert.Equal(text, ModelFormat.Format(text).Text);
    }, print: ModelWriter.Write);

    [Fact]
    public void Comments_survive_formatting_and_formatting_twice_changes_nothing_more() =>
        Gen.Select(ModelGen.Model, Gen.Int[1, 9], Gen.Int[1, 9]).Sample((model, own, behind) =>
        {
            var text = string.Join('\n', ModelWriter.Write(model).Split('\n').SelectMany((line, i) => (string[])
            [
                .. i % own == 0 ? Own(i) : [],
                i % behind == 0 ? $"{line} # behind {i}" : line,
            ]));
            var once = ModelFormat.Format(text);
            Assert.Empty(once.Findings);
            Assert.Equal(Comments(text), Comments(once.Text));
            Assert.Equal(once.Text, ModelFormat.Format(once.Text).Text);
        }, print: sample => ModelWriter.Write(sample.Item1));

    [Fact]
    public void Text_to_json_to_text_is_the_same_text() => ModelGen.Model.Sample(model =>
    {
        var (read, findings) = ModelJson.Read(ModelJson.Write(model));
        Assert.Empty(findings);
        Assert.Equal(ModelWriter.Write(model), ModelWriter.Write(read!));
    }, print: ModelWriter.Write);

    [Fact]
    public void Random_models_use_every_kind_and_word_of_the_schema()
    {
        var wanted = Word().Matches(ModelJson.Schema()).Select(m => m.Groups[1].Value)
            .Concat(Property().Matches(ModelJson.Schema()).Select(m => m.Groups[1].Value)).ToHashSet();
        var found = new HashSet<string>();
        ModelGen.Model.Array[1_000].Sample(
            models => found.UnionWith(models.SelectMany(Words)), iter: 1, threads: 1);
        Assert.Equal([], wanted.Except(found).Except(["items", "properties"]).Order());
    }

    private static IEnumerable<string> Words(FeeModel model) =>
        Quoted().Matches(ModelJson.Write(model)).Select(q => q.Groups[1].Value);

    private static string[] Own(int line) =>
        [$"{(line % 2 == 0 ? "  " : "")}# own {line}", .. line % 3 == 0 ? (string[])[""] : []];

    private static IEnumerable<string> Comments(string text) =>
        OwnComment().Matches(text).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal);

    [GeneratedRegex("# ((own|behind) [0-9]+)")]
    private static partial Regex OwnComment();

    [GeneratedRegex("^ *\"([a-z][a-zA-Z ]*)\",?$", RegexOptions.Multiline)]
    private static partial Regex Word();

    [GeneratedRegex("^ {8,}\"([a-z][a-zA-Z]*)\": \\{$", RegexOptions.Multiline)]
    private static partial Regex Property();

    [GeneratedRegex("\"([a-z][a-zA-Z ]*)\"")]
    private static partial Regex Quoted();
}
