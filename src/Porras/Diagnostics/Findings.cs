namespace Porras;

/// <summary>A growing list of diagnostics: everything that is wrong is reported in one run.</summary>
public sealed class Findings
{
    private readonly List<Diagnostic> _all = [];

    /// <summary>What has been found so far, in order of finding.</summary>
    public IReadOnlyList<Diagnostic> All => _all;

    /// <summary>Whether any finding is a mistake.</summary>
    public bool HasMistakes => _all.Exists(d => d.Severity == Severity.Mistake);

    /// <summary>Adds a finding.</summary>
    public void Add(Diagnostic finding) => _all.Add(finding);

    /// <summary>Adds a finding at a place.</summary>
    public void Add(Place place, string code, params string[] arguments) =>
        _all.Add(Diagnostic.At(place, code, arguments));

    /// <summary>Adds a finding about a name that is not known, with the nearest valid word as the hint.</summary>
    public void AddNear(Place place, string code, string found, IEnumerable<string> valid, params string[] more)
    {
        var near = Nearest.To(found, valid);
        var finding = Diagnostic.At(place, code, [found, .. more, near ?? ""]);
        _all.Add(near is null ? finding : finding with { Variant = "near" });
    }

    /// <summary>Adds all findings of another list.</summary>
    public void AddRange(IEnumerable<Diagnostic> findings) => _all.AddRange(findings);
}
