namespace Porras.Lab;

/// <summary>Whether the known values of a world's groups put a participant where they are meant to.</summary>
internal static class Placed
{
    /// <summary>
    /// One mistake for each group whose participants the model would put into another. Nothing is said of a model
    /// without groups, nor of one that also asks facts for the group: what is known at the start does not decide then.
    /// </summary>
    /// <param name="plan">The model.</param>
    /// <param name="world">The world, whose cells fit the model.</param>
    public static IReadOnlyList<Diagnostic> Check(Plan plan, World world)
    {
        if (plan.Model.Groups is not { } groups || !groups.All.All(g => IsKnown(plan.Model, g)))
        {
            return [];
        }

        var (template, _) = Template.Of(plan, world with { Facts = [] });
        if (template is null)
        {
            return [];
        }

        var names = groups.All.Select(g => g.Name.Text).ToList();
        var (until, findings) = (world.DayOf(world.Months), new List<Diagnostic>());
        var c = plan.NewCase(template.Data.Counting(int.MaxValue), until);
        for (var g = 0; g < world.Groups.Count; g++)
        {
            Settle.Begin(plan, c, g, 1, []);
            var wanted = world.Groups[g].Name;
            var got = c.Group < 0 ? "" : names[c.Group];
            if (got != wanted && names.Contains(wanted))
            {
                findings.Add(Diagnostic.At(default, "P8565", wanted, got) with
                {
                    Variant = got.Length == 0 ? "none" : null,
                });
            }
        }

        return findings;
    }

    private static bool IsKnown(FeeModel model, Group group)
    {
        var known = (model.Participants?.Known ?? []).SelectMany(k => k.Value).Select(c => c.Name.Text).ToHashSet();
        return group.When is null || group.When.Tests.All(t => t switch
        {
            Test.Flag(var name, _) => known.Contains(name.Text),
            Test.HasLabel(var name, _, _) => known.Contains(name.Text),
            Test.Compares(var name, _, _, _, _, _) => known.Contains(name.Text),
            Test.Exists or Test.Lasts or Test.Covers => false,
            _ => throw new ArgumentException($"Unknown test {t}.", nameof(group)),
        });
    }
}
