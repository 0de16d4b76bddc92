using System.Globalization;

namespace Porras;

/// <summary>The text of a cell, as it stands in a data file: culture-free, with a decimal point, days ISO.</summary>
public static class CellText
{
    /// <summary>The text of a cell; empty for an empty one.</summary>
    public static string Of(Column column, int row, Currency money) => Of(column, column.Values[row], money);

    /// <summary>The text of a value as a column holds it; empty for an empty one.</summary>
    public static string Of(Column column, long value, Currency money)
    {
        return value == Column.Empty ? "" : column.Schema.Type.Kind switch
        {
            ValueKind.Name or ValueKind.OneOf => column.Labels[(int)value],
            ValueKind.YesNo => value == 1 ? "yes" : "no",
            ValueKind.Day => Day.Write((int)value),
            ValueKind.Money => new Money(value).ToString(money),
            ValueKind.Percent => Decimal(value, column.Decimals, 2),
            ValueKind.Weeks => Decimal(value / 7, column.Decimals, 0),
            ValueKind.Number or ValueKind.Points or ValueKind.Hours or ValueKind.Days or ValueKind.Months
                or ValueKind.AWeek => Decimal(value, column.Decimals, 0),
            _ => throw new InvalidOperationException($"Unknown kind of value {column.Schema.Type.Kind}."),
        };
    }

    /// <summary>A scaled number, times a power of ten, without needless zeros.</summary>
    internal static string Decimal(long digits, int decimals, int shift)
    {
        for (; decimals > shift && digits % 10 == 0; decimals--)
        {
            digits /= 10;
        }

        for (; decimals < shift; decimals++)
        {
            digits *= 10;
        }

        var text = Math.Abs(digits).ToString(CultureInfo.InvariantCulture).PadLeft(decimals - shift + 1, '0');
        var sign = digits < 0 ? "-" : "";
        return decimals == shift ? sign + text : $"{sign}{text[..^(decimals - shift)]}.{text[^(decimals - shift)..]}";
    }
}
