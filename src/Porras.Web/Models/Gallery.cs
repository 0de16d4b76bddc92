using System.Reflection;

namespace Porras.Web;

/// <summary>A model of the gallery: a real programme or a fictional one, with its page.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Text">The model text.</param>
/// <param name="Model">The model.</param>
public sealed record GalleryModel(string Slug, string Text, FeeModel Model)
{
    /// <summary>Its currency.</summary>
    public Currency Currency => Currency.Find(Model.Header.Money!.Value.Currency)!.Value;

    /// <summary>How many of its fees are paid for outcomes, and how many for outputs.</summary>
    public (int Outcomes, int Outputs) Fees { get; } = (
        Model.Fees.Count(f => f.IsOutcome), Model.Fees.Count(f => !f.IsOutcome));
}

/// <summary>The models that come with the app.</summary>
/// <param name="All">In the order of their names.</param>
public sealed record Gallery(IReadOnlyList<GalleryModel> All)
{
    private const string Folder = "models/";

    /// <summary>A model by its slug; null if there is none.</summary>
    public GalleryModel? Find(string slug) => All.FirstOrDefault(m => m.Slug == slug);

    /// <summary>Reads the models from the program's resources.</summary>
    public static Gallery Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return new([
            .. assembly.GetManifestResourceNames()
                .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(n => Read(assembly, n))
                .OfType<GalleryModel>(),
        ]);
    }

    private static GalleryModel? Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        var text = ModelPage.TextOf(reader.ReadToEnd());
        return ModelReader.Read(text).Whole is { } model
            ? new(name[Folder.Length..^".md".Length], text, model) : null;
    }
}
