using CsCheck;
using Porras.Lab;

namespace Porras.Tests;

/// <summary>Histories are kept once, and come about alike however they are found.</summary>
public sealed class HistoryTests
{
    private static readonly Plan Hybrid = LabModels.Hybrid();

    [Fact]
    public void Each_history_is_kept_once_and_comes_back_byte_by_byte() =>
        Gen.Select(Gen.Byte, Gen.Byte, Gen.Byte[0, 3], Gen.Byte, Gen.Select(Gen.Byte, Gen.Byte[1, 255]).Array[0, 9])
            .Array[1, 200].Sample(all =>
            {
                var histories = new Histories();
                var met = new Dictionary<string, int>();
                foreach (var (group, start, luck, more, happened) in all)
                {
                    byte[] bytes = [group, start, luck, more, .. happened.SelectMany(h => (byte[])[h.Item1, h.Item2])];
                    var place = histories.Place(bytes);
                    Assert.Equal(met.TryAdd(Convert.ToHexString(bytes), place) ? met.Count - 1 : place, place);
                    Assert.Equal(met[Convert.ToHexString(bytes)], place);
                    Assert.Equal(bytes, histories[place].ToArray());
                    Assert.Equal((group, start, luck | more << 8), Head(histories, place));
                }

                Assert.Equal(met.Count, histories.Count);
            }, iter: 200);

    [Fact]
    public void Marks_of_sixteen_and_of_one_lead_to_the_same_histories() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[1, 70], Gen.Double[0.005, 0.4], Gen.Double[0.01, 0.9], Gen.Int[-1, 40])
            .Sample((intake, follow, entry, lasting, closure) =>
            {
                var drafted = WorldDraft.Of(Hybrid.Model);
                var world = drafted with
                {
                    Intake = intake,
                    Follow = follow,
                    Claimed = Assumed.Of(0.5),
                    Groups = [.. drafted.Groups.Select((g, i) => g with
                    {
                        Entry = Assumed.Of(entry / (i + 1)), Lasting = Assumed.Of(lasting), Out = Assumed.Of(0.02),
                    })],
                    Economy = drafted.Economy with { Closure = closure },
                };
                Assert.Equal(Lived(world, Width.Scalar), Lived(world, Lanes.Widest));
            }, iter: 60);

    private static List<string> Lived(World world, Width width)
    {
        var engine = new Individuals(world, new(world), 5, width, new());
        return [.. Enumerable.Range(0, 2).SelectMany(r => engine.Live((uint)r, 1).History)
            .Select(h => Convert.ToHexString(engine.Histories[h]))];
    }

    private static (byte Group, byte Start, int Luck) Head(Histories histories, int place) =>
        ((byte)histories.GroupOf(place), (byte)histories.StartOf(place), histories.LuckOf(place));
}
