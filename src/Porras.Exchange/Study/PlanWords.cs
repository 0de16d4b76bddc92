using Porras.Lab;

namespace Porras.Exchange;

/// <summary>What a plan from outputs to outcomes says, in one language.</summary>
/// <param name="plan">The plan.</param>
/// <param name="tongue">The language.</param>
public sealed class PlanWords(SharePlan plan, Tongue tongue)
{
    // Beyond this share of cases it is said that a faster plan may exist.
    private const double WorthSaying = 0.05;

    /// <summary>The plan.</summary>
    public SharePlan Plan => plan;

    /// <summary>The language.</summary>
    public Tongue Tongue => tongue;

    /// <summary>Its numbers.</summary>
    public LabNumbers Numbers { get; } = new(tongue, plan.Check.Cash.Run.Plan.Currency);

    /// <summary>A text with its places filled in.</summary>
    public string this[string key, params IReadOnlyList<string> arguments] =>
        Texts.Format(tongue, "plan." + key, arguments);

    /// <summary>The title of the model.</summary>
    public string Title => plan.Base.Header.TitleIn(tongue);

    /// <summary>The clause, laid out as in the model.</summary>
    public string Clause => TransitionText.Clause(plan.Rewritten);

    /// <summary>How fast, or that no plan keeps to the chance allowed.</summary>
    public string Answer()
    {
        var clients = Numbers.Number(plan.World.Provider.Clients);
        return plan.Keeps
            ? this["answer.keeps", Share(plan.Years[0].Share), Share(plan.Years[^1].Share), clients,
                Share(plan.Options.Ruin)]
            : this["answer.not", clients, Share(plan.Options.Ruin), Share(plan.NoneRuin)];
    }

    /// <summary>The largest share that is the same in all years.</summary>
    public string Single() =>
        this["single", Share(plan.Single.Value), Share(plan.Single.Lower), Share(plan.Single.Upper)];

    /// <summary>That a faster plan may exist; nothing where that is not likely.</summary>
    public IEnumerable<string> Help() => plan.Years.MaxBy(y => y.MayHelp) is { MayHelp: > WorthSaying } year
        ? [this["help", Numbers.Number(year.Year), Share(year.MayHelp)]] : [];

    /// <summary>What came of it on other random numbers.</summary>
    public string Check() => this["check", Share(plan.Check.Ruin.Value), Share(plan.Check.Ruin.Lower),
        Share(plan.Check.Ruin.Upper), Share(plan.Options.Ruin)];

    /// <summary>How it was run.</summary>
    public string Foot() => this["foot", Numbers.Number(plan.Options.Run.Replications),
        plan.Options.Run.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)];

    /// <summary>A share with one decimal.</summary>
    public string Share(double share) => Numbers.Percent(share);
}
