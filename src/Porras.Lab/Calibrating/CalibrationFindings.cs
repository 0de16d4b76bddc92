using System.Globalization;

namespace Porras.Lab;

/// <summary>What stands in the way of a calibration.</summary>
internal static class CalibrationFindings
{
    /// <summary>Refuses a model that pays for no outcomes, and a world in which nobody starts.</summary>
    /// <exception cref="RefusedException">There is nothing to calibrate.</exception>
    public static void Refuse(Run run)
    {
        List<Diagnostic> found =
        [
            .. run.Plan.Fees.All(f => !f.Source.IsOutcome) ? (Diagnostic[])[Diagnostic.At(default, "P8574")] : [],
            .. run.Started.All(s => s == 0) ? (Diagnostic[])[Diagnostic.At(default, "P8566")] : [],
        ];
        if (found.Count > 0)
        {
            throw new RefusedException(found);
        }
    }

    /// <summary>
    /// Whether outcomes are paid for several participants together, so that one factor is all there can be.
    /// </summary>
    public static bool PaidTogether(Run run) => PriceFactors.Together(run.Plan.Model)
        .Any(f => run.ByFee[run.Plan.Fees.Index().First(p => p.Item.Source.Name.Text == f.Name.Text).Index] != 0);

    /// <summary>Everything there is to say of the factors.</summary>
    public static IReadOnlyList<Diagnostic> Of(
        Run run,
        CalibrationOptions options,
        bool together,
        IReadOnlyList<FoundFactor> factors,
        IReadOnlyList<GroupPrice> groups)
    {
        return
        [
            .. together && !options.Together && groups.Count > 1
                ? PriceFactors.Together(run.Plan.Model).Take(1).Select(f =>
                    Diagnostic.At(f.Name.Place, "P8571", f.Name.Text)) : [],
            .. factors.Select((f, i) => Finding(f.Problem, together ? null : groups[i])).OfType<Diagnostic>(),
        ];

        Diagnostic? Finding(FactorProblem problem, GroupPrice? group)
        {
            var margin = (options.Margin * 100).ToString("0.##", CultureInfo.InvariantCulture);
            string[] words = [group?.Name ?? "", margin, Write(FactorSearch.Most)];
            return problem switch
            {
                FactorProblem.None => null,
                FactorProblem.NoClients => At("P8567"),
                FactorProblem.NoOutcomes => At("P8568"),
                FactorProblem.OutputsSuffice => At("P8569"),
                FactorProblem.OutOfReach => At("P8570"),
                FactorProblem.NoCost => At("P8572"),
                _ => throw new InvalidOperationException($"Unknown problem {problem}."),
            };

            Diagnostic At(string code) => Diagnostic.At(default, code, words) with
            {
                Variant = string.IsNullOrEmpty(group?.Name) ? "all" : null,
            };
        }
    }

    private static string Write(double number) => number.ToString("0", CultureInfo.InvariantCulture);
}
