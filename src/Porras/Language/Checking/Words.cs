namespace Porras;

/// <summary>The words for things and units, to be filled into messages of any language.</summary>
internal static class Words
{
    /// <summary>The word for what a name stands for.</summary>
    public static string Of(Meaning meaning) => "@what." + meaning switch
    {
        Meaning.Window => "window",
        Meaning.Known => "known",
        Meaning.ProviderValue => "provider-value",
        Meaning.CohortValue => "cohort-value",
        Meaning.Fact(var kind, _) => kind.IsSpan ? "span-fact" : "day-fact",
        Meaning.FactColumn => "column",
        Meaning.Ladder => "ladder",
        Meaning.Cohort => "cohort",
        Meaning.Measure => "measure",
        Meaning.TableColumn => "table-column",
        Meaning.Fee => "fee",
        _ => throw new InvalidOperationException("Unknown meaning."),
    };

    /// <summary>The word for what a value holds.</summary>
    public static string Of(ValueKind kind) => "@unit." + kind switch
    {
        ValueKind.Number => "number",
        ValueKind.Money => "money",
        ValueKind.Percent => "share",
        ValueKind.Points => "points",
        ValueKind.Hours => "hours",
        ValueKind.Days or ValueKind.Weeks => "days",
        ValueKind.Months => "months",
        ValueKind.AWeek => "a-week",
        ValueKind.Day => "day",
        ValueKind.Name => "name",
        ValueKind.YesNo => "yes-no",
        ValueKind.OneOf => "one-of",
        _ => throw new InvalidOperationException($"Unknown kind {kind}."),
    };
}
