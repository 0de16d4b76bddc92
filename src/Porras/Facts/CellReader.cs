namespace Porras;

/// <summary>What is wrong with a cell.</summary>
/// <param name="Code">The code of the finding.</param>
/// <param name="Arguments">Its arguments; the first is what was found.</param>
internal sealed record CellFault(string Code, params string[] Arguments)
{
    /// <summary>The valid words, if a near one is to be offered.</summary>
    public IEnumerable<string> Valid { get; init; } = [];
}

/// <summary>A number as digits and a power of ten: 12.5 is 125 with 1 decimal.</summary>
internal readonly record struct Scaled(long Digits, int Decimals);

/// <summary>Reads the cells of one table: days, numbers, money, labels; one decimal mark in the whole table.</summary>
internal sealed class CellReader(Currency money)
{
    /// <summary>The first and last year in which a day is taken for a day and not for a slip.</summary>
    public const int FirstYear = 1900, LastYear = 2199;

    /// <summary>The first and last day of those years.</summary>
    public static readonly int FirstDay = new DateOnly(FirstYear, 1, 1).DayNumber,
        LastDay = new DateOnly(LastYear, 12, 31).DayNumber;

    /// <summary>Twelve digits before and six after the point always fit 64 bits, whatever the column holds.</summary>
    public const int MostDigits = 12, MostDecimals = 6;

    private static readonly int[] BeforeMonth = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

    /// <summary>The words for sources and states, in the order of their enumerations.</summary>
    public static readonly string[]
        SourceWords = ["register", "document", "organiser", "evaluator", "provider", "participant"],
        StatusWords = ["confirmed", "claimed", "rejected"];

    private char _mark;
    private int _markLine;

    /// <summary>The currency of money cells.</summary>
    public Currency Money => money;

    /// <summary>A day, ISO or d.M.yyyy.</summary>
    public static CellFault? Day(ReadOnlySpan<char> text, out int day)
    {
        int year, month, dayOfMonth;
        if (text.Length == 10 && text[4] == '-' && text[7] == '-')
        {
            year = 100 * Two(text, 0) + Two(text, 2);
            (month, dayOfMonth) = (Two(text, 5), Two(text, 8));
        }
        else
        {
            var dot = text.IndexOf('.');
            var second = dot < 1 || dot > 2 ? -1 : text[(dot + 1)..].IndexOf('.') + dot + 1;
            if (second < dot + 2 || second > dot + 3 || text.Length != second + 5)
            {
                day = 0;
                return new("P5001", text.ToString());
            }

            (dayOfMonth, month) = (Digits(text[..dot]), Digits(text[(dot + 1)..second]));
            year = Digits(text[(second + 1)..]);
        }

        day = 0;
        if (year < 1 || month is < 1 or > 12 || dayOfMonth < 1
            || (dayOfMonth > 28 && dayOfMonth > DateTime.DaysInMonth(year, month)))
        {
            return new("P5001", text.ToString());
        }

        var leap = month > 2 && DateTime.IsLeapYear(year) ? 1 : 0;
        var before = year - 1;
        day = before * 365 + before / 4 - before / 100 + before / 400 + BeforeMonth[month] + leap + dayOfMonth - 1;
        return year is >= FirstYear and <= LastYear ? null : new("P5002", text.ToString());
    }

    /// <summary>The value of a cell that is not empty and holds no name.</summary>
    public CellFault? Value(ColumnType type, ReadOnlySpan<char> text, int line, out Scaled value)
    {
        switch (type.Kind)
        {
            case ValueKind.Day:
                var fault = Day(text, out var day);
                value = new(day, 0);
                return fault;
            case ValueKind.YesNo:
                return YesNo(text, out value);
            case ValueKind.OneOf:
                return Label(text, type.Labels, out value);
            case ValueKind.Money:
                return Amount(text, line, out value);
            case ValueKind.Percent:
                var share = text[^1] == '%' ? text[..^1].TrimEnd() : text;
                var badShare = Number(share, line, out value);
                value = new(value.Digits, value.Decimals + 2);
                return badShare;
            case ValueKind.Weeks:
                var badWeeks = NotNegative(text, line, out value);
                value = new(value.Digits * 7, value.Decimals);
                return badWeeks;
            case ValueKind.Number:
                return Number(text, line, out value);
            case ValueKind.Points or ValueKind.Hours or ValueKind.Days or ValueKind.Months or ValueKind.AWeek:
                return NotNegative(text, line, out value);
            case ValueKind.Name:
            default:
                throw new InvalidOperationException($"A cell of kind {type.Kind} is not read as a value.");
        }
    }

    /// <summary>A name is any text, but one that could be read.</summary>
    public static CellFault? Unreadable(ReadOnlySpan<char> text) =>
        text.Contains('\uFFFD') ? new("P5011", text.ToString()) : null;

    /// <summary>Who vouches for a fact.</summary>
    public static CellFault? Source(ReadOnlySpan<char> text, out Sources source)
    {
        var fault = Label(text, SourceWords, out var place);
        source = fault is null ? (Sources)(1 << (int)place.Digits) : Sources.None;
        return fault;
    }

    /// <summary>Whether a fact is confirmed.</summary>
    public static CellFault? Status(ReadOnlySpan<char> text, out FactStatus status)
    {
        var fault = Label(text, StatusWords, out var place);
        status = (FactStatus)place.Digits;
        return fault;
    }

    private static CellFault? YesNo(ReadOnlySpan<char> text, out Scaled value)
    {
        var yes = Is(text, "yes") || Is(text, "true") || text is "1";
        value = new(yes ? 1 : 0, 0);
        return yes || Is(text, "no") || Is(text, "false") || text is "0" ? null : new("P5007", text.ToString());
    }

    /// <summary>One of a list of words, in capital or small letters.</summary>
    public static CellFault? Label(ReadOnlySpan<char> text, IReadOnlyList<string> labels, out Scaled value)
    {
        for (var i = 0; i < labels.Count; i++)
        {
            if (Is(text, labels[i]))
            {
                value = new(i, 0);
                return null;
            }
        }

        value = default;
        return new("P5008", text.ToString(), string.Join(", ", labels)) { Valid = labels };
    }

    private CellFault? Amount(ReadOnlySpan<char> text, int line, out Scaled value)
    {
        var fault = Number(text, line, out value, out var written);
        if (fault is null && written > money.Decimals)
        {
            return new("P5005", text.ToString(), money.Code, money.Decimals.ToString(Invariant));
        }

        var minor = value.Digits;
        for (var i = value.Decimals; i < money.Decimals; i++)
        {
            minor *= 10;
        }

        value = new(minor, 0);
        return fault;
    }

    private CellFault? NotNegative(ReadOnlySpan<char> text, int line, out Scaled value)
    {
        var fault = Number(text, line, out value);
        return fault is null && value.Digits < 0 ? new("P5004", text.ToString()) : fault;
    }

    private CellFault? Number(ReadOnlySpan<char> text, int line, out Scaled value) =>
        Number(text, line, out value, out _);

    private CellFault? Number(ReadOnlySpan<char> text, int line, out Scaled value, out int written)
    {
        if (Whole(text) is >= 0 and var simple)
        {
            (value, written) = (new(simple, 0), 0);
            return null;
        }

        return Decimal(text, line, out value, out written);
    }

    private CellFault? Decimal(ReadOnlySpan<char> text, int line, out Scaled value, out int written)
    {
        value = default;
        // Finnish and Swedish spreadsheets write the minus sign U+2212.
        var negative = text.Length > 0 && text[0] is '-' or '\u2212';
        var (digits, whole, decimals, zeros, mark, tooLong) = (0L, 0, 0, 0, '\0', false);
        var rest = negative ? text[1..] : text;
        written = 0;
        for (var i = 0; i < rest.Length; i++)
        {
            var c = rest[i];
            if (c is '.' or ',' && mark == '\0' && i > 0 && i + 1 < rest.Length)
            {
                mark = c;
            }
            else if (!char.IsAsciiDigit(c))
            {
                return new("P5003", text.ToString());
            }
            else if (mark == '\0')
            {
                whole += digits > 0 || c != '0' ? 1 : 0;
                tooLong |= whole > MostDigits;
                digits = tooLong ? 1 : digits * 10 + (c - '0');
            }
            else
            {
                // Zeros count only when another digit follows: 7.50 is 7.5.
                written++;
                zeros++;
                tooLong |= c != '0' && decimals + zeros > MostDecimals;
                for (; c != '0' && !tooLong && zeros > 0; zeros--, decimals++)
                {
                    digits *= 10;
                }

                digits += tooLong ? 0 : c - '0';
            }
        }

        value = new(negative ? -digits : digits, decimals);
        return rest.Length == 0 ? new("P5003", text.ToString())
            : tooLong ? new("P5006", text.ToString())
            : mark == '\0' ? null : Mark(text, mark, line);
    }

    // Most numbers are a few digits; below zero if this is another.
    private static int Whole(ReadOnlySpan<char> text)
    {
        var number = text.Length > 8 ? -1 : 0;
        for (var i = 0; i < text.Length && number >= 0; i++)
        {
            number = text[i] is >= '0' and <= '9' ? number * 10 + (text[i] - '0') : -1;
        }

        return text.IsEmpty ? -1 : number;
    }

    private CellFault? Mark(ReadOnlySpan<char> text, char mark, int line)
    {
        if (_mark == '\0')
        {
            (_mark, _markLine) = (mark, line);
        }

        return _mark == mark ? null : new("P5010", text.ToString(), _mark.ToString(), _markLine.ToString(Invariant));
    }

    private static IFormatProvider Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static bool Is(ReadOnlySpan<char> text, string word) =>
        text.Equals(word, StringComparison.OrdinalIgnoreCase);

    // Far below zero unless both are digits, so that sums of such numbers are below zero as well.
    private static int Two(ReadOnlySpan<char> text, int at)
    {
        var (tens, ones) = (text[at] - '0', text[at + 1] - '0');
        return tens is >= 0 and <= 9 && ones is >= 0 and <= 9 ? tens * 10 + ones : -1_000_000;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var number = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return -1;
            }

            number = number * 10 + (c - '0');
        }

        return number;
    }
}
