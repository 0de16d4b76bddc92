using System.Globalization;

namespace Porras.Lab;

/// <summary>What of a world is impossible, and what a person should know about it.</summary>
public static class WorldCheck
{
    private const double Whole = 1e-6;
    private const int MostLucky = 16;

    /// <summary>All mistakes and notes; without a mistake the world can be played through.</summary>
    public static IReadOnlyList<Diagnostic> Of(Plan plan, World world)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(world);
        var needs = ModelNeeds.Of(plan.Model);
        return
        [
            .. Numbers(world), .. Rules(plan, world), .. Missing(needs, world), .. Cohorts(plan),
            .. Horizon(needs, world),
        ];
    }

    /// <summary>The mistakes alone, which cost little to find: every run looks for them.</summary>
    public static IReadOnlyList<Diagnostic> Mistakes(Plan plan, World world)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(world);
        return [.. Numbers(world), .. Rules(plan, world), .. Cohorts(plan)];
    }

    /// <summary>The finding for a number that is not possible.</summary>
    internal static Diagnostic OutOfRange(WorldNumber number, double value) => Diagnostic.At(
        default, "P8503", number.Path, Write(value), Write(number.Least), Write(number.Most)) with
    {
        Variant = number.Kind is NumberKind.Months or NumberKind.Count ? "whole" : null,
    };

    private static bool IsOut(WorldNumber number, double value) =>
        !double.IsNaN(value) && (value < number.Least || value > number.Most);

    private static IEnumerable<Diagnostic> Numbers(World world)
    {
        var sum = world.Groups.Sum(g => g.Share);
        return
        [
            .. WorldNumber.All(world).Where(n => IsOut(n, n.Get(world))).Select(n => OutOfRange(n, n.Get(world))),
            .. Math.Abs(sum - 1) > Whole ? (Diagnostic[])[Diagnostic.At(default, "P8508", Write(sum))] : [],
        ];
    }

    private static IEnumerable<Diagnostic> Rules(Plan plan, World world)
    {
        foreach (var rule in world.Facts.Where(r => plan.Schema.Facts.All(f => f.Name != r.Name || f.IsLadder)))
        {
            yield return Diagnostic.At(
                default, "P8509", rule.Name, Nearest.To(rule.Name, [.. plan.Schema.Facts.Select(f => f.Name)]) ?? "");
        }

        if (world.Facts.Count(r => r.Chance is > 0 and < 1) > MostLucky)
        {
            yield return Diagnostic.At(default, "P8510", MostLucky.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static IEnumerable<Diagnostic> Missing(ModelNeeds needs, World world) => needs.Facts
        .Where(f => world.Facts.FirstOrDefault(r => r.Name == f.Name) is null or { When: FactTime.Never })
        .Select(f => Diagnostic.At(default, "P8511", f.Name));

    private static IEnumerable<Diagnostic> Cohorts(Plan plan) => plan.Schema.Cohorts
        .Where(c => c.Known.Count > 0)
        .Select(c => Diagnostic.At(default, "P8512", c.Name, c.Known[0].Name));

    private static IEnumerable<Diagnostic> Horizon(ModelNeeds needs, World world) => needs.Windows
        .Where(w => w.FromStart > (world.Follow + 1) * 31)
        .Select(w => Diagnostic.At(
            default, "P8513", w.Name, $"{Math.Round(w.FromStart!.Value / 30.4375)}",
            world.Follow.ToString(CultureInfo.InvariantCulture)));

    private static string Write(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
