namespace Porras.Cli;

/// <summary>The form in which a command answers.</summary>
internal enum Output
{
    /// <summary>For people: tables on a terminal, aligned plain text in a pipe.</summary>
    Text,

    /// <summary>For programs.</summary>
    Json,

    /// <summary>For pages.</summary>
    Markdown,

    /// <summary>For spreadsheets.</summary>
    Csv,
}
