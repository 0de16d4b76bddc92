namespace Porras;

/// <summary>
/// One clause read by the grammar of the language; keeps where the values stand that a form shows.
/// </summary>
internal sealed class ClauseForm
{
    private readonly PartDraft _part;
    private readonly SourceText _source;
    private readonly Clause _clause;

    /// <summary>At the beginning of a clause.</summary>
    public ClauseForm(PartDraft part, SourceText source, Clause clause)
    {
        (_part, _source, _clause) = (part, source, clause);
        Cursor = new(clause, new());
    }

    /// <summary>Where the reading has come to.</summary>
    public Cursor Cursor { get; }

    /// <summary>Whether the whole clause can be taken away with its value.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Reads some of the clause.</summary>
    public ClauseForm Expect(Keyword keyword)
    {
        Cursor.Expect(keyword);
        return this;
    }

    /// <summary>A value that stands here.</summary>
    public void Field(string key, FieldKind kind, Action<Cursor> read, string of = "")
    {
        var first = Cursor.Taken;
        read(Cursor);
        if (!Cursor.Failed && Cursor.Taken > first)
        {
            Add(new(key, key, kind, "", default) { Of = of }, first, Cursor.Taken, null);
        }
    }

    /// <summary>A phrase that stands here, which may hold a value at some place in it.</summary>
    /// <param name="key">Which value of the declaration it is.</param>
    /// <param name="read">Reads it; the place of the literal in it, or no place.</param>
    /// <param name="kind">What the literal is.</param>
    /// <param name="from">The other phrases there can be.</param>
    /// <param name="of">The name that belongs to the label.</param>
    public void Phrase(
        string key, Func<Cursor, Place> read, FieldKind kind, IEnumerable<FieldChoice> from, string of = "")
    {
        var first = Cursor.Taken;
        var place = read(Cursor);
        if (Cursor.Failed || Cursor.Taken == first)
        {
            return;
        }

        var own = Own(first, Cursor.Taken, place, kind);
        var text = Words(first, Cursor.Taken);
        var choices = from.ToList();
        if (!choices.Exists(c => c.ValueIn(text) is not null))
        {
            choices.Insert(0, own);
        }

        Add(new(key, key, FieldKind.Choice, "", default) { Of = of, Choices = choices }, first, Cursor.Taken, null);
    }

    /// <summary>A value that may stand here, with the word before it.</summary>
    public void Optional(
        string key, FieldKind kind, Keyword? word, string gap, Action<Cursor> read,
        IEnumerable<FieldChoice>? from = null, string joint = ", ")
    {
        var before = Cursor.Taken;
        var there = word is not null ? Cursor.Try(word)
            : kind == FieldKind.Title ? Cursor.Current.Kind == TokenKind.Title : Cursor.Try(TokenKind.Comma);
        var field = new FormField(key, key, kind, "", default) { Choices = [.. from ?? []], CanBeEmpty = true };
        if (there)
        {
            var first = Cursor.Taken;
            read(Cursor);
            if (!Cursor.Failed)
            {
                var start = _source.SpanOf(_clause.Tokens[before - 1].Place).End;
                var end = _source.SpanOf(_clause.Tokens[Cursor.Taken - 1].Place).End;
                Add(field, first, Cursor.Taken, new(start, end - start), joint);
            }

            return;
        }

        if (Cursor.Failed || before == 0)
        {
            return;
        }

        var last = _clause.Tokens[before - 1].Place;
        var quote = kind == FieldKind.Title ? "\"" : "";
        _part.Add(field with
        {
            Place = last,
            Slot = new(new(_source.SpanOf(last).End, 0), _clause.Place.Line) 
            {
                Before = gap + quote, After = quote, Joint = joint,
            },
        });
    }

    /// <summary>Ends the reading; a sound clause of which everything is among the values is shown.</summary>
    public void End(bool isWhole = true)
    {
        if (Cursor.End() && isWhole)
        {
            _part.Show(_clause);
        }
    }

    /// <summary>Where a literal stands among the tokens, and how many it has; null without one.</summary>
    public (int First, int Behind)? Literal(Place place)
    {
        if (!place.IsKnown || IndexOf(place) is not (>= 0 and var i))
        {
            return null;
        }

        var c = new Cursor(_clause with { Tokens = [.. _clause.Tokens.Skip(i)] }, new());
        c.Literal();
        return c.Failed ? null : (i, i + c.Taken);
    }

    /// <summary>
    /// The rest of the clause as a phrase around its first number; without a number nothing is kept, and so it is
    /// shown as text.
    /// </summary>
    public void Rest(string key, string of = "")
    {
        var first = Cursor.Taken;
        var number = Enumerable.Range(first, _clause.Tokens.Count - first).Select(i => _clause.Tokens[i])
            .FirstOrDefault(t => t.Kind is TokenKind.Number or TokenKind.Fraction).Place;
        if (Literal(number) is not var (from, _))
        {
            return;
        }

        var literal = new Cursor(_clause with { Tokens = [.. _clause.Tokens.Skip(from)] }, new()).Literal();
        var kind = KindOf(literal) is FieldKind.Number && literal.Decimals == 0 ? FieldKind.Whole : KindOf(literal);
        Phrase(key, c =>
        {
            while (c.Current.Kind != TokenKind.End)
            {
                c.Take();
            }

            return number;
        }, kind, [], of);
        End();
    }

    /// <summary>What a literal is by itself.</summary>
    public FieldKind KindOf(Literal literal) => literal.Unit switch
    {
        UnitWord.None => literal.IsFraction ? FieldKind.Share
            : _part.Names.IsMoney(literal) ? FieldKind.Money : FieldKind.Number,
        UnitWord.Percent => FieldKind.Share,
        _ => FieldKind.Quantity,
    };

    /// <summary>A value that has been read before.</summary>
    public void At(
        string key, FieldKind kind, int first, int behind, string of = "", IEnumerable<FieldChoice>? from = null,
        int? wholeFrom = null)
    {
        TextSpan? whole = null;
        if (wholeFrom is { } before)
        {
            var start = _source.SpanOf(_clause.Tokens[before - 1].Place).End;
            whole = new(start, _source.SpanOf(_clause.Tokens[behind - 1].Place).End - start);
        }

        Add(new(key, key, kind, "", default) { Of = of, Choices = [.. from ?? []], CanBeEmpty = whole is not null },
            first, behind, whole);
    }

    /// <summary>The token that stands at a place; -1 if none does.</summary>
    public int IndexOf(Place place)
    {
        for (var i = 0; i < _clause.Tokens.Count; i++)
        {
            if (_clause.Tokens[i].Place is var own && own.Line == place.Line && own.Column == place.Column)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The words from a token to where the reading has come to.</summary>
    public string WordsTo(int first) => Words(first, Cursor.Taken);

    private FieldChoice Own(int first, int behind, Place place, FieldKind kind)
    {
        if (Literal(place) is not var (from, to) || from < first || to > behind)
        {
            return new(Words(first, behind));
        }

        var own = KindOf(new Cursor(_clause with { Tokens = [.. _clause.Tokens.Skip(from)] }, new()).Literal());
        var after = to < behind ? " " + Words(to, behind) : "";
        var isFactor = after.StartsWith(" times ", StringComparison.Ordinal);
        var inner = (own == FieldKind.Number && !isFactor && (kind is FieldKind.Whole or FieldKind.Money))
            || (own == FieldKind.Quantity && kind == FieldKind.Duration) ? kind : own;
        return new(from > first ? Words(first, from) + " " : "", inner, after);
    }

    private string Words(int first, int behind) => _source.Words(_clause.Tokens, first, behind);

    private void Add(FormField field, int first, int behind, TextSpan? whole, string joint = ", ")
    {
        var span = _source.SpanOf(_clause.Tokens, first, behind);
        var isTitle = field.Kind == FieldKind.Title;
        span = isTitle ? _source.InQuotes(span) : span;
        var place = _clause.Tokens[first].Place;
        var sameLine = _clause.Tokens[behind - 1].Place.Line == place.Line;
        _part.Add(field with
        {
            Text = isTitle ? _source[span] : Words(first, behind),
            Place = place with { Length = sameLine ? Math.Max(1, span.Length + (isTitle ? 2 : 0)) : place.Length },
            Decimals = field.Kind is FieldKind.Money or FieldKind.Choice ? _part.Names.Decimals : 0,
            CanBeEmpty = field.CanBeEmpty || IsOptional,
            Slot = new(span, _clause.Place.Line)
            {
                Whole = whole,
                Clause = IsOptional && whole is null ? _clause : null,
                Joint = joint,
                ToTheRight = field.Kind is not (FieldKind.Title or FieldKind.Choice or FieldKind.Several),
            },
        });
    }
}
