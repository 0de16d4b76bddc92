namespace Porras.Web;

/// <summary>How a form speaks of the words of the language: labels, choices, units.</summary>
/// <param name="words">The words of the app.</param>
/// <param name="fields">The form, for the titles of what is chosen.</param>
public sealed class FormWords(Wording words, ModelFields fields)
{
    private const string Gap = "…";

    /// <summary>The sections of a form in the order in which they are filled in, with their declarations.</summary>
    public static readonly (string Key, string[] Words)[] Sections =
    [
        ("contract", ["model"]),
        ("people", ["participants", "providers", "cohort"]),
        ("groups", ["groups"]),
        ("transition", ["transition"]),
        ("ladder", ["ladder"]),
        ("prices", ["table"]),
        ("fees", ["fee"]),
        ("limits", ["limit", "take", "split", "expect"]),
        ("counting", ["measure"]),
        ("facts", ["facts", ""]),
    ];

    private readonly Dictionary<string, string> _titles = fields.Parts
        .Where(p => p.Word != "table" && p.Name.Length > 0 && p.Field("title")?.Text is { Length: > 0 })
        .DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Field("title")!.Text, StringComparer.Ordinal);

    /// <summary>The currency of amounts; empty if it is not said.</summary>
    public string Currency { get; } = fields.Find("model/currency")?.Text is "EUR" ? "€"
        : fields.Find("model/currency")?.Text ?? "";

    /// <summary>The label of a value.</summary>
    public string Label(FormField field) => words[
        $"form.field.{field.Key}", field.Key == "title" && field.Of.Length > 0 ? words[$"form.in.{Language(field.Of)}"]
            : TitleOf(field.Of)];

    /// <summary>A phrase to choose; a value in it is a gap.</summary>
    public string Choice(FieldChoice choice)
    {
        var phrase = choice.Before + (choice.Inner is null ? "" : Gap) + choice.After;
        var key = phrase.Trim().Replace(' ', '-');
        if (Texts.Has($"web.form.choice.{key}"))
        {
            return words[$"form.choice.{key}"];
        }

        return Named(choice, " reaches ", "form.choice.reaches")
            ?? Named(choice, " reaches each new step", "form.choice.rises")
            ?? After(choice, "each ", "form.choice.each")
            ?? After(choice, "end of ", "form.choice.end-of")
            ?? TitleOf(phrase);
    }

    /// <summary>The title of what a name stands for; the name without one.</summary>
    public string TitleOf(string name) => _titles.GetValueOrDefault(name, name);

    /// <summary>A unit as the language of the reader has it.</summary>
    public string Unit(string unit)
    {
        var key = unit is "%" ? "percent" : unit is "a week" ? "a-week" : unit.TrimEnd('s') + "s";
        return Texts.Has($"web.form.unit.{key}") ? words[$"form.unit.{key}"] : unit;
    }

    /// <summary>What a declaration is called: its title, its name, or what it is.</summary>
    public string Heading(FormPart part) =>
        part.Word == "participants" ? $"{words["form.part.participants"]} ({part.Name})"
        : part.Word != "model" && part.Field("title") is { Text.Length: > 0 } title ? title.Text
        : part.Name.Length > 0 ? part.Name : words[$"form.part.{(part.Word.Length > 0 ? part.Word : "other")}"];

    private static string Language(string code) => code is "en" or "fi" or "sv" ? code : "other";

    // "work reaches …": the name before a verb.
    private string? Named(FieldChoice choice, string verb, string key) =>
        choice.After.Length == 0 && choice.Before.EndsWith(verb, StringComparison.Ordinal)
            ? words[key, TitleOf(choice.Before[..^verb.Length])] : null;

    // "end of service": the name behind some words, if nothing follows it.
    private string? After(FieldChoice choice, string before, string key) =>
        choice.Inner is null && choice.Before.StartsWith(before, StringComparison.Ordinal)
        && choice.Before[before.Length..] is var name && !name.Contains(' ', StringComparison.Ordinal)
            ? words[key, TitleOf(name)] : null;
}
