namespace Porras;

/// <summary>What one settlement gives: lines, and what a person should know about it.</summary>
/// <param name="Plan">The model, made ready.</param>
/// <param name="Data">The data set as given.</param>
/// <param name="Parts">The lines, in the order of participants; each part is a range of them.</param>
/// <param name="Findings">Mistakes (then nothing is settled) and notes.</param>
public sealed record Settled(Plan Plan, DataSet Data, IReadOnlyList<Lines> Parts, IReadOnlyList<Diagnostic> Findings)
{
    /// <summary>The day of settlement.</summary>
    public int Until { get; init; }

    /// <summary>Only facts known by this day were settled; <see cref="int.MaxValue"/> for all.</summary>
    public int KnownOn { get; init; } = int.MaxValue;

    /// <summary>Why each line is what it is, if that was to be kept; else null.</summary>
    public KeptReasons? Reasons { get; init; }

    /// <summary>What was worked out across participants; null where nothing was.</summary>
    public Across? Across { get; init; }

    /// <summary>
    /// The name of a line's owner: a participant's case number, a provider, a cohort or the contract.
    /// </summary>
    public string OwnerName(in FeeLine line) =>
        Across?.Owners.Name(line.Participant) ?? Data.Starts.Participants[line.Participant];

    /// <summary>Who bears a line; null where lines are not split between payers.</summary>
    public string? PayerName(in FeeLine line) => line.Payer < 0 ? null : Across!.Parties[line.Payer];

    /// <summary>Who gets a line; null where lines are not split between payees.</summary>
    public string? PayeeName(in FeeLine line) => line.Payee < 0 ? null : Across!.Parties[line.Payee];

    /// <summary>How many lines there are.</summary>
    public long Count => Parts.Sum(p => (long)p.Count);

    /// <summary>The total of all lines.</summary>
    public Money Total => Parts.Aggregate(Money.Zero, (total, part) => total + part.Total);

    /// <summary>Whether it was refused: there are mistakes, and no lines.</summary>
    public bool IsRefused => Findings.Any(f => f.Severity == Severity.Mistake);

    /// <summary>The lines of one participant, in their order; the others are not gone through.</summary>
    public IEnumerable<FeeLine> LinesOf(int participant)
    {
        foreach (var part in Parts)
        {
            for (var i = part.FirstOf(participant); i < part.Count && part[i].Participant == participant; i++)
            {
                yield return part[i];
            }
        }
    }

    /// <summary>All lines as one list, in the order of participants.</summary>
    public Lines Lines() => Settle.Joined(Parts);
}
