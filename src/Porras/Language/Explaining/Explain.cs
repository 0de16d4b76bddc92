namespace Porras;

/// <summary>Tells a model as plain sentences.</summary>
public static class Explain
{
    /// <summary>
    /// The model in the words of a language: who is counted, windows, facts and evidence, groups, measures, prices,
    /// each fee, limits, everything that need not be said because there is one reading, and worked examples.
    /// </summary>
    /// <remarks>
    /// Every clause has its sentence with its clause reference. Names of the model stand in quotes as they are; fees,
    /// ladders, tables and groups are called by their titles. Meant for a model that has passed <c>check</c>: a model
    /// with names that are not declared is told all the same.
    /// </remarks>
    /// <param name="model">The model.</param>
    /// <param name="tongue">The language.</param>
    public static Explanation Model(FeeModel model, Tongue tongue = Tongue.English) =>
        Model(model, Examples.Of(model), tongue);

    /// <summary>The same with worked examples that are at hand.</summary>
    /// <param name="model">The model.</param>
    /// <param name="examples">Its worked examples; shown at the end, if there are any.</param>
    /// <param name="tongue">The language.</param>
    public static Explanation Model(FeeModel model, WorkedExamples examples, Tongue tongue)
    {
        var speech = new Speech(model, tongue, titles: true);
        List<ExplainedSection> sections = [.. Sections(speech)];
        if (ToldExamples.Of(speech, examples).ToList() is { Count: > 0 } items)
        {
            sections.Add(new("examples", speech.Sentence("section.examples"), items));
        }

        return new(model.Header.TitleIn(tongue), tongue, sections);
    }

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
            ("expectations", ToldLimits.OfExpectations(speech)),
            ("take-back", ToldLimits.OfTakeBacks(speech)),
            ("split", ToldLimits.OfSplits(speech)),
            ("defaults", ToldDefaults.Of(speech)),
        ];
        return sections
            .Select(s => new ExplainedSection(s.Key, speech.Sentence("section." + s.Key), [.. s.Items]))
            .Where(s => s.Items.Count > 0);
    }
}
