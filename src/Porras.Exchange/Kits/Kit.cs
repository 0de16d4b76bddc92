using System.Security.Cryptography;
using System.Text;

namespace Porras.Exchange;

/// <summary>On what terms the lines of a kit were settled.</summary>
/// <param name="Engine">The version of the engine.</param>
/// <param name="Until">The day of settlement.</param>
/// <param name="Known">Only facts known by this day; null for all.</param>
/// <param name="Run">The name of the run that paid the difference; null for the whole entitlement.</param>
/// <param name="Locked">The last day that was locked; null if none was.</param>
/// <param name="IsPseudonymous">Whether participants are called by pseudonyms.</param>
public sealed record KitTerms(string Engine, int Until, int? Known, string? Run, int? Locked, bool IsPseudonymous);

/// <summary>
/// A recalculation kit: everything by which somebody else comes to the same lines, or sees that they do not.
/// </summary>
/// <remarks>
/// Parts, by name: the model's page (<c>model.md</c>, <c>model.porras</c> or <c>model.json</c>), the facts that count
/// (<c>facts/NAME.csv</c>), what was settled before (<c>settled.csv</c>, for a run of a book), and the lines
/// (<c>lines.csv</c>). The list of parts, <c>kit.json</c>, has their lengths and SHA-256 and the terms; its own hash is
/// the kit's fingerprint.
/// </remarks>
/// <param name="Terms">The terms.</param>
/// <param name="Model">The model's name, version and hash.</param>
/// <param name="Parts">The parts by name.</param>
public sealed record Kit(KitTerms Terms, ModelTag Model, IReadOnlyDictionary<string, byte[]> Parts)
{
    /// <summary>The name of the part with the lines.</summary>
    public const string LinesPart = "lines.csv";

    /// <summary>The name of the part with what was settled before.</summary>
    public const string SettledPart = "settled.csv";

    /// <summary>The folder of the facts.</summary>
    public const string FactsFolder = "facts/";

    private const int ShownMost = 120;

    /// <summary>The version of this engine.</summary>
    public static string EngineVersion { get; } = typeof(Plan).Assembly.GetName().Version!.ToString(3);

    /// <summary>SHA-256 of some bytes, as 64 lower-case hexadecimal digits.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The hash of the list of parts: whoever knows it knows the whole kit.</summary>
    public string Fingerprint => HashOf(KitList.Write(this));

    /// <summary>The name of the part with the model.</summary>
    public string ModelPart => Parts.Keys.First(p => p.StartsWith("model.", StringComparison.Ordinal));

    /// <summary>What stands in a kit as it may be shown: without control characters, and not too long.</summary>
    internal static string Shown(string text)
    {
        var plain = string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));
        return plain.Length <= ShownMost ? plain : plain[..ShownMost] + "…";
    }

    /// <summary>Whether a name is one that a part may have.</summary>
    internal static bool IsPart(string name) =>
        name is "model.md" or "model.porras" or "model.json" or LinesPart or SettledPart
        || (name.StartsWith(FactsFolder, StringComparison.Ordinal) && name.EndsWith(".csv", StringComparison.Ordinal)
            && name.AsSpan(FactsFolder.Length).IndexOfAny("/\\:") < 0);

    /// <summary>A part as text.</summary>
    internal string Text(string part) => Encoding.UTF8.GetString(Parts[part]);
}
