using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Porras.Store;

namespace Porras.Web;

/// <summary>Who may sign in, and with what: tables beside those of the store, in the same database.</summary>
/// <remarks>Migrations and their history are its own, so that the store knows nothing of it.</remarks>
/// <param name="options">Which database.</param>
public abstract class AccountsDb(DbContextOptions options) : IdentityUserContext<Account>(options)
{
    /// <summary>The table in which migrations are noted.</summary>
    protected const string History = "account_migrations";

    private static readonly Dictionary<Type, string> Tables = new()
    {
        [typeof(Account)] = "accounts",
        [typeof(IdentityUserClaim<string>)] = "account_claims",
        [typeof(IdentityUserLogin<string>)] = "account_logins",
        [typeof(IdentityUserToken<string>)] = "account_tokens",
        [typeof(IdentityUserPasskey<string>)] = "account_passkeys",
        [typeof(Invitation)] = "account_invitations",
        [typeof(SealingKey)] = "account_keys",
    };

    /// <summary>Identity asks here which of its tables are wanted: with those for passkeys.</summary>
    protected static IServiceProvider Options { get; } = new ServiceCollection()
        .Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    /// <summary>The invitations, open or closed.</summary>
    public DbSet<Invitation> Invitations => Set<Invitation>();

    /// <summary>The keys that seal cookies.</summary>
    public DbSet<SealingKey> Keys => Set<SealingKey>();

    /// <summary>A context on a database, to be disposed.</summary>
    public static AccountsDb On(DatabaseAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Kind switch
        {
            DatabaseKind.Sqlite => new SqliteAccountsDb(SqliteAccountsDb.At(address.Connection)),
            DatabaseKind.Postgres => new PostgresAccountsDb(PostgresAccountsDb.At(address.Connection)),
            _ => throw new InvalidOperationException($"Unknown kind {address.Kind}."),
        };
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        builder.Entity<Invitation>().HasIndex(i => i.Hash).IsUnique();
        builder.Entity<Invitation>().HasIndex(i => new { i.OrganisationId, i.Email });
        builder.Entity<SealingKey>().HasIndex(k => k.Name).IsUnique();
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => Tables.ContainsKey(e.ClrType)))
        {
            entity.SetTableName(Tables[entity.ClrType]);
        }
    }

    private sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));
}

/// <summary>The accounts on SQLite.</summary>
/// <param name="options">The file.</param>
public sealed class SqliteAccountsDb(DbContextOptions<SqliteAccountsDb> options) : AccountsDb(options)
{
    /// <summary>The options for a connection.</summary>
    public static DbContextOptions<SqliteAccountsDb> At(string connection) =>
        new DbContextOptionsBuilder<SqliteAccountsDb>().UseApplicationServiceProvider(Options)
            .UseSqlite(connection, o => o.MigrationsHistoryTable(History)).Options;
}

/// <summary>The accounts on PostgreSQL.</summary>
/// <param name="options">The server.</param>
public sealed class PostgresAccountsDb(DbContextOptions<PostgresAccountsDb> options) : AccountsDb(options)
{
    /// <summary>The options for a connection.</summary>
    public static DbContextOptions<PostgresAccountsDb> At(string connection) =>
        new DbContextOptionsBuilder<PostgresAccountsDb>().UseApplicationServiceProvider(Options)
            .UseNpgsql(connection, o => o.MigrationsHistoryTable(History)).Options;
}

/// <summary>What <c>dotnet ef migrations add</c> asks for; it connects to nothing.</summary>
internal sealed class SqliteAccountsDesign : IDesignTimeDbContextFactory<SqliteAccountsDb>
{
    /// <inheritdoc/>
    public SqliteAccountsDb CreateDbContext(string[] args) => new(SqliteAccountsDb.At("Data Source=design.db"));
}

/// <summary>The same for PostgreSQL.</summary>
internal sealed class PostgresAccountsDesign : IDesignTimeDbContextFactory<PostgresAccountsDb>
{
    /// <inheritdoc/>
    public PostgresAccountsDb CreateDbContext(string[] args) => new(PostgresAccountsDb.At("Host=design"));
}
