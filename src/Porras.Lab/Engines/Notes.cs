namespace Porras.Lab;

/// <summary>The history of one participant while it is written.</summary>
internal sealed class Notes
{
    private readonly byte[] _bytes = new byte[2 * 256 * 2 + Histories.Head];
    private HistoryKey _key;
    private int _used;

    /// <summary>Somebody to whom nothing has happened yet.</summary>
    public void Begin(int group, int start, int luck)
    {
        _key = HistoryKey.Begin(group, start, luck);
        (_bytes[0], _bytes[1]) = ((byte)group, (byte)start);
        (_bytes[2], _bytes[3]) = ((byte)(luck & byte.MaxValue), (byte)(luck >> 8));
        _used = Histories.Head;
    }

    /// <summary>Something happens in a month after the start.</summary>
    public void Add(int month, Happening happening)
    {
        _key.Note(month, happening);
        (_bytes[_used], _bytes[_used + 1]) = ((byte)month, (byte)happening);
        _used += 2;
    }

    /// <summary>The history as a key.</summary>
    public HistoryKey Key => _key;

    /// <summary>The history as bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _used);
}
