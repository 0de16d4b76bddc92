namespace Porras;

/// <summary>What a line is.</summary>
public enum LineKind
{
    /// <summary>A fee that has been earned.</summary>
    Fee,

    /// <summary>A fee, or a part of one, that is taken back.</summary>
    TakeBack,
}

/// <summary>One line: a fee that is payable, or taken back.</summary>
/// <param name="Participant">The participant, as a place in the data set.</param>
/// <param name="Episode">The episode, from 1.</param>
/// <param name="Fee">The fee, as a place in the model.</param>
/// <param name="Time">The number of the occurrence, from 1.</param>
/// <param name="Earned">The earned day; of a taking back, its day.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Amount">The amount, never 0.</param>
public readonly record struct FeeLine(
    int Participant, int Episode, int Fee, int Time, int Earned, LineKind Kind, Money Amount);

/// <summary>Lines as columns, in the order of participants, episodes and the model's fees.</summary>
public sealed class Lines
{
    private int[] _participant = new int[64];
    private int[] _earned = new int[64];
    private long[] _amount = new long[64];
    private int[] _time = new int[64];
    private short[] _fee = new short[64];
    private short[] _episode = new short[64];
    private byte[] _kind = new byte[64];

    /// <summary>How many lines there are.</summary>
    public int Count { get; private set; }

    /// <summary>The total of all lines.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public Money Total
    {
        get
        {
            var total = 0L;
            for (var i = 0; i < Count; i++)
            {
                total = checked(total + _amount[i]);
            }

            return new(total);
        }
    }

    /// <summary>One line.</summary>
    public FeeLine this[int i] => i < Count
        ? new(_participant[i], _episode[i], _fee[i], _time[i], _earned[i], (LineKind)_kind[i], new(_amount[i]))
        : throw new ArgumentOutOfRangeException(nameof(i), i, $"There are {Count} lines.");

    /// <summary>The amounts in minor units.</summary>
    public ReadOnlySpan<long> Amounts => _amount.AsSpan(0, Count);

    /// <summary>The fee of each line.</summary>
    public ReadOnlySpan<short> Fees => _fee.AsSpan(0, Count);

    /// <summary>The earned day of each line.</summary>
    public ReadOnlySpan<int> Earned => _earned.AsSpan(0, Count);

    /// <summary>Adds a line.</summary>
    public void Add(in FeeLine line)
    {
        if (Count == _participant.Length)
        {
            Grow(2 * Count);
        }

        var i = Count++;
        _participant[i] = line.Participant;
        _earned[i] = line.Earned;
        _amount[i] = line.Amount.Minor;
        _time[i] = line.Time;
        _fee[i] = checked((short)line.Fee);
        _episode[i] = checked((short)line.Episode);
        _kind[i] = (byte)line.Kind;
    }

    /// <summary>Adds a line for each occurrence of a fee that pays something.</summary>
    public void AddFee(
        int participant, int episode, int fee, ReadOnlySpan<Occurrence> occurrences, ReadOnlySpan<Money> paid)
    {
        if (Count + paid.Length > _participant.Length)
        {
            Grow(Math.Max(2 * Count, Count + paid.Length));
        }

        var (feeCell, episodeCell) = (checked((short)fee), checked((short)episode));
        var at = Count;
        for (var i = 0; i < paid.Length; i++)
        {
            if (paid[i].Minor == 0)
            {
                continue;
            }

            _participant[at] = participant;
            _earned[at] = occurrences[i].Day;
            _amount[at] = paid[i].Minor;
            _time[at] = i + 1;
            _fee[at] = feeCell;
            _episode[at] = episodeCell;
            _kind[at] = (byte)LineKind.Fee;
            at++;
        }

        Count = at;
    }

    /// <summary>Makes room for so many lines in all.</summary>
    public void Reserve(int count)
    {
        if (count > _participant.Length)
        {
            Grow(count);
        }
    }

    /// <summary>Adds all lines of another list.</summary>
    public void AddRange(Lines other)
    {
        Reserve(Count + other.Count);
        var n = other.Count;
        Array.Copy(other._participant, 0, _participant, Count, n);
        Array.Copy(other._earned, 0, _earned, Count, n);
        Array.Copy(other._amount, 0, _amount, Count, n);
        Array.Copy(other._time, 0, _time, Count, n);
        Array.Copy(other._fee, 0, _fee, Count, n);
        Array.Copy(other._episode, 0, _episode, Count, n);
        Array.Copy(other._kind, 0, _kind, Count, n);
        Count += n;
    }

    /// <summary>The lines in the order of a settlement: earned day, participant, fee, occurrence, episode.</summary>
    public IEnumerable<FeeLine> InOrder()
    {
        var order = new int[Count];
        var keys = new long[Count];
        for (var i = 0; i < Count; i++)
        {
            order[i] = i;
            keys[i] = ((long)_earned[i] << 32) | (uint)_participant[i];
        }

        Array.Sort(keys, order, Comparer<long>.Default);
        for (var from = 0; from < Count;)
        {
            var to = from + 1;
            while (to < Count && keys[to] == keys[from])
            {
                to++;
            }

            Array.Sort(order, from, to - from, Comparer<int>.Create(OneDay));
            for (; from < to; from++)
            {
                yield return this[order[from]];
            }
        }
    }

    private int OneDay(int a, int b)
    {
        var fee = _fee[a].CompareTo(_fee[b]);
        var time = fee != 0 ? fee : _time[a].CompareTo(_time[b]);
        var episode = time != 0 ? time : _episode[a].CompareTo(_episode[b]);
        return episode != 0 ? episode : _kind[a].CompareTo(_kind[b]);
    }

    private void Grow(int size)
    {
        Array.Resize(ref _participant, size);
        Array.Resize(ref _earned, size);
        Array.Resize(ref _amount, size);
        Array.Resize(ref _time, size);
        Array.Resize(ref _fee, size);
        Array.Resize(ref _episode, size);
        Array.Resize(ref _kind, size);
    }
}
