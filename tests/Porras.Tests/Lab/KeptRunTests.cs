using Porras.Exchange;
using Porras.Lab;

namespace Porras.Tests;

/// <summary>Runs are kept while sliders move: no answer may depend on it.</summary>
public sealed class KeptRunTests
{
    private static readonly StudyOptions Options = new(new(16, 3)) { Sizes = [], Risks = false };

    [Theory]
    [InlineData("coaching-north")]
    [InlineData("recruitment-support")]
    public void Every_number_of_the_world_has_the_answer_that_it_has_without_earlier_runs(string name)
    {
        var plan = LabModels.Plan(name);
        var drafted = WorldDraft.Of(plan.Model) with { Intake = 6 };
        var prices = PriceBook.Of(plan, drafted);
        Study.Of(plan, drafted, Options, prices);
        foreach (var number in WorldNumber.All(drafted))
        {
            var world = number.Set(drafted, Assumed.Of(Moved(number, drafted)));
            if (WorldCheck.Mistakes(plan, world).Count == 0)
            {
                Assert.Equal(
                    (number.Path, Told(Study.Of(plan, world, Options))),
                    (number.Path, Told(Study.Of(plan, world, Options, prices))));
            }
        }
    }

    [Fact]
    public void A_provider_s_money_plays_nothing_through_again()
    {
        var plan = LabModels.Hybrid();
        var drafted = WorldDraft.Of(plan.Model) with { Intake = 6 };
        var prices = PriceBook.Of(plan, drafted);
        var first = Study.Of(plan, drafted, Options, prices);
        Assert.Same(first.Run.Paid, Late(Options).Run.Paid);
        Assert.NotSame(first.Run.Paid, Late(Options with { Run = Options.Run with { Seed = 4 } }).Run.Paid);
        var unproven = drafted with { Claimed = Assumed.Of(0.5) };
        Assert.NotSame(first.Run.Paid, Study.Of(plan, unproven, Options, prices).Run.Paid);

        Study Late(StudyOptions options) => Study.Of(plan, drafted with
        {
            Provider = drafted.Provider with { Delay = Assumed.Of(6), Capital = Assumed.Of(10) },
        }, options, prices);
    }

    [Fact]
    public void A_kept_run_goes_on_when_its_first_asker_has_gone()
    {
        var plan = LabModels.Hybrid();
        var drafted = WorldDraft.Of(plan.Model) with { Intake = 6 };
        var prices = PriceBook.Of(plan, drafted);
        using var gone = new CancellationTokenSource();
        Study.Of(plan, drafted, Options with { Run = Options.Run with { Cancelled = gone.Token } }, prices);
        gone.Cancel();
        var again = Study.Of(plan, drafted, Options with { Behaviour = true }, prices);
        Assert.Equal(Told(Study.Of(plan, drafted, Options with { Behaviour = true })), Told(again));
    }

    private static double Moved(WorldNumber number, World world)
    {
        var value = number.Get(world).Value;
        var moved = value * 0.8 + (number.Kind is NumberKind.Months or NumberKind.Count ? 1 : 0.02);
        moved = number.Kind is NumberKind.Months or NumberKind.Count ? Math.Round(moved) : moved;
        return Math.Clamp(moved, number.Least, number.Most);
    }

    // All that is told, and the paths of cash behind it.
    private static string Told(Study study) => string.Join('\n',
        StudyJson.Of(new([new("A", study)], Tongue.English)).ToJsonString(),
        string.Join(' ', study.Cash.Path.Select(p => p.ToString("R", null))),
        study.Signs.ToString(), string.Join(' ', study.Groups));
}
