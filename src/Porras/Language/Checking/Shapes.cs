namespace Porras;

/// <summary>
/// What follows from how measures, tables and days are made: for whom they can be read, and by which kinds.
/// </summary>
/// <remarks>
/// A scope is an owner; null is read alike by every owner. Circles count as null here and are found elsewhere.
/// </remarks>
internal static class Shapes
{
    private const int Deepest = 50;

    /// <summary>The column by whose values a measure is counted; null without one.</summary>
    public static string? ForEachOf(Name measure, ModelNames names) =>
        names.Find(measure) is Meaning.Measure(var decl, _) ? ForEachOf(decl, names) : null;

    /// <summary>The column by whose values a measure is counted; null without one.</summary>
    public static string? ForEachOf(Declaration.Measure measure, ModelNames names) => ForEachOf(measure, names, 0);

    /// <summary>For whom the value of a name can be read; null for every owner.</summary>
    public static Owner? ScopeOf(Meaning meaning, ModelNames names) => ScopeOf(meaning, names, 0);

    /// <summary>Whose day it is; null for a day that is everyone's.</summary>
    public static Owner? ScopeOf(DayName day, ModelNames names) => ScopeOf(day, names, 0);

    /// <summary>Whose window it is; null for a window that is everyone's.</summary>
    public static Owner? ScopeOf(Frame frame, ModelNames names) => frame switch
    {
        Frame.Window(var name) => names.Find(name) is { } found ? ScopeOf(found, names, 0) : null,
        Frame.Around(_, _, var day) => ScopeOf(day, names, 0),
        _ => throw new InvalidOperationException("Unknown frame."),
    };

    /// <summary>Whether an owner can read what has a scope.</summary>
    public static bool CanRead(Owner reader, Owner? scope) =>
        scope is null or Owner.Contract || reader is Owner.Participant || reader == scope;

    /// <summary>The measures that a measure is made of directly.</summary>
    public static IEnumerable<Declaration.Measure> PartsOf(Declaration.Measure measure, ModelNames names) =>
        NamesOf(measure.Head).Select(names.Find).OfType<Meaning.Measure>().Select(m => m.Decl);

    /// <summary>
    /// Whether a measure counts facts, fees or participants by itself and is not made of other measures.
    /// </summary>
    public static bool IsCounted(MeasureHead head) => head is MeasureHead.DaysOf or MeasureHead.UnitsOf
        or MeasureHead.CountOf or MeasureHead.CountOfParticipants or MeasureHead.Aggregated { Fact: not null };

    /// <summary>Whether a measure goes through facts, fees or participants, which tests can leave out.</summary>
    public static bool HasRows(MeasureHead head) => IsCounted(head) || head is MeasureHead.Aggregated;

    private static IEnumerable<Name> NamesOf(MeasureHead head) => head switch
    {
        MeasureHead.Aggregated(_, var name, null) => [name],
        MeasureHead.Weighted(var terms) => terms.Select(t => t.Measure),
        MeasureHead.Less(var from, var what) => [from, .. NameOf(what)],
        MeasureHead.ShareOf(var part, var whole) => [part, .. NameOf(whole)],
        _ => [],
    };

    private static IEnumerable<Name> NameOf(Basis basis) => basis is Basis.Named(var name) ? [name] : [];

    private static string? ForEachOf(Declaration.Measure measure, ModelNames names, int depth) =>
        measure.ForEach is { } each ? each.Value.Text
        : depth > Deepest || measure.Head is MeasureHead.Weighted ? null
        : PartsOf(measure, names).Select(p => ForEachOf(p, names, depth + 1)).FirstOrDefault(e => e is not null);

    private static Owner? ScopeOf(Meaning meaning, ModelNames names, int depth) => meaning switch
    {
        _ when depth > Deepest => null,
        Meaning.Known => new Owner.Participant(),
        Meaning.ProviderValue => new Owner.Provider(),
        Meaning.CohortValue(_, var owner, _) => new Owner.Cohort(owner.Name),
        Meaning.Measure(var measure, _) => ScopeOf(measure, names, depth + 1),
        Meaning.TableColumn(var table, _) => ScopeOf(table, names, depth + 1),
        Meaning.Window(var window, _) => ScopeOf(window.Rule, names, depth + 1),
        Meaning.Fact or Meaning.Ladder => new Owner.Participant(),
        Meaning.Fee(var fee, _) => FeeUses.OwnerOf(fee),
        Meaning.FactColumn or Meaning.Cohort => null,
        _ => throw new InvalidOperationException("Unknown meaning."),
    };

    private static Owner? ScopeOf(Declaration.Measure measure, ModelNames names, int depth) =>
        measure.Over is { } over ? over.Value
        : measure.Head is MeasureHead.CountOfParticipants or MeasureHead.Aggregated { Fact: null } ? null
        : IsCounted(measure.Head) ? new Owner.Participant()
        : NamesOf(measure.Head).Concat(ClampNames(measure)).Select(names.Find).OfType<Meaning>()
            .Select(m => ScopeOf(m, names, depth)).Aggregate((Owner?)null, Narrower);

    private static IEnumerable<Name> ClampNames(Declaration.Measure measure) =>
        measure.Clamps.SelectMany(c => NameOf(c.Value.Value.Base))
            .Concat(measure.Head is MeasureHead.Weighted(var terms)
                ? terms.Select(t => t.Share).OfType<Share.Named>().Select(s => s.Name) : []);

    private static Owner? ScopeOf(Declaration.Table table, ModelNames names, int depth) =>
        table.Keys.Select(k => ScopeOf(k, names, depth)).Aggregate((Owner?)null, Narrower);

    private static Owner? ScopeOf(TableKey key, ModelNames names, int depth) => key switch
    {
        TableKey.Group or TableKey.OfStep => new Owner.Participant(),
        TableKey.Named(var name) => names.Find(name) is { } found ? ScopeOf(found, names, depth) : null,
        TableKey.ContractYear or TableKey.CalendarYear or TableKey.Dated or TableKey.Time or TableKey.PlaceIn => null,
        _ => throw new InvalidOperationException("Unknown key."),
    };

    private static Owner? ScopeOf(WindowRule rule, ModelNames names, int depth) => rule switch
    {
        WindowRule.Lasts(_, _, var day) => ScopeOf(day, names, depth),
        WindowRule.Between(var first, var last) => Narrower(ScopeOf(first, names, depth), ScopeOf(last, names, depth)),
        _ => throw new InvalidOperationException("Unknown window."),
    };

    private static Owner? ScopeOf(DayName day, ModelNames names, int depth) => day switch
    {
        DayName.Start or DayName.Transfer => new Owner.Participant(),
        DayName.Fixed => null,
        DayName.CloseOf(var cohort) => new Owner.Cohort(cohort),
        DayName.EndOf(var window) => names.Find(window) is { } found ? ScopeOf(found, names, depth + 1) : null,
        DayName.Named(var name) => names.Find(name) is { } found ? ScopeOf(found, names, depth + 1) : null,
        _ => throw new InvalidOperationException("Unknown day."),
    };

    private static Owner? Narrower(Owner? a, Owner? b) =>
        a is null or Owner.Contract ? b ?? a
        : b is null or Owner.Contract ? a
        : a == b ? a : new Owner.Participant();
}
