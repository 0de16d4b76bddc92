using Porras.Lab;

namespace Porras.Cli;

/// <summary>A plan on a terminal: the answer in a sentence, year by year, the check, the clause.</summary>
internal sealed class PlanSheet(SharePlan plan, Tongue tongue)
{
    // Beyond this share of cases it is said that a faster plan may exist.
    private const double WorthSaying = 0.05;

    private readonly Spoken _spoken = new(tongue, plan.Check.Cash.Run.Plan.Currency);

    private string this[string key, params IReadOnlyList<string> arguments] =>
        Texts.Format(tongue, "plan." + key, arguments);

    public void Write(Sheet sheet)
    {
        var money = plan.Check.Cash.Run.Plan.Currency;
        var clients = Whole(plan.World.Provider.Clients);
        sheet.Title(plan.Base.Header.TitleIn(tongue));
        sheet.Gap();
        sheet.Paragraph(plan.Keeps
            ? this["answer.keeps", Share(plan.Years[0].Share), Share(plan.Years[^1].Share), clients,
                Share(plan.Options.Ruin)]
            : this["answer.not", clients, Share(plan.Options.Ruin), Share(plan.NoneRuin)]);
        sheet.Paragraph(this["single", Share(plan.Single.Value), Share(plan.Single.Lower), Share(plan.Single.Upper)]);
        if (plan.Years.MaxBy(y => y.MayHelp) is { MayHelp: > WorthSaying } year)
        {
            sheet.Paragraph(this["help", Whole(year.Year), Share(year.MayHelp)]);
        }

        Section(sheet, this["heading.years", money.Code], Years());
        sheet.Gap();
        sheet.Title(this["heading.check"]);
        sheet.Paragraph(this["check", Share(plan.Check.Ruin.Value), Share(plan.Check.Ruin.Lower),
            Share(plan.Check.Ruin.Upper), Share(plan.Options.Ruin)]);
        if (plan.Remedies.Count > 0)
        {
            Section(sheet, this["heading.remedies"], Remedies());
        }

        sheet.Gap();
        sheet.Title(this["heading.clause"]);
        sheet.Write(TransitionText.Clause(plan.Rewritten));
        sheet.Gap();
        sheet.Aside(this["foot", Whole(plan.Options.Run.Replications), Whole(plan.Options.Run.Seed)]);
    }

    private static void Section(Sheet sheet, string title, SheetTable table)
    {
        sheet.Gap();
        sheet.Title(title);
        sheet.Table(table);
    }

    private SheetTable Years()
    {
        string[] columns = ["year", "share", "outputs", "outcomes", "budget", "expected", "ruin"];
        return new(
            [.. columns.Select(c => this["column." + c])],
            [.. columns.Select(_ => true)],
            [.. plan.Years.Select(y => (IReadOnlyList<string>)
            [
                Whole(y.Year), Share(y.Share), Share(y.Written.Outputs), Share(y.Written.Outcomes),
                Amount(y.Budget), Amount(y.Expected), Share(y.Ruin),
            ])]);
    }

    private SheetTable Remedies() => new(
        [this["column.remedy"], this["column.largest"], this["column.from"], this["column.to"]],
        [false, true, true, true],
        [.. plan.Remedies.Select(r => (IReadOnlyList<string>)
        [
            this["remedy." + r.Remedy.ToString().ToLowerInvariant()], Share(r.Largest.Value), Share(r.Largest.Lower),
            Share(r.Largest.Upper),
        ])]);

    private string Share(double share) =>
        Number(share * 100, 1) + (tongue == Tongue.English ? "%" : "\u00a0%");

    private string Amount(double minor) => Number(minor / plan.Check.Cash.Run.Plan.Currency.Scale, 0);

    private string Whole(double number) => Number(number, 0);

    private string Number(double number, int decimals)
    {
        var power = (Int128)Math.Pow(10, decimals);
        var scaled = Math.Round(number * (double)power, MidpointRounding.AwayFromZero);
        return _spoken.Number(Exact.Of((Int128)scaled, power), decimals);
    }
}
