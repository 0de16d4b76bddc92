using System.Globalization;

namespace Porras;

/// <summary>The ways in which a cohort is cut.</summary>
internal static class Cuts
{
    private static readonly (PartKind, string, string)[] Rest =
        [(PartKind.Without, "", ""), (PartKind.NoParticipant, "", "")];

    /// <summary>Every cut there is: by group, fee, month, provider and a known value.</summary>
    public static IEnumerable<Cut> Of(Cohort cohort, string? known)
    {
        if (cohort.Models[0].Settled.Plan.Groups.Count > 0)
        {
            yield return ByGroup(cohort);
        }

        yield return ByFee(cohort);
        yield return ByMonth(cohort);
        if (cohort.Models[0].Settled.Data.Starts.Provider.Any(p => p >= 0))
        {
            yield return ByProvider(cohort);
        }

        if (known is not null)
        {
            yield return Of(cohort, known, KnownParts.Of(cohort, known));
        }
    }

    private static Cut ByGroup(Cohort cohort)
    {
        var first = cohort.Models[0].Settled;
        var c = first.Plan.NewCase(first.Data.Counting(cohort.KnownOn), cohort.Until);
        var places = new int[first.Data.Starts.Count];
        foreach (var participant in cohort.Started)
        {
            Settle.Begin(first.Plan, c, participant, 1, []);
            places[participant] = c.Group;
        }

        var groups = first.Plan.Model.Groups!.All;
        var names = groups.Select(g => (g.Name.Text, TitleOf(g.Title, g.Name)));
        return Of(cohort, Breakdown.Group, new([.. names], places));
    }

    private static Cut ByFee(Cohort cohort)
    {
        var fees = cohort.Models.SelectMany(m => m.Settled.Plan.Fees).Select(f => f.Source)
            .DistinctBy(f => f.Name.Text).ToList();
        var places = cohort.Models.Select(m => m.Settled.Plan.Fees
            .Select(f => fees.FindIndex(g => g.Name.Text == f.Source.Name.Text)).ToArray()).ToList();
        return new(
            Breakdown.Fee,
            [.. fees.Select(f => (PartKind.Named, f.Name.Text, TitleOf(f.Title, f.Name)))],
            null,
            (model, line) => places[model][line.Fee]);
    }

    private static Cut ByMonth(Cohort cohort)
    {
        var (first, last) = (int.MaxValue, int.MinValue);
        for (var model = 0; model < cohort.Models.Count; model++)
        {
            cohort.EachLine(model, line =>
                (first, last) = (Math.Min(first, Month(line.Earned)), Math.Max(last, Month(line.Earned))));
        }

        var months = first > last ? [] : Enumerable.Range(first, last - first + 1).Select(MonthName);
        return new(
            Breakdown.Month,
            [.. months.Select(m => (PartKind.Named, m, m))],
            null,
            (_, line) => Month(line.Earned) - first);
    }

    private static Cut ByProvider(Cohort cohort)
    {
        string[] names = [.. cohort.Models.SelectMany(m => m.Settled.Data.Providers.Names).Distinct()
            .Order(StringComparer.Ordinal)];
        var places = cohort.Models.Select(m => Array.ConvertAll(
            m.Settled.Data.Providers.Names, n => Array.IndexOf(names, n))).ToList();
        var starts = cohort.Models[0].Settled.Data.Starts;
        var ofParticipant = Enumerable.Range(0, starts.Count)
            .Select(p => PlaceOf(0, starts.Provider[starts.Offsets[p]])).ToArray();
        var cut = Of(cohort, Breakdown.Provider, new([.. names.Select(n => (n, n))], ofParticipant));
        return cut with
        {
            OfLine = (model, line) => Paid(cohort.Models[model].Settled, line) is { } provider
                ? PlaceOf(model, provider) is var at and >= 0 ? at : names.Length
                : cut.OfLine(model, line),
        };

        int PlaceOf(int model, int provider) => provider < 0 ? -1 : places[model][provider];
    }

    // The provider that is paid: that of the start, or of the earned day where the model says so. Null for the lines
    // of a cohort and of the contract.
    private static int? Paid(Settled settled, in FeeLine line)
    {
        if (!Cohort.IsOfParticipant(settled, line))
        {
            return settled.Across!.Owners.At(line.Participant) is { Scope: ScopePlan.Provider } owner
                ? (int)owner.Key : null;
        }

        var starts = settled.Data.Starts;
        var row = starts.Offsets[line.Participant] + line.Episode - 1;
        return settled.Plan.Transfer != TransferRule.ProviderOfTheDay ? starts.Provider[row]
            : settled.Data.Transfers.ProviderOn(
                line.Participant, starts.Day[row], line.Earned, starts.Provider[row]);
    }

    // Participants in one part each; a place below zero is "without".
    private static Cut Of(Cohort cohort, string by, PartsOfParticipants parts)
    {
        var without = parts.Names.Count;
        var places = Array.ConvertAll(parts.Places, p => p < 0 ? without : p);
        return new(
            by,
            [.. parts.Names.Select(n => (PartKind.Named, n.Name, n.Title)), .. Rest],
            places,
            (model, line) => Cohort.IsOfParticipant(cohort.Models[model].Settled, line)
                ? places[line.Participant] : without + 1);
    }

    private static string TitleOf(Title? title, Name name) => title?.Text ?? name.Text;

    private static int Month(int day) => 12 * Day.Date(day).Year + Day.Date(day).Month - 1;

    private static string MonthName(int month) =>
        string.Create(CultureInfo.InvariantCulture, $"{month / 12:0000}-{month % 12 + 1:00}");
}
