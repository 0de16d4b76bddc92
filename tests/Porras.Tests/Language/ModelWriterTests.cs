namespace Porras.Tests;

public sealed class ModelWriterTests
{
    public static TheoryData<string> Examples => [.. ExampleModels.All.Select(e => e.Title)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Canonical_text_reads_back_as_the_same_canonical_text(string title)
    {
        var model = ModelReader.Read(ExampleModels.All.Single(e => e.Title == title).Text).Whole!;
        var written = ModelWriter.Write(model);
        var again = ModelReader.Read(written);
        Assert.Equal("", DiagnosticText.Write(again.Findings, written));
        Assert.Equal(written, ModelWriter.Write(again.Model!));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Formatting_twice_changes_nothing_more(string title)
    {
        var once = ModelFormat.Format(ExampleModels.All.Single(e => e.Title == title).Text).Text;
        Assert.Equal(once, ModelFormat.Format(once).Text);
    }

    [Fact]
    public void Comments_stay_with_the_clause_they_belong_to()
    {
        const string Text = """
            # Prices of the north

            model north version 1   # first draft
              money   EUR, each line rounded to 0.01 half up # cents
              # until the option is used
              in force 2027-01-01 to 2029-12-31

            # Who
            participants people
              start "accepted", # the day
                until 2028-12-31
              # more to come
            # end

            """;
        const string Formatted = """
            # Prices of the north

            model north version 1                                        # first draft
              # until the option is used
              in force  2027-01-01 to 2029-12-31
              money     EUR, each line rounded to 0.01 half up           # cents

            # Who
            participants people
              start     "accepted", until 2028-12-31                     # the day
              # more to come

            # end

            """;
        Assert.Equal(Formatted, ModelFormat.Format(Text).Text);
        Assert.Equal(Formatted, ModelFormat.Format(Formatted).Text);
    }

    [Fact]
    public void A_page_keeps_everything_but_its_model_blocks()
    {
        const string Page = """
            # Annex

            ```porras
            model  north  version  1
            ```

              ```porras
              participants   people
              ```

            ```porras refused
            model  x
            ```
            """;
        var formatted = ModelFormat.FormatPage(Page).Text;
        Assert.Equal(Page.Replace("model  north  version  1", "model north version 1").Replace("participants   people",
            "participants people"), formatted);
    }

    [Fact]
    public void A_text_with_a_mistake_stays_as_it_is() =>
        Assert.Equal("model  x versio 1", ModelFormat.Format("model  x versio 1").Text);

    [Fact]
    public void The_hash_does_not_see_comments_and_layout()
    {
        var one = ModelReader.Read("model a version 1\n  law \"x\" # y").Model!;
        var other = ModelReader.Read("# z\nmodel   a version 1\n     law   \"x\"").Model!;
        Assert.Equal(ModelHash.Of(one), ModelHash.Of(other));
        Assert.Equal(64, ModelHash.Of(one).Length);
    }
}
