using System.Globalization;

namespace Porras.Lab;

/// <summary>Which models can be planned for: those whose cash is affine in the share for outcomes.</summary>
internal static class SharePlanCheck
{
    /// <summary>The model has fees of both kinds, and no rule of it joins the pay of several participants.</summary>
    /// <exception cref="RefusedException">It cannot be planned for.</exception>
    public static void Model(Plan plan)
    {
        Diagnostic? finding =
            plan.Fees.All(f => f.Source.IsOutcome) ? Diagnostic.At(default, "P8560")
            : plan.Fees.All(f => !f.Source.IsOutcome) ? Diagnostic.At(default, "P8561")
            : plan.SecondLimits is [var limit, ..] ? Diagnostic.At(
                limit.Source.Mark.Place, "P8562", limit.Source.Mark.Place.Line.ToString(CultureInfo.InvariantCulture))
            : Elsewhere(plan);
        if (finding is not null)
        {
            throw new RefusedException([finding]);
        }
    }

    /// <summary>Both kinds of fees pay something in this world.</summary>
    /// <exception cref="RefusedException">One pays nothing, so nothing can be moved.</exception>
    public static void Pay(Plan plan, SharePaths paths)
    {
        if (Enumerable.Range(0, paths.Years).Any(y => paths.Outputs[y] > 0 && paths.Outcomes[y] > 0))
        {
            return;
        }

        var isOutcome = paths.Outcomes.All(p => p <= 0);
        var fee = plan.Fees.First(f => f.Source.IsOutcome == isOutcome).Source;
        throw new RefusedException([Diagnostic.At(fee.Name.Place, "P8564", fee.Name.Text)]);
    }

    // Payments are put into the contract year of the start or of the day on which they are earned.
    private static Diagnostic? Elsewhere(Plan plan)
    {
        var fee = plan.Fees.Select(f => f.Source).FirstOrDefault(f =>
            (f.Priced ?? plan.Model.Header.Priced)?.Value.On is not (null or DayName.Start));
        return fee is null ? null : Diagnostic.At(fee.Name.Place, "P8563", fee.Name.Text);
    }
}
