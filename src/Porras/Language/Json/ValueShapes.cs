using W = Porras.Keywords;

namespace Porras;

/// <summary>Names, literals, days, amounts and labels in JSON.</summary>
internal static class ValueShapes
{
    private const string WordPattern = @"^[^\sA-Z_""#§,%]+$";
    private const string NumberPattern = @"-?[0-9]{1,15}(\.[0-9]{1,9})?";

    public static readonly Shape<Name> Name =
        new WordShape<Name>(WordPattern, n => n.Text, Values.FreeName) { Definition = "name" };

    public static readonly Shape<Name> Label =
        new WordShape<Name>(WordPattern, n => n.Text, Values.Label) { Definition = "label" };

    public static readonly Shape<Literal> Literal = new WordShape<Literal>(
        $"^([0-9]{{1,9}}/[0-9]{{1,9}}|{NumberPattern}( (%|a week|points?|hours?|days?|weeks?|months?|years?))?)$",
        ValueText.Of, Values.Literal) { Definition = "literal" };

    public static readonly Shape<Lasting> Lasting = new WordShape<Lasting>(
        "^[0-9]{1,5} (days?|weeks?|months?|years?)$", ValueText.Of, Days.Lasting) { Definition = "duration" };

    public static readonly Shape<int> Date =
        new WordShape<int>("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", Day.Write, Days.Date) { Definition = "date" };

    public static readonly Shape<string> Reference = new FreeTextShape("^[^#]+$") { Definition = "clause" };

    public static readonly Shape<Title> Title = new TitleShape { Definition = "title" };

    public static readonly RecordShape<Name> Named = NamedShape("name");

    public static readonly Shape<Share> Share = new LiteralOrName<Share>(
        s => (s as Share.Written)?.Value, s => ((Share.Named)s).Name,
        l => new Share.Written(l), n => new Share.Named(n))
    {
        Definition = "share",
    };

    public static readonly Shape<Basis> Basis = new LiteralOrName<Basis>(
        b => (b as Basis.Written)?.Value, b => ((Basis.Named)b).Name,
        l => new Basis.Written(l), n => new Basis.Named(n))
    {
        Definition = "basis",
    };

    public static readonly Shape<Amount> Amount = AmountShape();

    public static readonly Shape<DayName> DayName = new UnionShape<DayName> { Definition = "day" }
        .Add("start", new RecordShape<DayName.Start>().Make(_ => new(default(Place))))
        .Add("transfer", new RecordShape<DayName.Transfer>().Make(_ => new(default(Place))))
        .Add("end of", One<DayName.EndOf, Name>("window", Name, d => d.Window, n => new(n)))
        .Add("close of", One<DayName.CloseOf, Name>("cohort", Name, d => d.Cohort, n => new(n)))
        .Add("date", One<DayName.Fixed, int>("date", Date, d => d.Day, d => new(d, default)))
        .Add("named", One<DayName.Named, Name>("name", Name, d => d.Name, n => new(n)));

    public static readonly Shape<Side> Side = new ChoiceShape<Side>(
        (Porras.Side.From, W.From.Phrase), (Porras.Side.After, W.After.Phrase), (Porras.Side.Before, W.Before.Phrase));

    public static readonly Shape<Frame> Frame = new UnionShape<Frame> { Definition = "window" }
        .Add("window", One<Frame.Window, Name>("name", Name, f => f.Name, n => new(n)))
        .Add("around", AroundShape());

    public static readonly Shape<Period> Period = new ChoiceShape<Period>(
        [.. Enum.GetValues<Period>().Select(p => (p, ValueText.Of(p).Phrase))]) { Definition = "period" };

    public static readonly Shape<Compare> Compare = new ChoiceShape<Compare>(
        [.. Enum.GetValues<Compare>().Select(c => (c, ValueText.Of(c).Phrase))]) { Definition = "comparison" };

    public static readonly Shape<Owner> Owner = new UnionShape<Owner> { Definition = "owner" }
        .Add("participant", new RecordShape<Owner.Participant>().Make(_ => new()))
        .Add("cohort", One<Owner.Cohort, Name>("name", Name, o => o.Name, n => new(n)))
        .Add("provider", new RecordShape<Owner.Provider>().Make(_ => new()))
        .Add("contract", new RecordShape<Owner.Contract>().Make(_ => new()));

    public static readonly Shape<Label> RowLabel = RowLabelShape();

    public static readonly Shape<TableKey> TableKey = new UnionShape<TableKey> { Definition = "key" }
        .Add("group", new RecordShape<TableKey.Group>().Make(_ => new()))
        .Add("contract year", new RecordShape<TableKey.ContractYear>().Make(_ => new()))
        .Add("calendar year", new RecordShape<TableKey.CalendarYear>().Make(_ => new()))
        .Add("date", new RecordShape<TableKey.Dated>().Make(_ => new()))
        .Add("step", new RecordShape<TableKey.OfStep>().Make(_ => new()))
        .Add("time", new RecordShape<TableKey.Time>().Make(_ => new()))
        .Add("place in", One<TableKey.PlaceIn, Owner>("owner", Owner, k => k.Owner, o => new(o)))
        .Add("named", One<TableKey.Named, Name>("name", Name, k => k.Name, n => new(n)));

    /// <summary>What one clause says, with its reference.</summary>
    public static RecordShape<Said<T>> Said<T>(Shape<T> value)
    {
        var shape = new RecordShape<Said<T>>();
        var says = shape.Field("says", value, s => s.Value);
        var clause = Clause(shape, s => s.Mark);
        return shape.Make(r => new(r.Get(says), new(default, r.Get(clause))));
    }

    /// <summary>The clause reference of a record.</summary>
    public static OptionalField<T, string> Clause<T>(RecordShape<T> shape, Func<T, Mark> mark) =>
        shape.Optional("clause", Reference, r => mark(r).Clause);

    /// <summary>A record with one property.</summary>
    public static RecordShape<T> One<T, F>(string field, Shape<F> shape, Func<T, F> get, Func<F, T> make)
    {
        var record = new RecordShape<T>();
        var only = record.Field(field, shape, get);
        return record.Make(r => make(r.Get(only)));
    }

    private static RecordShape<Name> NamedShape(string field)
    {
        var shape = new RecordShape<Name> { Definition = "named" };
        var name = shape.Field(field, Name, n => n);
        return shape.Make(r => r.Get(name));
    }

    private static RecordShape<Amount> AmountShape()
    {
        var shape = new RecordShape<Amount> { Definition = "amount" };
        var share = shape.Optional("share", Share, a => a.Share);
        var times = shape.Optional("times", Literal, a => a.Times);
        var of = shape.Field("of", Basis, a => a.Base);
        var forEach = shape.OptionalValue("forEach", Name, a => a.ForEach);
        return shape.Make(r => new(r.Get(share), r.Get(times), r.Get(of), r.Maybe(forEach)));
    }

    private static RecordShape<Frame.Around> AroundShape()
    {
        var shape = new RecordShape<Frame.Around>();
        var duration = shape.Field("duration", Lasting, f => f.Duration);
        var side = shape.Field("side", Side, f => f.Side);
        var day = shape.Field("day", DayName, f => f.Day);
        return shape.Make(r => new(r.Get(duration), r.Get(side), r.Get(day)));
    }

    private static RecordShape<Label> RowLabelShape()
    {
        var shape = new RecordShape<Label> { Definition = "rowLabel" };
        var kind = shape.Field("fits", new ChoiceShape<LabelKind>(
            (LabelKind.Is, "is"), (LabelKind.From, W.From.Phrase), (LabelKind.Above, W.Above.Phrase),
            (LabelKind.Below, W.Below.Phrase), (LabelKind.UpTo, W.UpTo.Phrase),
            (LabelKind.Otherwise, W.Otherwise.Phrase)), l => l.Kind);
        var value = shape.Optional("value", Literal, l => l.Value);
        var word = shape.OptionalValue("word", Label, l => l.Word);
        var date = shape.OptionalValue("date", Date, l => l.Date);
        var share = shape.Optional("share", Literal, l => l.Share);
        return shape.Make(r => new(r.Get(kind), r.Get(value), r.Maybe(word), r.Maybe(date), r.Get(share), default));
    }
}
