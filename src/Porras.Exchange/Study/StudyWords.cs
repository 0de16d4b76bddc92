using Porras.Lab;

namespace Porras.Exchange;

/// <summary>A model that was studied.</summary>
/// <param name="Label">What it is called; others have other names.</param>
/// <param name="Study">What it would do.</param>
public sealed record StudiedModel(string Label, Study Study);

/// <summary>The words, numbers and months of studies in one language.</summary>
public sealed class StudyWords
{
    private static readonly string[] MonthNames =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private readonly Spoken _spoken;

    /// <summary>The words for models on the same random numbers; the first is the one that is told whole.</summary>
    /// <param name="models">At least one, all in one currency.</param>
    /// <param name="tongue">The language.</param>
    public StudyWords(IReadOnlyList<StudiedModel> models, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(models);
        (Models, Tongue) = (models, tongue);
        Currency = models[0].Study.Run.Plan.Currency;
        _spoken = new(tongue, Currency);
    }

    /// <summary>The models.</summary>
    public IReadOnlyList<StudiedModel> Models { get; }

    /// <summary>The study of the first model.</summary>
    public Study First => Models[0].Study;

    /// <summary>The language.</summary>
    public Tongue Tongue { get; }

    /// <summary>The currency.</summary>
    public Currency Currency { get; }

    /// <summary>A text with its places filled in.</summary>
    public string this[string key, params IReadOnlyList<string> arguments] =>
        Texts.Format(Tongue, "study." + key, arguments);

    /// <summary>The currency as it is written beside tables: <c>EUR</c>, <c>€</c>.</summary>
    public string Unit => Currency.Code == "EUR" && Tongue != Tongue.English ? "€" : Currency.Code;

    /// <summary>The title of the first model.</summary>
    public string Title => First.Run.Plan.Model.Header.TitleIn(Tongue);

    /// <summary>A number with so many decimals; a dash for none.</summary>
    public string Number(double? number, int decimals = 0)
    {
        if (number is not { } known || double.IsNaN(known))
        {
            return "–";
        }

        var scaled = Math.Round(known * Math.Pow(10, decimals), MidpointRounding.AwayFromZero);
        return Math.Abs(scaled) > 1e30 ? "∞"
            : _spoken.Number(Exact.Of((Int128)scaled, (Int128)Math.Pow(10, decimals)), decimals);
    }

    /// <summary>A number with as many decimals as it has, at most so many.</summary>
    public string Short(double number, int most)
    {
        var decimals = 0;
        while (decimals < most && Math.Abs(Math.Round(number, decimals) - number) > 1e-9)
        {
            decimals++;
        }

        return Number(number, decimals);
    }

    /// <summary>Minor units as whole units of the currency, as in a column; a dash for none.</summary>
    public string Amount(double? minor) => Number(minor / Currency.Scale);

    /// <summary>Minor units with all decimals of the currency; a dash for none.</summary>
    public string Cents(double? minor) => Number(minor / Currency.Scale, Currency.Decimals);

    /// <summary>Minor units as whole units with the currency.</summary>
    public string Money(double minor) => Tongue == Tongue.English ? $"{Unit}\u00a0{Amount(minor)}"
        : $"{Amount(minor)}\u00a0{Unit}";

    /// <summary>A difference in whole units: with a plus above zero.</summary>
    public string Signed(double minor) => Plus(minor / Currency.Scale, 0) + Amount(minor);

    /// <summary>A share with one decimal; a dash for none.</summary>
    public string Percent(double? share, int decimals = 1) => share is null ? "–"
        : Number(share * 100, decimals) + (Tongue == Tongue.English ? "%" : "\u00a0%");

    /// <summary>A difference of shares, in percentage points: with a plus above zero.</summary>
    public string Points(double share) => Plus(share * 100, 1) + Number(share * 100, 1);

    /// <summary>A difference of counts: with a plus above zero.</summary>
    public string Counts(double difference) => Plus(difference, 1) + Number(difference, 1);

    /// <summary>A month of the world, from 0: <c>Jan 2027</c>, <c>1/2027</c>.</summary>
    public string Month(int month)
    {
        var date = Day.Date(First.World.DayOf(month));
        return Tongue == Tongue.English ? $"{MonthNames[date.Month - 1]} {Spoken.Integer(date.Year)}"
            : $"{Spoken.Integer(date.Month)}/{Spoken.Integer(date.Year)}";
    }

    /// <summary>The title of a group; <c>all</c> where the model has none.</summary>
    public string Group(string name)
    {
        if (name.Length == 0)
        {
            return this["group.all"];
        }

        var group = First.Run.Plan.Model.Groups?.All.FirstOrDefault(g => g.Name.Text == name);
        return group?.Title?.Text is { Length: > 0 } title ? title : name;
    }

    /// <summary>The name of a source of risk.</summary>
    public string Source(RiskSource source) => this["risk." + source.ToString().ToLowerInvariant()];

    /// <summary>Where a number comes from, in the reader's language if it is one of ours.</summary>
    public string Source(string said)
    {
        var key = Texts.Keys(Tongue.English).FirstOrDefault(k =>
            k.StartsWith("world.source.", StringComparison.Ordinal) && Texts.Get(Tongue.English, k) == said);
        return key is null ? said : Texts.Get(Tongue, key);
    }

    private static string Plus(double number, int decimals) =>
        Math.Round(number, decimals, MidpointRounding.AwayFromZero) > 0 ? "+" : "";
}
