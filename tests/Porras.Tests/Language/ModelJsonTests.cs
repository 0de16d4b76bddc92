using NJsonSchema;

namespace Porras.Tests;

public sealed class ModelJsonTests
{
    private static readonly string[] SchemaPath = ["docs", "reference", "model.schema.json"];

    public static TheoryData<string> Examples => [.. ExampleModels.All.Select(e => e.Title)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Text_to_json_to_text_is_the_canonical_text(string title)
    {
        var model = Model(title);
        var (again, findings) = ModelJson.Read(ModelJson.Write(model));
        Assert.Empty(findings);
        Assert.Equal(ModelWriter.Write(model), ModelWriter.Write(again!));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Every_example_fits_the_published_schema(string title)
    {
        var schema = await JsonSchema.FromJsonAsync(TestFiles.Read(SchemaPath), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(ModelJson.Write(Model(title))));
    }

    [Fact]
    public async Task The_published_schema_refuses_what_is_no_model()
    {
        var schema = await JsonSchema.FromJsonAsync(TestFiles.Read(SchemaPath), TestContext.Current.CancellationToken);
        var json = ModelJson.Write(Model(ExampleModels.All[0].Title));
        Assert.NotEmpty(schema.Validate(json.Replace("\"kind\": \"fee\"", "\"kind\": \"fie\"",
            StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate("""{"model":{"name":"a","version":0},"declarations":[]}"""));
    }

    [Fact]
    public void The_published_schema_is_up_to_date()
    {
        if (TestFiles.Accept)
        {
            File.WriteAllText(TestFiles.PathOf(SchemaPath), ModelJson.Schema());
        }

        Assert.Equal(ModelJson.Schema(), TestFiles.Read(SchemaPath));
    }

    [Theory]
    [InlineData("", "P1070")]
    [InlineData("{", "P1070")]
    [InlineData("[]", "P1072")]
    [InlineData("null", "P1072")]
    [InlineData("{}", "P1071 P1071")]
    [InlineData("""{"model":{"name":"\ud800","version":1},"declarations":[]}""", "P1070")]
    [InlineData("""{"model":{"name":"A","version":1.5},"declarations":[{"kind":"fee"}]}""", "P1075 P1075 P1071 P1071")]
    [InlineData("""{"model":{"name":"a","version":1},"declarations":[{"kind":"cohort","name":"each"}]}""", "P1077")]
    public void Bad_json_gives_findings(string json, string codes)
    {
        var (model, findings) = ModelJson.Read(json);
        Assert.Null(model);
        Assert.Equal(codes, string.Join(' ', findings.Select(f => f.Code)));
    }

    private static FeeModel Model(string title) =>
        ModelReader.Read(ExampleModels.All.Single(e => e.Title == title).Text).Whole!;
}
