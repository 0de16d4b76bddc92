using System.Globalization;

namespace Porras.Lab;

/// <summary>
/// Participants who live only in a world, as a register would hold them: a data set to try a model with.
/// </summary>
public static class SimulatedFacts
{
    /// <summary>The data set of one replication of a world: the same world and seed give the same rows.</summary>
    /// <remarks>
    /// Case numbers follow the order of starts. A span that goes on after the last day still runs.
    /// </remarks>
    /// <param name="plan">The model, made ready.</param>
    /// <param name="world">The world; see <see cref="WorldCheck"/> for what is refused.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="until">The last day of which anything is known; <see cref="int.MaxValue"/> for all.</param>
    /// <exception cref="RefusedException">The world does not fit the model.</exception>
    public static DataSet Of(Plan plan, World world, ulong seed = 1, int until = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(world);
        var mistakes = WorldCheck.Mistakes(plan, world);
        var (template, findings) = Template.Of(plan, world);
        findings = mistakes.Count > 0 ? mistakes : template is null ? findings : Placed.Check(plan, world);
        if (template is null || findings.Count > 0)
        {
            throw new RefusedException(findings);
        }

        var histories = new Histories();
        var lives = new Individuals(world, new Chances(world), seed, Lanes.Widest, histories).Live(0, 0);
        var maker = new FactMaker(plan, world, template);
        var started = lives.History.Count(h => world.DayOf(histories.StartOf(h)) <= until);
        var made = maker.Make(histories, lives.History.AsSpan(0, started), maker.Space());
        return Until(made.Renamed(Names(started)), until);
    }

    /// <summary>A first example of a model: drafted participants from its first day on.</summary>
    /// <param name="plan">The model, made ready.</param>
    /// <param name="participants">About how many.</param>
    /// <param name="months">For how many months anything is known.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="RefusedException">What is drafted does not fit the model.</exception>
    public static (DataSet Data, int Until) Example(Plan plan, int participants = 300, int months = 24, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var draft = WorldDraft.Of(plan.Model);
        var world = draft with
        {
            Intake = Math.Min(draft.Intake, months),
            Provider = draft.Provider with { Clients = Assumed.Of(participants) },
            Volume = draft.Volume with { Spread = Assumed.Of(0) },
        };
        var until = Day.PlusMonths(world.FirstDay, months) - 1;
        return (Of(plan, world, seed, until), until);
    }

    private static string[] Names(int count) =>
    [
        .. Enumerable.Range(1, count)
            .Select(i => "T-" + i.ToString("D" + Digits(count), CultureInfo.InvariantCulture)),
    ];

    private static string Digits(int count) =>
        Math.Max(4, count.ToString(CultureInfo.InvariantCulture).Length).ToString(CultureInfo.InvariantCulture);

    private static DataSet Until(DataSet data, int until)
    {
        if (until == int.MaxValue)
        {
            return data;
        }

        var known = data.Counting(until);
        return new()
        {
            Schema = known.Schema,
            Starts = known.Starts,
            Facts = [.. known.Facts.Select(f => Until(f, until))],
            Providers = known.Providers,
            Cohorts = known.Cohorts,
        };
    }

    private static FactTable Until(FactTable facts, int until) => !facts.Schema.IsSpan ? facts : new()
    {
        Schema = facts.Schema,
        Offsets = facts.Offsets,
        First = facts.First,
        Last = Array.ConvertAll(facts.Last, d => d > until ? int.MaxValue : d),
        Columns = facts.Columns,
    };
}
