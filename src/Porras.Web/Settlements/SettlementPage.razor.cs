using Microsoft.AspNetCore.Components;
using Porras.Store;

namespace Porras.Web;

/// <summary>One settlement: how far it has come, what it comes to, and its lines.</summary>
public sealed partial class SettlementPage
{
    private const int PageLines = LineTable.PageLines;

    private Settlement? _kept;
    private Spoken _spoken = null!;
    private FeeShares _shares = null!;
    private IReadOnlyList<SettlementStep> _steps = [];
    private IReadOnlyList<SettledLine> _lines = [];
    private IReadOnlyList<string> _reasons = [];
    private IReadOnlyList<Diagnostic> _notes = [];
    private List<(string Fee, string Title)> _fees = [];
    private Func<string?, string> _people = p => p ?? "";
    private Diagnostic? _refusal;
    private string _version = "", _data = "";
    private bool _isChanged;
    private int _from, _found;
    private long _foundSum;

    [Inject]
    private Visit Visit { get; set; } = null!;

    [Inject]
    private Store.Store Kept { get; set; } = null!;

    [Inject]
    private Names Names { get; set; } = null!;

    [Inject]
    private Importing Importer { get; set; } = null!;

    [Inject]
    private Settling Settler { get; set; } = null!;

    [Inject]
    private ImportReports Reports { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <summary>The number of the settlement.</summary>
    [Parameter]
    public long Id { get; set; }

    /// <summary>Only lines of this owner.</summary>
    [SupplyParameterFromQuery]
    private string? Owner { get; set; }

    /// <summary>Only lines of this fee.</summary>
    [SupplyParameterFromQuery]
    private string? Fee { get; set; }

    /// <summary>How many lines are left out before those that are shown.</summary>
    [SupplyParameterFromQuery]
    private int? From { get; set; }

    /// <summary>The code of what was refused just now.</summary>
    [SupplyParameterFromQuery]
    private string? Refused { get; set; }

    /// <summary>Under which word is held what was noted when it was settled.</summary>
    [SupplyParameterFromQuery]
    private string? Notes { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var caller = Visit.Caller;
        _kept = await Kept.Settlements.Find(caller, Id);
        if (_kept is null)
        {
            Navigation.NotFound();
            return;
        }

        var model = await Importer.Model(caller, _kept.VersionId);
        _spoken = SettlementWords.Spoken(Visit.Words, _kept);
        _shares = new(await Kept.Settlements.Sums(caller, Id), model);
        _fees = [.. (model?.Fees ?? []).Select(f => (f.Name.Text, SettlementWords.TitleOf(model, f.Name.Text)))];
        _steps = await Kept.Settlements.Steps(caller, Id);
        _people = await Names.People(caller, Visit.Words);
        var versions = await Names.Versions(caller, Visit.Words, [_kept.VersionId]);
        _version = versions.GetValueOrDefault(_kept.VersionId, "");
        _data = (await Kept.DataSets.Find(caller, _kept.DataSetId))?.Name ?? "";
        _notes = Notes is { Length: > 0 } key ? Reports.Find(caller, key) ?? [] : [];
        _refusal = Refused is null ? null : Diagnostic.At(default, Refused, _kept.Name);
        await Show(caller);
    }

    private async Task Show(Caller caller)
    {
        var filter = new LineFilter(Said(Owner), Said(Fee));
        var sums = await Kept.Settlements.Sums(caller, Id, filter);
        (_found, _foundSum) = (sums.Sum(s => s.Lines), sums.Sum(s => s.Amount));
        _from = Math.Clamp(From ?? 0, 0, Math.Max(0, _found - 1));
        _lines = await Kept.Settlements.Lines(caller, Id, filter, new(_from, PageLines));
        try
        {
            _reasons = await Settler.Reasons(caller, Id, _lines, Visit.Tongue);
        }
        catch (StoreException)
        {
            _isChanged = true;
        }
    }

    private string Money(long minor) => _spoken.Money(new Money(minor));

    private static string? Said(string? text) => text?.Trim() is { Length: > 0 } said ? said : null;
}
