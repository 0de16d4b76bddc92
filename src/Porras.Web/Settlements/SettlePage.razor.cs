using System.Globalization;
using Microsoft.AspNetCore.Components;
using Porras.Store;

namespace Porras.Web;

/// <summary>Asks what is to be settled, and settles it.</summary>
public sealed partial class SettlePage
{
    private const long DaysMost = 1_000_000;

    private IReadOnlyList<StoredDataSet> _sets = [];
    private List<(long Version, string Name)> _choices = [];
    private IReadOnlyList<Diagnostic> _findings = [];
    private string _until = "", _known = "", _name = "";
    private long _data, _version;

    [Inject]
    private Visit Visit { get; set; } = null!;

    [Inject]
    private Store.Store Kept { get; set; } = null!;

    [Inject]
    private Names Names { get; set; } = null!;

    [Inject]
    private Settling Settler { get; set; } = null!;

    [Inject]
    private ImportReports Reports { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _sets = await Kept.DataSets.List(Visit.Caller);
        if (_sets.Count == 0)
        {
            return;
        }

        _data = Number("data") ?? _sets[0].Id;
        var set = await Kept.DataSets.Find(Visit.Caller, _data) ?? _sets[0];
        (_data, _version) = (set.Id, Number("version") ?? set.VersionId);
        (_until, _known, _name) = (Asked("until"), Asked("known"), Asked("name"));
        _until = _until.Length > 0 ? _until : Day.Write(await LastDayOf(set));
        _choices = [.. await Names.Choices(Visit.Caller, Visit.Words)];
        var own = await Names.Versions(Visit.Caller, Visit.Words, [set.VersionId]);
        _choices.InsertRange(0, own.Where(o => _choices.All(c => c.Version != o.Key)).Select(o => (o.Key, o.Value)));
    }

    private async Task Settle()
    {
        if (Day.Parse(_until) is not { } until || (_known.Length > 0 && Day.Parse(_known) is null))
        {
            _findings = [Diagnostic.At(default, "P5001", Day.Parse(_until) is null ? _until : _known)];
            return;
        }

        var name = _name.Trim() is { Length: > 0 } said ? said : Visit.Words["settle.name", Visit.Words.Date(until)];
        var known = _known.Length > 0 ? Day.Parse(_known) : null;
        var done = await Settler.Settle(
            Visit.Caller, new(name, _version, _data, until, known), Context.RequestAborted);
        _findings = done.Findings;
        if (done.Settlement is { } kept)
        {
            var notes = _findings.Count > 0 ? "?notes=" + Reports.Hold(Visit.Caller, _findings) : "";
            Navigation.NavigateTo($"/settlements/{kept.Id}{notes}");
        }
    }

    private async Task<int> LastDayOf(StoredDataSet set)
    {
        var days = set.Facts > DaysMost ? [] : await Kept.DataSets.Days(Visit.Caller, set.Id);
        return days.Count > 0 ? days.Max(d => d.Last)
            : DateOnly.FromDateTime(Clock.GetLocalNow().DateTime).DayNumber;
    }

    private string Asked(string key) => Context.Request.HasFormContentType
        ? Context.Request.Form[key].ToString() : Context.Request.Query[key].ToString();

    private long? Number(string key) =>
        long.TryParse(Asked(key), CultureInfo.InvariantCulture, out var number) ? number : null;
}
