namespace Porras.Store;

/// <summary>In which form a model's text is.</summary>
public enum ModelForm
{
    /// <summary>A Markdown page with the model in its blocks.</summary>
    Page,

    /// <summary>The text of the model alone.</summary>
    Text,

    /// <summary>Canonical JSON.</summary>
    Json,
}

/// <summary>A model of an organisation: a name under which versions follow each other.</summary>
public sealed class StoredModel
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>Its name; no two of an organisation have the same.</summary>
    public required string Name { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A version of a model. It is never changed and never deleted.</summary>
public sealed class ModelVersion
{
    /// <summary>Its number in the store.</summary>
    public long Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>The model.</summary>
    public required long ModelId { get; init; }

    /// <summary>Which version it is, from 1 in the order in which they were saved.</summary>
    public required int Number { get; init; }

    /// <summary>In which form the text is.</summary>
    public required ModelForm Form { get; init; }

    /// <summary>The text, letter by letter as it was saved.</summary>
    public required string Text { get; init; }

    /// <summary>SHA-256 of the text (UTF-8).</summary>
    public required string TextHash { get; init; }

    /// <summary>The model's identity, <see cref="Porras.ModelHash"/>; null for a draft with mistakes.</summary>
    public required string? Hash { get; init; }

    /// <summary>What the author says of it.</summary>
    public required string Note { get; init; }

    /// <summary>Who saved it; null for the command line.</summary>
    public required string? PersonId { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>That a version is frozen: it may be signed, and no version can be thawed.</summary>
public sealed class ModelFreeze
{
    /// <summary>The version.</summary>
    public required long VersionId { get; init; }

    /// <summary>Who froze it; null for the command line.</summary>
    public required string? PersonId { get; init; }

    /// <summary>When it was frozen.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A run of the lab: enough to run it again.</summary>
public sealed class LabRun
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>Under which model it ran.</summary>
    public required long VersionId { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>How it was run, as JSON.</summary>
    public required string Options { get; init; }

    /// <summary>What was assumed, as JSON (<see cref="Porras.Lab.WorldJson"/>).</summary>
    public required string World { get; init; }

    /// <summary>Who ran it; null for the command line.</summary>
    public required string? PersonId { get; init; }

    /// <summary>When it was run.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>An entry of the log. It is never changed and never deleted; see <see cref="LogChain"/>.</summary>
public sealed record LogEntry
{
    /// <summary>Its number: 1, 2, 3 … without a gap.</summary>
    public required long Number { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>In which organisation; null where none is concerned.</summary>
    public required long? OrganisationId { get; init; }

    /// <summary>Who did it; null for the command line.</summary>
    public required string? PersonId { get; init; }

    /// <summary>What was done, as a word such as <c>data-imported</c>.</summary>
    public required string Act { get; init; }

    /// <summary>What it was done to, such as <c>data set 12</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>More of it as JSON, such as the hash of what was kept.</summary>
    public required string Details { get; init; }

    /// <summary>The hash of the entry before; empty for the first.</summary>
    public required string Before { get; init; }

    /// <summary>The hash of this entry.</summary>
    public required string Hash { get; init; }
}
