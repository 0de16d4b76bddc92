using Porras.Exchange;
using Porras.Store;

namespace Porras.Web;

/// <summary>A table of a data set as pages show it.</summary>
/// <param name="Name">Its name, by the model.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="First">The first day in it; null if there is none, or it was not looked for.</param>
/// <param name="Last">The last day in it.</param>
public sealed record TableView(string Name, int Rows, int? First, int? Last)
{
    /// <summary>The tables of a data set that has been read.</summary>
    public static IReadOnlyList<TableView> Of(DataSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var facts = data.Facts.ToDictionary(f => f.Schema.Name);
        return
        [
            .. DataSetFolder.RowsOf(data).Select(t =>
                t.Table == "participants" ? Of(t.Table, t.Rows, data.Starts.Day, data.Starts.Day)
                : facts.TryGetValue(t.Table, out var f)
                    ? Of(t.Table, t.Rows, f.First, f.Last.Select((d, i) => d == int.MaxValue ? f.First[i] : d))
                : new TableView(t.Table, t.Rows, null, null)),
        ];
    }

    /// <summary>The tables of a data set that is kept.</summary>
    public static IReadOnlyList<TableView> Of(IReadOnlyList<StoredTable> tables, IReadOnlyList<TableDays> days) =>
    [
        .. tables.Where(t => t.Rows > 0 || t.Kind is TableKind.Facts or TableKind.Participants).Select(t =>
        {
            var own = days.FirstOrDefault(d => d.Table == t.Place);
            return new TableView(t.Name, t.Rows, own?.First, own?.Last);
        }),
    ];

    private static TableView Of(string name, int rows, IReadOnlyList<int> first, IEnumerable<int> last) =>
        rows == 0 ? new(name, rows, null, null) : new(name, rows, first.Min(), last.Max());
}
