namespace Porras.Lab;

/// <summary>
/// What histories pay. The pipe settles each history once; whoever has the same history is paid the same.
/// </summary>
/// <remarks>Only for models in which nobody's lines depend on others; otherwise each replication is settled.</remarks>
internal sealed class Pricing(Plan plan, World world, FactMaker facts)
{
    private const int Together = 4096;
    private readonly List<int> _lists = [];
    private readonly PayLists _paid = new();
    private Pay[] _own = new Pay[16];
    private readonly int _until = world.DayOf(world.Months + World.After) - 1;
    private readonly PayDays _days = new(plan, world, world.DayOf(world.Months + World.After) - 1);
    private readonly FactSpace _space = facts.Space();
    private readonly SpareLines _spare = new();

    /// <summary>How many histories have been priced.</summary>
    public int Count => _lists.Count;

    /// <summary>The lines of a history.</summary>
    public ReadOnlySpan<Pay> this[int history] => _paid[_lists[history]];

    /// <summary>All that a history pays.</summary>
    public long TotalOf(int history)
    {
        var total = 0L;
        foreach (ref readonly var pay in this[history])
        {
            total += pay.Amount;
        }

        return total;
    }

    /// <summary>Settles the histories that are new.</summary>
    public void Price(Histories histories)
    {
        _lists.EnsureCapacity(histories.Count);
        while (_lists.Count < histories.Count)
        {
            var places = new int[Math.Min(Together, histories.Count - _lists.Count)];
            for (var p = 0; p < places.Length; p++)
            {
                places[p] = _lists.Count + p;
            }

            var settled = Settle(histories, places);
            Read(settled, places.Length);
            _spare.Add(settled);
        }
    }

    /// <summary>Settles one replication whole, with its rules across participants.</summary>
    public List<(int Owner, Pay Pay)> PriceAll(Histories histories, ReadOnlySpan<int> participants)
    {
        var settled = Settle(histories, participants);
        var pays = new List<(int, Pay)>();
        foreach (var part in settled.Parts)
        {
            var owners = part.Owners.Span;
            for (var i = 0; i < owners.Length; i++)
            {
                var start = owners[i] < participants.Length ? settled.Data.Starts.Day[owners[i]] : part.Earned[i];
                pays.Add((owners[i], _days.Of(part.Fees[i], part.Earned[i], start, part.Amounts[i])));
            }
        }

        _spare.Add(settled);
        return pays;
    }

    // Lines stand in the order of participants, each of whom has one start.
    private void Read(Settled settled, int participants)
    {
        var (starts, next, used) = (settled.Data.Starts.Day, 0, 0);
        foreach (var part in settled.Parts)
        {
            var owners = part.Owners.Span;
            var earned = part.Earned;
            var fees = part.Fees;
            var amounts = part.Amounts;
            for (var i = 0; i < owners.Length; i++)
            {
                for (; next < owners[i]; next++)
                {
                    _lists.Add(_paid.Place(_own.AsSpan(0, used)));
                    used = 0;
                }

                Add(_days.Of(fees[i], earned[i], starts[next], amounts[i]), ref used);
            }
        }

        for (; next < participants; next++)
        {
            _lists.Add(_paid.Place(_own.AsSpan(0, used)));
            used = 0;
        }
    }

    // Lines of one fee in one month are one payment.
    private void Add(Pay pay, ref int used)
    {
        if (used > 0 && _own[used - 1] is var last && last with { Amount = pay.Amount } == pay)
        {
            _own[used - 1] = last with { Amount = last.Amount + pay.Amount };
            return;
        }

        if (used == _own.Length)
        {
            Array.Resize(ref _own, 2 * used);
        }

        _own[used++] = pay;
    }

    private Settled Settle(Histories histories, ReadOnlySpan<int> participants)
    {
        var settled = Porras.Settle.All(plan, facts.Make(histories, participants, _space), _until, spare: _spare);
        return settled.IsRefused
            ? throw new RefusedException([.. settled.Findings.Where(f => f.Severity == Severity.Mistake)])
            : settled;
    }
}

/// <summary>What was simulated cannot be settled under the model.</summary>
/// <param name="findings">Why.</param>
public sealed class RefusedException(IReadOnlyList<Diagnostic> findings) : Exception("The model refuses these facts.")
{
    /// <summary>Why.</summary>
    public IReadOnlyList<Diagnostic> Findings => findings;
}
