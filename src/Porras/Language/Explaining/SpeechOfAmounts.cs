namespace Porras;

/// <content>Literals, shares, amounts, days and windows in words.</content>
internal sealed partial class Speech
{
    public Phrase Duration(Lasting lasting) => Duration(lasting.Value);

    public Phrase Duration(Duration duration) => Counted(duration.Count, duration.Unit switch
    {
        DurationUnit.Days => "days",
        DurationUnit.Weeks => "weeks",
        DurationUnit.Months => "months",
        DurationUnit.Years => "years",
        _ => throw Unknown(duration.Unit),
    });

    /// <summary>A literal with its unit.</summary>
    /// <param name="literal">The literal.</param>
    /// <param name="wanted">What is wanted in its place; money is known by this in a currency without decimals.</param>
    public Phrase Literal(Literal literal, ValueKind? wanted = null) => literal.Unit switch
    {
        UnitWord.Percent => Say("share", Spoken.Share(literal.Plain)),
        UnitWord.None when literal.IsFraction =>
            $"{literal.Number * -literal.Decimals}/{Spoken.Integer(-literal.Decimals)}",
        UnitWord.None when wanted == ValueKind.Money || (wanted is null && Units.IsMoney(literal)) =>
            Say("money", Spoken.Money(InMoney(literal))),
        UnitWord.None => Spoken.Number(literal.Number),
        UnitWord.Points => Counted(literal.Number, "points"),
        UnitWord.Hours => Counted(literal.Number, "hours"),
        UnitWord.Days => Counted(literal.Number, "days"),
        UnitWord.Weeks => Counted(literal.Number, "weeks"),
        UnitWord.Months => Counted(literal.Number, "months"),
        UnitWord.Years => Counted(literal.Number, "years"),
        UnitWord.AWeek => Counted(literal.Number, "a-week"),
        _ => throw Unknown(literal.Unit),
    };

    /// <summary>A money literal as money of the model's currency.</summary>
    public Money InMoney(Literal literal) =>
        new Rounding(1, RoundingMode.HalfUp).Round(new Unrounded(literal.Number * (Units.Currency?.Scale ?? 100)));

    public Phrase Share(Share share) => share switch
    {
        Porras.Share.Written(var literal) => Literal(literal),
        Porras.Share.Named(var name) => Say("share.named", Ref(name)),
        _ => throw Unknown(share),
    };

    public Phrase Basis(Basis basis, ValueKind? wanted = null) => basis switch
    {
        Porras.Basis.Written(var literal) => Literal(literal, wanted),
        Porras.Basis.Named(var name) => Ref(name),
        _ => throw Unknown(basis),
    };

    /// <summary>An amount: <c>80 % of X</c>, <c>416 times X</c>, <c>X for each unit of Q</c>.</summary>
    public Phrase Amount(Amount amount, ValueKind? wanted = null)
    {
        var whole = Basis(amount.Base, wanted);
        if (amount.Share is { } share)
        {
            whole = Say("amount.share", Share(share), whole);
        }

        if (amount.Times is { } times)
        {
            whole = Say("amount.times", Literal(times), whole);
        }

        return amount.ForEach is { } quantity ? Say("amount.for-each", whole, Ref(quantity)) : whole;
    }

    /// <summary>What an amount holds by itself: a share if it is written or declared as one.</summary>
    public bool IsShare(Amount amount) => amount is { Share: null, Times: null, ForEach: null } && amount.Base switch
    {
        Porras.Basis.Written(var literal) => literal.IsShare,
        Porras.Basis.Named(var name) => KindOf(name) == ValueKind.Percent,
        var other => throw Unknown(other),
    };

    public ValueKind? KindOf(Name name) => Units.Of(name) ?? Names.ColumnType(name.Text)?.Kind;

    public Phrase Day(DayName day) => day switch
    {
        DayName.Start => Say("day.start"),
        DayName.Transfer => Say("day.transfer"),
        DayName.EndOf(var window) => Say("day.end-of", Quoted(window)),
        DayName.CloseOf(var cohort) => Say("day.close-of", Quoted(cohort)),
        DayName.Fixed(var fixedDay, _) => Spoken.Day(fixedDay),
        DayName.Named(var name) => Names.Find(name) switch
        {
            Meaning.Fact or Meaning.Ladder => Say("day.fact", Quoted(name)),
            Meaning.Fee => Say("day.fee", FeeTitle(name)),
            _ => Say("day.known", Quoted(name)),
        },
        _ => throw Unknown(day),
    };

    /// <summary>A window as an adverbial of time: <c>the window "service"</c>, Finnish "during" it.</summary>
    public Phrase Frame(Frame frame) => frame switch
    {
        Porras.Frame.Window(var name) => Say("frame.window", Quoted(name)),
        Porras.Frame.Around(var duration, var side, var day) =>
            Say("frame." + KeyOf(side), Duration(duration), Day(day)),
        _ => throw Unknown(frame),
    };

    public static string KeyOf(Side side) => side switch
    {
        Side.From => "from",
        Side.After => "after",
        Side.Before => "before",
        _ => throw Unknown(side),
    };

    public Phrase Evidence(Sources sources)
    {
        var named = new List<Phrase>();
        foreach (var (source, key) in SourceKeys)
        {
            if (sources.HasFlag(source))
            {
                named.Add(Say("source." + key));
            }
        }

        return Or(named);
    }

    private static readonly (Sources Source, string Key)[] SourceKeys =
    [
        (Sources.Register, "register"), (Sources.Document, "document"), (Sources.Organiser, "organiser"),
        (Sources.Evaluator, "evaluator"), (Sources.Provider, "provider"), (Sources.Participant, "participant"),
    ];

    /// <summary>A number with its unit in the right number: <c>1 day</c>, <c>2 days</c>.</summary>
    public Phrase Counted(Exact number, string unit) =>
        Say($"unit.{unit}.{(number == Exact.One ? "one" : "many")}", Spoken.Number(number));

    private Phrase Counted(int number, string unit) => Counted((Exact)number, unit);
}
