using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Porras.Store;

/// <summary>All tables of the store, each after those that its rows refer to.</summary>
internal static class StoredTables
{
    /// <summary>The tables with their columns and the columns of their keys.</summary>
    public static IReadOnlyList<(BulkTable Table, string Key, bool IsNumbered)> Of(PorrasDb db)
    {
        var ordered = new List<IEntityType>();
        foreach (var entity in db.Model.GetEntityTypes().OrderBy(e => e.GetTableName(), StringComparer.Ordinal))
        {
            Place(entity, ordered);
        }

        return [.. ordered.Select(e => (TableOf(e), KeyOf(e), IsNumbered(e)))];
    }

    private static void Place(IEntityType entity, List<IEntityType> ordered)
    {
        if (ordered.Contains(entity))
        {
            return;
        }

        foreach (var key in entity.GetForeignKeys())
        {
            Place(key.PrincipalEntityType, ordered);
        }

        ordered.Add(entity);
    }

    private static BulkTable TableOf(IEntityType entity) => new(
        entity.GetTableName()!,
        [
            .. entity.GetProperties().OrderBy(p => p.GetColumnName(), StringComparer.Ordinal)
                .Select(p => (p.GetColumnName(), TypeOf(p))),
        ]);

    private static string KeyOf(IEntityType entity) =>
        string.Join(", ", entity.FindPrimaryKey()!.Properties.Select(p => $"\"{p.GetColumnName()}\""));

    // Whether the database gives the rows their numbers.
    private static bool IsNumbered(IEntityType entity) =>
        entity.FindPrimaryKey()!.Properties is [{ ValueGenerated: ValueGenerated.OnAdd } key]
        && key.ClrType == typeof(long);

    private static BulkType TypeOf(IProperty property)
    {
        var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(long) ? BulkType.Long
            : type == typeof(int) ? BulkType.Integer
            : type == typeof(string) ? BulkType.Text
            : throw new InvalidOperationException($"{property.Name} is kept as {type}, which no backup holds.");
    }
}
