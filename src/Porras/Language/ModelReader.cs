namespace Porras;

/// <summary>Reads model texts. Every mistake of form is found in one run; no text makes it throw.</summary>
/// <remarks>
/// A clause with a mistake does not hide the next one: it is left out of the model and reported. Whether the names
/// mean something and the parts fit together is not asked here.
/// </remarks>
public static class ModelReader
{
    /// <summary>After so many mistakes the rest of a text is not read: it is no model.</summary>
    public const int MistakesMost = 500;

    /// <summary>Reads a model text.</summary>
    /// <param name="text">The text of a <c>.porras</c> file.</param>
    public static ModelText Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(SourceLine.Of(text), new());
    }

    /// <summary>
    /// Reads the model in the blocks fenced as <c>porras</c> of a Markdown page, joined in their order.
    /// </summary>
    /// <param name="page">The page; places refer to its lines.</param>
    public static ModelText ReadPage(string page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var findings = new Findings();
        var blocks = ModelPage.BlocksOf(page);
        if (blocks.Count == 0)
        {
            findings.Add(default, "P1060");
            return new(null, findings.All, []);
        }

        return Read(blocks.SelectMany(b => b.Lines), findings);
    }

    private static ModelText Read(IEnumerable<SourceLine> lines, Findings findings)
    {
        List<Comment> comments = [];
        var blocks = Blocks(lines, findings, comments);
        var model = Whole(blocks, findings);
        var all = findings.All.OrderBy(f => f.Place.Line).ThenBy(f => f.Place.Column).Take(MistakesMost + 1).ToList();
        if (all.Count > MistakesMost)
        {
            all[^1] = Diagnostic.At(all[^1].Place, "P1099", Values.Text(MistakesMost));
        }

        return new(model, all, comments);
    }

    /// <summary>The declarations of some lines with their clauses; comments are put aside.</summary>
    internal static List<Block> Blocks(IEnumerable<SourceLine> lines, Findings findings, List<Comment> comments)
    {
        List<Block> blocks = [];
        foreach (var clause in Clauses.Of(lines, findings, comments))
        {
            if (findings.All.Count > MistakesMost)
            {
                break;
            }

            Place(clause, blocks, findings);
        }

        return blocks;
    }

    /// <summary>Puts a clause under its declaration, or begins the next declaration with it.</summary>
    private static void Place(Clause clause, List<Block> blocks, Findings findings)
    {
        var first = clause.Tokens[0];
        var rule = DeclarationRules.Of(first);
        var current = blocks.Count > 0 ? DeclarationRules.Of(blocks[^1].First.Tokens[0]) : null;
        if (!clause.Indented)
        {
            if (rule is null && current?.Clauses.Any(k => first.Is(k.Words[0])) == true)
            {
                findings.Add(first.Place, "P1011", Cursor.Found(first), current.Word);
                blocks[^1].Clauses.Add(clause);
                return;
            }

            if (rule is null)
            {
                findings.AddNear(first.Place, "P1010", Cursor.Found(first), DeclarationRules.All.Select(r => r.Word));
            }

            blocks.Add(new(clause, []));
        }
        else if (rule is not null && LooksDeclared(clause, current))
        {
            findings.Add(first.Place, "P1012", first.Text);
            blocks.Add(new(clause, []));
        }
        else if (blocks.Count > 0)
        {
            blocks[^1].Clauses.Add(clause);
        }
        else
        {
            findings.Add(first.Place, "P1013", Cursor.Found(first));
        }
    }

    // In a list of lines with free names ("facts") a line may begin with the word of a declaration.
    private static bool LooksDeclared(Clause clause, DeclarationRule? current) =>
        current is null || (current.Clauses.Count > 0 && !current.Clauses.Any(k => clause.Tokens[0].Is(k.Words[0])));

    private static FeeModel? Whole(List<Block> blocks, Findings findings)
    {
        Header? header = null;
        List<Declaration> declarations = [];
        Dictionary<string, int> lines = [];
        foreach (var block in blocks)
        {
            var first = block.First.Tokens[0];
            if (DeclarationRules.Of(first) is not { } rule)
            {
                continue;
            }

            if (!lines.TryAdd(rule.Word, first.Place.Line) && rule.Single)
            {
                findings.Add(first.Place, "P1014", rule.Word, Values.Text(lines[rule.Word]));
            }

            if (rule.Read is null)
            {
                var read = HeaderGrammar.Read(block, findings);
                header ??= read;
            }
            else if (rule.Read(block, findings) is { } declaration)
            {
                declarations.Add(declaration);
            }
        }

        if (header is null)
        {
            findings.Add(blocks.Count > 0 ? blocks[0].First.Place : default, "P1015");
        }
        else if (blocks[0].First.Tokens[0].Text != "model")
        {
            findings.Add(header.Mark.Place, "P1016");
        }

        return blocks.Count == 0 ? null : new(header ?? new(new("model", default), 1, default), declarations);
    }
}
