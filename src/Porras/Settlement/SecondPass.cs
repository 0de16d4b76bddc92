using System.Buffers;

namespace Porras;

/// <summary>
/// What comes after the participants, in this order: fees of cohorts, providers and the contract; the limits in the
/// order written, from the first one across participants on; taking back; splits.
/// </summary>
internal sealed class SecondPass(Plan plan, Across across, List<Diagnostic> findings)
{
    private readonly ServiceCase _case = plan.NewCase(across.All.Data, across.All.Until, across.All);

    /// <summary>The lines of all owners, from those of the participants after their own limits.</summary>
    public Lines Run(Lines lines)
    {
        OwnersFees(lines);
        Limits(lines);
        TakeBack(lines);
        Expectations();
        if (plan.Splits.Count > 0)
        {
            return Split(lines);
        }

        lines.DropZeros();
        return lines;
    }

    /// <summary>Notes of the owners' own measures.</summary>
    public Dictionary<string, int> SharesOfNothing => _case.SharesOfNothing;

    private DataSet Data => across.All.Data;

    private void OwnersFees(Lines lines)
    {
        for (var i = 0; i < across.Owners.Others.Count; i++)
        {
            var (place, owner) = (across.Owners.Participants + i, across.Owners.Others[i]);
            Guarded(place, () =>
            {
                _case.Begin(owner.Scope, owner.Key);
                foreach (var fee in plan.Fees.Where(f => f.Scope == owner.Scope))
                {
                    foreach (var line in Settle.Earned(plan, _case, place, fee.Index))
                    {
                        lines.Add(line);
                    }
                }
            });
        }
    }

    // Lines compete in order of earned day, then participant, then fee; each limit works on what the one before left.
    private void Limits(Lines lines)
    {
        if (plan.SecondLimits.Count == 0)
        {
            return;
        }

        var groups = new LimitGroups(plan, across, lines, _case);
        var before = new long[lines.Count];
        foreach (var limit in plan.SecondLimits)
        {
            lines.Amounts.CopyTo(before);
            foreach (var (key, places) in groups.Of(limit))
            {
                Guarded(lines[places.Span[0]].Participant, () => Apply(limit, key, lines, places.Span));
            }

            Keep(limit, lines, before);
        }
    }

    private void Apply(LimitPlan limit, long key, Lines lines, ReadOnlySpan<int> places)
    {
        var first = lines[places[0]];
        if (limit.Scope is { } scope)
        {
            _case.Begin(scope, key);
        }
        else
        {
            Begin(first);
        }

        var bound = limit.Bound(_case, first.Earned);
        if (limit.Source.Rule == LimitRule.Report)
        {
            var owner = limit.Scope?.Name(Data, key) ?? across.Owners.Name(first.Participant);
            findings.AddRange(limit.Passed(owner, [.. places.ToArray().Select(p => lines[p])], bound));
            return;
        }

        var amounts = ArrayPool<long>.Shared.Rent(places.Length);
        for (var i = 0; i < places.Length; i++)
        {
            amounts[i] = lines.Amounts[places[i]];
        }

        limit.Cut(amounts.AsSpan(0, places.Length), bound);
        for (var i = 0; i < places.Length; i++)
        {
            lines.Change(places[i], new(amounts[i]));
        }

        ArrayPool<long>.Shared.Return(amounts);
    }

    private void Keep(LimitPlan limit, Lines lines, long[] before)
    {
        var changed = 0;
        var left = lines.Amounts;
        for (var i = 0; i < before.Length; i++)
        {
            changed += left[i] != before[i] ? 1 : 0;
        }

        if (changed == 0)
        {
            return;
        }

        var (kept, after) = (new Lines(changed), new long[changed]);
        for (var i = 0; i < before.Length; i++)
        {
            if (left[i] != before[i])
            {
                after[kept.Count] = left[i];
                kept.Add(lines[i] with { Amount = new(before[i]) });
            }
        }

        across.Add(new CommonEffects(limit.Source, kept, after));
    }

    // Where no limit has changed anything, the participants' lines were taken back in the first pass.
    private void TakeBack(Lines lines)
    {
        var fees = plan.TakeBacks.Select(b => b.Fee).ToHashSet();
        var count = lines.Count;
        var drafts = new List<DraftLine>();
        var to = plan.SecondLimits.Count > 0 ? 0 : lines.FirstOf(across.Owners.Participants);
        while (to < count && fees.Count > 0)
        {
            var first = lines[to];
            drafts.Clear();
            for (; to < count && lines[to] is var line && IsOfOne(line, first); to++)
            {
                if (fees.Contains(line.Fee))
                {
                    drafts.Add(new() { Line = line, Occurrence = line.Time - 1 });
                }
            }

            if (drafts.Count > 0)
            {
                Guarded(first.Participant, () => TakeBack(lines, first, drafts));
            }
        }
    }

    private void TakeBack(Lines lines, in FeeLine first, List<DraftLine> drafts)
    {
        Begin(first);
        var before = drafts.Count;
        Settle.TakeBack(plan, _case, drafts);
        foreach (var back in drafts.Skip(before))
        {
            lines.Add(back.Line);
        }
    }

    private static bool IsOfOne(in FeeLine a, in FeeLine b) => (a.Participant, a.Episode) == (b.Participant, b.Episode);

    private void Expectations()
    {
        foreach (var expected in plan.Expectations)
        {
            foreach (var owner in Owners.Of(plan, across.All, expected.Scope))
            {
                Guarded(expected.Scope.Name(Data, owner), () => findings.AddRange(expected.Missed(_case, owner)));
            }
        }
    }

    private Lines Split(Lines lines)
    {
        var parts = new Lines();
        Filling? filling = null;
        if (plan.Splits.Any(s => s.Fill is not null))
        {
            Guarded(ScopePlan.Contract.Word, () => filling = new(plan.Splits, lines, _case));
            across.Filling = filling;
        }

        foreach (var i in Enumerable.Range(0, lines.Count).Where(i => lines[i].Amount != Money.Zero))
        {
            var line = lines[i];
            Guarded(line.Participant, () =>
            {
                Begin(line);
                List<FeeLine> divided = [line];
                foreach (var split in plan.Splits)
                {
                    divided = split.Fill is null ? [.. divided.SelectMany(d => Divide(split, d))]
                        : filling is null ? [] : Fill(split, filling, i, divided);
                }

                divided.Where(d => d.Amount != Money.Zero).ToList().ForEach(d => parts.AddPart(d));
            });
        }

        return parts;
    }

    // Parts of one line fill the parties one after the other, as the lines do.
    private List<FeeLine> Fill(SplitPlan split, Filling filling, int place, List<FeeLine> lines)
    {
        var (parts, done) = (new List<FeeLine>(), Money.Zero);
        foreach (var line in lines)
        {
            parts.AddRange(filling.Divide(split, place, done, line.Amount).Select(p => Part(split, line, p)));
            done += line.Amount;
        }

        return parts;
    }

    private FeeLine Part(SplitPlan split, in FeeLine line, (string Name, Money Part) part) => split.Source.Payees
        ? line with { Amount = part.Part, Payee = across.Party(part.Name) }
        : line with { Amount = part.Part, Payer = across.Party(part.Name) };

    private IEnumerable<FeeLine> Divide(SplitPlan split, FeeLine line)
    {
        if (split.Divide(_case, line) is not { } parts)
        {
            var name = across.Owners.Name(line.Participant);
            var code = split.Fact < 0 ? "P6028" : "P6029";
            findings.Add(Diagnostic.At(split.Source.Mark.Place, code, name, Day.Write(line.Earned)));
            return [];
        }

        return parts.Select(p => Part(split, line, p));
    }

    private void Begin(in FeeLine line)
    {
        if (across.Owners.At(line.Participant) is { } owner)
        {
            _case.Begin(owner.Scope, owner.Key);
        }
        else
        {
            Settle.Begin(plan, _case, line.Participant, line.Episode, []);
        }
    }

    private void Guarded(int place, Action work) => Guarded(across.Owners.Name(place), work);

    private void Guarded(string owner, Action work)
    {
        try
        {
            work();
        }
        catch (OverflowException)
        {
            findings.Add(Diagnostic.At(default, "P6005", owner));
        }

        Settle.Refused(_case, owner, findings);
    }
}
