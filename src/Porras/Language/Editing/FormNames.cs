namespace Porras;

/// <summary>What a form can offer to choose from: the names of a model by what they stand for.</summary>
internal sealed class FormNames
{
    private readonly ModelNames _names;
    private readonly ModelUnits _units;

    /// <summary>The names of a model; of none there are none.</summary>
    public FormNames(FeeModel? model)
    {
        Model = model ?? new(new(new("model", default), 1, default), []);
        _names = new(Model);
        _units = new(Model, _names);
    }

    /// <summary>The model.</summary>
    public FeeModel Model { get; }

    /// <summary>The decimals of its currency; 2 where it is not known.</summary>
    public int Decimals => _units.Currency?.Decimals ?? 2;

    /// <summary>The fees.</summary>
    public IEnumerable<string> Fees => Model.Fees.Select(f => f.Name.Text);

    /// <summary>The windows.</summary>
    public IEnumerable<string> Windows => Of<Meaning.Window>(_ => true);

    /// <summary>The cohorts.</summary>
    public IEnumerable<string> Cohorts => Of<Meaning.Cohort>(_ => true);

    /// <summary>What holds an amount of money by itself: columns of tables, bids.</summary>
    public IEnumerable<string> Prices =>
        [.. Of<Meaning.TableColumn>(IsMoney), .. Of<Meaning.ProviderValue>(IsMoney)];

    /// <summary>What can happen: the start, facts on a day.</summary>
    public IEnumerable<string> Happenings =>
        [Keywords.Start.Phrase, .. Of<Meaning.Fact>(m => m is Meaning.Fact { Kind.IsSpan: false })];

    /// <summary>The moments a fee can wait for, without those it takes more words to say.</summary>
    public IEnumerable<FieldChoice> Moments =>
    [
        .. Happenings.Select(h => new FieldChoice(h)),
        .. Model.Measures.Where(m => m.Over is null && m.ForEach is null).Select(Reached).OfType<FieldChoice>(),
        .. Of<Meaning.Ladder>(_ => true).Select(l => new FieldChoice($"{l} {Keywords.ReachesEachNewStep}")),
    ];

    /// <summary>Whether a literal is an amount of money by itself.</summary>
    public bool IsMoney(Literal literal) => _units.IsMoney(literal);

    /// <summary>The labels that a value can have; null if there is no list of them.</summary>
    public IReadOnlyList<string>? LabelsOf(Name name) =>
        name.Text == TestUses.GroupWord ? Model.Groups?.All.Select(g => g.Name.Text).ToList()
        : Labels.TypeOf(_names.Find(name), _names, name) is { } type ? Labels.Of(type) : null;

    private IEnumerable<string> Of<T>(Func<Meaning, bool> fits)
        where T : Meaning =>
        _names.All.Where(n => n.Meaning is T && fits(n.Meaning)).Select(n => n.Name.Text).Distinct();

    private bool IsMoney(Meaning meaning) => _units.Of(meaning) == ValueKind.Money;

    private FieldChoice? Reached(Declaration.Measure measure)
    {
        var before = $"{measure.Name.Text} {Keywords.Reaches} ";
        return _units.Of(measure) switch
        {
            ValueKind.Money => new(before, FieldKind.Money) { First = Exact.One.ToString(Decimals) },
            ValueKind.Number => new(before, FieldKind.Whole) { First = "1" },
            ValueKind.Percent => new(before, FieldKind.Share) { First = "50 %" },
            ValueKind.Days => new(before, FieldKind.Quantity) { First = "30 days" },
            ValueKind.Months => new(before, FieldKind.Quantity) { First = "1 month" },
            ValueKind.Hours => new(before, FieldKind.Quantity) { First = "10 hours" },
            ValueKind.Points => new(before, FieldKind.Quantity) { First = "50 points" },
            ValueKind.AWeek => new(before, FieldKind.Quantity) { First = "18 a week" },
            ValueKind.Weeks or ValueKind.Day or ValueKind.Name or ValueKind.YesNo or ValueKind.OneOf or null => null,
            _ => throw new InvalidOperationException("Unknown kind."),
        };
    }
}
