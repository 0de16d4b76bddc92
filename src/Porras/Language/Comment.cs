namespace Porras;

/// <summary>A comment of a model text: it means nothing and is kept by the formatter.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Text">The words after <c>#</c>, without blanks around them.</param>
/// <param name="Alone">Whether it has a line of its own; otherwise it stands behind a clause.</param>
/// <param name="Indented">Whether it is indented; a comment at the margin belongs to what follows.</param>
/// <param name="EmptyLineAfter">Whether an empty line follows a comment that has a line of its own.</param>
public sealed record Comment(int Line, string Text, bool Alone, bool Indented, bool EmptyLineAfter);
