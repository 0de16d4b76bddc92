using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Porras.Exchange;
using Porras.Lab;

namespace Porras.Web;

/// <summary>Sliders over a simulation: it answers while they move.</summary>
public sealed partial class LabIsland : IAsyncDisposable
{
    private readonly LastQuestion _last = new();
    private IReadOnlyList<Diagnostic> _refused = [];
    private IReadOnlyList<(string Reference, string Title)> _besides = [];
    private LabAsk? _ask;
    private StudyWords? _told, _whole, _riskOf, _stressedOf;
    private StudySeries? _data;
    private IReadOnlyList<Stress>? _stress;
    private object? _budget, _cash, _survival, _risks, _incentives, _stressed;
    private IJSObjectReference? _module;
    private Wording? _words;
    private Old _old;

    [Inject]
    private LabModels Models { get; set; } = null!;

    [Inject]
    private LabBenches Benches { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

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
        var caller = Roles.CallerOf((await Visitor).User);
        if (await Models.Ask(caller, Reference, Query) is { } ask)
        {
            var all = await Models.Beside(caller, ask.Model);
            _besides = [.. all.Concat(all.Any(m => m.Reference == ask.Beside?.Reference) || ask.Beside is null
                ? [] : [ask.Beside]).Select(m => (m.Reference, Titled(m)))];
            _ask = ask;
        }
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

    // What on the page still answers an earlier question: this and all that follows.
    private enum Old
    {
        Stress,
        Risks,
        Sizes,
        Nothing,
    }

    private static StudySeries Data(StudyWords told) => new(told, new ChartParts(told).Letter);

    private string Titled(ShelfModel model) =>
        model.Own is null ? model.TitleIn(Tongue)
            : Words["lab.own", model.TitleIn(Tongue), $"{model.Own.Version.Number}"];

    private string FileOf(string chart) => $"{LabModels.Pinned(_ask!.Model)}-{chart}";

    private string Link(string page) => $"/lab/{LabModels.Pinned(_ask!.Model)}{page}{_ask.Query}";

    private async Task Compare(string? reference)
    {
        var beside = string.IsNullOrEmpty(reference) ? null
            : await Models.Find(Roles.CallerOf((await Visitor).User), reference);
        await Answer(_ask! with { Beside = beside, NotBeside = null, Run = null });
    }

    private async Task SaveFigures()
    {
        if (_told is null || _module is null)
        {
            return;
        }

        using var to = new StringWriter();
        StudyCsv.Head(to);
        var told = _old == Old.Nothing ? _whole ?? _told : _told;
        for (var m = 0; m < told.Models.Count; m++)
        {
            StudyCsv.Write(to, told.Models[m].Label, "", StudyFigure.All(told.Models, m));
        }

        await _module.InvokeVoidAsync("saveText", FileOf("figures") + ".csv", to.ToString());
    }

    private async Task Answer(LabAsk ask)
    {
        (_ask, _old) = (ask, Old.Stress);
        await _last.Ask(Answer);
        StateHasChanged();
    }

    // The pictures that a slider is watched by come first; what takes longer follows as long as nothing else is asked.
    private async Task Answer(CancellationToken outdated)
    {
        var ask = _ask!;
        try
        {
            var first = await Benches.Work(ask.Models, isLong: false, b => ask.Study(b, Tongue), _last.Gone);
            _refused = [];
            Show(first);
            StateHasChanged();
            await _module!.InvokeVoidAsync("address", outdated, Link(""));
            _stress = await Benches.Work(
                ask.Models, isLong: true, b => LabAsk.Stressed(first, b, outdated), outdated);
            (_stressed, _stressedOf, _old) = (new LabCharts(first).Stressed(_stress), first, Old.Risks);
            StateHasChanged();
            var more = await Benches.Work(
                ask.Models, isLong: true, b => LabAsk.WithRisks(first, b, outdated), outdated);
            (_riskOf, _risks, _old) = (more, new LabCharts(more).Risks(), Old.Sizes);
            StateHasChanged();
            _whole = await Benches.Work(
                ask.Models, isLong: true, b => LabAsk.WithSizes(more, b, outdated), outdated);
            (_survival, _old) = (new LabCharts(_whole).Survival(), Old.Nothing);
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

    private void Show(StudyWords told)
    {
        (_told, _data, var charts) = (told, Data(told), new LabCharts(told));
        (_budget, _cash, _incentives) = (charts.Budget(), charts.Cash(), charts.Incentives());
    }
}
