namespace Porras;

/// <summary>What of a checked model <c>settle</c> cannot run yet: all that runs across participants.</summary>
public static class Runnable
{
    /// <summary>One mistake for each clause that cannot be settled yet; empty if the whole model can.</summary>
    public static IReadOnlyList<Diagnostic> Check(FeeModel model)
    {
        var names = new ModelNames(model);
        var findings = new Findings();
        foreach (var fee in model.Fees)
        {
            if (fee.For is { } owner)
            {
                findings.Add(owner.Mark.Place, "P6020", fee.Name.Text);
            }

            if (fee.Pay?.Value is Pay.Pool)
            {
                findings.Add(fee.Pay.Mark.Place, "P6023", fee.Name.Text);
            }
        }

        foreach (var measure in model.Measures.Where(m => IsAcross(m)))
        {
            findings.Add(measure.Mark.Place, "P6024", measure.Name.Text);
        }

        foreach (var table in model.Tables.Where(t => t.Keys.Any(k => k is TableKey.PlaceIn)))
        {
            findings.Add(table.Mark.Place, "P6025", table.Columns.Count > 0 ? table.Columns[0].Text : "");
        }

        foreach (var limit in model.Limits.Where(l => l.Scope is not Owner.Participant))
        {
            findings.Add(limit.Mark.Place, "P6021");
        }

        foreach (var split in model.Splits)
        {
            findings.Add(split.Mark.Place, "P6022");
        }

        Cohorts(model, names, findings);
        return findings.All;
    }

    private static bool IsAcross(Declaration.Measure measure) => measure.Over is not null
        || measure.Head is MeasureHead.CountOfParticipants or MeasureHead.Aggregated(_, _, null);

    // A cohort's own values are read by amounts across participants only.
    private static void Cohorts(FeeModel model, ModelNames names, Findings findings)
    {
        foreach (var cohort in model.Cohorts.Where(c => c.Known.Count > 0))
        {
            if (names.Find(cohort.Name) is Meaning.Cohort)
            {
                findings.Add(cohort.Mark.Place, "P6026", cohort.Name.Text);
            }
        }
    }
}
