using System.Globalization;

namespace Porras.Exchange;

/// <summary>What came of checking a kit.</summary>
/// <param name="Kit">The kit; null if it could not be read.</param>
/// <param name="Findings">Everything that is wrong, or that a person should know.</param>
/// <param name="Settled">The kit as settled again; null if it could not be.</param>
public sealed record KitVerdict(Kit? Kit, IReadOnlyList<Diagnostic> Findings, Settled? Settled)
{
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
            findings.Add(Diagnostic.At(default, "P7309", kit.Fingerprint, fingerprint));
        }

        if (kit.Terms.Engine != Kit.EngineVersion)
        {
            findings.Add(Diagnostic.At(default, "P7306", kit.Terms.Engine, Kit.EngineVersion));
        }

        var again = KitRecount.Of(kit);
        if (again.Settled is not { } settled)
        {
            findings.Add(Diagnostic.At(default, "P7308"));
            return new(kit, [.. findings, .. again.Findings], null);
        }

        var hash = ModelHash.Of(settled.Plan.Model);
        if (hash != kit.Model.Hash)
        {
            findings.Add(Diagnostic.At(default, "P7310", kit.Model.Hash, hash));
        }

        if (!again.Lines.AsSpan().SequenceEqual(kit.Parts[Kit.LinesPart]))
        {
            findings.Add(FirstDifference(kit.Text(Kit.LinesPart), System.Text.Encoding.UTF8.GetString(again.Lines)));
        }

        return new(kit, findings, settled);
    }

    private static Diagnostic FirstDifference(string kit, string again)
    {
        var (a, b) = (kit.Split('\n'), again.Split('\n'));
        var line = 0;
        while (line < a.Length && line < b.Length && a[line] == b[line])
        {
            line++;
        }

        return Diagnostic.At(
            default,
            "P7307",
            (line + 1).ToString(CultureInfo.InvariantCulture),
            line < a.Length ? a[line] : "",
            line < b.Length ? b[line] : "");
    }
}
