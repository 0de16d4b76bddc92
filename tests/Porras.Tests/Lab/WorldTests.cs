using Porras.Lab;

namespace Porras.Tests;

/// <summary>Worlds: drafted from models, written to files and read again.</summary>
public sealed class WorldTests
{
    private static readonly Plan Hybrid = LabModels.Hybrid();

    public static TheoryData<string> Gallery =>
    [
        .. Repository.Pages("models").Select(p => Path.GetFileNameWithoutExtension(p)),
    ];

    [Theory]
    [MemberData(nameof(Gallery))]
    public void Every_model_of_the_gallery_has_a_world_or_is_told_why_not(string name)
    {
        var plan = LabModels.Plan(name);
        var world = WorldDraft.Of(plan.Model) with { Intake = 2 };
        var findings = WorldCheck.Of(plan, world);
        Assert.Equal(1, world.Groups.Sum(g => g.Share), 9);
        try
        {
            var run = Simulation.Run(plan, world, new(4));
            Assert.DoesNotContain(findings, f => f.Severity == Severity.Mistake);
            Assert.True(run.Started.Sum() > 0);
        }
        catch (RefusedException refused)
        {
            Assert.NotEmpty(refused.Findings);
            Assert.All(refused.Findings, f => Assert.Equal(Severity.Mistake, f.Severity));
        }
    }

    [Theory]
    [InlineData("coaching-north")]
    [InlineData("work-programme")]
    [InlineData("qti-refund")]
    public void A_world_that_is_written_and_read_is_the_same(string name)
    {
        var drafted = WorldDraft.Of(LabModels.Plan(name).Model);
        var changed = drafted with
        {
            Economy = drafted.Economy with { Level = new(-1, Evidence.Seen, "a source") },
            Provider = drafted.Provider with { Margin = null, Credit = new(12.5, Evidence.Own) },
            FirstDay = drafted.DayOf(3),
        };
        var text = WorldJson.Write(changed);
        var (read, findings) = WorldJson.Read(text, drafted);
        Assert.Empty(findings);
        Assert.Equal(text, WorldJson.Write(read with
        {
            Provider = read.Provider with { Margin = null },
        }));
        Assert.Equal(new(-1, Evidence.Seen, "a source"), read.Economy.Level);
    }

    [Fact]
    public void One_number_is_changed_by_its_path()
    {
        var world = WorldDraft.Of(Hybrid.Model);
        var (changed, findings) = WorldJson.Set(
            world, "groups.hard.entry=3%", "provider.hour-cost = 52.5", "claimed=0.9", "intake=12",
            "first month=2027-03");
        Assert.Empty(findings);
        Assert.Equal(new(0.03, Evidence.Own), changed.Groups[0].Entry);
        Assert.Equal(new(52.5, Evidence.Own), changed.Provider.HourCost);
        Assert.Equal(new(0.9, Evidence.Own), changed.Claimed);
        Assert.Equal((12, Day.Of(2027, 3, 1)), (changed.Intake, changed.FirstDay));
        var own = WorldNumber.All(changed).Where(n => n.Get(changed).Tag == Evidence.Own).Select(n => n.Path);
        Assert.Equal(["intake", "claimed", "groups.hard.entry", "provider.hour cost"], own);
        Assert.Equal(WorldJson.Write(changed), WorldJson.Write(WorldJson.Read(WorldJson.Write(changed), world).World));
    }

    [Fact]
    public void All_mistakes_of_single_changes_come_in_one_go()
    {
        var (_, findings) = WorldJson.Set(
            WorldDraft.Of(Hybrid.Model), "groups.hart.entry=0.03", "nothing", "=1", "claimed=2", "provider.capital=1,5",
            "provider.margin=5 euros", "facts.job.wen=never");
        Assert.Equal(["P8501", "P8533", "P8533", "P8503", "P8502", "P8502", "P8501"], findings.Select(f => f.Code));
        Assert.Equal("the nearest is \"groups.hard.entry\".", findings[0].Hint());
        Assert.Equal("the nearest is \"facts.job.when\".", findings[^1].Hint());
        Assert.Equal("groups.hart.entry=0.03", findings[0].File);
    }

    [Fact]
    public void All_mistakes_of_a_file_come_in_one_go()
    {
        var (_, findings) = WorldJson.Read(
            """{ "claimed": 3, "groups": { "hard": { "entry": "much" } }, "follow": 1.5, "x": [1] }""",
            WorldDraft.Of(Hybrid.Model));
        Assert.Equal(["P8503", "P8502", "P8503", "P8501"], findings.Select(f => f.Code));
    }

    [Fact]
    public void Every_number_has_bounds_that_hold_in_a_drafted_world()
    {
        foreach (var model in (string[])["coaching-north", "work-programme", "qti-refund", "interview-service"])
        {
            var world = WorldDraft.Of(LabModels.Plan(model).Model);
            Assert.All(WorldNumber.All(world), n => Assert.InRange(n.Get(world).Value, n.Least, n.Most));
            Assert.Equal(WorldNumber.All(world).Count, WorldNumber.All(world).Select(n => n.Path).Distinct().Count());
        }
    }

    [Fact]
    public void A_world_refused_by_the_model_says_so_whatever_the_threads()
    {
        var world = WorldDraft.Of(Hybrid.Model);
        Assert.DoesNotContain(WorldCheck.Of(Hybrid, world), f => f.Severity == Severity.Mistake);
        var bad = world with { Groups = [.. world.Groups.Select(g => g with
        {
            Known = new Dictionary<string, string> { ["weak"] = "perhaps" },
        })] };
        var refused = Assert.Throws<RefusedException>(() => Simulation.Run(Hybrid, bad, new(128) { Threads = 2 }));
        Assert.Equal("P5007", refused.Findings[0].Code);
    }

    [Fact]
    public void Who_is_in_no_earlier_group_gets_a_label_that_no_earlier_group_has()
    {
        var model = LabModels.Model("""
            model labelled version 1
              in force  2027-01-01 to 2029-12-31
              money     EUR, each line rounded to 0.01 half up

            participants people
              known     education one of basic, secondary, higher, other
              start     "referred"
              window    follow-up lasts 12 months from start

            facts
              job  from day to day

            groups fixed at start
              first     when education is basic
              second    when education is secondary
              rest      otherwise

            measure work is days of job

            table by group
                        price
              first   3000.00
              second  2000.00
              rest    1000.00

            fee employed  outcome
              when      work reaches 90 days within follow-up
              pay       price
              once
            """);
        var world = WorldDraft.Of(model);
        Assert.Equal(["basic", "secondary", "higher"], world.Groups.Select(g => g.Known["education"]));
        var run = Simulation.Run(Plan.Compile(model), world, new(8));
        Assert.True(run.Started.Sum() > 0);
    }

    [Fact]
    public void A_group_that_the_model_would_not_see_is_refused()
    {
        var world = WorldDraft.Of(Hybrid.Model);
        var (changed, findings) = WorldJson.Set(world, "groups.easy.known.weak=yes");
        Assert.Empty(findings);
        var refused = Assert.Throws<RefusedException>(() => Simulation.Run(Hybrid, changed, new(8)));
        var finding = Assert.Single(refused.Findings);
        Assert.Equal(("P8565", "easy", "hard"), (finding.Code, finding.Arguments[0], finding.Arguments[1]));
    }
}
