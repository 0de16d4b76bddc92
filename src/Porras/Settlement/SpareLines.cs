namespace Porras;

/// <summary>
/// Lists of lines that nobody needs any more: for settling one small data set after another without new memory, which
/// costs as much to touch as lines cost to work out.
/// </summary>
public sealed class SpareLines
{
    private readonly Stack<Lines> _spare = [];

    /// <summary>Gives back the lines of a settlement; whoever still holds it must not read them.</summary>
    public void Add(Settled settled)
    {
        lock (_spare)
        {
            foreach (var part in settled.Parts)
            {
                part.Clear();
                _spare.Push(part);
            }
        }
    }

    /// <summary>Empty lines: some given back, or new ones with some room.</summary>
    internal Lines Take(int room)
    {
        lock (_spare)
        {
            return _spare.TryPop(out var lines) ? lines : new(room);
        }
    }
}
