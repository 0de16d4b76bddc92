namespace Porras.Lab;

/// <summary>How a number is known. The tag stays with the number wherever it is shown.</summary>
public enum Evidence
{
    /// <summary>Read in a public text, which is named with it.</summary>
    Seen,

    /// <summary>Calculated from numbers that are given with it.</summary>
    Computed,

    /// <summary>Known from the literature at large, not verified.</summary>
    Background,

    /// <summary>Chosen as a starting point; whoever uses it is to look at it and change it.</summary>
    Assumed,

    /// <summary>The user's own figure.</summary>
    Own,
}
