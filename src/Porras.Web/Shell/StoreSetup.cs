using Porras.Store;

namespace Porras.Web;

/// <summary>Which database the app works on, and whether strangers may pick a role in it.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="HasDemonstration">Whether it has the demonstration area.</param>
public sealed record StorePlace(DatabaseAddress Address, bool HasDemonstration)
{
    /// <summary>The setting that names a database; without it a file is made for the demonstration.</summary>
    public const string Database = "PORRAS_DATABASE";

    /// <summary><c>true</c> or <c>false</c>: the demonstration area on any database, or not even on the file.</summary>
    public const string Demonstration = "PORRAS_DEMONSTRATION";

    /// <summary>Reads the settings.</summary>
    /// <exception cref="StoreException">The address cannot be read.</exception>
    public static StorePlace Of(IConfiguration settings)
    {
        var named = settings[Database] is { Length: > 0 } text ? text : null;
        var (address, finding) = DatabaseAddress.Parse(named ?? Own());
        return new(
            address ?? throw new StoreException(finding!),
            bool.TryParse(settings[Demonstration], out var asked) ? asked : named is null);
    }

    // Where the user's programs keep what is theirs; beside the program where the user has no such place.
    private static string Own()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        var folder = Path.Combine(home.Length > 0 ? home : AppContext.BaseDirectory, "porras");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, "demonstration.db");
    }
}

/// <summary>Opens the store before the first request.</summary>
internal static class StoreSetup
{
    public static void AddStore(this IServiceCollection services)
    {
        services.AddSingleton(p => StorePlace.Of(p.GetRequiredService<IConfiguration>()));
        services.AddSingleton(p => Store.Store
            .Open(p.GetRequiredService<StorePlace>().Address, p.GetRequiredService<TimeProvider>())
            .GetAwaiter().GetResult());
        services.AddSingleton<ModelShelf>();
        services.AddSingleton<ModelDesk>();
        services.AddSingleton<ModelDifferences>();
        services.AddSingleton<LabModels>();
        services.AddSingleton<LabBenches>();
        services.AddSingleton<ModelForecasts>();
    }

    /// <summary>Opens the database, lays it out if it is new, and furnishes the demonstration area.</summary>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public static async Task OpenStore(this WebApplication app)
    {
        var store = app.Services.GetRequiredService<Store.Store>();
        if (app.Services.GetRequiredService<StorePlace>().HasDemonstration)
        {
            await Demonstration.Furnish(store, app.Services.GetRequiredService<Gallery>());
        }
    }
}
