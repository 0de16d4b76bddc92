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
        return
        [
            .. WorldNumber.All(world).Where(n => IsOut(n, n.Get(world))).Select(n => OutOfRange(n, n.Get(world))),
            .. Shares(world),
            .. Facts(plan, world),
            .. Horizon(plan, world),
        ];
    }

    /// <summary>The finding for a number that is not possible.</summary>
    internal static Diagnostic OutOfRange(WorldNumber number, double value) => Diagnostic.At(
        default, "P8503", number.Path, Write(value), Write(number.Least), Write(number.Most)) with
    {
        Variant = number.Kind is NumberKind.Months or NumberKind.Count ? "whole" : null,
    };

    private static bool IsOut(WorldNumber number, double value) =>
        !double.IsNaN(value) && (value < number.Least || value > number.Most);

    private static IEnumerable<Diagnostic> Shares(World world)
    {
        var sum = world.Groups.Sum(g => g.Share);
        return Math.Abs(sum - 1) > Whole ? [Diagnostic.At(default, "P8508", Write(sum))] : [];
    }

    private static IEnumerable<Diagnostic> Facts(Plan plan, World world)
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

        foreach (var fact in ModelNeeds.Of(plan.Model).Facts.Where(f =>
            world.Facts.FirstOrDefault(r => r.Name == f.Name) is null or { When: FactTime.Never }))
        {
            yield return Diagnostic.At(default, "P8511", fact.Name);
        }

        foreach (var cohort in plan.Schema.Cohorts.Where(c => c.Known.Count > 0))
        {
            yield return Diagnostic.At(default, "P8512", cohort.Name, cohort.Known[0].Name);
        }
    }

    private static IEnumerable<Diagnostic> Horizon(Plan plan, World world)
    {
        foreach (var window in ModelNeeds.Of(plan.Model).Windows)
        {
            if (window.FromStart is { } days && days > (world.Follow + 1) * 31)
            {
                yield return Diagnostic.At(
                    default, "P8513", window.Name, $"{Math.Round(days / 30.4375)}",
                    world.Follow.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private static string Write(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
