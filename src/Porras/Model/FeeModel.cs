namespace Porras;

/// <summary>A fee model: rules that turn results into pay. The whole meaning of one model text.</summary>
/// <remarks>
/// A model is data: it says what the text says and has not been checked. Names are words here; <see cref="ModelNames"/>
/// says what they stand for. Titles, places and clause references come along for messages and reasons.
/// </remarks>
/// <param name="Header">The <c>model</c> declaration.</param>
/// <param name="Declarations">All other declarations in the order written.</param>
public sealed record FeeModel(Header Header, IReadOnlyList<Declaration> Declarations)
{
    /// <summary>The <c>providers</c> declaration; null without one.</summary>
    public Declaration.Providers? Providers => All<Declaration.Providers>().FirstOrDefault();

    /// <summary>The <c>participants</c> declaration; null without one (which <c>check</c> refuses).</summary>
    public Declaration.Participants? Participants => All<Declaration.Participants>().FirstOrDefault();

    /// <summary>The <c>groups</c> declaration; null without one.</summary>
    public Declaration.Groups? Groups => All<Declaration.Groups>().FirstOrDefault();

    /// <summary>The <c>transition</c> declaration; null without one.</summary>
    public Declaration.Transition? Transition => All<Declaration.Transition>().FirstOrDefault();

    /// <summary>Every kind of fact, in the order written.</summary>
    public IEnumerable<FactKind> Facts => All<Declaration.Facts>().SelectMany(f => f.Kinds);

    /// <summary>The cohorts.</summary>
    public IEnumerable<Declaration.Cohort> Cohorts => All<Declaration.Cohort>();

    /// <summary>The ladders.</summary>
    public IEnumerable<Declaration.Ladder> Ladders => All<Declaration.Ladder>();

    /// <summary>The measures.</summary>
    public IEnumerable<Declaration.Measure> Measures => All<Declaration.Measure>();

    /// <summary>The tables.</summary>
    public IEnumerable<Declaration.Table> Tables => All<Declaration.Table>();

    /// <summary>The fees.</summary>
    public IEnumerable<Declaration.Fee> Fees => All<Declaration.Fee>();

    /// <summary>The limits, in the order in which they apply.</summary>
    public IEnumerable<Declaration.Limit> Limits => All<Declaration.Limit>();

    /// <summary>What is expected, without pay.</summary>
    public IEnumerable<Declaration.Expect> Expectations => All<Declaration.Expect>();

    /// <summary>What is taken back.</summary>
    public IEnumerable<Declaration.TakeBack> TakeBacks => All<Declaration.TakeBack>();

    /// <summary>The splits between payers or payees.</summary>
    public IEnumerable<Declaration.SplitBetween> Splits => All<Declaration.SplitBetween>();

    private IEnumerable<T> All<T>()
        where T : Declaration => Declarations.OfType<T>();
}

/// <summary>The <c>model</c> declaration.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Mark">Where it stands.</param>
public sealed record Header(Name Name, int Version, Mark Mark)
{
    /// <summary>Titles by language code, as written.</summary>
    public IReadOnlyList<Said<IReadOnlyList<(string Tongue, Title Title)>>> Titles { get; init; } = [];

    /// <summary><c>in force A to B</c>.</summary>
    public Said<DaySpan>? InForce { get; init; }

    /// <summary><c>money CUR, each line rounded to U MODE</c>.</summary>
    public Said<MoneyTerms>? Money { get; init; }

    /// <summary><c>year begins D MONTH</c>.</summary>
    public Said<(int Day, int Month)>? YearBegins { get; init; }

    /// <summary><c>takes over …</c>: for whom this version takes over from the one before; null if not said.</summary>
    public Said<TakesOver>? TakesOver { get; init; }

    /// <summary>Whether it settles participants too who started before its first day in force.</summary>
    public bool TakesRunningCases => TakesOver?.Value == Porras.TakesOver.RunningCases;

    /// <summary><c>priced …</c> for every fee that does not say its own.</summary>
    public Said<Priced>? Priced { get; init; }

    /// <summary><c>payable …</c> for every fee that does not say its own.</summary>
    public Said<Payable>? Payable { get; init; }

    /// <summary><c>law "…"</c>: sources, shown and never read.</summary>
    public IReadOnlyList<Said<Title>> Laws { get; init; } = [];

    /// <summary>The title in a language; else the English one, the first one, or the model's name.</summary>
    public string TitleIn(Tongue tongue)
    {
        var all = Titles.SelectMany(t => t.Value).ToList();
        foreach (var code in (string[])[tongue.Code(), "en"])
        {
            if (all.FirstOrDefault(t => t.Tongue == code) is { Tongue: not null } found)
            {
                return found.Title.Text;
            }
        }

        return all.Count > 0 ? all[0].Title.Text : Name.Text;
    }
}

/// <summary>For whom a version takes over on its first day in force.</summary>
public enum TakesOver
{
    /// <summary>Only who starts from that day on; running cases stay with their version.</summary>
    NewStarts,

    /// <summary>Running cases too: what anybody earns from that day on.</summary>
    RunningCases,
}

/// <summary>The currency and how lines are rounded.</summary>
/// <param name="Currency">The ISO 4217 code as written.</param>
/// <param name="Place">Where the code stands.</param>
/// <param name="RunningTotal">Whether a line is the rounded total so far less the earlier lines.</param>
/// <param name="Unit">To multiples of this, as written (0.01, 1).</param>
/// <param name="Mode">What happens to the rest.</param>
public sealed record MoneyTerms(string Currency, Place Place, bool RunningTotal, Literal Unit, RoundingMode Mode);

/// <summary><c>priced on DAY</c>, or <c>priced when earned</c> where the day is null.</summary>
/// <param name="On">The day whose row is read; null: the earned day.</param>
public sealed record Priced(DayName? On);

/// <summary><c>payable D later</c> or <c>payable N working days later</c>.</summary>
/// <param name="After">The duration; null for working days.</param>
/// <param name="WorkingDays">The number of working days; 0 with a duration.</param>
public sealed record Payable(Lasting? After, int WorkingDays);
