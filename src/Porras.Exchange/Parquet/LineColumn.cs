namespace Porras.Exchange;

/// <summary>What the cells of a column of lines are.</summary>
internal enum LineType
{
    /// <summary>Texts.</summary>
    Text,

    /// <summary>Whole numbers of 32 bits.</summary>
    Whole,

    /// <summary>Days.</summary>
    Day,

    /// <summary>Digits with the decimals of the currency.</summary>
    Money,
}

/// <summary>A column of a Parquet file of lines: gives each row the place of its cell in a dictionary.</summary>
/// <param name="name">Its name.</param>
/// <param name="cells">What its cells are.</param>
/// <param name="mayBeEmpty">Whether it may have empty cells.</param>
internal abstract class LineColumn(string name, LineType cells, bool mayBeEmpty)
{
    /// <summary>The place of an empty cell.</summary>
    public const int Empty = -1;

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>What its cells are.</summary>
    public LineType Cells => cells;

    /// <summary>Whether it may have empty cells.</summary>
    public bool MayBeEmpty => mayBeEmpty;

    /// <summary>The cells of the rows that were given places last.</summary>
    public CellDictionary Dictionary { get; } = new(cells switch
    {
        LineType.Text => 0,
        LineType.Whole or LineType.Day => sizeof(int),
        LineType.Money => sizeof(long),
        _ => throw new ArgumentOutOfRangeException(nameof(cells), cells, "Unknown kind of cells."),
    });

    /// <summary>Gives some rows their places in a new dictionary.</summary>
    public abstract void Give(int from, Span<int> places);
}

/// <summary>Texts of which each belongs to a small whole number, as a fee's name to the fee.</summary>
/// <param name="name">Its name.</param>
/// <param name="mayBeEmpty">Whether it may have empty cells.</param>
/// <param name="numbers">Fills in the numbers of rows, from one on; -1 for an empty cell.</param>
/// <param name="text">The text of a number; null for an empty cell.</param>
internal sealed class NumberedTexts(string name, bool mayBeEmpty, Fill<int> numbers, Func<int, string?> text)
    : LineColumn(name, LineType.Text, mayBeEmpty)
{
    private const int Unseen = -2;

    private readonly List<int> _seen = [];
    private int[] _places = [];

    /// <inheritdoc/>
    public override void Give(int from, Span<int> places)
    {
        Dictionary.Clear();
        _seen.ForEach(n => _places[n] = Unseen);
        _seen.Clear();
        numbers(from, places);
        for (var i = 0; i < places.Length; i++)
        {
            var number = places[i];
            if (number >= 0)
            {
                var place = number < _places.Length ? _places[number] : Unseen;
                places[i] = place == Unseen ? New(number) : place;
            }
        }
    }

    private int New(int number)
    {
        if (number >= _places.Length)
        {
            var before = _places.Length;
            Array.Resize(ref _places, Math.Max(number + 1, before * 2));
            Array.Fill(_places, Unseen, before, _places.Length - before);
        }

        _seen.Add(number);
        return _places[number] = text(number) is { } said ? Dictionary.Add(said) : Empty;
    }
}

/// <summary>Texts that may be all different.</summary>
/// <param name="name">Its name.</param>
/// <param name="text">The text of a row; null for an empty cell.</param>
internal sealed class FreeTexts(string name, Func<int, string?> text) : LineColumn(name, LineType.Text, true)
{
    private readonly Dictionary<string, int> _places = [];

    /// <inheritdoc/>
    public override void Give(int from, Span<int> places)
    {
        Dictionary.Clear();
        _places.Clear();
        for (var i = 0; i < places.Length; i++)
        {
            if (text(from + i) is not { } said)
            {
                places[i] = Empty;
            }
            else if (!_places.TryGetValue(said, out places[i]))
            {
                places[i] = Dictionary.Add(said);
                _places.Add(said, places[i]);
            }
        }
    }
}

/// <summary>Fills in what rows have, from one on.</summary>
internal delegate void Fill<T>(int from, Span<T> into);

/// <summary>Numbers, days or money.</summary>
/// <param name="name">Its name.</param>
/// <param name="cells">What its cells are.</param>
/// <param name="numbers">Fills in the numbers of rows, from one on; days as <see cref="DateOnly.DayNumber"/>.</param>
internal sealed class Numbers(string name, LineType cells, Fill<long> numbers) : LineColumn(name, cells, false)
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    private readonly long[] _numbers = new long[1 << 12];

    /// <inheritdoc/>
    public override void Give(int from, Span<int> places)
    {
        Dictionary.Clear();
        var zero = Cells == LineType.Day ? Epoch : 0;
        for (var at = 0; at < places.Length; at += _numbers.Length)
        {
            var piece = _numbers.AsSpan(0, Math.Min(_numbers.Length, places.Length - at));
            numbers(from + at, piece);
            var (latest, place) = (piece[0], Dictionary.Place(piece[0] - zero));
            for (var i = 0; i < piece.Length; i++)
            {
                if (piece[i] != latest)
                {
                    latest = piece[i];
                    place = Dictionary.Place(latest - zero);
                }

                places[at + i] = place;
            }
        }
    }
}
