using System.Globalization;
using System.Numerics;
using ParquetSharp;

namespace Porras.Exchange;

/// <summary>What the whole numbers of a column mean.</summary>
internal enum NumberMeaning
{
    /// <summary>Whole numbers.</summary>
    Whole,

    /// <summary>Whole numbers without a sign.</summary>
    Unsigned,

    /// <summary>Digits with a decimal mark in a fixed place.</summary>
    Decimal,

    /// <summary>Days after 1970-01-01.</summary>
    Day,

    /// <summary>Parts of a day after the beginning of 1970-01-01.</summary>
    Time,

    /// <summary>Yes (1) and no (0).</summary>
    Truth,

    /// <summary>Sixteen bytes that are written as a UUID.</summary>
    Uuid,
}

/// <summary>Cells that are numbers, days or yes and no: one whole number each.</summary>
/// <param name="meaning">What the numbers mean.</param>
/// <param name="scale">Decimals; of times, how many parts a day has.</param>
/// <param name="width">How many bytes a number of fixed width has.</param>
internal sealed class ParquetNumbers(NumberMeaning meaning, long scale, int width) : ParquetCells
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    private readonly long[] _values = new long[Most];
    private readonly Dictionary<int, string> _odd = [];
    private Array? _pieces;

    /// <summary>What the numbers mean.</summary>
    public NumberMeaning Meaning => meaning;

    /// <summary>How many decimals they have.</summary>
    public int Decimals => meaning == NumberMeaning.Decimal ? (int)scale : 0;

    /// <summary>
    /// The number of each row, days as <see cref="DateOnly.DayNumber"/>; <see cref="Column.Empty"/> where there is
    /// none, <see cref="FactBatch.Odd"/> where there is only a text.
    /// </summary>
    public ReadOnlySpan<long> Values => _values;

    private bool IsDay => meaning is NumberMeaning.Day or NumberMeaning.Time;

    /// <inheritdoc/>
    public override void Read(ColumnReader reader, int count, bool mayBeEmpty)
    {
        _odd.Clear();
        switch (reader)
        {
            case ColumnReader<int>:
                var isUnsigned = meaning == NumberMeaning.Unsigned;
                Read<int>(reader, count, mayBeEmpty, (v, row) => Meant(isUnsigned ? unchecked((uint)v) : v, row));
                break;
            case ColumnReader<long>:
                Read<long>(reader, count, mayBeEmpty, Meant);
                break;
            case ColumnReader<bool>:
                Read<bool>(reader, count, mayBeEmpty, (v, _) => v ? 1 : 0);
                break;
            case ColumnReader<ByteArray>:
                Read<ByteArray>(reader, count, mayBeEmpty, (v, row) => Wide(Bytes(v.Pointer, v.Length), row));
                break;
            default:
                Read<FixedLenByteArray>(reader, count, mayBeEmpty, (v, row) => Wide(Bytes(v.Pointer, width), row));
                break;
        }
    }

    /// <inheritdoc/>
    public override bool IsEmpty(int row) => _values[row] == Column.Empty;

    /// <inheritdoc/>
    public override void Feed(TableRows rows, int column, int row)
    {
        if (IsDay && _values[row] is not (Column.Empty or FactBatch.Odd))
        {
            rows.DayCell(column, (int)_values[row]);
        }
        else
        {
            rows.Cell(column, Text(row));
        }
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Text(int row) => _values[row] switch
    {
        Column.Empty => default,
        FactBatch.Odd => _odd[row],
        var day when IsDay => Day.Write((int)day),
        var digits => DecimalText(digits, Decimals),
    };

    private void Read<T>(ColumnReader reader, int count, bool mayBeEmpty, Func<T, int, long> meant)
        where T : unmanaged
    {
        var pieces = (T[])(_pieces ??= new T[Most]);
        Read(reader, count, mayBeEmpty, pieces, (at, rows, values) =>
        {
            for (int i = 0, next = 0; i < rows; i++)
            {
                var isEmpty = values < rows && Levels[i] == 0;
                _values[at + i] = isEmpty ? Column.Empty : meant(pieces[next++], at + i);
            }
        });
    }

    private long Meant(long value, int row) => meaning switch
    {
        NumberMeaning.Day => Math.Abs(value) < 5_000_000 && value + Epoch is >= 0 and <= 3_652_058 and var day
            ? day : Odd(row, string.Create(CultureInfo.InvariantCulture, $"1970-01-01 + {value}")),
        NumberMeaning.Time => Midnight(value, row),
        NumberMeaning.Unsigned when value < 0 =>
            Odd(row, unchecked((ulong)value).ToString(CultureInfo.InvariantCulture)),
        NumberMeaning.Whole or NumberMeaning.Unsigned or NumberMeaning.Decimal or NumberMeaning.Truth
            or NumberMeaning.Uuid => value is Column.Empty or FactBatch.Odd
                ? Odd(row, DecimalText(value, Decimals)) : value,
        _ => throw new InvalidOperationException($"Unknown meaning {meaning}."),
    };

    private long Midnight(long value, int row)
    {
        var (day, rest) = Math.DivRem(value, scale);
        day = (rest < 0 ? day - 1 : day) + Epoch;
        if (rest == 0 && day is >= 0 and <= 3_652_058)
        {
            return day;
        }

        var seconds = (rest < 0 ? rest + scale : rest) / (scale / 86_400);
        return Odd(row, day is < 0 or > 3_652_058
            ? string.Create(CultureInfo.InvariantCulture, $"1970-01-01 + {day - Epoch}")
            : $"{Day.Write((int)day)} {TimeSpan.FromSeconds(seconds):c}");
    }

    private long Wide(ReadOnlySpan<byte> bytes, int row)
    {
        if (meaning == NumberMeaning.Uuid)
        {
            return Odd(row, new Guid(bytes, bigEndian: true).ToString());
        }

        var number = new BigInteger(bytes, isBigEndian: true);
        return number > long.MinValue && number < long.MaxValue
            ? (long)number : Odd(row, DecimalText(number, Decimals));
    }

    private long Odd(int row, string text)
    {
        _odd[row] = text;
        return FactBatch.Odd;
    }

    // Zeros at the end of a decimal say nothing of the number.
    private static string DecimalText(BigInteger digits, int decimals)
    {
        for (; decimals > 0 && digits % 10 == 0; decimals--)
        {
            digits /= 10;
        }

        var text = BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var sign = digits < 0 ? "-" : "";
        return decimals == 0 ? sign + text : $"{sign}{text[..^decimals]}.{text[^decimals..]}";
    }

    private static unsafe ReadOnlySpan<byte> Bytes(IntPtr at, int length) => new((void*)at, length);
}
