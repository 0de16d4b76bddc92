using Porras.Lab;

namespace Porras.Exchange;

/// <summary>Several models in one world, on the same random numbers.</summary>
public static class Studies
{
    /// <summary>Studies models; costs are those planned for the first, the others are studied against it.</summary>
    /// <param name="plans">The models, made ready, all in one currency.</param>
    /// <param name="world">The world of the first.</param>
    /// <param name="options">What is to be found out.</param>
    /// <param name="study">Studies one of them, by its place; null: anew.</param>
    /// <exception cref="RefusedException">A model refuses what is simulated, or has another currency.</exception>
    public static IReadOnlyList<StudiedModel> Of(
        IReadOnlyList<Plan> plans, World world, StudyOptions options,
        Func<int, World, StudyOptions, Study>? study = null)
    {
        ArgumentNullException.ThrowIfNull(plans);
        study ??= (m, own, asked) => Study.Of(plans[m], own, asked);
        foreach (var plan in plans.Where(p => p.Currency != plans[0].Currency))
        {
            throw new RefusedException([Diagnostic.At(
                default, "P7142", plan.Currency.Code, plans[0].Currency.Code, plans[0].Model.Header.Name.Text)]);
        }

        var labels = Labels(plans);
        var studied = new List<StudiedModel>();
        foreach (var (m, plan) in plans.Index())
        {
            var own = m == 0 ? world : WorldBeside.Of(studied[0].Study.World, plan.Model);
            var asked = m == 0 ? options : options with { Sizes = [], Risks = false, Sensitivity = false };
            studied.Add(new(labels[m], study(m, own, asked)));
        }

        return studied;
    }

    /// <summary>What each model is called: its name, with its version or place where others have the same.</summary>
    public static IReadOnlyList<string> Labels(IReadOnlyList<Plan> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        var names = plans.Select(p => p.Model.Header.Name.Text).ToList();
        var versions = plans.Select((p, i) => $"{names[i]} {Spoken.Integer(p.Model.Header.Version)}").ToList();
        return [.. plans.Select((_, i) => names.Count(n => n == names[i]) == 1 ? names[i]
            : versions.Count(v => v == versions[i]) == 1 ? versions[i]
            : $"{versions[i]} #{Spoken.Integer(i + 1)}")];
    }
}
