namespace Porras;

/// <summary>Reasons in plain, exact words: why a line is what it is, and why a fee was not paid.</summary>
/// <remarks>Made once for a plan and a language; any number of threads may use it at once.</remarks>
/// <param name="plan">The model, made ready.</param>
/// <param name="tongue">The language.</param>
public sealed class WhyText(Plan plan, Tongue tongue)
{
    private readonly WhyWords _words = new(plan, tongue);

    /// <summary>Why a line is what it is.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="why">Whom it was asked of.</param>
    public ToldWhy Reason(Reason reason, Why why)
    {
        ArgumentNullException.ThrowIfNull(reason);
        ArgumentNullException.ThrowIfNull(why);
        var line = reason.Line;
        var told = new Telling(_words.Speech, "fee " + reason.Fee.Name.Text, reason.Fee.Mark);
        if (reason.TakenBack is { } back)
        {
            WhyMoment.TakenBack(_words, told, reason, back);
        }

        WhyMoment.Of(_words, told, reason);
        var after = new Telling(_words.Speech, "fee " + reason.Fee.Name.Text, reason.Fee.Mark);
        var measures = WhyMeasures.Read(_words, reason, why);
        WhyMeasures.Independent(_words, measures, after);
        foreach (var effect in reason.Limits)
        {
            WhyReceipt.Cut(_words, after, effect);
        }

        foreach (var division in why.Divisions(reason))
        {
            WhySplits.Of(_words, after, division);
        }

        if (reason.PayableFrom is { } day)
        {
            after.Add("payable", reason.Fee.Payable?.Mark ?? plan.Model.Header.Payable?.Mark ?? default,
                _words.Sentence("payable", _words.Day(day)));
        }

        return new(
            _words.Sentence(reason.TakenBack is null ? "title" : "title.taken-back",
                _words.FeeTitle(reason.Fee), _words.Money(line.Amount)),
            About(why, reason.Fee, line.Time, line.Episode, "earned", line.Earned),
            told.Done().Sentences,
            WhyFacts.Table(_words, reason.Facts),
            WhyReceipt.Table(_words, reason.Arithmetic, reason.Limits),
            after.Done().Sentences)
        {
            Measures = WhyMeasures.Table(_words, measures),
        };
    }

    /// <summary>Why a fee was not paid.</summary>
    /// <param name="not">What is missing.</param>
    /// <param name="why">Whom it was asked of.</param>
    /// <param name="episode">The episode it was asked of, from 1.</param>
    public ToldWhy Not(WhyNot not, Why why, int episode = 1)
    {
        ArgumentNullException.ThrowIfNull(not);
        ArgumentNullException.ThrowIfNull(why);
        var told = new Telling(_words.Speech, "fee " + not.Fee.Name.Text, not.Fee.Mark);
        WhyMissing.Of(_words, told, not, why.Until);
        return new(
            _words.Sentence("title.not", _words.FeeTitle(not.Fee)),
            About(why, not.Fee, not.Time, episode, "until", why.Until),
            told.Done().Sentences,
            null,
            WhyReceipt.Table(_words, not.Kind == WhyNotKind.Zero ? not.Arithmetic : [], []),
            []);
    }

    /// <summary>
    /// The reason of a line in a few words: the column <c>reason</c> of a list of lines; days are ISO.
    /// </summary>
    public string Short(Reason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return WhyShort.Of(_words, reason);
    }

    private string About(Why why, Declaration.Fee fee, int time, int episode, string key, int day)
    {
        Phrase person = why.Kind switch
        {
            null => _words.Say("owner.participant", why.Name),
            Owner.Provider => _words.Say("owner.provider", why.Name),
            Owner.Cohort(var cohort) => _words.Say("owner.cohort", why.Name, cohort.Text),
            _ => _words.Say("owner.contract"),
        };
        var episodes = plan.Schema.SecondStart == SecondStart.NewEpisode && why.Kind is null;
        return episodes
            ? _words.Sentence(
                $"about.{key}.episode",
                person,
                Speech.Quoted(fee.Name),
                Spoken.Integer(time),
                _words.Day(day),
                Spoken.Integer(episode))
            : _words.Sentence($"about.{key}", person, Speech.Quoted(fee.Name), Spoken.Integer(time), _words.Day(day));
    }
}
