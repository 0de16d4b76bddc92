namespace Porras;

/// <summary>What is being told about one declaration: its sentences in order.</summary>
/// <param name="speech">The words.</param>
/// <param name="declaration">Kind and name of the declaration.</param>
/// <param name="mark">Its place and clause reference; a clause without a reference has the declaration's.</param>
/// <param name="heading">Its heading; null for an entry of a list.</param>
internal sealed class Telling(Speech speech, string declaration, Mark mark, string? heading = null)
{
    private readonly List<ExplainedSentence> _sentences = [];

    /// <summary>A sentence about a clause.</summary>
    public void Say(string part, Mark at, string key, params ReadOnlySpan<Phrase> arguments) =>
        Add(part, at, speech.Sentence(key, arguments));

    /// <summary>A sentence about the declaration as a whole.</summary>
    public void Say(string part, string key, params ReadOnlySpan<Phrase> arguments) =>
        Add(part, mark, speech.Sentence(key, arguments));

    /// <summary>The title, where it does not stand in the heading because things are called by their names.</summary>
    public void Title(Title? title)
    {
        if (title is { } words && !speech.UsesTitles)
        {
            Say("title", "title", Speech.Quoted(words.Text));
        }
    }

    /// <summary>A sentence that is ready.</summary>
    public void Add(string part, Mark at, string sentence) =>
        _sentences.Add(new(declaration, part, sentence, at.Clause ?? mark.Clause));

    /// <summary>All of it.</summary>
    public ExplainedItem Done(ExplainedTable? table = null) => new(declaration, heading, _sentences, table);
}
