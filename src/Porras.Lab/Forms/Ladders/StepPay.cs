namespace Porras.Lab;

/// <summary>What is wrong with paying for a step.</summary>
public enum StepDoubt
{
    /// <summary>A score step of one person is paid: mostly chance.</summary>
    PerPerson,

    /// <summary>The provider that is paid for the step collects the answers alone.</summary>
    MeasuredByPaid,

    /// <summary>Score steps carry more of the fee than they can bear.</summary>
    TooMuchOfTheFee,

    /// <summary>The instrument was not made for measuring change, or does not repeat well enough.</summary>
    WrongInstrument,

    /// <summary>The least change that is paid lies within what chance alone does.</summary>
    WithinChance,

    /// <summary>An event step rests on no register and no document of a third party.</summary>
    NoEvidence,
}

/// <summary>A step of a ladder that somebody wants to pay for.</summary>
public abstract record PaidStep
{
    private PaidStep()
    {
    }

    /// <summary>Something that happened or did not: a trial began, a level was passed, a subsidised job.</summary>
    /// <param name="ByThirdParty">Whether a register or a document of a third party shows it.</param>
    public sealed record Happening(bool ByThirdParty) : PaidStep;

    /// <summary>A change on an instrument.</summary>
    /// <param name="Instrument">The instrument.</param>
    /// <param name="PerPerson">Whether each person is paid for; if not, the mean of a group is.</param>
    /// <param name="People">How many people the group has, at least 1.</param>
    /// <param name="LeastChange">The least change that is paid, in deviations.</param>
    /// <param name="OfFee">The share of the whole fee that such steps carry, from 0 to 1.</param>
    /// <param name="MeasuredByPaid">Whether the provider that is paid collects the answers alone.</param>
    public sealed record Scored(
        Instrument Instrument, bool PerPerson, int People, double LeastChange, double OfFee, bool MeasuredByPaid)
        : PaidStep;
}

/// <summary>
/// What a step may be paid for. Steps that happened are paid like outcomes; steps of a score only for groups, with a
/// small part of the fee, and not on answers that the paid provider collects alone. The limits are assumptions.
/// </summary>
public static class StepPay
{
    /// <summary>The share of the fee from which on score steps deserve a second look.</summary>
    public const double CautiousShare = 0.10;

    /// <summary>The share of the fee that score steps may carry at most.</summary>
    public const double MostShare = 0.15;

    /// <summary>How the two shares are known.</summary>
    public const Evidence Tag = Evidence.Assumed;

    /// <summary>Everything that speaks against paying for a step; nothing if it may be paid for.</summary>
    /// <param name="step">The step.</param>
    public static IReadOnlyList<StepDoubt> Doubts(PaidStep step) => step switch
    {
        PaidStep.Happening happening => happening.ByThirdParty ? [] : [StepDoubt.NoEvidence],
        PaidStep.Scored scored => [.. Doubts(scored)],
        null => throw new ArgumentNullException(nameof(step)),
        var other => throw new ArgumentOutOfRangeException(nameof(step), other, "There is no such step."),
    };

    private static IEnumerable<StepDoubt> Doubts(PaidStep.Scored step)
    {
        if (step.PerPerson)
        {
            yield return StepDoubt.PerPerson;
        }

        if (step.MeasuredByPaid)
        {
            yield return StepDoubt.MeasuredByPaid;
        }

        if (Must.BeShare(step.OfFee) > MostShare)
        {
            yield return StepDoubt.TooMuchOfTheFee;
        }

        if (step.Instrument.Use != InstrumentUse.GroupChange)
        {
            yield return StepDoubt.WrongInstrument;
        }

        var people = step.PerPerson ? 1 : Must.BeAtLeast(1, step.People);
        if (step.Instrument.LeastChange95 is { } least && step.LeastChange < least.Greatest / Math.Sqrt(people))
        {
            yield return StepDoubt.WithinChance;
        }
    }
}
