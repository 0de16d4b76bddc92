using Porras.Lab;

namespace Porras.Tests;

/// <summary>Three engines of one world: persons, expectations, counts.</summary>
public sealed class EngineTests
{
    private const ulong Seed = 20271;
    private const int Times = 400;
    private static readonly Plan Hybrid = LabModels.Hybrid();

    public static TheoryData<string> Models => ["coaching-north", "work-programme", "jobpath"];

    [Theory]
    [MemberData(nameof(Models))]
    public void Persons_and_expectations_agree_within_four_errors(string model)
    {
        var world = LabModels.Calm(WorldDraft.Of(LabModels.Plan(model).Model)) with { Intake = 12, Follow = 24 };
        var chances = new Chances(world);
        var run = Lives(world, chances);
        var expected = Enumerable.Range(0, world.Groups.Count).Select(g => Expected(world, chances, g)).ToList();
        for (var g = 0; g < world.Groups.Count; g++)
        {
            var started = run.Sum(l => l.Started[g]);
            Assert.True(started > 100, "Too few to compare.");
            Within(run.Sum(l => l.Entered[g]), started, expected[g].Entered, 1);
            Within(run.Sum(l => l.JobMonths[g]), started, expected[g].Months, expected[g].Deviation);
        }
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(1.5)]
    public void They_agree_in_a_downturn_and_in_a_boom_too(double level)
    {
        var world = LabModels.Calm(WorldDraft.Of(Hybrid.Model)) with { Intake = 12 };
        world = world with { Economy = world.Economy with { Entry = Assumed.Of(0.2), Level = Assumed.Of(level) } };
        var calm = world with { Economy = world.Economy with { Persistence = Assumed.Of(0) } };
        var chances = new Chances(calm);
        var lives = new Individuals(calm, chances, Seed, Lanes.Widest, new()).Live(3, 0);
        var (started, entered) = (lives.Started.Sum(), lives.Entered.Sum());
        var sure = new Expectation(calm, chances);
        var expected = 0.0;
        for (var start = 0; start < calm.Intake; start++)
        {
            for (var g = 0; g < calm.Groups.Count; g++)
            {
                expected += calm.Groups[g].Share * lives.Surroundings.Starts[start]
                    * sure.Of(g, start, lives.Surroundings.Economy).Entered[^1];
            }
        }

        Assert.InRange(entered, expected - 4 * Math.Sqrt(expected), expected + 4 * Math.Sqrt(expected));
        Assert.InRange(started, 190, 210);
    }

    [Fact]
    public void Counts_have_the_distribution_of_persons()
    {
        var world = WorldDraft.Of(LabModels.Plan("coaching-north").Model) with { Intake = 12 };
        var chances = new Chances(world);
        var persons = Lives(world, chances);
        var counting = new CohortCounts(world, chances, Seed);
        var counts = Enumerable.Range(1, Times).Select(r => counting.Live((uint)(r + Times), 0)).ToList();
        Same([.. persons.Select(l => (double)l.Entered.Sum())], [.. counts.Select(c => (double)c.Entered.Sum())]);
        Same([.. persons.Select(l => (double)l.JobMonths.Sum())], [.. counts.Select(c => (double)c.JobMonths.Sum())]);
    }

    [Fact]
    public void A_big_employer_that_closes_costs_jobs()
    {
        var world = LabModels.Calm(WorldDraft.Of(Hybrid.Model)) with { Intake = 6, Follow = 24 };
        var closing = world with { Economy = world.Economy with { Closure = 12, Closed = Assumed.Of(0.5) } };
        var (with, without) = (Lives(closing, new(closing)), Lives(world, new(world)));
        Assert.True(with.Sum(l => l.JobMonths.Sum()) < 0.95 * without.Sum(l => l.JobMonths.Sum()));
        Assert.Equal(without.Sum(l => l.Started.Sum()), with.Sum(l => l.Started.Sum()));
        var sure = Expected(closing, new(closing), 0).Months;
        var deviation = Expected(closing, new(closing), 0).Deviation;
        Within(with.Sum(l => l.JobMonths[0]), with.Sum(l => l.Started[0]), sure, deviation);
    }

    [Fact]
    public void The_first_clients_of_a_large_provider_are_those_of_a_small_one()
    {
        var world = LabModels.Calm(WorldDraft.Of(Hybrid.Model)) with { Intake = 2 };
        var large = world with { Provider = world.Provider with { Clients = Assumed.Of(400) } };
        var (few, many) = (One(world with { Provider = world.Provider with { Clients = Assumed.Of(20) } }), One(large));
        Assert.Equal(few.Take(10), many.Take(10));

        static IReadOnlyList<string> One(World world)
        {
            var engine = new Individuals(world, new(world), Seed, Lanes.Widest, new());
            return [.. engine.Live(0, 0).History.Select(h => Convert.ToHexString(engine.Histories[h]))];
        }
    }

    private static List<Lives> Lives(World world, Chances chances)
    {
        var engine = new Individuals(world, chances, Seed, Lanes.Widest, new());
        return [.. Enumerable.Range(0, Times).Select(r => engine.Live((uint)r, 0))];
    }

    private static (double Entered, double Months, double Deviation) Expected(World world, Chances chances, int group)
    {
        var engine = new Expectation(world, chances);
        var (entered, months, squares) = (0.0, 0.0, 0.0);
        var economy = new byte[world.Months];
        Array.Fill(economy, (byte)Chances.PlaceOf(0));
        for (var start = 0; start < world.Intake; start++)
        {
            var sure = engine.Of(group, start, economy);
            entered += sure.Entered[^1] / world.Intake;
            months += sure.JobMonths / world.Intake;
            squares += sure.JobMonths * world.Follow / world.Intake;
        }

        // Months in jobs lie between none and all of them: this is the most that they can vary.
        return (entered, months, Math.Sqrt(squares - months * months));
    }

    private static void Within(long found, long of, double expected, double deviation)
    {
        var error = deviation * Math.Sqrt(Math.Max(expected * (deviation > 1 ? 1 : 1 - expected), 1e-9) / of);
        error = deviation > 1 ? deviation / Math.Sqrt(of) : error;
        Assert.InRange((double)found / of, expected - 4 * error, expected + 4 * error);
    }

    private static void Same(double[] some, double[] others)
    {
        var distance = TwoSamples.Distance(Sorted.Of(some), Sorted.Of(others));
        Assert.InRange(distance, 0, TwoSamples.Critical(some.Length, others.Length, 0.001));
    }
}
