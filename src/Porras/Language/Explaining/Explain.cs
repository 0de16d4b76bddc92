namespace Porras;

/// <summary>Tells a model as plain sentences.</summary>
public static class Explain
{
    /// <summary>
    /// The model in the words of a language: who is counted, windows, facts and evidence, groups, measures, prices,
    /// each fee, limits, and everything that need not be said because there is one reading.
    /// </summary>
    /// <remarks>
    /// Every clause has its sentence with its clause reference. Names of the model stand in quotes as they are; fees,
    /// ladders, tables and groups are called by their titles. Meant for a model that has passed <c>check</c>: a model
    /// with names that are not declared is told all the same.
    /// </remarks>
    /// <param name="model">The model.</param>
    /// <param name="tongue">The language.</param>
    public static Explanation Model(FeeModel model, Tongue tongue = Tongue.English) =>
        new(model.Header.TitleIn(tongue), tongue, [.. Sections(new(model, tongue, titles: true))]);

    /// <summary>The sections that have something to say.</summary>
    internal static IEnumerable<ExplainedSection> Sections(Speech speech)
    {
        (string Key, IEnumerable<ExplainedItem> Items)[] sections =
        [
            ("model", ToldTerms.OfModel(speech)),
            ("providers", ToldTerms.OfProviders(speech)),
            ("participants", ToldTerms.OfParticipants(speech)),
            ("facts", ToldFacts.OfFacts(speech)),
            ("groups", ToldFacts.OfGroups(speech)),
            ("cohorts", ToldFacts.OfCohorts(speech)),
            ("ladders", ToldFacts.OfLadders(speech)),
            ("measures", ToldMeasures.Of(speech)),
            ("tables", ToldTables.Of(speech)),
            ("transition", ToldTables.OfTransition(speech)),
            ("fees", ToldFees.Of(speech)),
            ("limits", ToldLimits.OfLimits(speech)),
            ("take-back", ToldLimits.OfTakeBacks(speech)),
            ("split", ToldLimits.OfSplits(speech)),
            ("defaults", ToldDefaults.Of(speech)),
        ];
        return sections
            .Select(s => new ExplainedSection(s.Key, speech.Sentence("section." + s.Key), [.. s.Items]))
            .Where(s => s.Items.Count > 0);
    }
}
