using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Porras.Store;

/// <summary>What <c>dotnet ef migrations add</c> asks for; it connects to nothing.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqlitePorrasDb>
{
    /// <inheritdoc/>
    public SqlitePorrasDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlitePorrasDb>().UseSqlite("Data Source=design.db").Options);
}

/// <summary>The same for PostgreSQL.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresPorrasDb>
{
    /// <inheritdoc/>
    public PostgresPorrasDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresPorrasDb>().UseNpgsql("Host=design").Options);
}
