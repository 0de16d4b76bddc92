namespace Porras.Lab;

/// <summary>What one line pays, and when: all that the lab needs of it.</summary>
/// <param name="Fee">The fee, as a place in the model.</param>
/// <param name="Month">The month from whose first day it may be invoiced.</param>
/// <param name="Year">The contract year whose transition applies, from 1.</param>
/// <param name="Amount">The amount in minor units.</param>
internal readonly record struct Pay(short Fee, short Month, short Year, long Amount);

/// <summary>
/// What histories pay. The pipe settles each history once; whoever has the same history is paid the same.
/// </summary>
/// <remarks>Only for models in which nobody's lines depend on others; otherwise each replication is settled.</remarks>
internal sealed class Pricing(Plan plan, World world, FactMaker facts)
{
    private const int Together = 4096;
    private readonly List<int> _ends = [];
    private readonly List<Pay> _pays = [];
    private readonly int _until = world.DayOf(world.Months + World.After) - 1;

    /// <summary>How many histories have been priced.</summary>
    public int Count => _ends.Count;

    /// <summary>The lines of a history.</summary>
    public ReadOnlySpan<Pay> this[int history] => System.Runtime.InteropServices.CollectionsMarshal
        .AsSpan(_pays)[(history == 0 ? 0 : _ends[history - 1]).._ends[history]];

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
        while (_ends.Count < histories.Count)
        {
            int[] places = [.. Enumerable.Range(_ends.Count, Math.Min(Together, histories.Count - _ends.Count))];
            var settled = Settle(histories, places);
            var at = 0;
            var lines = settled.Lines();
            for (var p = 0; p < places.Length; p++)
            {
                var first = _pays.Count;
                for (; at < lines.Count && lines[at].Participant == p; at++)
                {
                    Add(Of(lines[at], settled.Data), first);
                }

                _ends.Add(_pays.Count);
            }
        }
    }

    /// <summary>Settles one replication whole, with its rules across participants.</summary>
    public List<(int Owner, Pay Pay)> PriceAll(Histories histories, ReadOnlySpan<int> participants)
    {
        var settled = Settle(histories, participants);
        var pays = new List<(int, Pay)>();
        foreach (var part in settled.Parts)
        {
            for (var i = 0; i < part.Count; i++)
            {
                pays.Add((part[i].Participant, Of(part[i], settled.Data)));
            }
        }

        return pays;
    }

    // Lines of one fee in one month are one payment.
    private void Add(Pay pay, int first)
    {
        if (_pays.Count > first && _pays[^1] is var last && last with { Amount = pay.Amount } == pay)
        {
            _pays[^1] = last with { Amount = last.Amount + pay.Amount };
            return;
        }

        _pays.Add(pay);
    }

    private Settled Settle(Histories histories, ReadOnlySpan<int> participants)
    {
        var settled = Porras.Settle.All(plan, facts.Make(histories, participants), _until);
        return settled.IsRefused
            ? throw new RefusedException([.. settled.Findings.Where(f => f.Severity == Severity.Mistake)])
            : settled;
    }

    private Pay Of(in FeeLine line, DataSet data)
    {
        var fee = plan.Fees[line.Fee];
        var payable = fee.PayableFrom(line.Earned, data.Holidays) ?? line.Earned;
        var month = Math.Clamp(world.MonthOf(payable), 0, world.Months + World.After - 1);
        var start = line.Participant < data.Starts.Count ? data.Starts.Day[line.Participant] : line.Earned;
        var priced = plan.Model.Header.Priced?.Value.On is null && fee.Source.Priced?.Value.On is null
            ? line.Earned : start;
        return new((short)line.Fee, (short)month, (short)plan.Periods.ContractYear(priced), line.Amount.Minor);
    }
}

/// <summary>What was simulated cannot be settled under the model.</summary>
/// <param name="findings">Why.</param>
public sealed class RefusedException(IReadOnlyList<Diagnostic> findings) : Exception("The model refuses these facts.")
{
    /// <summary>Why.</summary>
    public IReadOnlyList<Diagnostic> Findings => findings;
}
