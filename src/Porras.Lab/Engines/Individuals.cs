namespace Porras.Lab;

/// <summary>What became of the participants of one replication.</summary>
/// <param name="Surroundings">What they had in common.</param>
/// <param name="History">The history of each, as a place; in the order of their start.</param>
/// <param name="Started">By group: how many started.</param>
/// <param name="Entered">By group: how many got a job at all.</param>
/// <param name="JobMonths">By group: months in jobs.</param>
internal sealed record Lives(
    Surroundings Surroundings, List<int> History, int[] Started, int[] Entered, int[] JobMonths);

/// <summary>The engine of individuals: month by month, each participant with random numbers of its own.</summary>
internal sealed class Individuals
{
    private readonly World _world;
    private readonly Chances _chances;
    private readonly ulong _seed;
    private readonly Width _width;
    private readonly uint[] _steps = [];
    private readonly int[] _rows;
    private readonly int _season;
    private readonly uint[] _persons = new uint[4 * Lanes.Count];
    private readonly byte[] _history = new byte[2 * 256 * 2 + Histories.Head];
    private readonly (int Bit, int Kind, uint Threshold)[] _luck;

    public Individuals(World world, Chances chances, ulong seed, Width width, Histories histories)
    {
        (_world, _chances, _seed, _width, Histories) = (world, chances, seed, width, histories);
        (_rows, _season) = (new int[world.Months], Day.Date(world.FirstDay).Month - 1);
        _steps = new uint[(world.Follow / 4 + 2) * 4 * Lanes.Count];
        _luck = [.. world.Facts.Select((rule, i) => (rule, i)).Where(f => f.rule.Chance is > 0 and < 1)
            .Select((f, bit) => (bit, f.i, Uniform.Threshold(f.rule.Chance)))];
    }

    /// <summary>The histories met so far.</summary>
    public Histories Histories { get; }

    /// <summary>Lets one replication of a provider happen.</summary>
    public Lives Live(uint replication, int provider)
    {
        var around = Surroundings.Of(_world, _seed, replication, provider);
        for (var m = 0; m < _rows.Length; m++)
        {
            _rows[m] = (around.Economy[m] * 12 + (_season + m) % 12) * _chances.RowsOfMonth;
        }

        var groups = _world.Groups.Count;
        var lives = new Lives(around, new(around.Starts.Sum()), new int[groups], new int[groups], new int[groups]);
        for (var month = 0; month < around.Starts.Length; month++)
        {
            for (var done = 0; done < around.Starts[month]; done += Lanes.Count)
            {
                var first = (uint)((provider << 24) + (month << 16) + done);
                Sixteen(lives, first, month, replication, Math.Min(Lanes.Count, around.Starts[month] - done));
            }
        }

        return lives;
    }

    private void Sixteen(Lives lives, uint first, int start, uint replication, int count)
    {
        var block = start >> 2;
        var blocks = ((start + _world.Follow - 1) >> 2) - block + 1;
        var steps = _steps.AsSpan(0, blocks * 4 * Lanes.Count);
        Lanes.Fill(first, (uint)block, replication, Purpose.Step, _seed, steps, _width);
        Lanes.Fill(first, 0, replication, Purpose.Person, _seed, _persons, _width);
        for (var lane = 0; lane < count; lane++)
        {
            var group = 0;
            while (_persons[Lanes.Count + lane] > _chances.Shares[group])
            {
                group++;
            }

            var person = new Person(first + (uint)lane, replication, group, (int)(_persons[lane] >> 28), start);
            var words = steps[((start & 3) * Lanes.Count + lane)..];
            lives.History.Add(_world.Growth is { } growth ? Grow(lives, person, words, growth)
                : One(lives, person, words));
        }
    }

    // Months go by; most of them bring nothing, and cost one comparison.
    private int One(Lives lives, in Person person, ReadOnlySpan<uint> words)
    {
        var (all, any) = (_chances.AllSteps, _chances.Any);
        var rows = _rows.AsSpan(person.Start, _world.Follow);
        var own = (person.Group * Chances.Frailties + person.Frailty) * _chances.Rungs;
        var (rung, used, jobs) = (0, Begin(person), 0);
        for (var m = 0; m < rows.Length; m++)
        {
            var row = unchecked(rows[m] + own + rung);
            var word = words[unchecked(m * Lanes.Count)];
            if (word >= any[row])
            {
                continue;
            }

            row *= 4;
            var happens = word < all[row] ? Happening.Job : word < all[row + 1] ? Happening.StepUp
                : word < all[row + 2] ? Happening.Out : Happening.StepDown;
            if (happens == Happening.Job)
            {
                Note(ref used, m, Proven(person, jobs++) ? Happening.Job : Happening.UnprovenJob);
                var left = Work(lives, person, words, m);
                lives.JobMonths[person.Group] += left - m;
                (m, rung) = (left, _chances.Rungs - 1);
                if (m < _world.Follow)
                {
                    Note(ref used, m, Happening.JobEnds);
                }

                continue;
            }

            Note(ref used, m, happens);
            if (happens == Happening.Out)
            {
                break;
            }

            rung += happens == Happening.StepUp ? 1 : -1;
        }

        lives.Started[person.Group]++;
        lives.Entered[person.Group] += jobs > 0 ? 1 : 0;
        return Histories.Place(_history.AsSpan(0, used));
    }

    // An enterprise: one word a year for its luck, another for whether it lives on. Service works in the first year.
    private int Grow(Lives lives, in Person person, ReadOnlySpan<uint> words, GrowthWorld growth)
    {
        var (log, used, failing) = (0.0, Begin(person), Uniform.Threshold(growth.Failure));
        var group = _world.Groups[person.Group];
        var works = growth.Effect * -double.ExpM1(-group.Response * _world.HoursOf(person.Group));
        for (var m = 11; m < _world.Follow; m += 12)
        {
            if (Draw(person, (uint)(person.Start + m), Purpose.Growth) < failing)
            {
                Note(ref used, m, Happening.Out);
                break;
            }

            var shock = Chances.ShockOf(lives.Surroundings.Economy[person.Start + m]) + _world.Economy.Level;
            log += growth.Mean + (m < 12 ? works : 0) + growth.Economy * shock
                + growth.Spread * Sizing.Luck(Uniform.Of(words[m * Lanes.Count]));
            Note(ref used, m, Sizing.Of(log));
            lives.JobMonths[person.Group] += 12;
        }

        var last = (Happening)_history[used - 1];
        lives.Started[person.Group]++;
        lives.Entered[person.Group] +=
            used > Histories.Head && last >= Happening.Size && Sizing.Times(last) >= 1 + growth.Goal ? 1 : 0;
        return Histories.Place(_history.AsSpan(0, used));
    }

    // The month in which a job ends that began in a month; the first month not followed if it goes on.
    private int Work(Lives lives, in Person person, ReadOnlySpan<uint> words, int began)
    {
        for (var m = began + 1; m < _world.Follow; m++)
        {
            var leaving = _chances.Leaving(person.Group, lives.Surroundings.Economy[person.Start + m]);
            var lasted = Math.Min(m - began, Chances.Longest) - 1;
            if (words[m * Lanes.Count] < leaving[lasted] || Closes(person, m))
            {
                return m;
            }
        }

        return _world.Follow;
    }

    private bool Closes(in Person person, int m) => person.Start + m == _world.Economy.Closure
        && Draw(person, (uint)(person.Start + m), Purpose.Exit) < _chances.Closed;

    private bool Proven(in Person person, int job) =>
        _chances.Claimed == uint.MaxValue || Draw(person, (uint)job, Purpose.Claim) < _chances.Claimed;

    private int Begin(in Person person)
    {
        var luck = 0;
        foreach (var (bit, kind, threshold) in _luck)
        {
            luck |= Draw(person, 0, Purpose.Fact + (uint)kind) < threshold ? 1 << bit : 0;
        }

        _history[0] = (byte)person.Group;
        _history[1] = (byte)person.Start;
        _history[2] = (byte)luck;
        _history[3] = (byte)(luck >> 8);
        return Histories.Head;
    }

    private void Note(ref int used, int month, Happening happening)
    {
        _history[used++] = (byte)month;
        _history[used++] = (byte)happening;
    }

    private uint Draw(in Person person, uint when, Purpose purpose) =>
        Philox.Of(new(person.Id, when >> 2, person.Replication, (uint)purpose), _seed)[(int)(when & 3)];

    private readonly record struct Person(uint Id, uint Replication, int Group, int Frailty, int Start);
}
