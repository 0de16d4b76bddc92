namespace Porras;

/// <summary>Lines as clauses: a line that ends in a comma goes on in the next one; comments are put aside.</summary>
internal static class Clauses
{
    /// <summary>The clauses of some lines, in order. Comments are added to <paramref name="comments"/>.</summary>
    public static IEnumerable<Clause> Of(IEnumerable<SourceLine> lines, Findings findings, List<Comment> comments)
    {
        List<Token> tokens = [];
        string? reference = null;
        var indented = false;
        foreach (var line in lines)
        {
            var read = LineTokens.Of(line, findings);
            Keep(read, line, comments);
            if (read.Tokens.Count == 0)
            {
                ReportLoneReference(read, findings);
                continue;
            }

            if (tokens.Count > 0 && !(EndsInComma(tokens) && read.Indented))
            {
                yield return Whole(tokens, reference, indented, findings);
                (tokens, reference) = ([], null);
            }

            indented = tokens.Count == 0 ? read.Indented : indented;
            tokens.AddRange(read.Tokens);
            if (reference is not null && read.Reference is not null)
            {
                findings.Add(read.ReferenceAt, "P1006", reference);
            }

            reference ??= read.Reference;
        }

        if (tokens.Count > 0)
        {
            yield return Whole(tokens, reference, indented, findings);
        }
    }

    private static bool EndsInComma(List<Token> tokens) => tokens[^1].Kind == TokenKind.Comma;

    private static Clause Whole(List<Token> tokens, string? reference, bool indented, Findings findings)
    {
        if (EndsInComma(tokens))
        {
            findings.Add(tokens[^1].Place, "P1005");
            if (tokens.Count > 1)
            {
                tokens.RemoveAt(tokens.Count - 1);
            }
        }

        return new(tokens, reference, indented);
    }

    private static void ReportLoneReference(LineTokens read, Findings findings)
    {
        if (read.Reference is not null)
        {
            findings.Add(read.ReferenceAt, "P1007");
        }
    }

    private static void Keep(LineTokens read, SourceLine line, List<Comment> comments)
    {
        if (read.Comment is { } words)
        {
            comments.Add(new(line.Number, words, read.Tokens.Count == 0 && read.Reference is null, read.Indented,
                false));
        }
        else if (read.IsEmpty && comments.Count > 0 && comments[^1] is { Alone: true } last
            && last.Line == line.Number - 1)
        {
            comments[^1] = last with { EmptyLineAfter = true };
        }
    }
}
