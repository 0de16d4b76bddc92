using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Porras.Exchange;
using Porras.Lab;
using Porras.Store;

namespace Porras.Web;

/// <summary>Which prices give a provider a margin; they are written back as a draft.</summary>
public sealed partial class PricesIsland : IAsyncDisposable
{
    private readonly LastQuestion _last = new();
    private IReadOnlyList<Diagnostic> _refused = [], _unwritten = [];
    private LabAsk? _ask;
    private StudyWords? _told;
    private Calibration? _found;
    private object? _margins, _factors, _years;
    private IJSObjectReference? _module;
    private Wording? _words;
    private bool _mayWrite, _writing;

    [Inject]
    private LabModels Models { get; set; } = null!;

    [Inject]
    private LabBenches Benches { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> Visitor { get; set; } = null!;

    /// <summary>The reference of the model.</summary>
    [Parameter, EditorRequired]
    public string Reference { get; set; } = "";

    /// <summary>The language of the reader.</summary>
    [Parameter, EditorRequired]
    public Tongue Tongue { get; set; }

    /// <summary>What the address asks for.</summary>
    [Parameter]
    public string Query { get; set; } = "";

    private Wording Words => _words ??= new(Tongue);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _last.Dispose();
        try
        {
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its scripts with it.
        }
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var user = (await Visitor).User;
        _mayWrite = Roles.May(user, Right.WriteModels);
        _ask = await Models.Ask(Roles.CallerOf(user), Reference, Query);
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && _ask is not null)
        {
            _module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/charts.js");
            await Answer(_ask);
        }
    }

    private string FileOf(string chart) => $"{LabModels.Pinned(_ask!.Model)}-prices-{chart}";

    private string Link(string page) => $"/lab/{LabModels.Pinned(_ask!.Model)}{page}{_ask.Query}";

    private async Task WriteBack()
    {
        var user = (await Visitor).User;
        if (_told is null || _last.IsBusy || !Roles.May(user, Right.WriteModels))
        {
            return;
        }

        _writing = true;
        try
        {
            var (written, why) = await Models.WriteBack(Roles.CallerOf(user), _ask!, _found!, Tongue);
            (_unwritten, _writing) = (why, false);
            if (written is not null)
            {
                Navigation.NavigateTo($"/models/{written}", forceLoad: true);
            }
        }
        catch (StoreException failed)
        {
            (_unwritten, _writing) = ([failed.Finding], false);
        }
    }

    private async Task Answer(LabAsk ask)
    {
        (_ask, _refused) = (ask, []);
        await _last.Ask(Answer);
        StateHasChanged();
    }

    private async Task Answer(CancellationToken outdated)
    {
        var ask = _ask!;
        try
        {
            StateHasChanged();
            (_told, _found) = await Benches.Work(
                [ask.Model.Model!], isLong: true, b => ask.Calibrated(b, Tongue, outdated), outdated);
            var charts = new PriceCharts(_told, _found);
            (_margins, _factors, _years, _unwritten) = (charts.Margins(), charts.Factors(), charts.Years(), []);
            await _module!.InvokeVoidAsync("address", outdated, Link("/prices"));
        }
        catch (RefusedException refused)
        {
            _refused = refused.Findings;
        }
        catch (JSDisconnectedException)
        {
            // The page is gone.
        }
    }
}
