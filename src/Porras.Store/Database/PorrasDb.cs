using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Porras.Store;

/// <summary>Everything that is kept, as EF Core sees it; one model for both databases.</summary>
/// <remarks>
/// Instants are milliseconds since 1970, days are numbers of days, words of a closed list are texts: both databases
/// hold the same. Tables for signing in live in the same database in a context of their own, with people of the same
/// ids.
/// </remarks>
/// <param name="options">Which database.</param>
public abstract class PorrasDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>The organisations.</summary>
    public DbSet<Organisation> Organisations => Set<Organisation>();

    /// <summary>The people.</summary>
    public DbSet<Person> People => Set<Person>();

    /// <summary>Who is what where.</summary>
    public DbSet<Membership> Memberships => Set<Membership>();

    /// <summary>The models.</summary>
    public DbSet<StoredModel> Models => Set<StoredModel>();

    /// <summary>The versions of models.</summary>
    public DbSet<ModelVersion> ModelVersions => Set<ModelVersion>();

    /// <summary>Which versions are frozen.</summary>
    public DbSet<ModelFreeze> ModelFreezes => Set<ModelFreeze>();

    /// <summary>The data sets.</summary>
    public DbSet<StoredDataSet> DataSets => Set<StoredDataSet>();

    /// <summary>The settlements.</summary>
    public DbSet<Settlement> Settlements => Set<Settlement>();

    /// <summary>The lines of settlements.</summary>
    public DbSet<SettledLine> SettledLines => Set<SettledLine>();

    /// <summary>The runs of the lab.</summary>
    public DbSet<LabRun> LabRuns => Set<LabRun>();

    /// <summary>The log.</summary>
    public DbSet<LogEntry> Log => Set<LogEntry>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        Persons(modelBuilder);
        Papers(modelBuilder);
        Facts(modelBuilder);
        Settled(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Snake(property.Name));
            }
        }
    }

    private static void Persons(ModelBuilder model)
    {
        Table<Organisation>(model, "organisations").HasIndex(o => o.Name).IsUnique();
        Table<Person>(model, "people").HasIndex(p => p.Email).IsUnique();
        var membership = Table<Membership>(model, "memberships");
        membership.HasKey(m => new { m.OrganisationId, m.PersonId, m.Role });
        Owned(membership);
        Refers<Membership, Person>(membership, nameof(Membership.PersonId));
    }

    private static void Papers(ModelBuilder model)
    {
        var stored = Owned(Table<StoredModel>(model, "models"));
        stored.HasIndex(m => new { m.OrganisationId, m.Name }).IsUnique();
        var version = Owned(Table<ModelVersion>(model, "model_versions"));
        version.HasIndex(v => new { v.ModelId, v.Number }).IsUnique();
        Refers<ModelVersion, StoredModel>(version, nameof(ModelVersion.ModelId));
        var freeze = Table<ModelFreeze>(model, "model_freezes");
        freeze.HasKey(f => f.VersionId);
        Refers<ModelFreeze, ModelVersion>(freeze, nameof(ModelFreeze.VersionId));
        var run = Owned(Table<LabRun>(model, "lab_runs"));
        Refers<LabRun, ModelVersion>(run, nameof(LabRun.VersionId));
        var entry = Table<LogEntry>(model, "log");
        entry.HasKey(e => e.Number);
        entry.Property(e => e.Number).ValueGeneratedNever();
        entry.HasIndex(e => new { e.OrganisationId, e.Number });
    }

    private static void Facts(ModelBuilder model)
    {
        var set = Owned(Table<StoredDataSet>(model, "data_sets"));
        set.HasIndex(d => new { d.OrganisationId, d.Name }).IsUnique();
        Refers<StoredDataSet, ModelVersion>(set, nameof(StoredDataSet.VersionId));
        Part(Table<StoredTable>(model, "data_tables")).HasKey(t => new { t.DataSetId, t.Place });
        Part(Table<StoredColumn>(model, "data_columns")).HasKey(c => new { c.DataSetId, c.TablePlace, c.Place });
        Part(Table<StoredName>(model, "data_names"))
            .HasKey(n => new { n.DataSetId, n.TablePlace, n.ColumnPlace, n.Place });
        Part(Table<StartRow>(model, "starts")).HasKey(s => new { s.DataSetId, s.Participant, s.Row });
        Part(Table<NamedRow>(model, "named_rows")).HasKey(r => new { r.DataSetId, r.TablePlace, r.Place });
        Part(Table<FactRow>(model, "facts"))
            .HasKey(f => new { f.DataSetId, f.TablePlace, f.Participant, f.Row });
        Part(Table<TransferRow>(model, "transfers")).HasKey(t => new { t.DataSetId, t.Row });
        Part(Table<HolidayRow>(model, "holidays")).HasKey(h => new { h.DataSetId, h.Day });
    }

    private static void Settled(ModelBuilder model)
    {
        var settlement = Owned(Table<Settlement>(model, "settlements"));
        Refers<Settlement, ModelVersion>(settlement, nameof(Settlement.VersionId));
        Refers<Settlement, StoredDataSet>(settlement, nameof(Settlement.DataSetId));
        var line = Table<SettledLine>(model, "settled_lines");
        line.HasKey(l => new { l.SettlementId, l.Number });
        line.HasIndex(l => new { l.SettlementId, l.Owner });
        Refers<SettledLine, Settlement>(line, nameof(SettledLine.SettlementId));
    }

    private static EntityTypeBuilder<T> Table<T>(ModelBuilder model, string name)
        where T : class => model.Entity<T>().ToTable(name);

    private static EntityTypeBuilder<T> Owned<T>(EntityTypeBuilder<T> entity)
        where T : class => Refers<T, Organisation>(entity, "OrganisationId");

    // Rows of facts are written only together with their data set, and never one by one; without a foreign key the
    // database does not look the data set up for each of millions of rows.
    private static EntityTypeBuilder<T> Part<T>(EntityTypeBuilder<T> entity)
        where T : class
    {
        entity.Property("DataSetId").ValueGeneratedNever();
        return entity;
    }

    private static EntityTypeBuilder<T> Refers<T, TTo>(EntityTypeBuilder<T> entity, string by)
        where T : class
        where TTo : class
    {
        entity.HasOne<TTo>().WithMany().HasForeignKey(by).OnDelete(DeleteBehavior.Restrict);
        return entity;
    }

    private static string Snake(string name)
    {
        var snake = new StringBuilder();
        foreach (var c in name)
        {
            snake.Append(char.IsUpper(c) && snake.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(c));
        }

        return snake.ToString();
    }

    private sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));
}

/// <summary>The context on SQLite.</summary>
/// <param name="options">The file.</param>
public sealed class SqlitePorrasDb(DbContextOptions<SqlitePorrasDb> options) : PorrasDb(options);

/// <summary>The context on PostgreSQL.</summary>
/// <param name="options">The server.</param>
public sealed class PostgresPorrasDb(DbContextOptions<PostgresPorrasDb> options) : PorrasDb(options);
