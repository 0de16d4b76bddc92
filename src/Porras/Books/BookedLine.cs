namespace Porras;

/// <summary>Which model a run was settled under.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Hash">The first twelve digits of its hash, see <see cref="Shorten"/>.</param>
public sealed record ModelTag(string Name, int Version, string Hash)
{
    private const int Digits = 12;

    /// <summary>As it stands in a file: name, version, digits of the hash.</summary>
    public override string ToString() => $"{Name} {Version} {Hash}";

    /// <summary>The digits of a hash that tell two models apart in a file.</summary>
    public static string Shorten(string hash) => hash[..Math.Min(hash.Length, Digits)];

    /// <summary>Reads what <see cref="ToString"/> wrote; null if it is something else.</summary>
    public static ModelTag? Parse(string text) =>
        text.Split(' ') is [var name, var version, var hash] && int.TryParse(version, out var number)
            ? new(name, number, hash) : null;
}

/// <summary>On what terms a run was settled; of an amended contract, each line under its own version.</summary>
/// <param name="Name">Its name; no two runs of a book have the same.</param>
/// <param name="Model">The model; null if the run does not say.</param>
/// <param name="Until">The day of settlement; null if the run does not say.</param>
/// <param name="Known">Only facts known by this day; null for all that was known then.</param>
public sealed record RunTerms(string Name, ModelTag? Model, int? Until, int? Known);

/// <summary>A version of the model under which a run settles.</summary>
/// <param name="Plan">The model, made ready.</param>
/// <param name="Data">The data set as read for it, with the facts that do not count too.</param>
/// <param name="Tag">Which version it is; null if the run does not say.</param>
public sealed record RunVersion(Plan Plan, DataSet Data, ModelTag? Tag);

/// <summary>A line that has been settled: it is never edited, only reversed by a later one.</summary>
/// <param name="Run">The run that settled it.</param>
/// <param name="Number">Its number in the run, from 1.</param>
/// <param name="Key">Which line it is; a reversal has that of the line it reverses.</param>
/// <param name="Earned">The earned day.</param>
/// <param name="Amount">The amount; that of a reversal is the opposite of the line it reverses.</param>
public sealed record BookedLine(RunTerms Run, int Number, LineKey Key, int Earned, Money Amount)
{
    /// <summary>The day it is booked on: in an open period, also where it was earned in a locked one.</summary>
    public int Booked { get; init; } = Earned;

    /// <summary>The day from which it may be invoiced.</summary>
    public int Payable { get; init; } = Earned;

    /// <summary>The fee's clause; empty if the model names none.</summary>
    public string Clause { get; init; } = "";

    /// <summary>The <see cref="Id"/> of the line it reverses; empty for a line that reverses none.</summary>
    public string Reverses { get; init; } = "";

    /// <summary>Why it differs from what was settled before, in words; empty for a line that is simply new.</summary>
    public string Because { get; init; } = "";

    /// <summary>The reason in words; empty if it was left out.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The file it came from; empty if it came from none.</summary>
    public string File { get; init; } = "";

    /// <summary>Its line in that file.</summary>
    public int FileLine { get; init; }

    /// <summary>How other lines name it: run and number.</summary>
    public string Id => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Run.Name}/{Number}");
}
