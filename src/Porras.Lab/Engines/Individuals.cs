using System.Runtime.Intrinsics;

namespace Porras.Lab;

/// <summary>What became of the participants of one replication.</summary>
/// <param name="Surroundings">What they had in common.</param>
/// <param name="History">The history of each, as a place; in the order of their start.</param>
/// <param name="Groups">The group of each.</param>
/// <param name="Starts">By month of intake and group: how many started.</param>
/// <param name="Entered">By group: how many got a job at all.</param>
/// <param name="JobMonths">By group: months in jobs.</param>
internal sealed record Lives(
    Surroundings Surroundings, int[] History, byte[] Groups, int[] Starts, int[] Entered, int[] JobMonths)
{
    /// <summary>By group: how many started.</summary>
    public int[] Started { get; } = new int[Entered.Length];
}

/// <summary>The engine of individuals: month by month, each participant with random numbers of its own.</summary>
/// <remarks>
/// Sixteen participants at a time: their words are drawn, months in which something may happen are marked
/// (<see cref="Marks"/>), and then each is followed from mark to mark.
/// </remarks>
internal sealed class Individuals
{
    private readonly World _world;
    private readonly Chances _chances;
    private readonly ulong _seed;
    private readonly Width _width;
    private readonly int _season, _groupCount;
    private readonly MonthRow[] _rows;
    private readonly uint[] _words, _drawn = new uint[4 * Lanes.Count], _claims = new uint[4 * Lanes.Count];
    private readonly uint[] _groups = new uint[Lanes.Count], _frailties = new uint[Lanes.Count];
    private readonly int[] _lucks = new int[Lanes.Count];
    private readonly (int Bit, int Kind, uint Threshold)[] _luck;
    private readonly Marks _marks;
    private readonly Notes _notes = new();
    private readonly Enterprises? _enterprises;
    private (int Provider, SurroundingsDraw Draw)? _around;
    private uint[] _who = [];
    private byte[] _starts = [];
    private HistoryKey[] _keys = [];

    public Individuals(World world, Chances chances, ulong seed, Width width, Histories histories)
    {
        (_world, _chances, _seed, _width, Histories) = (world, chances, seed, width, histories);
        (_season, _groupCount) = (Day.Date(world.FirstDay).Month - 1, world.Groups.Count);

        // Whole blocks of four months are drawn: up to three months more than there are.
        _rows = new MonthRow[world.Months + 4];
        _words = new uint[_rows.Length * Lanes.Count];
        _marks = new(chances, _rows.Length);
        _enterprises = world.Growth is { } growth ? new(world, growth, seed) : null;
        _luck = [.. world.Facts.Select((rule, i) => (rule, i)).Where(f => f.rule.Chance is > 0 and < 1)
            .Select((f, bit) => (bit, f.i, Uniform.Threshold(f.rule.Chance)))];
    }

    /// <summary>The histories met so far.</summary>
    public Histories Histories { get; }

    /// <summary>Lets one replication of a provider happen.</summary>
    public Lives Live(uint replication, int provider)
    {
        if (_around?.Provider != provider)
        {
            _around = (provider, new(_world, _seed, provider, _width));
        }

        var around = _around!.Value.Draw.Of(replication);
        for (var m = 0; m < _world.Months; m++)
        {
            _rows[m] = new(
                Chances.RowOf(around.Economy[m], (_season + m) % 12) * _chances.LikelyRow,
                around.Economy[m],
                around.Economy[m] * _chances.LeavingRow,
                m == _world.Economy.Closure);
        }

        var count = Number(around.Starts, provider);
        var groups = _groupCount;
        var lives = new Lives(
            around, new int[count], new byte[count], new int[_world.Intake * groups], new int[groups], new int[groups]);
        for (var at = 0; at < count; at += Lanes.Count)
        {
            Sixteen(lives, at, replication);
        }

        for (var at = 0; at < lives.Starts.Length; at += groups)
        {
            for (var g = 0; g < groups; g++)
            {
                lives.Started[g] += lives.Starts[at + g];
            }
        }

        // All at once: the table is large, and looking up one need not wait for another.
        for (var i = 0; i < count; i++)
        {
            if (_keys[i].IsShort)
            {
                lives.History[i] = Histories.Place(_keys[i]);
            }
        }

        return lives;
    }

    // The numbers of all participants, in the order of their start, and a few more to fill up the last sixteen.
    private int Number(int[] starts, int provider)
    {
        var count = starts.Sum();
        if (_who.Length < count + Lanes.Count)
        {
            (_who, _starts) = (new uint[2 * count + Lanes.Count], new byte[2 * count + Lanes.Count]);
            _keys = new HistoryKey[_who.Length];
        }

        var at = 0;
        for (var month = 0; month < starts.Length; month++)
        {
            var first = (uint)((provider << 24) + (month << 16));
            for (var i = 0; i < starts[month]; i++, at++)
            {
                (_who[at], _starts[at]) = (first + (uint)i, (byte)month);
            }
        }

        return count;
    }

    private void Sixteen(Lives lives, int at, uint replication)
    {
        var count = Math.Min(Lanes.Count, lives.History.Length - at);
        var who = _who.AsSpan(at, Lanes.Count);
        var starts = _starts.AsSpan(at, count);
        var first = starts[0] & ~3;
        var months = (starts[^1] + _world.Follow + 3 & ~3) - first;
        var words = _words.AsSpan(0, months * Lanes.Count);
        Lanes.Fill(who, (uint)first / 4, replication, Purpose.Step, _seed, words, _width);
        Bring(who, replication);
        if (_enterprises is null)
        {
            _marks.Of(words, _rows.AsSpan(first, months), _groups, _frailties, _width);
        }

        for (var lane = 0; lane < starts.Length; lane++)
        {
            var (group, start) = ((int)_groups[lane], starts[lane]);
            _notes.Begin(group, start, _lucks[lane]);
            if (_enterprises is null
                ? Follow(new(lives, who[lane], replication, lane, group, first, start - first))
                : _enterprises.Grow(
                    lives, (who[lane], replication), group, start,
                    words[((start - first) * Lanes.Count + lane)..], _notes))
            {
                lives.Entered[group]++;
            }

            lives.Starts[start * _groupCount + group]++;
            lives.Groups[at + lane] = (byte)group;
            _keys[at + lane] = _notes.Key;
            if (!_notes.Key.IsShort)
            {
                lives.History[at + lane] = Histories.PlaceLong(_notes.Write());
            }
        }
    }

    // What the sixteen bring along: frailty, group, whether facts happen by chance, whether jobs are proven.
    private void Bring(ReadOnlySpan<uint> who, uint replication)
    {
        Lanes.Fill(who, 0, replication, Purpose.Person, _seed, _drawn, _width);
        Vector512.ShiftRightLogical(Vector512.Create(_drawn), 28).CopyTo(_frailties);
        var (word, group) = (Vector512.Create(_drawn.AsSpan(Lanes.Count)), Vector512<uint>.Zero);
        foreach (var share in _chances.Shares)
        {
            group += Vector512.GreaterThan(word, Vector512.Create(share)) & Vector512<uint>.One;
        }

        group.CopyTo(_groups);
        if (_chances.Claimed != uint.MaxValue)
        {
            Lanes.Fill(who, 0, replication, Purpose.Claim, _seed, _claims, _width);
        }

        Array.Clear(_lucks);
        foreach (var (bit, kind, threshold) in _luck)
        {
            Lanes.Fill(who, 0, replication, Purpose.Fact + (uint)kind, _seed, _drawn, _width);
            for (var lane = 0; lane < Lanes.Count; lane++)
            {
                _lucks[lane] |= _drawn[lane] < threshold ? 1 << bit : 0;
            }
        }
    }

    // From one month in which something may happen to the next; gives whether there was a job.
    private bool Follow(in Person person)
    {
        var (all, rungs, words, rows) = (_chances.AllSteps, _chances.Rungs, _words, _rows);
        var own = person.Group * Chances.Frailties + (int)_frailties[person.Lane];
        var (end, rung, jobs) = (person.Offset + _world.Follow, 0, 0);
        for (var m = person.Offset; (m = Marks.Next(_marks.Any, person.Lane, m, end)) < end; m++)
        {
            var steps = all.AsSpan(4 * ((rows[person.First + m].Likely + own) * rungs + rung), 4);
            var word = words[m * Lanes.Count + person.Lane];
            if (word >= steps[3])
            {
                continue;
            }

            if (word < steps[0])
            {
                _notes.Add(m - person.Offset, Proven(person, jobs++) ? Happening.Job : Happening.UnprovenJob);
                var left = Work(person, m, end);
                person.Lives.JobMonths[person.Group] += left - m;
                (m, rung) = (left, rungs - 1);
                if (left < end)
                {
                    _notes.Add(left - person.Offset, Happening.JobEnds);
                }

                continue;
            }

            var happens = word < steps[1] ? Happening.StepUp : word < steps[2] ? Happening.Out : Happening.StepDown;
            _notes.Add(m - person.Offset, happens);
            if (happens == Happening.Out)
            {
                break;
            }

            rung += happens == Happening.StepUp ? 1 : -1;
        }

        return jobs > 0;
    }

    // The month in which a job ends that began in a month; the end if it goes on.
    private int Work(in Person person, int began, int end)
    {
        var (leaving, row) = _chances.AllLeaving;
        var m = began + 1;
        if (m < end && Marks.Has(_marks.Early, person.Lane, m) && Leaves(person, m, 0))
        {
            return m;
        }

        for (m++; (m = Marks.Next(_marks.Late, person.Lane, m, end)) < end; m++)
        {
            if (Leaves(person, m, Math.Min(m - began, row) - 1))
            {
                return m;
            }
        }

        return end;

        bool Leaves(in Person person, int m, int lasted)
        {
            ref readonly var month = ref _rows[person.First + m];
            var threshold = leaving[(month.Economy * _groupCount + person.Group) * row + lasted];
            return _words[m * Lanes.Count + person.Lane] < threshold || (month.Closes
                && Draw(person, (uint)(person.First + m), Purpose.Exit) < _chances.Closed);
        }
    }

    private bool Proven(in Person person, int job) => _chances.Claimed == uint.MaxValue
        || (job < 4 ? _claims[job * Lanes.Count + person.Lane] : Draw(person, (uint)job, Purpose.Claim))
            < _chances.Claimed;

    private uint Draw(in Person person, uint when, Purpose purpose) =>
        Philox.Of(new(person.Who, when >> 2, person.Replication, (uint)purpose), _seed)[(int)(when & 3)];

    // One of sixteen. Months are counted from the first that is drawn for any of them.
    private readonly record struct Person(
        Lives Lives, uint Who, uint Replication, int Lane, int Group, int First, int Offset);
}
