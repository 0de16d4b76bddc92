namespace Porras.Web;

/// <summary>Holds the description of the API, which is the same for as long as the app runs.</summary>
/// <param name="services">The app.</param>
public sealed class ApiReferences(IServiceProvider services)
{
    private volatile ApiReference? _all;

    /// <summary>The description.</summary>
    public async Task<ApiReference> All(CancellationToken cancelled = default) =>
        _all ??= await ApiReference.Of(services, cancelled);
}
