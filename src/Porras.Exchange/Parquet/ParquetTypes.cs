using ParquetSharp;

namespace Porras.Exchange;

/// <summary>Which types of Parquet a column of a data set may have.</summary>
internal static class ParquetTypes
{
    /// <summary>What reads a column; null if its type does not fit.</summary>
    public static ParquetCells? Cells(ColumnDescriptor column, ColumnType wanted)
    {
        if (column.MaxRepetitionLevel > 0 || column.MaxDefinitionLevel > 1)
        {
            return null;
        }

        using var logical = column.LogicalType;
        return wanted.Kind switch
        {
            ValueKind.Name or ValueKind.OneOf =>
                (ParquetCells?)Text(column, logical) ?? Whole(column, logical) ?? Uuid(column, logical),
            ValueKind.Day => (ParquetCells?)Text(column, logical) ?? Days(column, logical),
            ValueKind.YesNo => (ParquetCells?)Text(column, logical) ?? Truth(column) ?? Whole(column, logical),
            ValueKind.Number or ValueKind.Money or ValueKind.Percent or ValueKind.Points or ValueKind.Hours
                or ValueKind.Days or ValueKind.Weeks or ValueKind.Months or ValueKind.AWeek =>
                (ParquetCells?)Text(column, logical) ?? Whole(column, logical) ?? Exact(column, logical),
            _ => throw new InvalidOperationException($"Unknown kind of value {wanted.Kind}."),
        };
    }

    /// <summary>The types that fit, as a reader of the diagnostics knows them.</summary>
    public static string Fitting(ColumnType wanted) => wanted.Kind switch
    {
        ValueKind.Name or ValueKind.OneOf => "STRING, INT32, INT64",
        ValueKind.Day => "DATE, TIMESTAMP, STRING",
        ValueKind.YesNo => "BOOLEAN, STRING",
        ValueKind.Number or ValueKind.Money or ValueKind.Percent or ValueKind.Points or ValueKind.Hours
            or ValueKind.Days or ValueKind.Weeks or ValueKind.Months or ValueKind.AWeek =>
            "DECIMAL, INT32, INT64, STRING",
        _ => throw new InvalidOperationException($"Unknown kind of value {wanted.Kind}."),
    };

    /// <summary>The type of a column in the words of Parquet.</summary>
    public static string Name(ColumnDescriptor column)
    {
        if (column.MaxRepetitionLevel > 0)
        {
            return "LIST";
        }

        using var logical = column.LogicalType;
        var name = column.MaxDefinitionLevel > 1 ? "STRUCT"
            : logical.Type is LogicalTypeEnum.None or LogicalTypeEnum.Undefined ? column.PhysicalType.ToString()
            : logical.Type.ToString();
        return name.ToUpperInvariant();
    }

    private static bool IsPlain(LogicalType type) => type.Type is LogicalTypeEnum.None or LogicalTypeEnum.Undefined;

    private static ParquetTexts? Text(ColumnDescriptor column, LogicalType type) =>
        column.PhysicalType == PhysicalType.ByteArray
        && (IsPlain(type) || type.Type is LogicalTypeEnum.String or LogicalTypeEnum.Enum or LogicalTypeEnum.Json)
            ? new() : null;

    private static ParquetNumbers? Whole(ColumnDescriptor column, LogicalType type) =>
        column.PhysicalType is PhysicalType.Int32 or PhysicalType.Int64 && (IsPlain(type) || type is IntLogicalType)
            ? new(type is IntLogicalType { IsSigned: false } ? NumberMeaning.Unsigned : NumberMeaning.Whole, 0, 0)
            : null;

    private static ParquetNumbers? Exact(ColumnDescriptor column, LogicalType type) =>
        type is DecimalLogicalType exact ? new(NumberMeaning.Decimal, exact.Scale, column.TypeLength) : null;

    private static ParquetNumbers? Truth(ColumnDescriptor column) =>
        column.PhysicalType == PhysicalType.Boolean ? new(NumberMeaning.Truth, 0, 0) : null;

    private static ParquetNumbers? Uuid(ColumnDescriptor column, LogicalType type) =>
        type.Type == LogicalTypeEnum.Uuid ? new(NumberMeaning.Uuid, 0, column.TypeLength) : null;

    private static ParquetNumbers? Days(ColumnDescriptor column, LogicalType type) => type switch
    {
        DateLogicalType when column.PhysicalType == PhysicalType.Int32 => new(NumberMeaning.Day, 0, 0),
        TimestampLogicalType { TimeUnit: TimeUnit.Millis } => new(NumberMeaning.Time, 86_400_000, 0),
        TimestampLogicalType { TimeUnit: TimeUnit.Micros } => new(NumberMeaning.Time, 86_400_000_000, 0),
        TimestampLogicalType { TimeUnit: TimeUnit.Nanos } => new(NumberMeaning.Time, 86_400_000_000_000, 0),
        _ => null,
    };
}
