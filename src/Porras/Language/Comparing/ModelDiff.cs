namespace Porras;

/// <summary>What has changed from one model to another, in words.</summary>
/// <remarks>
/// Declarations are matched by kind and name, clauses by what they say, rows of tables by their labels and cells by
/// their columns. Layout, comments and the order of declarations are no change, except where the order means something:
/// limits, fees of one day, groups and steps of an amount. A declaration with another name is one removed and one
/// added.
/// </remarks>
public static class ModelDiff
{
    /// <summary>The changes, in the order of the second model, what is gone first.</summary>
    /// <param name="before">The first model.</param>
    /// <param name="after">The second model.</param>
    /// <param name="tongue">The language of the words.</param>
    /// <returns>Empty if the models say the same.</returns>
    public static IReadOnlyList<ModelChange> Of(FeeModel before, FeeModel after, Tongue tongue = Tongue.English)
    {
        Speech first = new(before, tongue, titles: false), second = new(after, tongue, titles: false);
        return
        [
            .. SentenceChanges.Of(first, second),
            .. TableChanges.Of(first, second),
            .. Orders(first, second),
        ];
    }

    /// <summary>The changes one a line, or one line that says that the models say the same.</summary>
    public static string Text(IReadOnlyList<ModelChange> changes, Tongue tongue = Tongue.English) =>
        changes.Count == 0 ? Texts.Get(tongue, "diff.same") + "\n"
            : string.Concat(changes.Select(c => c.Text(tongue) + "\n"));

    private static IEnumerable<ModelChange> Orders(Speech before, Speech after)
    {
        (string Key, Func<FeeModel, IEnumerable<string>> Names)[] orders =
        [
            ("groups", m => m.Groups?.All.Select(g => g.Name.Text) ?? []),
            ("fees", m => m.Fees.Select(f => f.Name.Text)),
            ("limits", m => m.Limits.Select(ToldLimits.DeclarationOf)),
        ];
        foreach (var (key, names) in orders)
        {
            var (was, now) = (names(before.Model).ToList(), names(after.Model).ToList());
            var (stayedWas, stayedNow) = (was.Where(now.Contains).ToList(), now.Where(was.Contains).ToList());
            if (!stayedWas.SequenceEqual(stayedNow))
            {
                yield return new(ChangeKind.Reordered, key, Texts.Get(after.Tongue, "diff.what.order-of-" + key),
                    string.Join(", ", stayedWas), string.Join(", ", stayedNow), null);
            }
        }
    }
}
