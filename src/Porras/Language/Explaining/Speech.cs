namespace Porras;

/// <summary>The words for the parts of one model in one language: names, days, amounts, tests and moments.</summary>
/// <remarks>
/// Every part of a model has words here; a kind of part without words is a mistake of the program and throws.
/// </remarks>
internal sealed partial class Speech
{
    /// <summary>The words for a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tongue">The language.</param>
    /// <param name="titles">Whether fees, ladders, tables and groups are called by their titles.</param>
    public Speech(FeeModel model, Tongue tongue, bool titles)
    {
        (Model, Tongue, UsesTitles) = (model, tongue, titles);
        Names = new(model);
        Units = new(model, Names);
        Spoken = new(tongue, Units.Currency);
    }

    public FeeModel Model { get; }

    public Tongue Tongue { get; }

    /// <summary>Whether fees, ladders, tables and groups are called by their titles.</summary>
    public bool UsesTitles { get; }

    public ModelNames Names { get; }

    public ModelUnits Units { get; }

    public Spoken Spoken { get; }

    public Phrase Say(string key, params ReadOnlySpan<Phrase> arguments) =>
        Phrase.Say(Tongue, "explain." + key, arguments);

    /// <summary>The text of a key as a sentence: its first letter is a capital.</summary>
    public string Sentence(string key, params ReadOnlySpan<Phrase> arguments)
    {
        var text = Say(key, arguments).ToString();
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    public static string Quoted(string text) => $"\"{text}\"";

    public static string Quoted(Name name) => Quoted(name.Text);

    public Phrase And(IEnumerable<Phrase> parts) => Phrase.Join([.. parts], ", ", $" {Say("and")} ");

    public Phrase Or(IEnumerable<Phrase> parts) => Phrase.Join([.. parts], ", ", $" {Say("or")} ");

    /// <summary>What a name stands for, with the word for its kind: <c>the measure "work"</c>.</summary>
    public Phrase Ref(Name name) => Names.Find(name) switch
    {
        Meaning.Window => Say("ref.window", Quoted(name)),
        Meaning.Known => Say("ref.known", Quoted(name)),
        Meaning.ProviderValue => Say(IsBid(name) ? "ref.bid" : "ref.provider-value", Quoted(name)),
        Meaning.CohortValue => Say("ref.cohort-value", Quoted(name)),
        Meaning.Fact => Say("ref.fact", Quoted(name)),
        Meaning.Ladder(var ladder, _) => Say("ref.ladder", Quoted(TitleOf(ladder.Title, ladder.Name))),
        Meaning.Cohort => Say("ref.cohort", Quoted(name)),
        Meaning.Measure => Say("ref.measure", Quoted(name)),
        Meaning.TableColumn({ Title: { } title }, _) when UsesTitles =>
            Say("ref.column", Quoted(name), Quoted(title.Text)),
        Meaning.TableColumn => Say("ref.column.untitled", Quoted(name)),
        Meaning.Fee => Say("ref.fee", FeeTitle(name)),
        null => Say("ref.of-fact", Quoted(name)),
        var other => throw Unknown(other),
    };

    /// <summary>Fees by their titles in quotes, joined: <c>the fees "A" and "B"</c>.</summary>
    public Phrase Fees(IReadOnlyList<Name> fees) =>
        fees.Count == 1 ? Say("ref.fee", FeeTitle(fees[0])) : Say("ref.fees", And(fees.Select(FeeTitle)));

    /// <summary>A fee's title in quotes, or its name if it has none or shares it with another fee.</summary>
    public Phrase FeeTitle(Name fee)
    {
        var title = (Names.Find(fee) as Meaning.Fee)?.Decl.Title;
        var isItsOwn = title is { } t && Model.Fees.Count(f => f.Title?.Text == t.Text) == 1;
        return Quoted(isItsOwn ? TitleOf(title, fee) : fee.Text);
    }

    public string TitleOf(Title? title, Name name) => UsesTitles && title is { } t ? t.Text : name.Text;

    public Phrase Owner(Owner? owner) => owner switch
    {
        null or Porras.Owner.Participant =>
            Say(Model.Participants?.Again?.Value == SecondStart.NewEpisode ? "owner.episode" : "owner.participant"),
        Porras.Owner.Cohort(var name) => Say("owner.cohort", Quoted(name)),
        Porras.Owner.Provider => Say("owner.provider"),
        Porras.Owner.Contract => Say("owner.contract"),
        _ => throw Unknown(owner),
    };

    /// <summary>Whose lines of these fees are meant: those of the same owner, or of its participants.</summary>
    public Phrase Same(Owner? owner, IReadOnlyList<Name> fees) => owner switch
    {
        Porras.Owner.Cohort(var name) when HaveOwner(fees) => Say("same.own-cohort", Quoted(name)),
        Porras.Owner.Provider when HaveOwner(fees) => Say("same.own-provider"),
        Porras.Owner.Contract when HaveOwner(fees) => Say("same.own-contract"),
        null or Porras.Owner.Participant =>
            Say(Model.Participants?.Again?.Value == SecondStart.NewEpisode ? "same.episode" : "same.participant"),
        Porras.Owner.Cohort(var name) => Say("same.cohort", Quoted(name)),
        Porras.Owner.Provider => Say("same.provider"),
        Porras.Owner.Contract => Say("same.contract"),
        _ => throw Unknown(owner),
    };

    public Phrase Period(Period period) => period switch
    {
        Porras.Period.CalendarMonth => Say("period.month"),
        Porras.Period.CalendarQuarter => Say("period.quarter"),
        Porras.Period.CalendarYear => Say("period.year"),
        Porras.Period.ContractYear => Say("period.contract-year"),
        _ => throw Unknown(period),
    };

    public static InvalidOperationException Unknown(object part) =>
        new($"There are no words for {part.GetType().Name} {part}.");

    private bool HaveOwner(IReadOnlyList<Name> fees) =>
        fees.All(f => (Names.Find(f) as Meaning.Fee)?.Decl.For is { Value: not Porras.Owner.Participant });

    private bool IsBid(Name name) => Model.Providers?.Bids.Any(b => b.Value.Column.Name.Text == name.Text) == true;
}
