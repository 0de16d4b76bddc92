namespace Porras;

/// <summary>Every participant is in one group, known on the day of start: P3021, P4037 to P4039.</summary>
internal static class GroupRules
{
    /// <summary>
    /// Groups that nobody can be in or that leave someone out, and tests that ask for what comes later.
    /// </summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context) =>
    [
        .. context.Model.Groups is { } groups ? Groups(groups) : [],
        .. Later(context),
    ];

    private static IEnumerable<Diagnostic> Groups(Declaration.Groups groups)
    {
        if (groups.All.Count == 0)
        {
            yield break;
        }

        if (groups.All.All(g => g.When is not null))
        {
            yield return Diagnostic.At(groups.All[^1].Name.Place, "P3021", groups.All[^1].Name.Text);
        }

        for (var i = 0; i < groups.All.Count; i++)
        {
            var group = groups.All[i];
            if (group.When is null && i < groups.All.Count - 1)
            {
                yield return Diagnostic.At(group.Name.Place, "P4037", group.Name.Text, groups.All[i + 1].Name.Text);
                yield break;
            }

            var earlier = groups.All.Take(i).FirstOrDefault(e => e.When is { } tests && group.When is { } own
                && Implication.Implies(own, tests));
            if (earlier is not null)
            {
                yield return Diagnostic.At(group.Name.Place, "P4038", group.Name.Text, earlier.Name.Text);
            }
        }
    }

    // On the day of start only what lies before it is known.
    private static IEnumerable<Diagnostic> Later(CheckContext context)
    {
        var tests = new[]
        {
            context.Model.Participants?.OnlyIf.SelectMany(l => l.Value.Tests) ?? [],
            context.Model.Groups?.All.SelectMany(g => g.When?.Tests ?? []) ?? [],
        };
        foreach (var test in tests.SelectMany(t => t))
        {
            var finding = test switch
            {
                Test.Compares(var name, _, _, var value, _, var within) =>
                    Late(name, within, context)
                    ?? (value.Base is Basis.Named(var other) ? Late(other, null, context) : null),
                Test.HasLabel(var name, _, _) => Late(name, null, context),
                Test.Exists(var name, _, var within) => context.Fee(name) is not null || !IsBefore(within, context)
                    ? Diagnostic.At(name.Place, "P4039", name.Text) : null,
                _ => null,
            };
            if (finding is not null)
            {
                yield return finding;
            }
        }
    }

    private static Diagnostic? Late(Name name, Frame? within, CheckContext context) =>
        context.Measure(name) is { } measure && !IsBefore(within, context) && !IsBefore(measure, context, 0)
            ? Diagnostic.At(name.Place, "P4039", name.Text) : null;

    private static bool IsBefore(Declaration.Measure measure, CheckContext context, int depth)
    {
        if (measure.Within is { } within)
        {
            return IsBefore(within.Value, context);
        }

        var parts = Shapes.PartsOf(measure, context.Names).ToList();
        return depth < 20 && !Shapes.IsCounted(measure.Head) && measure.Over is null
            && parts.TrueForAll(p => IsBefore(p, context, depth + 1));
    }

    private static bool IsBefore(Frame? frame, CheckContext context) => frame switch
    {
        null => false,
        Frame.Around(_, var side, var day) => side == Side.Before && day is DayName.Start,
        Frame.Window(var name) => context.Names.Find(name) is not Meaning.Window(var window, _)
            || window.Rule is WindowRule.Lasts(_, Side.Before, DayName.Start),
        _ => throw new InvalidOperationException("Unknown frame."),
    };
}
