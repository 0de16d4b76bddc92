namespace Porras;

/// <summary>Steps on the way to a job: P9002 and P9010.</summary>
internal static class StepPrices
{
    /// <summary>Steps that pay more than the job they lead to, and ladders whose first assessment may pay.</summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context)
    {
        var ladders = context.Model.Fees.Where(f => f.When?.Value.Event is MomentKind.NewStep).ToList();
        var jobs = context.Model.Fees
            .Where(f => f.IsOutcome && f.When?.Value.Event is MomentKind.Reaches
                && Reached.DaysOf(f, context) is not null)
            .Select(f => (Fee: f, Price: Prices.Of(f, context))).Where(f => f.Price is not null).ToList();
        foreach (var fee in ladders)
        {
            if (Prices.Of(fee, context) is var (_, most)
                && jobs.FirstOrDefault(j => j.Price!.Value.Least < most).Fee is { } job)
            {
                yield return Diagnostic.At(fee.Pay!.Mark.Place, "P9002", fee.Name.Text, job.Name.Text);
            }
        }

        foreach (var reaches in ladders.Select(f => (MomentKind.NewStep)f.When!.Value.Event))
        {
            if (context.Names.Find(reaches.Ladder) is Meaning.Ladder({ Steps: [var lowest, var next, ..] }, _)
                && (reaches.From ?? lowest.Number) <= next.Number)
            {
                yield return Diagnostic.At(reaches.Ladder.Place, "P9010", reaches.Ladder.Text);
            }
        }
    }
}
