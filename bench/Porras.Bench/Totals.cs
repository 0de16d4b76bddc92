using System.Globalization;

namespace Porras.Bench;

/// <summary>What a peer paid, fee by fee: attachment, meeting, job outcome, sustainment.</summary>
/// <param name="Lines">How many lines of each fee.</param>
/// <param name="Pence">The sum of each fee.</param>
public sealed record Totals(IReadOnlyList<long> Lines, IReadOnlyList<long> Pence)
{
    /// <summary>The fees in the order of the totals, by their names in the model.</summary>
    public static IReadOnlyList<string> Fees { get; } = ["attached", "meeting-fee", "job-outcome", "sustained"];

    /// <summary>The place of a fee among them.</summary>
    public static int PlaceOf(string fee) => Fees.Index().Single(n => n.Item == fee).Index;

    /// <summary>What the job pays for a million participants.</summary>
    public static Totals Published { get; } = new(
        [1_000_000, 8_398_427, 553_915, 4_345_996],
        [29_999_640_000, 41_992_135_000, 63_800_160_000, 93_982_061_500]);

    /// <summary>All lines and their sum, as a reader writes them.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Lines.Sum():N0} lines, {Pence.Sum() / 100m:N2} in total");

    /// <summary>The totals of lines held as columns.</summary>
    public static Totals Of(IEnumerable<LineColumns> parts)
    {
        var (lines, pence) = (new long[Fees.Count], new long[Fees.Count]);
        foreach (var part in parts)
        {
            for (var i = 0; i < part.Count; i++)
            {
                lines[part.Fee[i]]++;
                pence[part.Fee[i]] += part.Amount[i];
            }
        }

        return new(lines, pence);
    }

    /// <summary>The totals of a settlement.</summary>
    public static Totals Of(Settled settled)
    {
        var (lines, pence) = (new long[Fees.Count], new long[Fees.Count]);
        int[] place = [.. settled.Plan.Fees.Select(f => PlaceOf(f.Source.Name.Text))];
        foreach (var part in settled.Parts)
        {
            for (var i = 0; i < part.Count; i++)
            {
                lines[place[part.Fees[i]]]++;
                pence[place[part.Fees[i]]] += part.Amounts[i];
            }
        }

        return new(lines, pence);
    }

    /// <summary>Stops the program if two peers do not agree to the penny.</summary>
    /// <exception cref="InvalidOperationException">They do not agree; the message has both.</exception>
    public void MustEqual(Totals expected, string peer)
    {
        for (var fee = 0; fee < Fees.Count; fee++)
        {
            if (Lines[fee] != expected.Lines[fee] || Pence[fee] != expected.Pence[fee])
            {
                throw new InvalidOperationException(
                    FormattableString.Invariant($"{peer}, {Fees[fee]}: {Lines[fee]} lines and {Pence[fee]} pence, ")
                    + FormattableString.Invariant($"expected {expected.Lines[fee]} and {expected.Pence[fee]}."));
            }
        }
    }
}
