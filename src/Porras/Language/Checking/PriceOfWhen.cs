namespace Porras;

/// <summary>Prices that depend on a day: which day it is, and that it does not depend on itself.</summary>
internal static class PriceOfWhen
{
    /// <summary>
    /// Whether a fee's moment reads a table by date or year, so that the day of the price comes before it.
    /// </summary>
    public static bool IsRead(string fee, CheckContext context) =>
        context.UsesFrom(fee).Any(u => u.Site.Part == Part.When && IsDated(context.Find(u), context));

    /// <summary>Whether a name is read by a day: a table by date or year, or a table by a measure that is.</summary>
    public static bool IsDated(Meaning? meaning, CheckContext context) =>
        meaning is Meaning.TableColumn(var table, _) && table.Keys.Any(IsDated);

    /// <summary>Whether a key is read at the day of the price.</summary>
    public static bool IsDated(TableKey key) =>
        key is TableKey.Dated or TableKey.ContractYear or TableKey.CalendarYear;

    /// <summary>
    /// The price's day of a fee: its own, else the model's; null if neither is said or fits its owner.
    /// </summary>
    public static Said<Priced>? Of(Declaration.Fee fee, CheckContext context) =>
        fee.Priced ?? (context.Model.Header.Priced is not { } priced ? null
            : FeeUses.OwnerOf(fee) is not Owner.Participant && priced.Value.On is DayName.Start ? null : priced);
}
