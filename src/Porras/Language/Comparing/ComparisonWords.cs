namespace Porras;

/// <summary>A comparison's words, numbers and days in one language.</summary>
public sealed class ComparisonWords
{
    private static readonly string[] Months =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private readonly Spoken _spoken;
    private readonly Currency _currency;

    /// <summary>The words for a comparison in a language.</summary>
    public ComparisonWords(Comparison comparison, Tongue tongue)
    {
        (Comparison, Tongue) = (comparison, tongue);
        _currency = comparison.Currency;
        _spoken = new(tongue, _currency);
    }

    /// <summary>The comparison.</summary>
    public Comparison Comparison { get; }

    /// <summary>The language.</summary>
    public Tongue Tongue { get; }

    /// <summary>A text with its places filled in.</summary>
    public string this[string key, params IReadOnlyList<string> arguments] =>
        Texts.Format(Tongue, "compare." + key, arguments);

    /// <summary>The currency as it is written beside tables: <c>EUR</c>, <c>€</c>.</summary>
    public string Unit => _currency.Code == "EUR" && Tongue != Tongue.English ? "€" : _currency.Code;

    /// <summary>A whole number.</summary>
    public string Number(long number) => _spoken.Number(number);

    /// <summary>Money with its currency.</summary>
    public string Money(Money money) => _spoken.Money(money);

    /// <summary>Money without its currency, as in a column of a table.</summary>
    public string Plain(Money money) => _spoken.Plain(money);

    /// <summary>Minor units that may have a fraction, rounded half away from zero to whole minor units.</summary>
    public string Plain(Exact minor) => _spoken.Number(minor / _currency.Scale, _currency.Decimals);

    /// <summary>Whole units of the currency, as at the side of a chart.</summary>
    public string Round(Exact minor) => _spoken.Number(minor / _currency.Scale, 0);

    /// <summary>A difference: with a plus above zero.</summary>
    public string Signed(Money money) => (money.Minor > 0 ? "+" : "") + Plain(money);

    /// <summary>A difference that may have a fraction of a minor unit.</summary>
    public string Signed(Exact minor) => (minor.Sign > 0 ? "+" : "") + Plain(minor);

    /// <summary>A share of one with a decimal: <c>12.5%</c>; a dash for none.</summary>
    public string Percent(Exact? share, bool signed = false) => share is not { } part ? "–"
        : (signed && part.Sign > 0 ? "+" : "") + _spoken.Number(part * 100, 1)
            + (Tongue == Tongue.English ? "%" : "\u00a0%");

    /// <summary>A whole number of hundredths: <c>40%</c>, <c>40 %</c>.</summary>
    public string Share(long hundredths) => _spoken.Share(Exact.Of(hundredths, 100));

    /// <summary>A day; a dash for none.</summary>
    public string Day(int? day) => day is { } known ? _spoken.Day(known) : "–";

    /// <summary>What a breakdown is by: a word, or the name of a known value.</summary>
    public string By(string by) => Texts.Has("compare.by." + by) ? this["by." + by] : by;

    /// <summary>The title of a part.</summary>
    public string Title(string by, ComparedPart part) => part.Kind switch
    {
        PartKind.Named when by == Breakdown.Month => Month(part.Name),
        PartKind.Named => part.Title,
        PartKind.Without => this["without"],
        PartKind.NoParticipant => this["no-participant"],
        _ => throw new InvalidOperationException($"Unknown part {part.Kind}."),
    };

    /// <summary>A month of a breakdown: <c>Jan 2027</c>, <c>1/2027</c>.</summary>
    public string Month(string name)
    {
        var month = int.Parse(name.AsSpan(5), System.Globalization.CultureInfo.InvariantCulture);
        return Tongue == Tongue.English ? $"{Months[month - 1]} {name[..4]}"
            : $"{Spoken.Integer(month)}/{name[..4]}";
    }

    /// <summary>The answer in sentences: how many people, what each model pays, for how many it is more.</summary>
    public IEnumerable<string> Answer()
    {
        var (all, first) = (Comparison, Comparison.Models[0]);
        var count = all.Participants == 1 ? "cohort.one" : "cohort.many";
        yield return this[count, Number(all.Participants), Day(all.Until)];
        yield return this["pays", first.Label, Money(all.Totals[0].Amount)];
        for (var m = 1; m < all.Models.Count; m++)
        {
            yield return Against(m);
        }
    }

    /// <summary>What a model pays against the baseline, and for how many participants that is more.</summary>
    public string Against(int model)
    {
        var (all, gains) = (Comparison, Comparison.Gains[model - 1].All);
        var (label, first) = (all.Models[model].Label, all.Models[0].Label);
        var more = all.Difference(model);
        var sentence = more == default ? this["equal", label, first]
            : this[more.Minor > 0 ? "more" : "less", label, Money(more.Minor > 0 ? more : -more), first, Change(model)];
        return sentence + " "
            + this["who", Number(gains.Up), Number(gains.Down), Number(gains.Same), Number(all.Participants)];
    }

    /// <summary>The difference of a model as a share of what the baseline pays, with its sign.</summary>
    public string Change(int model)
    {
        var before = Comparison.Totals[0].Amount.Minor;
        return Percent(before == 0 ? null : Exact.Of(Comparison.Difference(model).Minor, before), signed: true);
    }
}
