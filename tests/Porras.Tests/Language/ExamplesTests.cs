namespace Porras.Tests;

public sealed class ExamplesTests
{
    public static TheoryData<string> Models =>
        [.. Repository.Pages("models").Select(p => Path.GetFileNameWithoutExtension(p)).Where(n => n != "README")];

    // What these pay hangs on what many participants do together.
    private static readonly string[] PaidTogether = ["employment-bond", "peterborough", "transforming-rehabilitation"];

    private static WorkedExamples Of(string model) =>
        Examples.Of(ModelReader.ReadPage(TestFiles.Read("models", model + ".md")).Model!);

    public static TheoryData<string> ModelsForOne =>
    [
        .. Repository.Pages("models")
            .Where(p => OwnPart.Of(ModelReader.ReadPage(File.ReadAllText(p)).Model!) is not null)
            .Select(p => Path.GetFileNameWithoutExtension(p)).Except(PaidTogether),
    ];

    [Theory]
    [MemberData(nameof(ModelsForOne))]
    public void Every_model_of_the_gallery_with_fees_for_one_participant_has_examples_that_are_paid(string model) =>
        Assert.Contains(Of(model).All, e => e.Total > Money.Zero);

    [Theory]
    [MemberData(nameof(Models))]
    public void No_example_passes_the_bounds_of_its_model(string model)
    {
        var examples = Of(model);
        var bounds = ModelBounds.Of(examples.Model);
        Assert.All(examples.All, e => Assert.True(bounds.Participant.Value is not { } most || e.Total <= most));
        Assert.All(examples.All.SelectMany(e => e.Lines), line =>
        {
            var fee = bounds.Fees.Single(f => f.Fee.Name == line.Fee.Name);
            Assert.True(fee.Each.Value is not { } each || line.Each <= each, line.ToString());
            Assert.True(fee.Earned.Value is not { } last || line.Earned.Last <= last || line.Kind == LineKind.TakeBack);
        });
    }

    [Fact]
    public void The_same_model_has_the_same_examples() =>
        Assert.Equal(
            Explain.Model(ModelReader.ReadPage(TestFiles.Read("models", "jobpath.md")).Model!).Text(),
            Explain.Model(ModelReader.ReadPage(TestFiles.Read("models", "jobpath.md")).Model!).Text());

    [Fact]
    public void One_who_does_all_that_the_fees_ask_earns_every_fee() => Assert.Equal(
        ["coaching-hour", "employed", "first-meeting", "kept", "step-up"],
        Of("coaching-north-full").All[0].Lines.Select(l => l.Fee.Name.Text).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Participants_of_the_examples_belong_to_different_groups() =>
        Assert.Equal(["weak", "others", "weak"], Of("coaching-north-full").All.Select(e => e.Group?.Name.Text));

    [Fact]
    public void What_is_settled_across_participants_is_left_out_and_said() => Assert.Contains(
        "Left out is what is settled across participants",
        Explain.Model(ModelReader.ReadPage(TestFiles.Read("models", "coaching-north-full.md")).Model!).Text(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("employment-bond")]
    [InlineData("peterborough")]
    [InlineData("transforming-rehabilitation")]
    public void A_model_that_pays_nothing_for_one_participant_alone_has_no_examples(string model) =>
        Assert.Empty(Of(model).All);

    [Fact]
    public void A_model_that_check_refuses_has_no_examples() =>
        Assert.Empty(Examples.Of(ModelReader.Read("model trial version 1\nfee paid output\n  pay price\n").Model!).All);
}
