using Porras.Exchange;
using Porras.Lab;

namespace Porras.Tests;

/// <summary>Every word that any study of any model can need is there, in each language.</summary>
public sealed class StudyTextTests
{
    private static readonly Tongue[] Tongues = Enum.GetValues<Tongue>();

    private static World Widest
    {
        get
        {
            var drafted = WorldDraft.Of(LabModels.Hybrid().Model);
            return drafted with { Ladder = new(), Growth = new() };
        }
    }

    public static TheoryData<string> Keys() =>
    [
        .. WorldNumber.All(Widest).Select(n => "world." + n.Key.Replace(' ', '-')).Distinct(),
        .. Enum.GetValues<FactTime>().Select(t => "study.fact." + Lower(t)),
        .. Enum.GetValues<RiskSource>().Select(s => "study.risk." + Lower(s)),
        .. Enum.GetValues<Remedy>().Select(r => "plan.remedy." + Lower(r)),
        .. Enum.GetValues<Evidence>().Select(e => "study.tag." + char.ToLowerInvariant(new Assumed(0, e).Letter)),
        .. Porras.Lab.Scenario.Usual.Select(s => "study.scenario." + s.Name),
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_word_is_said_in_three_languages(string key)
    {
        Assert.All(Tongues, t => Assert.Contains(key, Texts.Keys(t)));
        var words = Tongues.Select(t => Texts.Get(t, key)).ToList();
        Assert.True(words.Distinct().Count() == Tongues.Length, $"{key}: {string.Join(" / ", words)}");
    }

    [Fact]
    public void Every_source_of_a_drafted_world_is_told_in_the_readers_language()
    {
        var models = Repository.Pages("models").Select(p => LabModels.Plan(Path.GetFileNameWithoutExtension(p)).Model);
        var hybrid = LabModels.Hybrid();
        var planned = CostPlan.Planned(Simulation.Run(hybrid, WorldDraft.Of(hybrid.Model), new(4)));
        var worlds = models.Select(WorldDraft.Of).Append(Widest).Append(planned);
        var sources = worlds.SelectMany(w => WorldNumber.All(w).Select(n => n.Get(w).Source))
            .Where(s => s.Length > 0).ToHashSet();
        var told = Texts.Keys(Tongue.English).Where(k => k.StartsWith("world.source.", StringComparison.Ordinal))
            .ToDictionary(k => Texts.Get(Tongue.English, k));
        Assert.All(sources, s => Assert.Contains(s, told.Keys));
        Assert.All(sources, s => Assert.All(
            Tongues.Where(t => t != Tongue.English), t => Assert.NotEqual(s, Texts.Get(t, told[s]))));
        Assert.True(sources.Count >= 9, string.Join("; ", sources));
    }

    private static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
