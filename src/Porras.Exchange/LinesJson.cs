using System.Text.Json.Nodes;

namespace Porras.Exchange;

/// <summary>The lines of a settlement as JSON.</summary>
public static class LinesJson
{
    /// <summary>A line: the columns of <see cref="LinesCsv"/> under the same names; amounts are texts.</summary>
    /// <param name="settled">The settlement.</param>
    /// <param name="line">The line.</param>
    /// <param name="reason">Why, in words; null if it is not told.</param>
    public static JsonObject Of(Settled settled, FeeLine line, string? reason)
    {
        ArgumentNullException.ThrowIfNull(settled);
        var fee = settled.Plan.Fees[line.Fee];
        return new()
        {
            ["participant"] = settled.OwnerName(line),
            ["fee"] = fee.Source.Name.Text,
            ["occurrence"] = line.Time,
            ["episode"] = line.Episode,
            ["earned"] = Day.Write(line.Earned),
            ["kind"] = line.Kind == LineKind.Fee ? "fee" : "take-back",
            ["amount"] = line.Amount.ToString(settled.Plan.Currency),
            ["payable"] = Day.Write(fee.PayableFrom(line.Earned, settled.Data.Holidays) ?? line.Earned),
            ["payer"] = settled.PayerName(line),
            ["payee"] = settled.PayeeName(line),
            ["clause"] = fee.Source.Mark.Clause,
            ["reason"] = reason,
        };
    }
}
