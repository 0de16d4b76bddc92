namespace Porras;

/// <summary>What fees ask for: a value of a measure, and how long that takes at least.</summary>
internal static class Reached
{
    private const double DaysOfMonth = 30.4;

    /// <summary>The measure and the value of a fee's first moment; null if it asks for none.</summary>
    public static (Name Measure, Amount Value)? Of(Declaration.Fee fee) => fee.When?.Value.Event switch
    {
        MomentKind.Reaches(var measure, _, _, var value) => (measure, value),
        MomentKind.EachBlock(var value, _, var measure) => (measure, value),
        _ => null,
    };

    /// <summary>About how many days a literal of days or months is; null for another unit.</summary>
    public static double? Days(Literal literal) => literal.Unit switch
    {
        UnitWord.Days or UnitWord.Weeks => (double)literal.Plain.Numerator / (double)literal.Plain.Denominator,
        UnitWord.Months or UnitWord.Years =>
            DaysOfMonth * (double)literal.Plain.Numerator / (double)literal.Plain.Denominator,
        _ => null,
    };

    /// <summary>About how many days a duration is.</summary>
    public static double Days(Duration duration) => duration.InMonths ? DaysOfMonth * duration.Months : duration.Days;

    /// <summary>
    /// About how many days of a measure a fee asks for; null if that is not known or no matter of days.
    /// </summary>
    public static double? DaysOf(Declaration.Fee fee, CheckContext context)
    {
        if (Of(fee) is not var (measure, value) || context.Measure(measure) is not { Head: MeasureHead.DaysOf }
            || value is not { Share: null, Times: null, ForEach: null })
        {
            return null;
        }

        return value.Base switch
        {
            Basis.Written(var literal) => Days(literal),
            Basis.Named(var name) when context.Names.Find(name) is Meaning.TableColumn(var table, var column) =>
                table.Rows.Select(r => r.Cells[column]).OfType<Literal>().Select(Days).Min(),
            _ => null,
        };
    }
}
