using Porras.Lab;

namespace Porras.Tests;

/// <summary>Factors on outcome prices, in models and in their texts.</summary>
public sealed class PriceFactorTests
{
    public static TheoryData<string> Models() =>
    [
        .. Repository.Pages("models").Select(p => Path.GetFileNameWithoutExtension(p))
            .Where(n => Model(n).Fees.Any(f => f.IsOutcome)),
    ];

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_model_of_the_gallery_takes_factors_and_says_what_was_meant(string name)
    {
        var page = TestFiles.Read("models", name + ".md");
        var model = Model(name);
        var world = WorldDraft.Of(model);
        double[] factors = [.. world.Groups.Select((_, i) => 1.234 + i / 10.0)];
        var after = PriceFactors.With(model, world, factors);
        var (text, findings) = PriceFactorsText.Write(page, true, after);
        Assert.Empty(findings);
        var read = ModelReader.ReadPage(text!);
        Assert.DoesNotContain(ModelCheck.Check(read, text!), f => f.Severity == Severity.Mistake);
        Assert.Equal(ModelHash.Of(after), ModelHash.Of(read.Whole!));
        Assert.Equal(text, ModelFormat.FormatPage(text!).Text);
        Assert.NotEmpty(PriceFactorsText.Clauses(model, after));
    }

    [Fact]
    public void Factors_of_groups_are_a_table_and_another_calibration_multiplies_it()
    {
        var model = LabModels.Hybrid().Model;
        var world = WorldDraft.Of(model);
        var text = ModelWriter.Write(model);
        var once = PriceFactorsText.Write(text, false, PriceFactors.With(model, world, [1.5, 0.8])).Text!;
        Assert.Contains(
            "table by group \"Calibration\"\n        calibration\n  hard        150 %\n  easy         80 %\n", once);
        Assert.Contains("  pay       2000.00\n  times     calibration\n", once);
        Assert.DoesNotContain("pay       1000.00\n  times", once);
        var read = ModelReader.Read(once).Whole!;
        var twice = PriceFactorsText.Write(once, false, PriceFactors.With(read, world, [2, 0.5])).Text!;
        Assert.Contains("  hard        300 %\n  easy         40 %\n", twice);
        Assert.Single(ModelReader.Read(twice).Whole!.Tables);
        Assert.Equal(2, ModelReader.Read(twice).Whole!.Fees.Sum(f => f.Steps.Count));
    }

    [Fact]
    public void One_factor_stands_in_each_fee_before_what_other_fees_have_paid_and_before_bounds()
    {
        var model = LabModels.Model("""
            model small version 1
              in force  2027-01-01 to 2029-12-31
              money     EUR, each line rounded to 0.01 half up

            participants people
              start     "referred"
              window    follow-up lasts 24 months from start

            facts
              job       from day to day

            measure work is days of job

            # The first one.
            fee early  outcome
              when      work reaches 30 days within follow-up
              pay       500.00
              once

            fee employed  outcome
              when      work reaches 90 days within follow-up
              pay       2000.00   # as agreed
              plus      100.00
              less      early
              at most   1900.00 each time
              once

            fee shared  outcome
              when      work reaches 180 days within follow-up
              pay       10 % of employed
              once
            """);
        var world = WorldDraft.Of(model);
        var after = PriceFactors.With(model, world, [1.1]);
        Assert.Equal([1, 4, 0], after.Fees.Select(f => f.Steps.Count));
        var text = PriceFactorsText.Write(ModelWriter.Write(model), false, after).Text!;
        Assert.Contains("  plus      100.00\n  times     110 %\n  less      early\n", text);
        Assert.Same(model, PriceFactors.With(model, world, [1]));
        double[] exact = [1.2341, 0.05, 1, 0.012345];
        Assert.Equal([1.235, 0.05, 1, 0.01235], exact.Select(PriceFactors.Rounded));
    }

    [Fact]
    public void Prices_are_told_row_by_row_with_the_factor_of_their_group()
    {
        var model = Model("work-programme");
        var world = WorldDraft.Of(model);
        var prices = SuggestedPrice.Of(model, world, [.. Enumerable.Range(1, 9).Select(i => i / 4.0)]);
        Assert.Equal(18, prices.Count);
        var seventh = prices.Single(p => p is { Name: "job-price", Group: "7" });
        Assert.Equal((350000.0, 1.75, 612500.0), (seventh.Now, seventh.Factor, seventh.Then));
        var small = prices.Single(p => p is { Name: "block-price", Group: "1" });
        Assert.Equal((17000.0, 4250.0), (small.Now, small.Then));
        var stepped = SuggestedPrice.Of(Model("coaching-north"), WorldDraft.Of(Model("coaching-north")), [2, 0.5]);
        Assert.Equal(6, stepped.Count(p => p.Fee.Name.Text == "step-up"));
        Assert.Equal(["weak", "others"], stepped.Where(p => p.Name == "kept-price").Select(p => p.Group!));
    }

    private static FeeModel Model(string name) =>
        ModelReader.ReadPage(TestFiles.Read("models", name + ".md")).Whole!;
}
