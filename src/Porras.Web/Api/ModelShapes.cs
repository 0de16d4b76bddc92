using System.ComponentModel;
using Porras.Store;

namespace Porras.Web;

/// <summary>A model of one's own, in a list.</summary>
public sealed record ModelItem(
    [property: Description("The reference of its latest version, whichever it is.")] string Reference,
    string Name,
    [property: Description("The number of the latest version.")] int Latest,
    [property: Description("The identity of the latest version; null for a draft with mistakes.")] string? Hash,
    [property: Description("When the latest version was frozen; null: it is a draft.")] DateTimeOffset? FrozenAt,
    [property: Description("When the latest version was saved.")] DateTimeOffset At);

/// <summary>A version of a model.</summary>
public sealed record VersionAnswer(
    [property: Description("The reference of this version.")] string Reference,
    [property: Description("Its number in the store, by which the log and settlements name it.")] long Id,
    [property: Description("Its number in the model, from 1.")] int Number,
    [property: Description("In which form the text is.")] ModelForm Form,
    [property: Description("SHA-256 of the text (UTF-8).")] string TextHash,
    [property: Description("The model's identity; null for a draft with mistakes.")] string? Hash,
    [property: Description("What its author says of it.")] string Note,
    [property: Description("Who saved it; null for the command line.")] string? Person,
    DateTimeOffset At)
{
    /// <summary>A version as it is shown.</summary>
    public static VersionAnswer Of(ModelVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return new(
            $"own-{version.ModelId}-{version.Number}", version.Id, version.Number, version.Form, version.TextHash,
            version.Hash, version.Note, version.PersonId, version.At);
    }
}

/// <summary>A model with its text.</summary>
public sealed record ModelAnswer(
    string Reference,
    [property: Description("The title in the reader's language; the name for a draft with mistakes.")] string Title,
    [property: Description("In which form the text is.")] ModelForm Form,
    string Text,
    [property: Description("The version; null for a model of the gallery.")] VersionAnswer? Version,
    [property: Description("When this version was frozen; null: it is a draft, or of the gallery.")]
    DateTimeOffset? FrozenAt)
{
    /// <summary>A model as it is shown.</summary>
    public static ModelAnswer Of(ShelfModel model, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new(
            model.Reference, model.TitleIn(tongue), model.Form, model.Text,
            model.Own is { } own ? VersionAnswer.Of(own.Version) : null, model.Own?.FrozenAt);
    }
}

/// <summary>A model to begin.</summary>
public sealed record NewModel(
    [property: Description("Its name, 1 to 100 letters; no two of an organisation have the same.")] string Name,
    [property: Description("The text, at most 200,000 letters. Mistakes are kept too: it is a draft then.")]
    string Text,
    ModelForm Form = ModelForm.Text,
    [property: Description("What you say of it.")] string Note = "");

/// <summary>A version to save.</summary>
public sealed record NewVersion(
    [property: Description("The text, at most 200,000 letters. Mistakes are kept too: it is a draft then.")]
    string Text,
    ModelForm Form = ModelForm.Text,
    [property: Description("What you say of it.")] string Note = "");

/// <summary>What was found in a text.</summary>
public sealed record CheckAnswer(
    [property: Description("The name in the text; null where there are mistakes.")] string? Model,
    int? Version,
    [property: Description("The identity; null where there are mistakes.")] string? Hash,
    [property: Description("Every mistake; or, for a text without any, advice.")] IReadOnlyList<Finding> Findings);

/// <summary>A model in sentences and tables.</summary>
public sealed record ExplanationAnswer(string Title, string Language, IReadOnlyList<SectionAnswer> Sections);

/// <summary>A section of an explanation.</summary>
public sealed record SectionAnswer(
    [property: Description("What it is about, the same in every language: facts, fees …")] string Key,
    string Title,
    IReadOnlyList<ToldAnswer> Items);

/// <summary>What is told of one declaration.</summary>
public sealed record ToldAnswer(
    string Declaration, string? Heading, IReadOnlyList<SentenceAnswer> Sentences, TableAnswer? Table);

/// <summary>A sentence with its clause.</summary>
public sealed record SentenceAnswer(string Declaration, string Part, string Text, string? Clause);

/// <summary>A table, already in the reader's words and numbers.</summary>
public sealed record TableAnswer(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A change between two models, in words.</summary>
public sealed record ChangeAnswer(
    [property: Description("added, removed, changed, moved or reordered.")] string Kind,
    string Declaration,
    string What,
    string? Before,
    string? After,
    string? Clause);

/// <summary>What a model can cost at the most; null where nothing bounds it. Amounts have a decimal point.</summary>
public sealed record BoundsAnswer(
    string? Participant, string? Contract, string? LastDay, IReadOnlyList<FeeBoundAnswer> Fees);

/// <summary>What a fee can cost at the most.</summary>
public sealed record FeeBoundAnswer(string Fee, long? Times, string? Each, string? Total, string? LastDay);
