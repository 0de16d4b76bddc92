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

    private readonly LabNumbers _numbers;

    /// <summary>The words for models on the same random numbers; the first is the one that is told whole.</summary>
    /// <param name="models">At least one, all in one currency.</param>
    /// <param name="tongue">The language.</param>
    public StudyWords(IReadOnlyList<StudiedModel> models, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(models);
        (Models, Tongue) = (models, tongue);
        Currency = models[0].Study.Run.Plan.Currency;
        _numbers = new(tongue, Currency);
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
    public string Unit => _numbers.Unit;

    /// <summary>The title of the first model.</summary>
    public string Title => First.Run.Plan.Model.Header.TitleIn(Tongue);

    /// <inheritdoc cref="LabNumbers.Number"/>
    public string Number(double? number, int decimals = 0) => _numbers.Number(number, decimals);

    /// <inheritdoc cref="LabNumbers.Short"/>
    public string Short(double number, int most) => _numbers.Short(number, most);

    /// <inheritdoc cref="LabNumbers.Amount"/>
    public string Amount(double? minor) => _numbers.Amount(minor);

    /// <inheritdoc cref="LabNumbers.Cents"/>
    public string Cents(double? minor) => _numbers.Cents(minor);

    /// <inheritdoc cref="LabNumbers.Money"/>
    public string Money(double minor) => _numbers.Money(minor);

    /// <inheritdoc cref="LabNumbers.Signed"/>
    public string Signed(double minor) => _numbers.Signed(minor);

    /// <inheritdoc cref="LabNumbers.Percent"/>
    public string Percent(double? share, int decimals = 1) => _numbers.Percent(share, decimals);

    /// <inheritdoc cref="LabNumbers.Points"/>
    public string Points(double share) => _numbers.Points(share);

    /// <inheritdoc cref="LabNumbers.Counts"/>
    public string Counts(double difference) => _numbers.Counts(difference);

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
}
