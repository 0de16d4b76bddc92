namespace Porras;

/// <summary>Whether a start may be settled under a model.</summary>
internal static class Starts
{
    /// <summary>Refuses a start outside the days in force or after the last day of intake.</summary>
    public static bool IsAllowed(Plan plan, ServiceCase c, List<Diagnostic> findings)
    {
        var inForce = plan.Periods.InForce;
        if (plan.Days is { } days && !days.Starts.Contains(c.Start))
        {
            // Who starts outside the days of a version belongs to another one.
            return false;
        }

        if (plan.Days is null && !inForce.Contains(c.Start))
        {
            findings.Add(At(c, "P6001", Day.Write(c.Start), Day.Write(inForce.First), Day.Write(inForce.Last)));
            return false;
        }

        if (plan.IntakeUntil is { } until && c.Start > until)
        {
            findings.Add(At(c, "P6002", Day.Write(c.Start), Day.Write(until)));
            return false;
        }

        if (plan.Transfer == TransferRule.Refused
            && c.Data.Transfers.FirstOf(c.Participant, int.MinValue, int.MaxValue) is { } day)
        {
            findings.Add(At(c, "P6007", Day.Write(day)));
            return false;
        }

        return true;
    }

    private static Diagnostic At(ServiceCase c, string code, params string[] arguments) =>
        Diagnostic.At(
            new(c.Data.Starts.FileLine?[c.StartRow] ?? 0, 1, 1),
            code,
            [c.Data.Starts.Participants[c.Participant], .. arguments]) with { File = "participants.csv" };
}
