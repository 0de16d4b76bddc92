using System.ComponentModel;

namespace Porras.Web;

/// <summary>A model of the gallery.</summary>
public sealed record GalleryAnswer(
    [property: Description("By which models are named everywhere in the API.")] string Reference,
    [property: Description("The title in the reader's language.")] string Title,
    [property: Description("The name in the text.")] string Name,
    int Version,
    [property: Description("The model's identity: the same for every text that means the same.")] string Hash,
    [property: Description("The currency, by ISO 4217.")] string Currency,
    [property: Description("How many fees are paid for outputs.")] int Outputs,
    [property: Description("How many fees are paid for outcomes.")] int Outcomes);

/// <summary>The models that come with the app.</summary>
internal static class GalleryApi
{
    public static void MapGallery(this RouteGroupBuilder api) =>
        api.MapGet("/gallery", (HttpRequest request, Gallery gallery) =>
                (IReadOnlyList<GalleryAnswer>)[.. gallery.All.Select(m => Shown(m, Languages.Of(request)))])
            .Requires(Right.ReadModels).WithName("gallery").WithTags("Models")
            .WithSummary("The models that come with the app")
            .WithDescription("Real programmes and fictional ones. GET /models/{reference} gives the text of one.");

    private static GalleryAnswer Shown(GalleryModel model, Tongue tongue)
    {
        var header = model.Model.Header;
        return new(
            model.Slug, header.TitleIn(tongue), header.Name.Text, header.Version, ModelHash.Of(model.Model),
            model.Currency.Code, model.Fees.Outputs, model.Fees.Outcomes);
    }
}
