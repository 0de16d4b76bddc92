namespace Porras.Exchange;

/// <summary>Numbers, money and shares as the lab shows them, in one language and one currency.</summary>
/// <param name="tongue">The language.</param>
/// <param name="currency">The currency.</param>
public sealed class LabNumbers(Tongue tongue, Currency currency)
{
    private readonly Spoken _spoken = new(tongue, currency);

    /// <summary>The currency as it is written beside tables: <c>EUR</c>, <c>€</c>.</summary>
    public string Unit => currency.Code == "EUR" && tongue != Tongue.English ? "€" : currency.Code;

    /// <summary>A number with so many decimals; a dash for none.</summary>
    public string Number(double? number, int decimals = 0)
    {
        if (number is not { } known || double.IsNaN(known))
        {
            return "–";
        }

        var scaled = Math.Round(known * Math.Pow(10, decimals), MidpointRounding.AwayFromZero);
        return Math.Abs(scaled) > 1e30 ? "∞"
            : _spoken.Number(Exact.Of((Int128)scaled, (Int128)Math.Pow(10, decimals)), decimals);
    }

    /// <summary>A number with as many decimals as it has, at most so many.</summary>
    public string Short(double number, int most)
    {
        var decimals = 0;
        while (decimals < most && Math.Abs(Math.Round(number, decimals) - number) > 1e-9)
        {
            decimals++;
        }

        return Number(number, decimals);
    }

    /// <summary>Minor units as whole units of the currency, as in a column; a dash for none.</summary>
    public string Amount(double? minor) => Number(minor / currency.Scale);

    /// <summary>Minor units with all decimals of the currency; a dash for none.</summary>
    public string Cents(double? minor) => Number(minor / currency.Scale, currency.Decimals);

    /// <summary>Minor units as whole units with the currency.</summary>
    public string Money(double minor) => tongue == Tongue.English ? $"{Unit}\u00a0{Amount(minor)}"
        : $"{Amount(minor)}\u00a0{Unit}";

    /// <summary>A difference in whole units: with a plus above zero.</summary>
    public string Signed(double minor) => Plus(minor / currency.Scale, 0) + Amount(minor);

    /// <summary>A share with one decimal; a dash for none.</summary>
    public string Percent(double? share, int decimals = 1) => share is null ? "–"
        : Number(share * 100, decimals) + (tongue == Tongue.English ? "%" : "\u00a0%");

    /// <summary>A difference of shares, in percentage points: with a plus above zero.</summary>
    public string Points(double share) => Plus(share * 100, 1) + Number(share * 100, 1);

    /// <summary>A difference of counts: with a plus above zero.</summary>
    public string Counts(double difference) => Plus(difference, 1) + Number(difference, 1);

    private static string Plus(double number, int decimals) =>
        Math.Round(number, decimals, MidpointRounding.AwayFromZero) > 0 ? "+" : "";
}
