namespace Porras;

/// <summary>What a place of a model has room for.</summary>
internal enum Role
{
    Window,

    /// <summary><c>start</c> or <c>transfer</c>: a day of a participant's own, which is no name.</summary>
    OwnDay,
    Cohort,
    Fact,
    DayFact,
    SpanFact,
    Ladder,
    Measure,
    Fee,
    Day,
    Happening,
    Column,
    DayColumn,
    NameColumn,
    KnownValue,
    Flag,
    Labelled,
    Compared,
    Operand,
    Part,
    Whole,
    Price,
    PriceOrFee,
    Share,
    Quantity,
    Times,
    Key,
    Edge,
}

/// <summary>Which meanings fit a role, and the word for it.</summary>
internal static class Roles
{
    /// <summary>Whether a meaning fits a role, whatever value it holds.</summary>
    public static bool Fits(this Role role, Meaning meaning) => role switch
    {
        Role.Window => meaning is Meaning.Window,
        Role.Cohort => meaning is Meaning.Cohort,
        Role.Fact => meaning is Meaning.Fact,
        Role.DayFact => meaning is Meaning.Fact { Kind.IsSpan: false },
        Role.SpanFact => meaning is Meaning.Fact { Kind.IsSpan: true },
        Role.Ladder => meaning is Meaning.Ladder,
        Role.Measure => meaning is Meaning.Measure,
        Role.Fee => meaning is Meaning.Fee,
        Role.Day => meaning is Meaning.Fact or Meaning.Ladder or Meaning.Fee or Meaning.Known,
        Role.Happening => meaning is Meaning.Fact or Meaning.Fee or Meaning.Ladder,
        Role.Column or Role.DayColumn or Role.NameColumn => meaning is Meaning.FactColumn,
        Role.KnownValue => meaning is Meaning.Known,
        Role.OwnDay => false,
        Role.Flag => meaning is Meaning.FactColumn || IsGiven(meaning),
        Role.Labelled or Role.Compared or Role.Quantity or Role.Key =>
            meaning is Meaning.FactColumn or Meaning.Measure || IsGiven(meaning),
        Role.Part => meaning is Meaning.Measure || IsGiven(meaning),
        Role.Whole => meaning is Meaning.Measure or Meaning.TableColumn || IsGiven(meaning),
        Role.Operand or Role.Price or Role.Share =>
            meaning is Meaning.FactColumn or Meaning.Measure or Meaning.TableColumn || IsGiven(meaning),
        Role.PriceOrFee =>
            meaning is Meaning.FactColumn or Meaning.Measure or Meaning.TableColumn or Meaning.Fee || IsGiven(meaning),
        Role.Times => meaning is Meaning.TableColumn || IsGiven(meaning),
        Role.Edge => IsGiven(meaning),
        _ => throw new InvalidOperationException($"Unknown role {role}."),
    };

    /// <summary>Whether the value that a role wants can be of a kind; roles that want no value take any.</summary>
    public static bool Takes(this Role role, ValueKind kind) => role switch
    {
        Role.Day or Role.DayColumn => kind == ValueKind.Day,
        Role.NameColumn => kind == ValueKind.Name,
        Role.Flag => kind == ValueKind.YesNo,
        Role.Labelled => kind is ValueKind.OneOf or ValueKind.Number or ValueKind.YesNo,
        Role.Compared or Role.Operand or Role.Part or Role.Whole => IsMeasured(kind) || kind == ValueKind.Day,
        Role.Share => kind == ValueKind.Percent,
        Role.Quantity => IsMeasured(kind) && kind is not (ValueKind.Money or ValueKind.Percent or ValueKind.AWeek),
        Role.Times => kind == ValueKind.Number,
        _ => true,
    };

    /// <summary>The word for a role, to be filled into a message.</summary>
    public static string Word(this Role role) => "@role." + role switch
    {
        Role.DayFact => "day-fact",
        Role.SpanFact => "span-fact",
        Role.DayColumn => "day-column",
        Role.NameColumn => "name-column",
        Role.KnownValue => "known",
        Role.PriceOrFee => "price-or-fee",
        _ => role.ToString().ToLowerInvariant(),
    };

    /// <summary>Whether values of a kind can be added and compared by size.</summary>
    public static bool IsMeasured(ValueKind kind) =>
        kind is not (ValueKind.Day or ValueKind.Name or ValueKind.YesNo or ValueKind.OneOf);

    private static bool IsGiven(Meaning meaning) =>
        meaning is Meaning.Known or Meaning.ProviderValue or Meaning.CohortValue;
}
