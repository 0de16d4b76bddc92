using System.Globalization;
using System.Text.RegularExpressions;
using Porras.Exchange;
using Porras.Lab;

namespace Porras.Web;

/// <summary>Numbers of a world as fields: what they are called, how they are shown and read.</summary>
/// <param name="words">The words of the reader.</param>
/// <param name="model">The model whose world it is.</param>
public sealed partial class LabFields(Wording words, ShelfModel model)
{
    private const int Decimals = 4;
    private readonly LabNumbers _numbers = new(words.Tongue, model.Currency);

    /// <summary>What a number is called, with its group where there are several.</summary>
    public string Label(WorldNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var label = Wording.Sentence(Texts.Get(words.Tongue, "world." + number.Key.Replace(' ', '-')));
        if (number.Key == "economy.season")
        {
            var month = int.Parse(number.Path.Split('.')[^1], CultureInfo.InvariantCulture);
            return $"{label} ({words["lab.months"].Split('|')[month - 1]})";
        }

        var name = number.Key.Contains('*', StringComparison.Ordinal) ? number.Path.Split('.')[1] : "all";
        var group = model.Model!.Groups?.All.FirstOrDefault(g => g.Name.Text == name);
        return name == "all" ? label
            : $"{label}: {(group?.Title?.Text is { Length: > 0 } title ? title : name)}";
    }

    /// <summary>The unit beside the field; empty for none.</summary>
    public string Unit(WorldNumber number) => number?.Kind switch
    {
        NumberKind.Share => "%",
        NumberKind.Money => _numbers.Unit,
        NumberKind.Months => words["lab.unit.months"],
        NumberKind.Hours => words["lab.unit.hours"],
        NumberKind.Count or NumberKind.Plain => "",
        _ => throw new ArgumentException("A number of no known kind.", nameof(number)),
    };

    /// <summary>A value as it stands in the field.</summary>
    public string Shown(WorldNumber number, double value) => double.IsNaN(value) ? ""
        : _numbers.Short(number?.Kind == NumberKind.Share ? value * 100 : value, Decimals);

    /// <summary>A value with its unit.</summary>
    public string Spoken(WorldNumber number, double value) => $"{Shown(number, value)}\u00a0{Unit(number)}".TrimEnd();

    /// <summary>What somebody wrote into the field, as programs write it; null if it is no number.</summary>
    public string? Read(WorldNumber number, string said)
    {
        ArgumentNullException.ThrowIfNull(number);
        return Read(words.Tongue, said) is { } value
            ? (number.Kind == NumberKind.Share ? value / 100 : value).ToString(CultureInfo.InvariantCulture) : null;
    }

    /// <summary>A number as people write it in a language, with or without a per cent sign; null if none.</summary>
    public static decimal? Read(Tongue tongue, string said)
    {
        ArgumentNullException.ThrowIfNull(said);
        var text = string.Concat(said.Where(c => !char.IsWhiteSpace(c))).TrimEnd('%').Replace('−', '-');
        text = tongue == Tongue.English && Thousands().IsMatch(text)
            ? text.Replace(",", "", StringComparison.Ordinal) : text.Replace(',', '.');
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    /// <summary>What a number may be, as a sentence.</summary>
    public string Expected(WorldNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return words[
            number.Kind is NumberKind.Months or NumberKind.Count ? "lab.expected.whole" : "lab.expected",
            Spoken(number, number.Least), Spoken(number, number.Most)];
    }

    [GeneratedRegex(@"^-?\d{1,3}(,\d{3})+(\.\d*)?$")]
    private static partial Regex Thousands();
}
