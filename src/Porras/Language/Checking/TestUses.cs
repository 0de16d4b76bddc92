namespace Porras;

/// <summary>The names that tests, days, windows and amounts use.</summary>
internal static class TestUses
{
    /// <summary>The word that stands for the participant's group in a test.</summary>
    public const string GroupWord = "group";

    /// <summary>The word for the day of start.</summary>
    public const string StartWord = "start";

    /// <summary>The word for the last day with the earlier provider.</summary>
    public const string TransferWord = "transfer";

    /// <summary>The names in lines of tests.</summary>
    public static IEnumerable<NameUse> Of(IEnumerable<Said<TestLine>> lines, Site site) =>
        lines.SelectMany(l => l.Value.Tests).SelectMany(t => Of(t, site));

    /// <summary>The names in one test.</summary>
    public static IEnumerable<NameUse> Of(Test test, Site site) => test switch
    {
        Test.Flag(var name, _) => [new(name, Role.Flag, site)],
        Test.HasLabel(var name, _, _) => name.Text == GroupWord ? [] : [new(name, Role.Labelled, site)],
        Test.Compares compares =>
        [
            new(compares.Name, Role.Compared, site),
            .. Of(compares.Value, Role.Operand, site),
            .. Of(compares.Within, site),
        ],
        Test.Exists(var name, _, var within) => [new(name, Role.Happening, site), .. Of(within, site)],
        Test.Lasts(var to, _, _, _) => to is { } column ? [new(column, Role.DayColumn, site)] : [],
        Test.Covers(var name) => [new(name, Role.Measure, site)],
        _ => throw new InvalidOperationException("Unknown test."),
    };

    /// <summary>The names of an amount; its base has a role of its own.</summary>
    public static IEnumerable<NameUse> Of(Amount amount, Role role, Site site)
    {
        foreach (var use in Of(amount.Share, site))
        {
            yield return use;
        }

        if (amount.Base is Basis.Named(var name))
        {
            yield return new(name, role, amount.ForEach is { } of ? site with { Quantity = of } : site);
        }

        if (amount.ForEach is { } quantity)
        {
            yield return new(quantity, Role.Quantity, site);
        }
    }

    /// <summary>The name of a share, if it is one.</summary>
    public static IEnumerable<NameUse> Of(Share? share, Site site) =>
        share is Share.Named(var name) ? [new(name, Role.Share, site)] : [];

    /// <summary>The names of a window as a clause says it.</summary>
    public static IEnumerable<NameUse> Of(Frame? frame, Site site) => frame switch
    {
        null => [],
        Frame.Window(var name) => [new(name, Role.Window, site)],
        Frame.Around(_, _, var day) => Of(day, site),
        _ => throw new InvalidOperationException("Unknown frame."),
    };

    /// <summary>The names of a day.</summary>
    public static IEnumerable<NameUse> Of(DayName? day, Site site) => day switch
    {
        null or DayName.Fixed => [],
        DayName.Start(var at) => [new(new(StartWord, at), Role.OwnDay, site)],
        DayName.Transfer(var at) => [new(new(TransferWord, at), Role.OwnDay, site)],
        DayName.EndOf(var window) => [new(window, Role.Window, site)],
        DayName.CloseOf(var cohort) => [new(cohort, Role.Cohort, site)],
        DayName.Named(var name) => [new(name, Role.Day, site)],
        _ => throw new InvalidOperationException("Unknown day."),
    };

    /// <summary>The name of an owner, if it is a cohort.</summary>
    public static IEnumerable<NameUse> Of(Owner? owner, Site site) =>
        owner is Owner.Cohort(var name) ? [new(name, Role.Cohort, site)] : [];
}
