using System.Collections.Frozen;

namespace Porras;

/// <summary>A currency: its ISO 4217 code and how many decimals its amounts have.</summary>
/// <param name="Code">Three capital letters, such as <c>EUR</c>.</param>
/// <param name="Decimals">0, 2 or 3.</param>
public readonly record struct Currency(string Code, int Decimals)
{
    private const string Two =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF " +
        "CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD " +
        "HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK " +
        "MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD " +
        "RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS " +
        "UAH USD UYU UZS VES WST XCD YER ZAR ZMW ZWG";

    private static readonly FrozenDictionary<string, int> Known = Table();

    /// <summary>All known codes.</summary>
    public static IEnumerable<string> Codes => Known.Keys;

    /// <summary>The currency of a code (ISO 4217); null if the code is not known.</summary>
    public static Currency? Find(string code) => Known.TryGetValue(code, out var decimals) ? new(code, decimals) : null;

    /// <summary>How many minor units one unit has: 1, 100 or 1000.</summary>
    public long Scale => Decimals switch { 0 => 1, 2 => 100, _ => 1000 };

    private static FrozenDictionary<string, int> Table()
    {
        var table = Two.Split(' ').ToDictionary(c => c, _ => 2, StringComparer.Ordinal);
        foreach (var code in "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".Split(' '))
        {
            table[code] = 0;
        }

        foreach (var code in "BHD IQD JOD KWD LYD OMR TND".Split(' '))
        {
            table[code] = 3;
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
