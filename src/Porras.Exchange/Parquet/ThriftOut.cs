using System.Buffers;
using System.Text;

namespace Porras.Exchange;

/// <summary>Writes the structures of a Parquet file in Thrift's compact protocol.</summary>
/// <remarks>Fields have to come in rising order of their numbers.</remarks>
internal sealed class ThriftOut
{
    private const byte True = 1, False = 2, Byte = 3, Int32 = 5, Int64 = 6, Binary = 8, List = 9, Struct = 12;

    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Stack<int> _outer = new();
    private int _latest;

    /// <summary>What has been written; ends the outermost structure.</summary>
    public ReadOnlySpan<byte> End()
    {
        Put(0);
        return _bytes.WrittenSpan;
    }

    /// <summary>Writes a number.</summary>
    public ThriftOut Int(int field, int value)
    {
        Head(field, Int32);
        ZigZag(value);
        return this;
    }

    /// <summary>Writes a large number.</summary>
    public ThriftOut Long(int field, long value)
    {
        Head(field, Int64);
        ZigZag(value);
        return this;
    }

    /// <summary>Writes a number of eight bits.</summary>
    public ThriftOut Small(int field, byte value)
    {
        Head(field, Byte);
        Put(value);
        return this;
    }

    /// <summary>Writes yes or no.</summary>
    public ThriftOut Truth(int field, bool value)
    {
        Head(field, value ? True : False);
        return this;
    }

    /// <summary>Writes bytes.</summary>
    public ThriftOut Bytes(int field, ReadOnlySpan<byte> value)
    {
        Head(field, Binary);
        Length(value);
        return this;
    }

    /// <summary>Writes a text.</summary>
    public ThriftOut Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    /// <summary>Writes a structure.</summary>
    public ThriftOut Inner(int field, Action<ThriftOut>? write = null)
    {
        Head(field, Struct);
        Body(write);
        return this;
    }

    /// <summary>Writes a list of structures.</summary>
    public ThriftOut Inners(int field, IReadOnlyList<Action<ThriftOut>> elements)
    {
        ListHead(field, elements.Count, Struct);
        foreach (var write in elements)
        {
            Body(write);
        }

        return this;
    }

    /// <summary>Writes a list of numbers.</summary>
    public ThriftOut Ints(int field, params IReadOnlyList<int> elements)
    {
        ListHead(field, elements.Count, Int32);
        foreach (var element in elements)
        {
            ZigZag(element);
        }

        return this;
    }

    /// <summary>Writes a list of one text.</summary>
    public ThriftOut Texts(int field, string only)
    {
        ListHead(field, 1, Binary);
        Length(Encoding.UTF8.GetBytes(only));
        return this;
    }

    private void Body(Action<ThriftOut>? write)
    {
        _outer.Push(_latest);
        _latest = 0;
        write?.Invoke(this);
        Put(0);
        _latest = _outer.Pop();
    }

    private void Head(int field, byte type)
    {
        Put((byte)(((field - _latest) << 4) | type));
        _latest = field;
    }

    private void ListHead(int field, int count, byte type)
    {
        Head(field, List);
        if (count < 15)
        {
            Put((byte)((count << 4) | type));
            return;
        }

        Put((byte)(0xF0 | type));
        VarInt((ulong)count);
    }

    private void Length(ReadOnlySpan<byte> value)
    {
        VarInt((ulong)value.Length);
        _bytes.Write(value);
    }

    private void ZigZag(long value) => VarInt(unchecked((ulong)((value << 1) ^ (value >> 63))));

    private void VarInt(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            Put((byte)((value & 0x7F) | 0x80));
        }

        Put((byte)value);
    }

    private void Put(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }
}
