using System.Globalization;

namespace Porras;

/// <summary>What of a contract belongs to one of several versions of its model.</summary>
/// <param name="Starts">Who starts in these days is settled under the version.</param>
/// <param name="Earned">Only what is earned in these days.</param>
public sealed record VersionDays(DaySpan Starts, DaySpan Earned)
{
    /// <summary>
    /// The days of each version of a model, in the order of their days in force. A version that takes over running
    /// cases has what anybody earns from its first day on; one for new starts only has those who start in its days.
    /// </summary>
    /// <param name="models">Versions that have passed <see cref="Check"/>.</param>
    public static IReadOnlyList<VersionDays> Of(IReadOnlyList<FeeModel> models)
    {
        var days = new List<VersionDays>();
        for (var i = 0; i < models.Count; i++)
        {
            var inForce = UntilTheNext(models, i);
            var moved = models.Skip(i + 1).FirstOrDefault(m => m.Header.TakesRunningCases);
            var running = i > 0 && models[i].Header.TakesRunningCases;
            days.Add(new(
                new(running ? InForce(models[0]).First : inForce.First, inForce.Last),
                new(running ? inForce.First : int.MinValue, moved is null ? int.MaxValue : InForce(moved).First - 1)));
        }

        return days;
    }

    /// <summary>
    /// The versions made ready, each for what belongs to it; a single model as it is. A version that is still in force
    /// when the next one begins ends on the day before.
    /// </summary>
    /// <param name="models">Versions that have passed <see cref="Check"/>.</param>
    public static IReadOnlyList<Plan> Plans(IReadOnlyList<FeeModel> models)
    {
        if (models.Count == 1)
        {
            return [Plan.Compile(models[0])];
        }

        var days = Of(models);
        return [.. models.Select((m, i) => Plan.Compile(Ending(m, UntilTheNext(models, i)), days[i]))];
    }

    /// <summary>Whether several models are versions of one, in order: P6040 to P6042 and P6044.</summary>
    public static IEnumerable<Diagnostic> Check(IReadOnlyList<FeeModel> models)
    {
        for (var i = 1; i < models.Count; i++)
        {
            var (before, header) = (models[i - 1].Header, models[i].Header);
            var (earlier, later) = (InForce(models[i - 1]).First, InForce(models[i]).First);
            if (header.Name.Text != before.Name.Text)
            {
                yield return Diagnostic.At(header.Mark.Place, "P6040", header.Name.Text, before.Name.Text);
            }
            else if (header.Version <= before.Version || later <= earlier)
            {
                yield return Diagnostic.At(
                    header.InForce?.Mark.Place ?? header.Mark.Place,
                    "P6041",
                    Text(header.Version),
                    Day.Write(later),
                    Text(before.Version),
                    Day.Write(earlier));
            }
            else if (header.TakesOver is null)
            {
                yield return Diagnostic.At(header.Mark.Place, "P6042", Text(header.Version), Text(before.Version));
            }
            else if (header.Money is { } money && before.Money is { } old
                && money.Value.Currency != old.Value.Currency)
            {
                yield return Diagnostic.At(
                    money.Mark.Place,
                    "P6044",
                    Text(header.Version),
                    money.Value.Currency,
                    Text(before.Version),
                    old.Value.Currency);
            }
        }
    }

    private static DaySpan UntilTheNext(IReadOnlyList<FeeModel> models, int version)
    {
        var own = InForce(models[version]);
        var next = version + 1 < models.Count ? InForce(models[version + 1]).First - 1 : int.MaxValue;
        return new(own.First, Math.Min(own.Last, next));
    }

    private static FeeModel Ending(FeeModel model, DaySpan inForce) => model.Header.InForce is { } said
        ? model with { Header = model.Header with { InForce = said with { Value = inForce } } } : model;

    private static string Text(int version) => version.ToString(CultureInfo.InvariantCulture);

    private static DaySpan InForce(FeeModel model) => model.Header.InForce?.Value ?? DaySpan.All;
}
