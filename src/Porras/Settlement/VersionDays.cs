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
            var inForce = InForce(models[i]);
            var moved = models.Skip(i + 1).FirstOrDefault(TakesRunningCases);
            var running = i > 0 && TakesRunningCases(models[i]);
            days.Add(new(
                new(running ? InForce(models[0]).First : inForce.First, inForce.Last),
                new(running ? inForce.First : int.MinValue, moved is null ? int.MaxValue : InForce(moved).First - 1)));
        }

        return days;
    }

    /// <summary>Whether several models are versions of one, in order: P6040 to P6042.</summary>
    public static IEnumerable<Diagnostic> Check(IReadOnlyList<FeeModel> models)
    {
        for (var i = 1; i < models.Count; i++)
        {
            var (before, header) = (models[i - 1].Header, models[i].Header);
            if (header.Name.Text != before.Name.Text)
            {
                yield return Diagnostic.At(header.Mark.Place, "P6040", header.Name.Text, before.Name.Text);
            }
            else if (header.Version <= before.Version || InForce(models[i]).First <= InForce(models[i - 1]).Last)
            {
                var (earlier, later) = (InForce(models[i - 1]), InForce(models[i]));
                yield return Diagnostic.At(
                    header.InForce?.Mark.Place ?? header.Mark.Place,
                    "P6041",
                    Text(header.Version),
                    Day.Write(later.First),
                    Text(before.Version),
                    Day.Write(earlier.Last));
            }
            else if (header.TakesOver is null)
            {
                yield return Diagnostic.At(header.Mark.Place, "P6042", Text(header.Version), Text(before.Version));
            }
        }
    }

    private static string Text(int version) => version.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static bool TakesRunningCases(FeeModel model) =>
        model.Header.TakesOver?.Value == TakesOver.RunningCases;

    private static DaySpan InForce(FeeModel model) => model.Header.InForce?.Value ?? DaySpan.All;
}
