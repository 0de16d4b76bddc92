namespace Porras;

/// <summary>How often a fee is paid fits its moments: P4029 to P4031.</summary>
internal static class Occurrences
{
    /// <summary>Fees that could pay several times what happens once, or join moments that do not go together.</summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context) =>
        context.Model.Fees.SelectMany(f => Fee(f, context));

    /// <summary>Whether a moment occurs at most once in an episode.</summary>
    public static bool IsOnce(Moment moment, CheckContext context) => moment.Event switch
    {
        MomentKind.Occurs(DayName.Named(var name)) => context.Names.Find(name) is not (Meaning.Fact or Meaning.Ladder),
        MomentKind.Occurs or MomentKind.Reaches => true,
        _ => false,
    };

    private static IEnumerable<Diagnostic> Fee(Declaration.Fee fee, CheckContext context)
    {
        if (fee.Often is not { } often || fee.When is not { } when)
        {
            yield break;
        }

        var joined = fee.Or.Concat(fee.And).ToList();
        if (often.Value is not HowOften.Once && joined.Count > 0)
        {
            yield return Diagnostic.At(joined[0].Mark.Place, "P4030", fee.Or.Count > 0 ? "or" : "and", fee.Name.Text);
        }
        else if (often.Value is not HowOften.Once && IsOnce(when.Value, context))
        {
            yield return Diagnostic.At(often.Mark.Place, "P4029", fee.Name.Text);
        }

        if (fee.Or.Count > 0 && fee.And.Count > 0)
        {
            yield return Diagnostic.At(fee.And[0].Mark.Place, "P4031", fee.Name.Text);
        }
    }
}
