using System.Diagnostics.CodeAnalysis;

namespace Porras;

/// <summary>Lines as columns, in the order of participants, episodes and the model's fees.</summary>
/// <remarks>Episodes and kinds cost nothing until a line has another than the first episode or than a fee.</remarks>
public sealed partial class Lines
{
    private int[] _participant;
    private int[] _earned;
    private long[] _amount;
    private int[] _time;
    private short[] _fee;
    private short[]? _episode;
    private byte[]? _kind;
    private List<(short Payer, short Payee)>? _parties;

    /// <summary>No lines, with room for some; room that is never written costs no memory.</summary>
    public Lines(int room = 64)
    {
        room = Math.Max(room, 1);
        _participant = GC.AllocateUninitializedArray<int>(room);
        _earned = GC.AllocateUninitializedArray<int>(room);
        _amount = GC.AllocateUninitializedArray<long>(room);
        _time = GC.AllocateUninitializedArray<int>(room);
        _fee = GC.AllocateUninitializedArray<short>(room);
    }

    /// <summary>How many lines there are.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets all lines and keeps their room.</summary>
    internal void Clear() => (Count, _episode, _kind, _parties) = (0, null, null, null);

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
        ? new(_participant[i], EpisodeOf(i), _fee[i], _time[i], _earned[i], KindOf(i), new(_amount[i]))
        {
            Payer = _parties?[i].Payer ?? -1,
            Payee = _parties?[i].Payee ?? -1,
        }
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
        MakeRoom(1);
        Tell(Count, 1, line.Episode, line.Kind);
        var i = Count++;
        _participant[i] = line.Participant;
        _earned[i] = line.Earned;
        _amount[i] = line.Amount.Minor;
        _time[i] = line.Time;
        _fee[i] = checked((short)line.Fee);
    }

    /// <summary>Adds a part of a line that is split; either all lines of a list are added so, or none.</summary>
    public void AddPart(in FeeLine line)
    {
        (_parties ??= []).Add((checked((short)line.Payer), checked((short)line.Payee)));
        Add(line);
    }

    /// <summary>Makes all lines those of another participant.</summary>
    internal void Rename(int participant) => _participant.AsSpan(0, Count).Fill(participant);

    /// <summary>Changes the amount of a line.</summary>
    internal void Change(int i, Money amount) => _amount[i] = amount.Minor;

    /// <summary>Adds a line for each occurrence of a fee that pays something.</summary>
    public void AddFee(
        int participant, int episode, int fee, ReadOnlySpan<Occurrence> occurrences, ReadOnlySpan<Money> paid)
    {
        MakeRoom(paid.Length);
        Tell(Count, paid.Length, episode, LineKind.Fee);
        var feeCell = checked((short)fee);
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
            at++;
        }

        Count = at;
    }

    /// <summary>Adds a line for each day of a fee that pays the same each time; none if that is nothing.</summary>
    public void AddFee(int participant, int episode, int fee, ReadOnlySpan<int> days, Money each)
    {
        if (each == Money.Zero)
        {
            return;
        }

        MakeRoom(days.Length);
        Tell(Count, days.Length, episode, LineKind.Fee);
        var feeCell = checked((short)fee);
        var at = Count;
        for (var i = 0; i < days.Length; i++)
        {
            _participant[at] = participant;
            _earned[at] = days[i];
            _amount[at] = each.Minor;
            _time[at] = i + 1;
            _fee[at] = feeCell;
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
        if (other._parties is not null)
        {
            (_parties ??= []).AddRange(other._parties);
        }

        var n = other.Count;
        Array.Copy(other._participant, 0, _participant, Count, n);
        Array.Copy(other._earned, 0, _earned, Count, n);
        Array.Copy(other._amount, 0, _amount, Count, n);
        Array.Copy(other._time, 0, _time, Count, n);
        Array.Copy(other._fee, 0, _fee, Count, n);
        if (_episode is not null || other._episode is not null)
        {
            Take(ref _episode, other._episode, n, (short)1);
        }

        if (_kind is not null || other._kind is not null)
        {
            Take(ref _kind, other._kind, n, (byte)LineKind.Fee);
        }

        Count += n;
    }

    /// <summary>The episode of a line.</summary>
    internal int EpisodeOf(int i) => _episode?[i] ?? 1;

    private LineKind KindOf(int i) => (LineKind)(_kind?[i] ?? (byte)LineKind.Fee);

    // Writes the episode and the kind of the next lines, if any line so far or now says anything of them.
    private void Tell(int at, int count, int episode, LineKind kind)
    {
        if (_episode is not null || episode != 1)
        {
            (_episode ??= Filled((short)1)).AsSpan(at, count).Fill(checked((short)episode));
        }

        if (_kind is not null || kind != LineKind.Fee)
        {
            (_kind ??= Filled((byte)LineKind.Fee)).AsSpan(at, count).Fill((byte)kind);
        }
    }

    private void Take<T>([NotNull] ref T[]? cells, T[]? others, int count, T unsaid)
    {
        cells ??= Filled(unsaid);
        var taken = cells.AsSpan(Count, count);
        if (others is null)
        {
            taken.Fill(unsaid);
        }
        else
        {
            others.AsSpan(0, count).CopyTo(taken);
        }
    }

    private T[] Filled<T>(T value)
    {
        var cells = GC.AllocateUninitializedArray<T>(_participant.Length);
        cells.AsSpan(0, Count).Fill(value);
        return cells;
    }

    private void MakeRoom(int count)
    {
        if (Count + count > _participant.Length)
        {
            Grow(Math.Max(2 * Count, Count + count));
        }
    }

    private void Grow(int size)
    {
        _participant = Larger(_participant, size);
        _earned = Larger(_earned, size);
        _amount = Larger(_amount, size);
        _time = Larger(_time, size);
        _fee = Larger(_fee, size);
        _episode = _episode is null ? null : Larger(_episode, size);
        _kind = _kind is null ? null : Larger(_kind, size);
    }

    private T[] Larger<T>(T[] cells, int size)
    {
        var larger = GC.AllocateUninitializedArray<T>(size);
        cells.AsSpan(0, Count).CopyTo(larger);
        return larger;
    }
}
