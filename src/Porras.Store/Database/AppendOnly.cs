using Microsoft.EntityFrameworkCore.Migrations;

namespace Porras.Store;

/// <summary>What migrations do beside what EF Core knows: rows that the database itself lets nobody change.</summary>
internal static class AppendOnly
{
    // Rows that stay as they are for ever.
    private static readonly string[] Kept =
        ["model_versions", "model_freezes", "settled_lines", "lab_runs", "log"];

    // Rows that are never changed; a data set as a whole may be removed.
    private static readonly string[] Unchanged =
        ["data_sets", "data_tables", "data_columns", "data_names", "starts", "named_rows", "facts", "transfers",
            "holidays"];

    private static readonly string[] SettlementColumns =
        ["id", "organisation_id", "version_id", "data_set_id", "name", "until_day", "known_on", "engine", "currency",
            "lines", "total", "hash", "person_id", "at"];

    private static IEnumerable<(string Table, string What)> Rules =>
    [
        .. Kept.SelectMany(t => new[] { (t, "UPDATE"), (t, "DELETE") }),
        .. Unchanged.Select(t => (t, "UPDATE")),
        ("settlements", "DELETE"), ("settlements", "UPDATE OF " + string.Join(", ", SettlementColumns)),
    ];

    /// <summary>Adds the triggers on SQLite.</summary>
    public static void AddOnSqlite(MigrationBuilder migration)
    {
        foreach (var (table, what) in Rules)
        {
            migration.Sql($"""
                CREATE TRIGGER {Name(table, what)} BEFORE {what} ON {table}
                BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
                """);
        }
    }

    /// <summary>Adds the triggers on PostgreSQL.</summary>
    public static void AddOnPostgres(MigrationBuilder migration)
    {
        migration.Sql("""
            CREATE FUNCTION porras_append_only() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
            """);
        foreach (var (table, what) in Rules)
        {
            migration.Sql($"""
                CREATE TRIGGER {Name(table, what)} BEFORE {what} ON {table}
                FOR EACH ROW EXECUTE FUNCTION porras_append_only();
                """);
        }

        foreach (var table in Kept.Append("settlements"))
        {
            migration.Sql($"""
                CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
                FOR EACH STATEMENT EXECUTE FUNCTION porras_append_only();
                """);
        }
    }

    private static string Name(string table, string what) => $"{table}_no_{what.Split(' ')[0].ToLowerInvariant()}";
}
