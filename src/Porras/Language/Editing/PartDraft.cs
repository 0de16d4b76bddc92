namespace Porras;

/// <summary>The form of one declaration while its clauses are read.</summary>
internal sealed class PartDraft
{
    private readonly SourceText _source;
    private readonly Block _block;
    private readonly string _word;
    private readonly List<FormField> _fields = [];
    private readonly List<FormItem> _items = [];
    private readonly HashSet<Clause> _shown = [];

    /// <summary>Begins with a declaration of a known kind.</summary>
    public PartDraft(SourceText source, FormNames names, Block block, string word)
    {
        (_source, Names, _block, _word) = (source, names, block, word);
        Name = NameOf(block, word);
        Path = Name.Length == 0 || word == "participants" ? word : $"{word}/{Name}";
    }

    /// <summary>What can be chosen from.</summary>
    public FormNames Names { get; }

    /// <summary>The address before it is told from another of the same.</summary>
    public string Path { get; private set; }

    /// <summary>The name of the declaration; empty where there is none.</summary>
    public string Name { get; }

    /// <summary>The entry of a list that is being read; empty outside of one.</summary>
    public string Item { get; private set; } = "";

    /// <summary>The clauses without the first line.</summary>
    public IReadOnlyList<Clause> Clauses => _block.Clauses;

    /// <summary>The first line.</summary>
    public Clause First => _block.First;

    /// <summary>A declaration that begins with no known word: its text.</summary>
    public static FormPart Unread(SourceText source, Block block) =>
        new("", "", "", block.First.Place, SourceText.LastLine(block))
        {
            Texts = [.. SourceText.Clauses(block).Select(c => TextOf(source, c))],
        };

    /// <summary>Reads the declaration as a form.</summary>
    public FormPart Read(string path)
    {
        Path = path;
        FormGrammar.Read(this, _word);
        return new(path, _word, Name, First.Place, SourceText.LastLine(_block))
        {
            Clause = First.Reference ?? "",
            Fields = _fields,
            Items = _items,
            CanRemove = ModelRemoving.CanRemove(_word),
            Texts = [.. SourceText.Clauses(_block).Where(c => !_shown.Contains(c)).Select(c => TextOf(_source, c))],
        };
    }

    /// <summary>A clause to read.</summary>
    public ClauseForm Clause(Clause clause) => new(this, _source, clause);

    /// <summary>A clause to read that can be taken away with its value.</summary>
    public ClauseForm Optional(Clause clause) => new(this, _source, clause) { IsOptional = true };

    /// <summary>Whether a value of a key has been kept, or its clause could not be read.</summary>
    public bool Has(string key) => _fields.Any(f => f.Key == key)
        || Clauses.Any(c => c.Tokens[0].Is(key == "part-periods" ? "part" : key == "often" ? "once" : key));

    /// <summary>A value that would stand behind the last word of a clause.</summary>
    public void AbsentBehind(FormField field, Clause clause, string before) => Add(field with
    {
        Place = clause.Tokens[^1].Place,
        CanBeEmpty = true,
        Slot = new(new(_source.SpanOf(clause.Tokens[^1].Place).End, 0), clause.Place.Line)
        {
            Before = before, After = "\"",
        },
    });

    /// <summary>All of a clause is among the values.</summary>
    public void Show(Clause clause) => _shown.Add(clause);

    /// <summary>Keeps a value. A second one of the same key gets a number.</summary>
    public void Add(FormField field)
    {
        var own = field.Of.Length == 0 ? field.Key : $"{field.Key}-{field.Of.Replace(' ', '-')}";
        var path = Item.Length == 0 ? $"{Path}/{own}" : $"{Path}/{Item}/{own}";
        var same = _fields.Count(f => f.Path == path || f.Path.StartsWith(path + "~", StringComparison.Ordinal));
        _fields.Add(field with
        {
            Path = same == 0 ? path : $"{path}~{Values.Text(same + 1)}",
            Item = Item,
        });
    }

    /// <summary>The values that follow belong to an entry of a list.</summary>
    public void Begin(string item, Place place)
    {
        Item = _items.Any(i => i.Name == item) ? $"{item}~{Values.Text(_items.Count(i => i.Name == item) + 1)}" : item;
        _items.Add(new($"{Path}/{Item}", item, place) { CanRemove = ModelRemoving.CanRemoveEntries(_word) });
    }

    /// <summary>The values that follow belong to no entry.</summary>
    public void EndItem() => Item = "";

    /// <summary>A value whose clause the text does not have: it would stand behind those that go before.</summary>
    /// <param name="field">The value.</param>
    /// <param name="word">The words with which its clause begins.</param>
    /// <param name="before">What is written before the value, without the indentation.</param>
    /// <param name="order">The words of all clauses of the declaration in the order of the reference.</param>
    public void Absent(FormField field, Keyword word, string before, IReadOnlyList<Keyword> order)
    {
        var words = order.Select(k => k.Phrase).ToList();
        var rank = words.IndexOf(word.Phrase);
        var last = Clauses.LastOrDefault(c => words.FindIndex(w => Begins(c, w)) is >= 0 and var own
            && own <= rank) ?? First;
        var at = _source.End(SourceText.LastLine(last));
        Add(field with
        {
            Place = First.Place,
            CanBeEmpty = true,
            Decimals = Names.Decimals,
            Slot = new(new(at, 0), First.Place.Line)
            {
                Before = _source.Break + "  " + before,
                After = field.Kind == FieldKind.Title ? "\"" : "",
            },
        });
    }

    private static bool Begins(Clause clause, string words)
    {
        var all = words.Split(' ');
        return all.Length <= clause.Tokens.Count && all.Zip(clause.Tokens).All(p => p.Second.Is(p.First));
    }

    private static FormText TextOf(SourceText source, Clause clause) =>
        new(source.Words(clause.Tokens, 0, clause.Tokens.Count), clause.Place);

    // What tells a declaration from others of its kind: its name; the first column of a table.
    private static string NameOf(Block block, string word)
    {
        var tokens = block.First.Tokens;
        return word switch
        {
            "fee" or "measure" or "ladder" or "cohort" or "expect" or "participants" => At(tokens, 1),
            "take" => At(tokens, 2),
            "table" => block.Clauses.Count > 0 ? At(block.Clauses[0].Tokens, 0) : "",
            _ => "",
        };
    }

    private static string At(IReadOnlyList<Token> tokens, int index) =>
        index < tokens.Count && tokens[index].Kind == TokenKind.Word ? tokens[index].Text : "";
}
