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
        return plan.Splits.Count > 0 ? Split(lines) : lines.WithoutZeros();
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
                var first = lines.Count;
                foreach (var fee in plan.Fees.Where(f => f.Scope == owner.Scope))
                {
                    Settle.Add(_case, place, fee.Index, lines);
                }

                var added = Enumerable.Range(first, lines.Count - first);
                foreach (var line in added.Where(l => !plan.Has(lines[l].Earned)))
                {
                    lines.Change(line, Money.Zero);
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

        var order = lines.Order();
        foreach (var limit in plan.SecondLimits)
        {
            var groups = new Dictionary<(long Key, int Period), List<int>>();
            foreach (var i in order)
            {
                var line = lines[i];
                if (limit.Concerns(line) && TryScope(limit, line, out var key))
                {
                    var group = (key, limit.PeriodOf(line));
                    (groups.TryGetValue(group, out var places) ? places : groups[group] = []).Add(i);
                }
            }

            foreach (var (group, places) in groups)
            {
                Guarded(lines[places[0]].Participant, () => Apply(limit, group.Key, lines, places));
            }
        }
    }

    private void Apply(LimitPlan limit, long key, Lines lines, List<int> places)
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
        var owner = limit.Scope?.Name(Data, key) ?? across.Owners.Name(first.Participant);
        findings.AddRange(limit.Passed(owner, [.. places.Select(p => lines[p])], bound));
        var after = limit.After([.. places.Select(p => lines[p].Amount)], bound);
        for (var i = 0; i < places.Count; i++)
        {
            var line = lines[places[i]];
            if (after[i] != line.Amount)
            {
                across.Add(line, new(limit.Source, line.Amount, after[i]));
                lines.Change(places[i], after[i]);
            }
        }
    }

    private bool TryScope(LimitPlan limit, in FeeLine line, out long key)
    {
        if (across.Owners.At(line.Participant) is { } owner)
        {
            key = limit.Scope == owner.Scope ? owner.Key : 0;
            return limit.Scope == owner.Scope || limit.Scope is ScopePlan.Contract;
        }

        var row = Data.Starts.Offsets[line.Participant] + line.Episode - 1;
        key = row;
        if (limit.Scope is null)
        {
            return true;
        }

        if (limit.Scope is not ScopePlan.Contract)
        {
            _case.Begin(line.Participant, line.Episode, row, int.MaxValue);
        }

        return limit.Scope.TryFee(_case, line.Earned, out key);
    }

    // Where no limit has changed anything, the participants' lines were taken back in the first pass.
    private void TakeBack(Lines lines)
    {
        var backs = plan.TakeBacks
            .Where(b => plan.Fees[b.Fee].Scope is not null || plan.SecondLimits.Count > 0).ToList();
        if (backs.Count == 0)
        {
            return;
        }

        var fees = backs.Select(b => b.Fee).ToHashSet();
        var of = Enumerable.Range(0, lines.Count).Where(i => fees.Contains(lines[i].Fee))
            .GroupBy(i => (lines[i].Participant, lines[i].Episode)).ToList();
        foreach (var owner in of)
        {
            Guarded(owner.Key.Participant, () =>
            {
                Begin(lines[owner.First()]);
                var drafts = owner
                    .Select(i => new DraftLine { Line = lines[i], Occurrence = lines[i].Time - 1 }).ToList();
                var before = drafts.Count;
                backs.ForEach(b => b.Apply(_case, drafts));
                drafts.Skip(before).ToList().ForEach(d => lines.Add(d.Line));
            });
        }
    }

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
