using Porras.Store;

namespace Porras.Web;

/// <summary>How settlements are spoken of on pages.</summary>
public static class SettlementWords
{
    /// <summary>The currency of a settlement.</summary>
    public static Currency CurrencyOf(Settlement kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return Currency.Find(kept.Currency)!.Value;
    }

    /// <summary>The total, with its currency.</summary>
    public static string Total(Wording words, Settlement kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return Spoken(words, kept).Money(new Money(kept.Total));
    }

    /// <summary>Writes amounts of a settlement.</summary>
    public static Spoken Spoken(Wording words, Settlement kept)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(words.Tongue, CurrencyOf(kept));
    }

    /// <summary>What a fee is called: its title, and its name where it has none.</summary>
    public static string TitleOf(FeeModel? model, string fee) =>
        model?.Fees.FirstOrDefault(f => f.Name.Text == fee)?.Title?.Text ?? fee;

    /// <summary>The address of a page of lines.</summary>
    public static string LinesAt(long settlement, string? owner, string? fee, int from)
    {
        string?[] parts =
        [
            owner is { Length: > 0 } ? "owner=" + Uri.EscapeDataString(owner) : null,
            fee is { Length: > 0 } ? "fee=" + Uri.EscapeDataString(fee) : null,
            from > 0 ? FormattableString.Invariant($"from={from}") : null,
        ];
        var query = string.Join('&', parts.OfType<string>());
        return FormattableString.Invariant($"/settlements/{settlement}{(query.Length > 0 ? "?" + query : "")}#lines");
    }
}
