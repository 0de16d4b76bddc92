using Porras.Lab;

namespace Porras.Exchange;

/// <summary>What a study says, in sentences.</summary>
/// <param name="words">The words.</param>
public sealed class StudySentences(StudyWords words)
{
    private readonly Study _study = words.First;

    /// <summary>Who is simulated, and for how long.</summary>
    public string World() => words[
        "world", words.Number(_study.World.Provider.Clients), words.Month(0), words.Month(_study.World.Intake - 1),
        words.Number(_study.World.Follow)];

    /// <summary>The answer: budget, insolvency, money needed, smallest provider, incentive.</summary>
    public IEnumerable<string> Answer() => [Budget(), Ruin(), Cash(), .. Smallest(), Incentive(), .. Behaviour()];

    /// <summary>What the organiser pays.</summary>
    public string Budget()
    {
        var total = _study.Budget.Total;
        return words["budget", words.Money(total.Low.Value), words.Money(total.High.Value),
            words.Money(total.Middle.Value)];
    }

    /// <summary>The chance of insolvency against the one allowed.</summary>
    public string Ruin()
    {
        var ruin = _study.Provider.Ruin;
        var key = ruin.Value > _study.Options.Ruin ? "ruin.over" : "ruin.within";
        return words[key, words.Number(_study.World.Provider.Clients), words.Percent(ruin.Value),
            words.Percent(ruin.Lower), words.Percent(ruin.Upper), words.Percent(_study.Options.Ruin)];
    }

    /// <summary>How much money the provider needs, and when it is lowest.</summary>
    public string Cash()
    {
        var (peak, month) = (_study.Provider.Peak, words.Month(_study.Provider.TroughMonth));
        return words["cash", words.Money(peak.Middle.Value), words.Money(peak.High.Value), month,
            words.Money(_study.Cash.Capital + _study.Cash.Credit)];
    }

    /// <summary>The smallest provider; nothing where sizes were not asked for.</summary>
    public IEnumerable<string> Smallest() => _study.Sizes is not { } sizes ? []
        : sizes.Smallest is { } smallest ? [words["smallest", words.Number(smallest)]]
        : [words["smallest.none", words.Number(sizes.All[^1].Clients)]];

    /// <summary>Whether the fees pay for another hour.</summary>
    public string Incentive()
    {
        if (_study.Groups.All(g => g.Incentive is null))
        {
            return words["incentive.unknown"];
        }

        var paying = _study.Groups.Where(g => g.Incentive >= 1).Select(g => words.Group(g.Name)).ToList();
        return paying.Count == 0 ? words["incentive.none"]
            : paying.Count == _study.Groups.Count ? words["incentive.all"]
            : words["incentive.some", string.Join(", ", paying)];
    }

    /// <summary>Which source of risk is the largest for each party.</summary>
    public string Risks(RiskMap risks)
    {
        ArgumentNullException.ThrowIfNull(risks);
        var (organiser, provider) = (risks.Parts.MaxBy(p => p.Organiser), risks.Parts.MaxBy(p => p.Provider));
        return words["risks",
            words.Money(risks.Organiser), words.Source(organiser.Source),
            words.Percent(risks.Organiser > 0 ? organiser.Organiser / risks.Organiser : 0, 0),
            words.Money(risks.Provider), words.Source(provider.Source),
            words.Percent(risks.Provider > 0 ? provider.Provider / risks.Provider : 0, 0)];
    }

    /// <summary>Which assumption moves the lowest cash most, and what that means for the others.</summary>
    public string Sensitivity(Sensitivity moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        return moved.All.Count == 0 ? words["sensitivity.none"]
            : words["sensitivity", new StudyAssumptions(words).Name(moved.All[0].Number),
                words.Money(moved.All[0].Reach), words.Number(moved.All.Count), words.Number(moved.Replications)];
    }

    /// <summary>What hours stand for: as planned, or as they pay best.</summary>
    public IEnumerable<string> Behaviour() => _study.Options.Behaviour ? [words["behaviour"]] : [];

    /// <summary>Seed, replications, and what the error is.</summary>
    public string Error() => words["error", words.Number(_study.Run.Replications),
        _study.Options.Run.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)];

    /// <summary>How another model differs from the first, on the same random numbers.</summary>
    public string Against(int model)
    {
        var (first, other) = (words.Models[0], words.Models[model]);
        var differ = Differences.Of(first.Study.Cash, other.Study.Cash);
        return words["against", other.Label, first.Label,
            words.Signed(differ.Budget.Mean.Value) + "\u00a0" + words.Unit,
            words.Signed(differ.Profit.Mean.Value) + "\u00a0" + words.Unit,
            words.Points(differ.Ruin.Mean.Value)];
    }
}
