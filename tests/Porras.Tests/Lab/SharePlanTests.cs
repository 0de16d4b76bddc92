using Porras.Lab;

namespace Porras.Tests;

/// <summary>How fast a model can move from outputs to outcomes.</summary>
public sealed class SharePlanTests
{
    private static readonly FeeModel Hybrid = LabModels.Hybrid(job: 4000).Model;

    private static readonly World World = Small(WorldDraft.Of(Hybrid));

    [Fact]
    public void Planned_ruin_is_that_of_the_rewritten_model_run_through_the_pipe()
    {
        var options = new RunOptions(128) { ByYear = true };
        var plan = Plan.Compile(Hybrid);
        var world = CostPlan.Planned(Simulation.Run(plan, World, options));
        world = world with { Provider = world.Provider with { Interest = Assumed.Of(0) } };
        var paths = SharePaths.Of(Simulation.Run(plan, world, options), CostPlan.Of(world, plan.Currency));
        foreach (var share in (double[])[0, 0.2, 0.5, 0.8])
        {
            Multipliers[] years = [.. Enumerable.Range(0, paths.Years).Select(y => ShareYear.Rounded(ShareYear.At(
                Math.Min(0.9, share + y * 0.05), paths.Outputs[y] + paths.Outcomes[y], paths.Outputs[y],
                paths.Outcomes[y])))];
            var rewritten = Plan.Compile(TransitionText.With(Hybrid, years));
            var cash = Cash.Of(Simulation.Run(rewritten, world, options), CostPlan.Of(world, plan.Currency));
            // Prices are whole cents here, and tenths of a per cent of them too: nothing is left to round.
            Near.Are(cash.Path, paths.Cash(years), 1);
            Assert.Equal(cash.RuinShare, paths.Ruin(years));
        }
    }

    [Fact]
    public void A_plan_keeps_its_promise_on_its_own_paths_and_the_budget_of_each_year()
    {
        var plan = SharePlan.Of(Hybrid, World, new(new(256)) { Ruin = 0.1, Step = 0.3 });
        Assert.True(plan.Keeps);
        Assert.InRange(plan.PlanRuin, 0, 0.1);
        var before = 0.0;
        foreach (var year in plan.Years.Where(y => y.IsFree))
        {
            Assert.InRange(year.Share, before, Math.Min(1, before + 0.3) + 1e-9);
            // Within a tenth of a per cent of each price, which is what is written.
            Assert.InRange(year.Expected, year.Budget * 0.998, year.Budget * 1.002);
            before = year.Share;
        }

        Assert.True(plan.Years[^1].Share > 0.1);
        Assert.True(plan.Check.Ruin.Lower <= 0.1);
        foreach (var (year, seen) in plan.Years.Zip(plan.Check.Budget))
        {
            Assert.InRange(seen.Value, year.Budget - 3 * seen.HalfWidth, year.Budget + 3 * seen.HalfWidth);
        }
    }

    [Fact]
    public void Limits_that_bend_pay_do_not_bend_the_budget()
    {
        var model = ModelReader.ReadPage(House.Read("models/coaching-north-final.md")).Whole!;
        var (world, run) = (WorldDraft.Of(model), new RunOptions(256) { ByYear = true });
        world = world with { Provider = world.Provider with { Clients = Assumed.Of(40) } };
        var plan = SharePlan.Of(model, world, new(run) { Remedies = false });
        // Steps of 200, 300 and 500 are cut at 800; at lower prices they are not.
        Assert.All(plan.Years, y => Assert.InRange(y.Written.Outcomes, 0.1, 0.9));
        var paid = Simulation.Run(Plan.Compile(plan.Rewritten), plan.World, run).ByFee.Sum() / (double)256;
        Assert.InRange(paid / plan.Years.Sum(y => y.Budget), 0.997, 1.003);
    }

    [Fact]
    public void The_budget_to_keep_is_that_of_the_model_as_written()
    {
        var halved = TransitionText.With(Hybrid, [new(0.5, 0.5), new(0.4, 0.6), new(0.3, 0.7)]);
        var plan = SharePlan.Of(halved, World, new(new(64)) { Ruin = 0.3, Remedies = false });
        var whole = SharePlan.Of(Hybrid, World, new(new(64)) { Ruin = 0.3, Remedies = false });
        Assert.Equal(whole.Years.Count, plan.Years.Count);
        var first = plan.Years[0];
        Assert.Equal(first.Outputs + first.Outcomes, 2 * first.Budget, 0.01 * first.Budget);
        Assert.Null(plan.Base.Transition);
        Assert.NotNull(plan.Rewritten.Transition);
    }

    [Fact]
    public void More_own_money_allows_a_larger_share()
    {
        var options = new ShareOptions(new(128)) { Remedies = false };
        var rich = World with { Provider = World.Provider with { Capital = Assumed.Of(1500) } };
        var (more, less) = (SharePlan.Of(Hybrid, rich, options), SharePlan.Of(Hybrid, World, options));
        Assert.True(more.Single.Value > less.Single.Value);
    }

    [Fact]
    public void Remedies_are_looked_at_where_not_all_is_allowed()
    {
        var plan = SharePlan.Of(Hybrid, World, new(new(128)));
        Assert.Equal(Enum.GetValues<Remedy>(), plan.Remedies.Select(r => r.Remedy));
        Assert.True(plan.Remedies.Single(r => r.Remedy == Remedy.Advance).Largest.Value >= plan.Single.Value);
    }

    [Fact]
    public void Hours_that_answer_the_plan_settle()
    {
        var plan = SharePlan.Of(Hybrid, World, new(new(64)) { Behaviour = true, Remedies = false, Ruin = 0.2 });
        Assert.InRange(plan.Rounds, 1, 19);
        Assert.All(plan.World.Groups, g => Assert.NotNull(g.Given));
    }

    [Theory]
    [InlineData("coaching-north")]
    [InlineData("work-programme")]
    public void What_is_written_into_a_page_is_the_model_that_was_planned(string name)
    {
        var page = TestFiles.Read("models", name + ".md");
        var model = ModelReader.ReadPage(page).Whole!;
        Multipliers[] years = [new(1.234, 0.5), new(0.8, 0.601), new(0.1, 2)];
        var written = TransitionText.Write(page, true, years);
        var read = ModelReader.ReadPage(written);
        Assert.DoesNotContain(ModelCheck.Check(read, written), f => f.Severity == Severity.Mistake);
        Assert.Equal(ModelHash.Of(TransitionText.With(model, years)), ModelHash.Of(read.Whole!));
        Assert.Equal(written, ModelFormat.FormatPage(written).Text);
        Assert.Equal(written, TransitionText.Write(written, true, years));
        Assert.Equal(page[page.IndexOf("## Cases", StringComparison.Ordinal)..],
            written[written.IndexOf("## Cases", StringComparison.Ordinal)..]);
    }

    [Fact]
    public void Comments_and_clause_references_stay()
    {
        const string text = """
            model small version 1
              in force  2027-01-01 to 2029-12-31
              money     EUR, each line rounded to 0.01 half up
              priced    on start

            participants people
              start     "referred"

            # The share grows.
            transition multiplies prices  § 2.1
              # first
              contract year 1  outputs 80 %  outcomes 20 %  # as agreed
              contract year 2  outputs 60 %  outcomes 40 %

            # Paid at once.
            fee opening  output
              when      start
              pay       100.00
              once

            """;
        var written = TransitionText.Write(text, false, [new(0.755, 0.245)]);
        Assert.Contains("# The share grows.\ntransition multiplies prices", written);
        Assert.Contains("§ 2.1\n", written);
        Assert.Contains("  # first\n  contract year 1   outputs 75.5 %   outcomes 24.5 %", written);
        Assert.Contains("# as agreed", written);
        Assert.DoesNotContain("contract year 2", written);
        Assert.Contains("# Paid at once.\nfee opening", written);
    }

    private static World Small(World world) => world with
    {
        Intake = 30,
        Provider = world.Provider with { Clients = Assumed.Of(60), Capital = Assumed.Of(400) },
    };
}
