namespace Porras;

/// <summary>What an explanation says of facts, groups, cohorts and ladders.</summary>
internal static class ToldFacts
{
    public static IEnumerable<ExplainedItem> OfFacts(Speech speech)
    {
        foreach (var kind in speech.Model.Facts)
        {
            var told = new Telling(speech, "fact " + kind.Name.Text, kind.Mark);
            told.Say("fact", kind.IsSpan ? "fact.span" : "fact.day", Speech.Quoted(kind.Name));
            if (kind.Title is { } title)
            {
                told.Say("title", "fact.title", Speech.Quoted(title.Text));
            }

            if (kind.Columns.Count > 0)
            {
                told.Say("columns", "fact.columns", ToldTerms.Columns(speech, kind.Columns));
            }

            Evidence(told, speech, kind.Evidence);
            yield return told.Done();
        }
    }

    public static IEnumerable<ExplainedItem> OfGroups(Speech speech)
    {
        if (speech.Model.Groups is not { } groups)
        {
            yield break;
        }

        var all = new Telling(speech, "groups", groups.Mark);
        all.Say("groups", "groups");
        yield return all.Done();
        foreach (var group in groups.All)
        {
            var mark = group.Mark with { Clause = group.Mark.Clause ?? groups.Mark.Clause };
            var told = new Telling(speech, "group " + group.Name.Text, mark);
            var name = speech.TitleOf(group.Title, group.Name) == group.Name.Text ? Speech.Quoted(group.Name)
                : $"{Speech.Quoted(group.Title!.Value.Text)} ({group.Name.Text})";
            told.Title(group.Title);
            if (group.When is { } tests)
            {
                told.Say("when", "group.when", name, speech.Tests(tests));
            }
            else
            {
                told.Say("when", "group.otherwise", name);
            }

            yield return told.Done();
        }
    }

    public static IEnumerable<ExplainedItem> OfCohorts(Speech speech)
    {
        foreach (var cohort in speech.Model.Cohorts)
        {
            var name = Speech.Quoted(cohort.Name);
            var heading = Heading(speech, cohort.Title, cohort.Name);
            var told = new Telling(speech, "cohort " + cohort.Name.Text, cohort.Mark, heading);
            told.Title(cohort.Title);
            if (cohort.By is { } by)
            {
                told.Add("by", by.Mark, by.Value switch
                {
                    CohortBy.Start(var period) => speech.Sentence("cohort.by-start", name, speech.Period(period)),
                    CohortBy.Known(var known) => speech.Sentence("cohort.by-known", name, Speech.Quoted(known)),
                    var other => throw Speech.Unknown(other),
                });
            }

            if (cohort.Closes is { } closes)
            {
                told.Say("closes", closes.Mark, "cohort.closes", speech.Duration(closes.Value));
            }

            foreach (var known in cohort.Known)
            {
                told.Say("known", known.Mark, "cohort.known", ToldTerms.Columns(speech, known.Value));
            }

            yield return told.Done();
        }
    }

    public static IEnumerable<ExplainedItem> OfLadders(Speech speech)
    {
        foreach (var ladder in speech.Model.Ladders)
        {
            var declaration = "ladder " + ladder.Name.Text;
            var told = new Telling(speech, declaration, ladder.Mark, Heading(speech, ladder.Title, ladder.Name));
            told.Title(ladder.Title);
            told.Say("ladder", "ladder");
            yield return told.Done();
            foreach (var step in ladder.Steps)
            {
                var mark = step.Mark with { Clause = step.Mark.Clause ?? ladder.Mark.Clause };
                told = new(speech, $"{declaration} step {Spoken.Integer(step.Number)}", mark);
                told.Say("step", step.Title is null ? "ladder.step.untitled" : "ladder.step",
                    Spoken.Integer(step.Number), Speech.Quoted(step.Title?.Text ?? ""));
                Evidence(told, speech, step.Evidence);
                yield return told.Done();
            }
        }
    }

    /// <summary>A declaration's heading: its title with the name after it, or the name.</summary>
    public static string Heading(Speech speech, Title? title, Name name) =>
        speech.TitleOf(title, name) is var text && text == name.Text ? text : $"{text} ({name.Text})";

    private static void Evidence(Telling told, Speech speech, Sources sources)
    {
        if (sources == Sources.Any)
        {
            told.Say("evidence", "evidence.any");
        }
        else
        {
            told.Say("evidence", "evidence", speech.Evidence(sources));
        }
    }
}
