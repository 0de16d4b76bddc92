namespace Porras;

/// <summary>What a fee, a limit or a measure reads exists for its owner: P4017 to P4020.</summary>
internal static class Readable
{
    private static readonly Part[] Dated = [Part.When, Part.OnlyIf, Part.Pay, Part.Often, Part.With];

    /// <summary>Names that are read where they have no value, or where their value belongs to someone else.</summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context)
    {
        foreach (var use in context.Uses.Where(u => u.Site.Part != Part.List))
        {
            if (context.Find(use) is not { } meaning || !use.Role.Fits(meaning))
            {
                continue;
            }

            var finding = Scope(use, meaning, context) ?? Tables(use, meaning, context);
            if (finding is not null)
            {
                yield return finding;
            }
        }

        foreach (var day in context.OwnDays)
        {
            if (day.Site.Owner is { } owner && !Shapes.CanRead(owner, new Owner.Participant()))
            {
                yield return Belongs(day.Name, new Owner.Participant(), owner);
            }
        }
    }

    /// <summary>A key as a table's first line writes it.</summary>
    public static string KeyText(TableKey key) => key switch
    {
        TableKey.Group => "group",
        TableKey.ContractYear => "contract year",
        TableKey.CalendarYear => "calendar year",
        TableKey.Dated => "date",
        TableKey.OfStep => "step",
        TableKey.Time => "time",
        TableKey.PlaceIn(Owner.Cohort(var name)) => "place in " + name.Text,
        TableKey.PlaceIn(var owner) => owner is Owner.Provider ? "place in provider" : "place in contract",
        TableKey.Named(var name) => name.Text,
        _ => throw new InvalidOperationException("Unknown key."),
    };

    private static Diagnostic? Scope(NameUse use, Meaning meaning, CheckContext context)
    {
        if (use.Site.Owner is not { } owner)
        {
            return null;
        }

        var scope = Shapes.ScopeOf(meaning, context.Names);
        if (meaning is Meaning.Fee)
        {
            return Fee(use, scope ?? owner, owner);
        }

        if (!Shapes.CanRead(owner, scope))
        {
            return Belongs(use.Name, scope!, owner);
        }

        var isTotal = meaning is Meaning.Measure && scope is not (null or Owner.Participant);
        return owner is Owner.Participant && isTotal && IsPaidOrReached(use)
            ? Diagnostic.At(use.Name.Place, "P4017", use.Name.Text, Written.Of(scope!)) : null;
    }

    // A participant's fee that multiplies by a provider's total would pay that total to each participant.
    private static bool IsPaidOrReached(NameUse use) =>
        (use.Site.Part == Part.Pay && use.Role is Role.Price or Role.PriceOrFee or Role.Quantity or Role.Measure)
        || (use.Site.Part == Part.When && use.Role == Role.Measure);

    // A larger owner may add up its participants' fees; whoever comes later cannot be asked by who came before.
    private static Diagnostic? Fee(NameUse use, Owner of, Owner reader) =>
        of == reader || (use.Site.Part == Part.Pay && of is Owner.Participant)
            ? null : Diagnostic.At(use.Name.Place, "P4019", use.Name.Text, Written.Of(of), Written.Of(reader));

    private static Diagnostic Belongs(Name name, Owner scope, Owner owner) =>
        Diagnostic.At(name.Place, "P4018", name.Text, Written.Of(scope), Written.Of(owner));

    private static Diagnostic? Tables(NameUse use, Meaning meaning, CheckContext context) =>
        meaning is not Meaning.TableColumn(var table, _) ? null
        : table.Keys.Where(k => !IsAtHand(k, use, context))
            .Select(k => Diagnostic.At(use.Name.Place, "P4020", use.Name.Text, KeyText(k))).FirstOrDefault();

    private static bool IsAtHand(TableKey key, NameUse use, CheckContext context) => key switch
    {
        TableKey.Group => use.Site.Part is not Part.Groups,
        TableKey.ContractYear or TableKey.CalendarYear or TableKey.Dated =>
            Dated.Contains(use.Site.Part) || IsSplit(use) || IsPeriod(key, use, context),
        TableKey.OfStep => use.Site is { Part: Part.Pay, Ladder: not null },
        TableKey.Time or TableKey.PlaceIn => use.Site.Part == Part.Pay,
        TableKey.Named(var name) => context.Names.Find(name) is not null || context.AnyColumn(name.Text) is null
            || IsColumnAtHand(name, use, context),
        _ => throw new InvalidOperationException("Unknown key."),
    };

    private static bool IsColumnAtHand(Name column, NameUse use, CheckContext context) =>
        (use.Site.Facts.Count > 0 && use.Site.Facts.All(f => ModelNames.ColumnOf(f, column.Text) >= 0))
        || use.Site.ForEach == column.Text
        || (use.Site.Quantity is { } quantity && Shapes.ForEachOf(quantity, context.Names) == column.Text);

    private static bool IsSplit(NameUse use) => use.Site is { Part: Part.Line, Owner: null };

    // A limit by contract year can be read by contract year: each of its periods lies in one.
    private static bool IsPeriod(TableKey key, NameUse use, CheckContext context) =>
        use.Site.Part == Part.Limit && context.Model.Limits
            .Where(l => TestUses.Of(l.Amount, Role.Price, use.Site).Any(u => u.Name.Place.Line == use.Name.Place.Line))
            .Any(l => key switch
            {
                TableKey.ContractYear => l.Period == Period.ContractYear,
                TableKey.CalendarYear =>
                    l.Period is Period.CalendarYear or Period.CalendarQuarter or Period.CalendarMonth,
                _ => false,
            });
}
