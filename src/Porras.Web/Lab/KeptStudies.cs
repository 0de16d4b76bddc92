using System.Globalization;
using Porras.Exchange;
using Porras.Lab;

namespace Porras.Web;

/// <summary>Answers of the lab: the same question has the same answer, so it is found once.</summary>
/// <remarks>One answer takes some megabytes. What was asked longest ago is forgotten.</remarks>
public sealed class KeptStudies
{
    private const int Most = 32;

    private readonly Lock _door = new();
    private readonly List<(string Question, Study Answer)> _kept = [];

    /// <summary>A study: one that is kept, or else the one that is found out now.</summary>
    /// <param name="model">The identity of the model.</param>
    /// <param name="world">The world.</param>
    /// <param name="options">What is asked.</param>
    /// <param name="find">Finds it out.</param>
    public Study Of(string model, World world, StudyOptions options, Func<Study> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        var question = Question(model, world, options);
        return Find(question) is { } kept ? kept with { Options = options } : Keep(question, find());
    }

    // How many threads there are, and who takes it back, makes no difference to an answer.
    private static string Question(string model, World world, StudyOptions options)
    {
        var (run, sizes) = (options.Run, string.Join(',', options.Sizes));
        return string.Create(CultureInfo.InvariantCulture, $"""
            {model} {run.Replications} {run.Seed} {run.First} {run.Provider} {run.ByYear} {run.ByHistory} {run.OneJob}
            {options.Ruin:R} {options.Risks} {options.Behaviour} {options.Sensitivity} {sizes}
            {WorldJson.Write(world)}
            """);
    }

    private Study? Find(string question)
    {
        lock (_door)
        {
            var place = _kept.FindIndex(k => k.Question == question);
            if (place < 0)
            {
                return null;
            }

            var found = _kept[place];
            _kept.RemoveAt(place);
            _kept.Add(found);
            return found.Answer;
        }
    }

    private Study Keep(string question, Study answer)
    {
        lock (_door)
        {
            _kept.RemoveAll(k => k.Question == question);
            _kept.Add((question, answer));
            _kept.RemoveRange(0, Math.Max(0, _kept.Count - Most));
            return answer;
        }
    }
}
