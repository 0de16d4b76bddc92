using System.Globalization;

namespace Porras;

/// <summary>Numbers, money, days and shares as a language writes them; the same on every machine.</summary>
/// <remarks>
/// English: 1,200.00, 80%, 31 January 2027. Finnish and Swedish: 1 200,00 with a space that does not break, 80 %,
/// 31.1.2027. A number that no decimal ends is a fraction: 5/6.
/// </remarks>
/// <param name="tongue">The language.</param>
/// <param name="currency">The model's currency; null counts as one with two decimals and no name.</param>
public sealed class Spoken(Tongue tongue, Currency? currency)
{
    private const char Unbroken = '\u00a0';
    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ];

    /// <summary>The language.</summary>
    public Tongue Tongue => tongue;

    /// <summary>A number with all its decimals, thousands set apart; a fraction where no decimal ends it.</summary>
    public string Number(Exact number)
    {
        var text = number.ToString();
        return text.Contains('/', StringComparison.Ordinal) ? text : Grouped(text);
    }

    /// <summary>A number with just so many decimals, rounded half away from zero.</summary>
    public string Number(Exact number, int decimals) => Grouped(number.ToString(decimals));

    /// <summary>
    /// A share, given as parts of one: <c>80%</c> or <c>80 %</c>, <c>5/6</c> where no decimal ends it.
    /// </summary>
    public string Share(Exact share)
    {
        var text = Number(share * 100);
        return text.Contains('/', StringComparison.Ordinal) ? Number(share)
            : tongue == Tongue.English ? text + "%"
            : $"{text}{Unbroken}%";
    }

    /// <summary>Money with its currency: <c>EUR 1,200.00</c>, <c>1 200,00 €</c>.</summary>
    public string Money(Money money)
    {
        var amount = Plain(money);
        return currency is not { } c ? amount
            : tongue == Tongue.English ? $"{c.Code}{Unbroken}{amount}"
            : $"{amount}{Unbroken}{(c.Code == "EUR" ? "€" : c.Code)}";
    }

    /// <summary>Money without its currency, as in a column of a table.</summary>
    public string Plain(Money money) => Grouped(money.ToString(currency ?? new Currency("", 2)));

    /// <summary>A day: <c>31 January 2027</c>, <c>31.1.2027</c>; ISO where it is no day of the calendar.</summary>
    public string Day(int day)
    {
        if (day is < 0 or > 3652058)
        {
            return Porras.Day.Write(day);
        }

        var date = Porras.Day.Date(day);
        var between = tongue switch { Tongue.English => " ", Tongue.Finnish => "", _ => "." };
        return $"{DayOfYear(date.Day, date.Month)}{between}{Integer(date.Year)}";
    }

    /// <summary>A day of any year: <c>1 April</c>, Finnish <c>1.4.</c>, Swedish <c>1.4</c>.</summary>
    public string DayOfYear(int day, int month) => tongue switch
    {
        Tongue.English => $"{Integer(day)} {Months[month - 1]}",
        Tongue.Finnish => $"{Integer(day)}.{Integer(month)}.",
        _ => $"{Integer(day)}.{Integer(month)}",
    };

    /// <summary>A whole number without anything between its digits: a year, a step.</summary>
    public static string Integer(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Grouped(string text)
    {
        var (point, mark) = tongue == Tongue.English ? ('.', ',') : (',', Unbroken);
        var sign = text[0] == '-' ? "-" : "";
        var cut = text.IndexOf('.', StringComparison.Ordinal);
        var whole = text[sign.Length..(cut < 0 ? text.Length : cut)];
        var grouped = new System.Text.StringBuilder(sign);
        for (var i = 0; i < whole.Length; i++)
        {
            if (i > 0 && (whole.Length - i) % 3 == 0)
            {
                grouped.Append(mark);
            }

            grouped.Append(whole[i]);
        }

        return cut < 0 ? grouped.ToString() : grouped.Append(point).Append(text.AsSpan(cut + 1)).ToString();
    }
}
