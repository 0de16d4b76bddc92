namespace Porras.Exchange;

/// <summary>The columns of a file of lines.</summary>
internal sealed class LinesColumns
{
    private Plan _plan;
    private Settled? _settled;
    private Lines _lines = new();
    private Func<FeeLine, string>? _reason;
    private string[] _people = [];

    /// <summary>The columns for the lines of a model and its versions.</summary>
    public LinesColumns(IReadOnlyList<Plan> versions)
    {
        _plan = versions[0];
        LineColumn[] parties = versions.All(v => v.Splits.Count == 0) ? [] :
        [
            new NumberedTexts("payer", true, Each(i => _lines[i].Payer), Party),
            new NumberedTexts("payee", true, Each(i => _lines[i].Payee), Party),
        ];
        All =
        [
            new NumberedTexts("participant", false, Owners, Owner),
            new NumberedTexts("fee", false, Fees, fee => _plan.Fees[fee].Source.Name.Text),
            new Numbers("occurrence", LineType.Whole, Wide(lines => lines.Times.Span)),
            new Numbers("episode", LineType.Whole, Episodes),
            new Numbers("earned", LineType.Day, Wide(lines => lines.Earned)),
            new NumberedTexts("kind", false, Kinds, kind => kind == (int)LineKind.Fee ? "fee" : "take-back"),
            new Numbers("amount", LineType.Money, Amounts),
            new NumberedTexts("currency", false, (_, into) => into.Clear(), _ => _plan.Currency.Code),
            new Numbers("payable", LineType.Day, Payable),
            new NumberedTexts("clause", true, Fees, fee => _plan.Fees[fee].Source.Mark.Clause),
            new FreeTexts("reason", i => _reason?.Invoke(_lines[i])),
            .. parties,
            .. versions.Count > 1 ? (LineColumn[])[new Numbers("version", LineType.Whole, Version)] : [],
        ];
    }

    private delegate ReadOnlySpan<int> Ints(Lines lines);

    /// <summary>The columns in their order.</summary>
    public IReadOnlyList<LineColumn> All { get; }

    /// <summary>Takes the lines that are written next.</summary>
    public void Take(Settled settled, Lines lines, Func<FeeLine, string>? reason)
    {
        (_plan, _settled, _lines, _reason) = (settled.Plan, settled, lines, reason);
        _people = settled.Data.Starts.Participants;
    }

    private Fill<long> Wide(Ints numbers) => (from, into) =>
    {
        var own = numbers(_lines).Slice(from, into.Length);
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = own[i];
        }
    };

    private void Amounts(int from, Span<long> into) => _lines.Amounts.Slice(from, into.Length).CopyTo(into);

    private static Fill<int> Each(Func<int, int> number) => (from, into) =>
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = number(from + i);
        }
    };

    private void Version(int from, Span<long> into) => into.Fill(_plan.Model.Header.Version);

    private void Owners(int from, Span<int> into) => _lines.Owners.Span.Slice(from, into.Length).CopyTo(into);

    private string Owner(int owner) => _settled!.Across?.Owners.Name(owner) ?? _people[owner];

    private string? Party(int party) => _settled!.Across!.Parties[party];

    private void Fees(int from, Span<int> into)
    {
        var fees = _lines.Fees.Slice(from, into.Length);
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = fees[i];
        }
    }

    private void Episodes(int from, Span<long> into)
    {
        into.Fill(1);
        for (var i = 0; _lines.HasEpisodes && i < into.Length; i++)
        {
            into[i] = _lines[from + i].Episode;
        }
    }

    private void Kinds(int from, Span<int> into)
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = (int)(_lines.HasKinds ? _lines[from + i].Kind : LineKind.Fee);
        }
    }

    private void Payable(int from, Span<long> into)
    {
        var fees = _lines.Fees.Slice(from, into.Length);
        var earned = _lines.Earned.Slice(from, into.Length);
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = _plan.Fees[fees[i]] is { Payable: not null } fee
                ? fee.PayableFrom(earned[i], _settled!.Data.Holidays) ?? earned[i] : earned[i];
        }
    }
}
