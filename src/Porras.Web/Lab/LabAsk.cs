using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Porras.Exchange;
using Porras.Lab;

namespace Porras.Web;

/// <summary>What is asked of the lab: a model, numbers of its world, a seed. It fits into an address.</summary>
/// <param name="Model">The model of the gallery.</param>
/// <param name="World">The world with all changes.</param>
/// <param name="Changed">The numbers that were changed, by path.</param>
/// <param name="Seed">The seed.</param>
public sealed record LabAsk(
    GalleryModel Model, World World, IReadOnlyDictionary<string, double> Changed, ulong Seed)
{
    /// <summary>How many replications an answer takes.</summary>
    public const int Replications = 1024;

    private const string SeedKey = "seed";

    /// <summary>What an address asks. What it does not know, or what is out of bounds, it leaves as drafted.</summary>
    public static LabAsk Of(GalleryModel model, string query)
    {
        ArgumentNullException.ThrowIfNull(model);
        var ask = new LabAsk(model, WorldDraft.Of(model.Model), new Dictionary<string, double>(), 1);
        foreach (var (key, said) in QueryHelpers.ParseQuery(query))
        {
            if (key == SeedKey && ulong.TryParse(said, CultureInfo.InvariantCulture, out var seed))
            {
                ask = ask with { Seed = seed };
            }
            else if (double.TryParse(said, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
            {
                ask = ask.With(key, value);
            }
        }

        return ask;
    }

    /// <summary>The same with one number changed.</summary>
    public LabAsk With(string path, double value)
    {
        if (WorldNumber.All(World).FirstOrDefault(n => n.Path == path) is not { } number
            || value < number.Least || value > number.Most)
        {
            return this;
        }

        var changed = new Dictionary<string, double>(Changed) { [path] = value };
        return this with { World = number.Set(World, new(value, Evidence.Own)), Changed = changed };
    }

    /// <summary>The query that asks the same.</summary>
    public string Query => QueryHelpers.AddQueryString("", Changed.OrderBy(c => c.Key, StringComparer.Ordinal)
        .Select(c => KeyValuePair.Create(c.Key, (string?)c.Value.ToString("R", CultureInfo.InvariantCulture)))
        .Append(new(SeedKey, Seed.ToString(CultureInfo.InvariantCulture))));

    /// <summary>The first part of the answer: budget, cash, groups.</summary>
    public StudyWords Study(Tongue tongue)
    {
        var options = new StudyOptions(new(Replications, Seed) { Threads = 2 }) { Sizes = [], Risks = false };
        var study = Porras.Lab.Study.Of(Plan.Compile(Model.Model), World, options);
        return new([new(Model.Model.Header.Name.Text, study)], tongue);
    }

    /// <summary>An answer with what takes longer: sizes of providers, and who bears which risk.</summary>
    public static StudyWords Whole(StudyWords first, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(first);
        var (model, study) = (first.Models[0], first.First);
        return new([model with { Study = study.WithRisksAndSizes(Sizes.Usual) }], tongue);
    }
}
