using System.Globalization;
using ParquetSharp;
using ParquetSharp.Schema;

namespace Porras.Tests.Exchange;

/// <summary>Parquet files as text: a line of <c>name TYPE</c>, then one for each row; a blank cell is null.</summary>
/// <remarks>
/// Types: STRING, DATE, TIMESTAMP, INT32, INT64, UINT64, DOUBLE, BOOLEAN, UUID, and DECIMAL2 or WIDE2 with so many
/// decimals, the wide one in sixteen bytes. A line <c>--</c> begins a new row group.
/// </remarks>
internal static class ParquetTyped
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static byte[] Bytes(string text)
    {
        var plain = text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        var cut = plain.IndexOf('\n', StringComparison.Ordinal);
        var columns = plain[..cut].Split(',').Select(c => c.Trim().Split(' ')).ToArray();
        var groups = plain[(cut + 1)..].Split("--\n");
        using var to = new MemoryStream();
        Node[] nodes = [.. columns.Select(c => Node(c[0], c[1]))];
        using (var schema = new GroupNode("schema", Repetition.Required, nodes, null))
        using (var properties = new WriterPropertiesBuilder().Build())
        using (var file = new ParquetFileWriter(to, schema, properties, null, leaveOpen: true))
        {
            foreach (var group in groups)
            {
                var lines = group.Split('\n', StringSplitOptions.RemoveEmptyEntries);
                string[][] rows = [.. lines.Select(r => r.Split(','))];
                using var writer = file.AppendRowGroup();
                for (var c = 0; c < columns.Length; c++)
                {
                    using var column = writer.NextColumn();
                    Write(column, columns[c][1], [.. rows.Select(r => Text(r[c].Trim()))]);
                }
            }

            file.Close();
        }

        return to.ToArray();
    }

    /// <summary>A cell in which a comma or a line end may stand.</summary>
    public static string Cell(string text) =>
        text.Replace(",", "‚", StringComparison.Ordinal).Replace("\n", "⏎", StringComparison.Ordinal);

    private static string Text(string cell) =>
        cell.Replace("‚", ",", StringComparison.Ordinal).Replace("⏎", "\n", StringComparison.Ordinal);

    private static int Scale(string type) => type[^1] - '0';

    private static PrimitiveNode Node(string name, string type)
    {
        var (logical, physical, length) = type switch
        {
            "STRING" => (LogicalType.String(), PhysicalType.ByteArray, -1),
            "DATE" => (LogicalType.Date(), PhysicalType.Int32, -1),
            "TIMESTAMP" => (LogicalType.Timestamp(false, TimeUnit.Micros), PhysicalType.Int64, -1),
            "INT32" => (LogicalType.Int(32, true), PhysicalType.Int32, -1),
            "INT64" => (LogicalType.None(), PhysicalType.Int64, -1),
            "UINT64" => (LogicalType.Int(64, false), PhysicalType.Int64, -1),
            "DOUBLE" => (LogicalType.None(), PhysicalType.Double, -1),
            "BOOLEAN" => (LogicalType.None(), PhysicalType.Boolean, -1),
            "UUID" => (LogicalType.Uuid(), PhysicalType.FixedLenByteArray, 16),
            ['D', ..] => (LogicalType.Decimal(18, Scale(type)), PhysicalType.Int64, -1),
            _ => (LogicalType.Decimal(38, Scale(type)), PhysicalType.FixedLenByteArray, 16),
        };
        return new(name, Repetition.Optional, logical, physical, length);
    }

    private static void Write(ColumnWriter writer, string type, string[] cells)
    {
        string[] said = [.. cells.Where(c => c.Length > 0)];
        short[] levels = [.. cells.Select(c => (short)(c.Length > 0 ? 1 : 0))];
        switch (writer)
        {
            case ColumnWriter<int> ints:
                ints.WriteBatch(cells.Length, levels, default, said.Select(c => (int)Number(type, c)).ToArray());
                break;
            case ColumnWriter<long> longs:
                longs.WriteBatch(cells.Length, levels, default, said.Select(c => Number(type, c)).ToArray());
                break;
            case ColumnWriter<double> doubles:
                doubles.WriteBatch(cells.Length, levels, default, said.Select(c => double.Parse(c, Plain)).ToArray());
                break;
            case ColumnWriter<bool> truths:
                truths.WriteBatch(cells.Length, levels, default, said.Select(c => c == "yes").ToArray());
                break;
            case ColumnWriter<ByteArray> texts:
                using (var bytes = new Pinned(said.Select(System.Text.Encoding.UTF8.GetBytes)))
                {
                    texts.WriteBatch(cells.Length, levels, default, bytes.Texts());
                }

                break;
            case ColumnWriter<FixedLenByteArray> wide:
                using (var bytes = new Pinned(said.Select(c => Sixteen(type, c))))
                {
                    wide.WriteBatch(cells.Length, levels, default, bytes.Wide());
                }

                break;
        }
    }

    private static long Number(string type, string cell) => type switch
    {
        "DATE" => DateOnly.Parse(cell, Plain).DayNumber - new DateOnly(1970, 1, 1).DayNumber,
        "TIMESTAMP" => (DateTime.Parse(cell, Plain) - DateTime.UnixEpoch).Ticks / 10,
        "UINT64" => unchecked((long)ulong.Parse(cell, Plain)),
        ['D', ..] => (long)Digits(type, cell),
        _ => long.Parse(cell, Plain),
    };

    private static System.Numerics.BigInteger Digits(string type, string cell)
    {
        var (dot, scale) = (cell.IndexOf('.', StringComparison.Ordinal), Scale(type));
        var (whole, part) = dot < 0 ? (cell, "") : (cell[..dot], cell[(dot + 1)..]);
        return System.Numerics.BigInteger.Parse(whole + part.PadRight(scale, '0'), Plain);
    }

    private static byte[] Sixteen(string type, string cell)
    {
        if (type == "UUID")
        {
            return Guid.Parse(cell).ToByteArray(bigEndian: true);
        }

        var bytes = new byte[16];
        var number = Digits(type, cell).ToByteArray(isBigEndian: true);
        Array.Fill(bytes, number[0] >= 128 ? (byte)255 : (byte)0);
        number.CopyTo(bytes, 16 - number.Length);
        return bytes;
    }

    /// <summary>Texts that stay where they are while they are written.</summary>
    private sealed class Pinned(IEnumerable<byte[]> texts) : IDisposable
    {
        private readonly (System.Runtime.InteropServices.GCHandle At, int Length)[] _all =
            [.. texts.Select(t => (System.Runtime.InteropServices.GCHandle.Alloc(
                t, System.Runtime.InteropServices.GCHandleType.Pinned), t.Length))];

        public ByteArray[] Texts() => [.. _all.Select(t => new ByteArray(t.At.AddrOfPinnedObject(), t.Length))];

        public FixedLenByteArray[] Wide() => [.. _all.Select(t => new FixedLenByteArray(t.At.AddrOfPinnedObject()))];

        public void Dispose()
        {
            foreach (var (at, _) in _all)
            {
                at.Free();
            }
        }
    }
}
