using System.Text;

namespace Porras.Exchange;

/// <summary>What came of checking a kit.</summary>
/// <param name="Kit">The kit; null if it could not be read.</param>
/// <param name="Findings">Everything that is wrong, or that a person should know.</param>
/// <param name="Settled">The kit as settled again; null if it could not be.</param>
public sealed record KitVerdict(Kit? Kit, IReadOnlyList<Diagnostic> Findings, Settled? Settled)
{
    /// <summary>The lines of the run, for the kit of a run; null for the kit of a whole entitlement.</summary>
    public IReadOnlyList<BookedLine>? Run { get; init; }

    /// <summary>How many lines there are, settled again.</summary>
    public long Count => Run?.Count ?? Settled?.Count ?? 0;

    /// <summary>Their total: of a run, the difference that it pays.</summary>
    public Money Total => Run?.Aggregate(Money.Zero, (sum, l) => sum + l.Amount) ?? Settled?.Total ?? Money.Zero;

    /// <summary>Whether the kit is as it was made, and its lines are those that this engine settles.</summary>
    public bool IsIdentical => Settled is not null && Findings.All(f => f.Severity != Severity.Mistake);
}

/// <summary>Recomputes a kit and compares.</summary>
public static class KitCheck
{
    /// <summary>Checks a kit: its parts, then its lines.</summary>
    /// <param name="from">The file.</param>
    /// <param name="fingerprint">The fingerprint it is to have; null if any will do.</param>
    /// <param name="bytesMost">How many bytes are unpacked at most.</param>
    public static KitVerdict Of(Stream from, string? fingerprint = null, long bytesMost = KitFile.BytesMost)
    {
        var (kit, found) = KitFile.Read(from, bytesMost);
        if (kit is null)
        {
            return new(null, found, null);
        }

        var findings = found.ToList();
        if (fingerprint is not null && !fingerprint.Equals(kit.Fingerprint, StringComparison.OrdinalIgnoreCase))
        {
            findings.Add(Diagnostic.At(default, "P7309", kit.Fingerprint, Kit.Shown(fingerprint)));
        }

        if (kit.Terms.Engine != Kit.EngineVersion)
        {
            findings.Add(Diagnostic.At(default, "P7306", Kit.Shown(kit.Terms.Engine), Kit.EngineVersion));
        }

        var again = KitRecount.Of(kit);
        if (again.Settled is not { } settled)
        {
            findings.Add(Diagnostic.At(default, "P7308"));
            return new(kit, [.. findings, .. again.Findings], null);
        }

        var tag = KitRecount.TagOf(settled.Plan.Model);
        if (tag != kit.Model)
        {
            findings.Add(Diagnostic.At(default, "P7310", Kit.Shown(kit.Model.ToString()), tag.ToString()));
        }

        if (!again.Lines.AsSpan().SequenceEqual(kit.Parts[Kit.LinesPart])
            && KitDifference.First(kit.Text(Kit.LinesPart), Encoding.UTF8.GetString(again.Lines)) is { } difference)
        {
            findings.Add(difference);
        }

        return new(kit, findings, settled) { Run = again.Run };
    }
}
