namespace Porras;

/// <summary>What kind of change it is.</summary>
public enum ChangeKind
{
    /// <summary>Only the second model says it.</summary>
    Added,

    /// <summary>Only the first model says it.</summary>
    Removed,

    /// <summary>Both say it, with other words or another number.</summary>
    Changed,

    /// <summary>Both say it under another clause reference.</summary>
    Moved,

    /// <summary>Both say the same things in another order, and the order means something.</summary>
    Reordered,
}

/// <summary>One difference between two models, in words.</summary>
/// <param name="Kind">What kind of change it is.</param>
/// <param name="Declaration">Kind and name of the declaration as in the model: <c>fee employed</c>.</param>
/// <param name="What">What has changed, in words: <c>the fee "employed"</c>, <c>"Prices": weak, job-price</c>.</param>
/// <param name="Before">What the first model says; null if it says nothing.</param>
/// <param name="After">What the second model says; null if it says nothing.</param>
/// <param name="Clause">The clause reference, in the second model where it has one; null without one.</param>
public sealed record ModelChange(
    ChangeKind Kind, string Declaration, string What, string? Before, string? After, string? Clause)
{
    /// <summary>The change as one line.</summary>
    public string Text(Tongue tongue = Tongue.English)
    {
        var what = Clause is null ? What : $"{What} (§\u00a0{Clause})";
        return Kind switch
        {
            ChangeKind.Added => Texts.Format(tongue, "diff.added", what, After!),
            ChangeKind.Removed => Texts.Format(tongue, "diff.removed", what, Before!),
            ChangeKind.Changed => Texts.Format(tongue, "diff.changed", what, Before!, After!),
            ChangeKind.Moved => Texts.Format(tongue, "diff.moved", What, Before!, After!),
            ChangeKind.Reordered => Texts.Format(tongue, "diff.reordered", what, Before!, After!),
            _ => throw new InvalidOperationException($"Unknown change {Kind}."),
        };
    }
}
