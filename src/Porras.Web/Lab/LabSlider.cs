using Porras.Lab;

namespace Porras.Web;

/// <summary>A slider of the lab over one number of the world.</summary>
/// <param name="Number">The number.</param>
/// <param name="Group">The heading it stands under: <c>area</c>, <c>outcomes</c> or <c>provider</c>.</param>
/// <param name="Name">The model's group it is about; empty for none.</param>
/// <param name="From">Its left end.</param>
/// <param name="To">Its right end.</param>
/// <param name="Step">Its step.</param>
public sealed record LabSlider(WorldNumber Number, string Group, string Name, double From, double To, double Step)
{
    private static readonly (string Key, string Group, double From, double To, double Step)[] Offered =
    [
        ("provider.clients", "area", 10, 600, 10),
        ("volume.level", "area", 0.3, 1.3, 0.05),
        ("volume.spread", "area", 0, 0.6, 0.05),
        ("groups.*.entry", "outcomes", 0.002, 0.2, 0.002),
        ("groups.*.lasting", "outcomes", 0.1, 0.9, 0.05),
        ("economy.entry", "outcomes", 0, 0.6, 0.05),
        ("provider.capital", "provider", 0, 1000, 25),
        ("provider.credit", "provider", 0, 1000, 25),
        ("provider.delay", "provider", 0, 6, 1),
    ];

    /// <summary>The sliders of a world.</summary>
    public static IReadOnlyList<LabSlider> Of(World world) =>
    [
        .. from offer in Offered
           from number in WorldNumber.All(world)
           where number.Key == offer.Key
           let name = number.Key.Contains('*', StringComparison.Ordinal) ? number.Path.Split('.')[1] : ""
           select new LabSlider(number, offer.Group, name, offer.From, offer.To, offer.Step),
    ];

    /// <summary>The key of its label in the texts.</summary>
    public string Label => "world." + Number.Key.Replace(' ', '-');
}
