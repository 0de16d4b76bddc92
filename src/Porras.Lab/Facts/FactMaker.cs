namespace Porras.Lab;

/// <summary>Makes of histories what a register would hold: starts and facts, as a data set of the model.</summary>
/// <remarks>
/// Everybody starts on the first day of a month. What happens in a month happens in its middle, on the 15th; a job that
/// ends in its n-th month has so lasted n − ½ months, to the last day of a month.
/// </remarks>
internal sealed class FactMaker
{
    private const int Middle = 14;
    private readonly Plan _plan;
    private readonly World _world;
    private readonly Template _template;
    private readonly int[] _firstDays;
    private readonly int[] _luckBits;
    private readonly FactRule?[] _rules;
    private readonly bool[] _isSpan;
    private readonly bool[] _isLadder;
    private readonly int _service;
    private readonly List<long> _steps;

    public FactMaker(Plan plan, World world, Template template)
    {
        (_plan, _world, _template) = (plan, world, template);
        _firstDays = [.. Enumerable.Range(0, world.Months + 1).Select(world.DayOf)];
        _service = (int)world.Provider.ServiceMonths;
        var lucky = world.Facts.Where(f => f.Chance is > 0 and < 1).ToList();
        _luckBits = [.. template.Rules.Select(r => r is null ? -1 : lucky.IndexOf(r))];
        _steps = [.. plan.Model.Ladders.Take(1).SelectMany(l => l.Steps).Select(s => (long)s.Number).Order()];
        _rules = [.. template.Rules];
        _isSpan = [.. plan.Schema.Facts.Select(f => f.IsSpan)];
        _isLadder = [.. plan.Schema.Facts.Select(f => f.IsLadder && _steps.Count > 0)];
    }

    /// <summary>Room for the facts of one thread.</summary>
    public FactSpace Space() => new(_plan.Schema.Facts.Count);

    /// <summary>The data set of some participants.</summary>
    /// <param name="histories">The histories.</param>
    /// <param name="participants">The history of each participant.</param>
    /// <param name="space">Room that no other thread uses.</param>
    public DataSet Make(Histories histories, ReadOnlySpan<int> participants, FactSpace space)
    {
        var count = participants.Length;
        var (rows, days, groups) = (space.Kinds, new int[count], new int[count]);
        foreach (var kind in rows)
        {
            kind.Begin(count);
        }

        for (var p = 0; p < count; p++)
        {
            var history = histories[participants[p]];
            (groups[p], days[p]) = (history[0], _firstDays[history[1]]);
            for (var kind = 0; kind < rows.Length; kind++)
            {
                Facts(rows[kind], kind, history);
                rows[kind].End();
            }
        }

        var from = _template.Data;
        return new()
        {
            Schema = from.Schema,
            Starts = new()
            {
                Participants = space.Names(count),
                Offsets = space.Places(count),
                Day = days,
                Provider = space.Providers(count, from.Providers.Names.Length > 0 ? 0 : -1),
                Known = [.. from.Starts.Known.Select(c => c.Take(groups))],
            },
            Facts = [.. rows.Select((r, i) => r.Table(from.Facts[i], _template, i))],
            Providers = from.Providers,
            Cohorts = from.Cohorts,
        };
    }

    private void Facts(MadeRows rows, int kind, ReadOnlySpan<byte> history)
    {
        var (start, luck) = ((int)history[1], history[2] | history[3] << 8);
        var happened = history[Histories.Head..];
        if (_rules[kind] is { } rule)
        {
            if (_luckBits[kind] < 0 || (luck & (1 << _luckBits[kind])) != 0)
            {
                Facts(rows, rule, start, happened, _isSpan[kind]);
            }
        }
        else if (_isLadder[kind])
        {
            Climb(rows, start, happened);
        }
    }

    private void Facts(MadeRows rows, FactRule rule, int start, ReadOnlySpan<byte> happened, bool isSpan)
    {
        switch (rule.When)
        {
            case FactTime.Employed or FactTime.Entry or FactTime.Loss:
                Jobs(rows, rule, start, happened, isSpan);
                break;
            case FactTime.Service:
                Service(rows, rule, start, OutOf(happened), isSpan);
                break;
            case FactTime.Once when rule.Month < OutOf(happened):
                rows.Add(_firstDays[start + rule.Month] + Middle, _firstDays[start + rule.Month] + Middle);
                break;
            case FactTime.Yearly:
                Yearly(rows, start, happened);
                break;
            case FactTime.Jobless:
                Jobless(rows, rule, start, happened);
                break;
            case FactTime.Once or FactTime.Never:
                break;
            default:
                throw new InvalidOperationException($"Unknown time {rule.When}.");
        }
    }

    private void Jobs(MadeRows rows, FactRule rule, int start, ReadOnlySpan<byte> happened, bool isSpan)
    {
        for (var i = 0; i < happened.Length; i += 2)
        {
            if ((Happening)happened[i + 1] != Happening.Job)
            {
                continue;
            }

            var (began, ended) = (happened[i], i + 2 < happened.Length ? happened[i + 2] : _world.Follow);
            var first = _firstDays[start + began] + Middle;
            var last = _firstDays[start + ended] - 1;
            if (rule.When == FactTime.Entry)
            {
                rows.Add(first, first);
            }
            else if (rule.When == FactTime.Loss && ended < _world.Follow)
            {
                rows.Add(last + 1, last + 1);
            }
            else if (rule.When == FactTime.Employed && isSpan)
            {
                rows.Add(first, last);
            }
            else if (rule.When == FactTime.Employed)
            {
                for (var m = began; m < ended && (rule.Times == 0 || m - began < rule.Times); m++)
                {
                    rows.Add(_firstDays[start + m + 1] - 1, _firstDays[start + m + 1] - 1);
                }
            }
        }
    }

    private void Service(MadeRows rows, FactRule rule, int start, int outOf, bool isSpan)
    {
        var until = Math.Min(outOf, rule.Month + (rule.Times == 0 ? _service : rule.Times));
        if (isSpan && until > rule.Month)
        {
            rows.Add(_firstDays[start + rule.Month], _firstDays[start + until] - 1);
        }

        for (var m = rule.Month; m < until && !isSpan; m++)
        {
            rows.Add(_firstDays[start + m] + Middle, _firstDays[start + m] + Middle);
        }
    }

    private void Yearly(MadeRows rows, int start, ReadOnlySpan<byte> happened)
    {
        for (var i = 0; i < happened.Length; i += 2)
        {
            if ((Happening)happened[i + 1] >= Happening.Size)
            {
                var day = _firstDays[start + happened[i] + 1] - 1;
                rows.Add(day, day);
                rows.Size.Add((Happening)happened[i + 1]);
            }
        }
    }

    private void Jobless(MadeRows rows, FactRule rule, int start, ReadOnlySpan<byte> happened)
    {
        var (outOf, at, works, times) = (OutOf(happened), 0, false, 0);
        for (var m = 0; m < outOf && (rule.Times == 0 || times < rule.Times); m++)
        {
            for (; at < happened.Length && happened[at] <= m; at += 2)
            {
                works = (Happening)happened[at + 1] is Happening.Job or Happening.UnprovenJob
                    || (works && (Happening)happened[at + 1] != Happening.JobEnds);
            }

            if (m >= rule.Month && !works)
            {
                rows.Add(_firstDays[start + m + 1] - 1, _firstDays[start + m + 1] - 1);
                times++;
            }
        }
    }

    private void Climb(MadeRows rows, int start, ReadOnlySpan<byte> happened)
    {
        var rung = 0;
        rows.Add(_firstDays[start], _firstDays[start], _steps[0]);
        for (var i = 0; i < happened.Length; i += 2)
        {
            var before = rung;
            rung = (Happening)happened[i + 1] switch
            {
                Happening.StepUp => rung + 1,
                Happening.StepDown => rung - 1,
                Happening.Job or Happening.UnprovenJob => _steps.Count - 1,
                Happening.JobEnds or Happening.Out => rung,
                var other => throw new InvalidOperationException($"Unknown {other}."),
            };
            if (rung != before && (Happening)happened[i + 1] != Happening.UnprovenJob)
            {
                var day = _firstDays[start + happened[i]] + Middle;
                rows.Add(day, day, _steps[rung]);
            }
        }
    }

    private int OutOf(ReadOnlySpan<byte> happened) =>
        happened.Length >= 2 && (Happening)happened[^1] == Happening.Out ? happened[^2] : _world.Follow;
}
