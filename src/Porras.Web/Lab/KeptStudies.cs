using Porras.Exchange;
using Porras.Lab;

namespace Porras.Web;

/// <summary>Answers of the lab: the same question has the same answer, so it is found once.</summary>
/// <remarks>One answer takes some megabytes. What was asked longest ago is forgotten.</remarks>
public sealed class KeptStudies
{
    private readonly Latest<Question, Study> _latest = new(32);

    /// <summary>A study: one that is kept, or else the one that is found out now.</summary>
    /// <param name="model">The identity of the model.</param>
    /// <param name="world">The world.</param>
    /// <param name="options">What is asked.</param>
    /// <param name="find">Finds it out.</param>
    public Study Of(string model, World world, StudyOptions options, Func<Study> find)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(find);
        var question = new Question(
            model, WorldJson.Write(world), string.Join(',', options.Sizes),
            options with { Run = options.Run.Question, Sizes = [] });
        if (_latest.Find(question) is { } kept)
        {
            return kept with { Options = options };
        }

        var found = find();
        _latest.Keep(question, found);
        return found;
    }

    // World and sizes as texts: lists are equal only to themselves.
    private sealed record Question(string Model, string World, string Sizes, StudyOptions Options);
}
