using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Porras.Lab;

namespace Porras.Web;

/// <summary>
/// A part of a page that asks the lab something again and again: the last question is the one answered.
/// </summary>
public abstract class LabQuestion : ComponentBase, IAsyncDisposable
{
    private bool _isBegun;

    /// <summary>The question that is being answered.</summary>
    protected LastQuestion Last { get; } = new();

    /// <summary>What is asked; null until it is read from the address, and if there is no such model.</summary>
    protected LabAsk? Asked { get; private set; }

    /// <summary>Why it cannot be answered.</summary>
    protected IReadOnlyList<Diagnostic> Refused { get; set; } = [];

    /// <summary>The scripts of the page.</summary>
    protected IJSObjectReference? Module { get; private set; }

    /// <summary>The models that can be asked about.</summary>
    [Inject]
    protected LabModels Models { get; set; } = null!;

    /// <summary>Where models are played through.</summary>
    [Inject]
    protected LabBenches Benches { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    /// <summary>Who is there.</summary>
    [CascadingParameter]
    protected Task<AuthenticationState> Visitor { get; set; } = null!;

    /// <summary>The reference of the model.</summary>
    [Parameter, EditorRequired]
    public string Reference { get; set; } = "";

    /// <summary>The language of the reader.</summary>
    [Parameter, EditorRequired]
    public Tongue Tongue { get; set; }

    /// <summary>What the address asks for.</summary>
    [Parameter]
    public string Query { get; set; } = "";

    /// <summary>The words of the reader.</summary>
    protected Wording Words => field ??= new(Tongue);

    /// <summary>What the address of the page has behind that of the lab, such as <c>/plan</c>.</summary>
    protected abstract string Page { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Last.Dispose();
        try
        {
            if (Module is not null)
            {
                await Module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its scripts with it.
        }
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() =>
        Asked = await Models.Ask(Roles.CallerOf((await Visitor).User), Reference, Query);

    // A database may take its time: the first rendering need not know yet what is asked.
    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Asked is not null && !_isBegun)
        {
            _isBegun = true;
            Module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/charts.js");
            await Answer(Asked);
        }
    }

    /// <summary>The name of a file with a chart.</summary>
    protected string FileOf(string chart) => $"{LabModels.Pinned(Asked!.Model)}{Page.Replace('/', '-')}-{chart}";

    /// <summary>The address of a page of the lab that is asked the same.</summary>
    protected string Link(string page) => $"/lab/{LabModels.Pinned(Asked!.Model)}{page}{Asked.Query}";

    /// <summary>Asks, and answers unless something else is asked meanwhile.</summary>
    protected virtual async Task Answer(LabAsk ask)
    {
        Asked = ask;
        await Last.Ask(Answer);
        StateHasChanged();
    }

    /// <summary>Finds the answer to what is asked, and shows it.</summary>
    /// <param name="ask">What is asked.</param>
    /// <param name="outdated">Something else is asked meanwhile.</param>
    /// <exception cref="RefusedException">It cannot be answered.</exception>
    protected abstract Task Answer(LabAsk ask, CancellationToken outdated);

    /// <summary>Says in the address what has been answered, so that it can be passed on.</summary>
    protected async Task ShowAddress(CancellationToken outdated) =>
        await Module!.InvokeVoidAsync("address", outdated, Link(Page));

    private async Task Answer(CancellationToken outdated)
    {
        try
        {
            await Answer(Asked!, outdated);
        }
        catch (RefusedException refused)
        {
            Refused = refused.Findings;
        }
        catch (JSDisconnectedException)
        {
            // The page is gone.
        }
    }
}
