namespace Porras;

/// <summary>What makes a line the same line in two settlements; never a place in a data set or a model.</summary>
/// <param name="Owner">Whose line it is: the participant, or whom else the fee is for.</param>
/// <param name="Fee">The fee.</param>
/// <param name="Occurrence">The occurrence, from 1.</param>
/// <param name="Episode">The episode, from 1.</param>
/// <param name="Kind">A fee, or a taking back.</param>
/// <param name="Payer">Who pays this share; empty where nothing is split.</param>
/// <param name="Payee">Who receives this share; empty where nothing is split.</param>
public readonly record struct LineKey(
    string Owner, string Fee, int Occurrence, int Episode, LineKind Kind, string Payer, string Payee)
{
    /// <summary>The identity of a line of a settlement.</summary>
    public static LineKey Of(Settled settled, in FeeLine line) => new(
        settled.OwnerName(line),
        settled.Plan.Fees[line.Fee].Source.Name.Text,
        line.Time,
        line.Episode,
        line.Kind,
        settled.PayerName(line) ?? "",
        settled.PayeeName(line) ?? "");
}
