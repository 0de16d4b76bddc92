using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Porras.Lab;

/// <summary>The history of one participant while it is written.</summary>
internal sealed class Notes
{
    private readonly ushort[] _happened = new ushort[512];
    private readonly byte[] _bytes = new byte[2 * 512 + Histories.Head];
    private HistoryKey _key;
    private uint _head;
    private int _count;

    /// <summary>The history as a key.</summary>
    public ref readonly HistoryKey Key => ref _key;

    /// <summary>Somebody to whom nothing has happened yet.</summary>
    public void Begin(int group, int start, int luck)
    {
        _head = (uint)group | (uint)start << 8 | (uint)luck << 16;
        _key = HistoryKey.Begin(_head);
        _count = 0;
    }

    /// <summary>Something happens in a month after the start.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int month, Happening happening)
    {
        var happened = unchecked((ushort)(month | (int)happening << 8));
        _happened[_count] = happened;
        _count = unchecked(_count + 1);
        _key.Note(happened);
    }

    /// <summary>The history as bytes.</summary>
    public ReadOnlySpan<byte> Write()
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes, _head);
        var used = Histories.Head;
        for (var i = 0; i < _count; i++, used += 2)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(used), _happened[i]);
        }

        return _bytes.AsSpan(0, used);
    }
}
