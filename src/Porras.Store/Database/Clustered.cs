using Microsoft.EntityFrameworkCore.Migrations;

namespace Porras.Store;

/// <summary>Tables of SQLite whose rows lie in the order of their key, which EF Core cannot say.</summary>
internal static class Clustered
{
    private const string Values = """
        v1 INTEGER, v2 INTEGER, v3 INTEGER, v4 INTEGER, v5 INTEGER, v6 INTEGER, v7 INTEGER, v8 INTEGER, more TEXT
        """;

    /// <summary>Adds the tables.</summary>
    public static void Add(MigrationBuilder migration)
    {
        migration.Sql("""
            CREATE TABLE data_names (
                data_set_id INTEGER NOT NULL, table_place INTEGER NOT NULL, column_place INTEGER NOT NULL,
                place INTEGER NOT NULL, text TEXT NOT NULL,
                CONSTRAINT PK_data_names PRIMARY KEY (data_set_id, table_place, column_place, place)
            ) WITHOUT ROWID;
            """);
        migration.Sql($"""
            CREATE TABLE starts (
                data_set_id INTEGER NOT NULL, participant INTEGER NOT NULL, row INTEGER NOT NULL, day INTEGER NOT NULL,
                provider INTEGER, file_line INTEGER, {Values},
                CONSTRAINT PK_starts PRIMARY KEY (data_set_id, participant, row)
            ) WITHOUT ROWID;
            """);
        migration.Sql($"""
            CREATE TABLE facts (
                data_set_id INTEGER NOT NULL, table_place INTEGER NOT NULL, participant INTEGER NOT NULL,
                row INTEGER NOT NULL, first_day INTEGER NOT NULL, last_day INTEGER, known_on INTEGER,
                replaced_on INTEGER, source INTEGER, status INTEGER, file_line INTEGER, {Values},
                CONSTRAINT PK_facts PRIMARY KEY (data_set_id, table_place, participant, row)
            ) WITHOUT ROWID;
            """);
        migration.Sql("""
            CREATE TABLE settled_lines (
                settlement_id INTEGER NOT NULL, number INTEGER NOT NULL, owner TEXT NOT NULL, fee TEXT NOT NULL,
                occurrence INTEGER NOT NULL, episode INTEGER NOT NULL, earned INTEGER NOT NULL,
                payable INTEGER NOT NULL, kind TEXT NOT NULL, amount INTEGER NOT NULL, payer TEXT, payee TEXT,
                clause TEXT NOT NULL,
                CONSTRAINT PK_settled_lines PRIMARY KEY (settlement_id, number),
                CONSTRAINT FK_settled_lines_settlements_settlement_id FOREIGN KEY (settlement_id)
                    REFERENCES settlements (id) ON DELETE RESTRICT
            ) WITHOUT ROWID;
            """);
    }
}
