namespace Porras;

/// <summary>What an explanation says of the amount of a fee: what it pays and its steps in order.</summary>
internal static class ToldPay
{
    public static void Of(Speech speech, Declaration.Fee fee, Telling told)
    {
        if (fee.Pay is { } pay)
        {
            told.Add("pay", pay.Mark, Sentence(speech, fee, pay.Value));
        }

        foreach (var step in fee.Steps)
        {
            told.Add("step", step.Mark, Step(speech, fee, step.Value));
        }
    }

    private static string Sentence(Speech speech, Declaration.Fee fee, Pay pay) => pay switch
    {
        Pay.Fixed(var amount) => speech.Sentence("pay", speech.Amount(amount, ValueKind.Money)),
        Pay.ShareOf(var share, var names) when speech.Names.Find(names[0]) is Meaning.Fee =>
            speech.Sentence(IsByPeriod(fee) ? "pay.share-of-fees.period" : "pay.share-of-fees", speech.Share(share),
                speech.Fees(names), speech.Same(fee.For?.Value, names)),
        Pay.ShareOf(var share, var names) =>
            speech.Sentence("pay", speech.Say("amount.share", speech.Share(share), speech.Ref(names[0]))),
        Pay.Pool(var amount, var measure, { } cohort) => speech.Sentence("pay.pool.cohort",
            speech.Amount(amount, ValueKind.Money), Speech.Quoted(measure), Speech.Quoted(cohort)),
        Pay.Pool(var amount, var measure, null) =>
            speech.Sentence("pay.pool.contract", speech.Amount(amount, ValueKind.Money), Speech.Quoted(measure)),
        Pay.Unpaid(var fees) => speech.Sentence("pay.unpaid", speech.Fees(fees)),
        Pay.ByKey(var key, var rows) =>
            speech.Sentence("pay.by-key", ToldTables.Key(speech, key), Rows(speech, key, rows)),
        _ => throw Speech.Unknown(pay),
    };

    private static Phrase Rows(Speech speech, TableKey key, IReadOnlyList<(Label Label, Amount Amount)> rows) =>
        Phrase.Join(
            [.. rows.Select(r => speech.Say("pay.row", ToldTables.Label(speech, key, r.Label),
                speech.Amount(r.Amount, ValueKind.Money)))],
            "; ", "; ");

    private static string Step(Speech speech, Declaration.Fee fee, PayStep step) => step switch
    {
        PayStep.Plus(var amount) when speech.IsShare(amount) =>
            speech.Sentence("step.plus-share", AsShare(speech, amount)),
        PayStep.Plus(var amount) => speech.Sentence("step.plus", speech.Amount(amount, ValueKind.Money)),
        PayStep.Times(var share) => speech.Sentence("step.times", speech.Share(share)),
        PayStep.Less({ Base: Basis.Named(var name) } amount) when IsFee(speech, name) && amount == Amount.Of(name) =>
            LessFees(speech, fee, [name], "step.less-fees"),
        PayStep.Less(var amount) when speech.IsShare(amount) =>
            speech.Sentence("step.less-share", AsShare(speech, amount)),
        PayStep.Less(var amount) => speech.Sentence("step.less", speech.Amount(amount, ValueKind.Money)),
        PayStep.LessFees(var fees) => LessFees(speech, fee, fees, "step.less-fees"),
        PayStep.Settles(var fees) => LessFees(speech, fee, fees, "step.settles"),
        PayStep.AtMost(var amount) => speech.Sentence("step.at-most", speech.Amount(amount, ValueKind.Money)),
        _ => throw Speech.Unknown(step),
    };

    private static string LessFees(Speech speech, Declaration.Fee fee, IReadOnlyList<Name> fees, string key) =>
        speech.Sentence(fees.Count == 1 && fees[0].Text == fee.Name.Text ? key + ".itself" : key,
            speech.Fees(fees), speech.Same(fee.For?.Value, fees));

    private static Phrase AsShare(Speech speech, Amount amount) => speech.Share(amount.Base switch
    {
        Basis.Written(var literal) => new Share.Written(literal),
        Basis.Named(var name) => new Share.Named(name),
        var other => throw Speech.Unknown(other),
    });

    private static bool IsFee(Speech speech, Name name) => speech.Names.Find(name) is Meaning.Fee;

    private static bool IsByPeriod(Declaration.Fee fee) =>
        fee.When?.Value.Event is MomentKind.EachPeriod or MomentKind.EachPart;
}
