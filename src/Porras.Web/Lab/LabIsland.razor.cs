using Microsoft.JSInterop;
using Porras.Exchange;
using Porras.Lab;

namespace Porras.Web;

/// <summary>Sliders over a simulation: it answers while they move.</summary>
public sealed partial class LabIsland
{
    private IReadOnlyList<(string Reference, string Title)> _besides = [];
    private StudyWords? _told, _whole, _riskOf, _stressedOf;
    private StudySeries? _data;
    private IReadOnlyList<Stress>? _stress;
    private object? _budget, _cash, _survival, _risks, _incentives, _stressed;
    private Old _old;

    /// <inheritdoc/>
    protected override string Page => "";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (Asked is { } ask)
        {
            var all = await Models.Beside(Roles.CallerOf((await Visitor).User), ask.Model);
            _besides = [.. all.Concat(all.Any(m => m.Reference == ask.Beside?.Reference) || ask.Beside is null
                ? [] : [ask.Beside]).Select(m => (m.Reference, Titled(m)))];
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

    private async Task Compare(string? reference)
    {
        var beside = string.IsNullOrEmpty(reference) ? null
            : await Models.Find(Roles.CallerOf((await Visitor).User), reference);
        await Answer(Asked! with { Beside = beside, NotBeside = null, Run = null });
    }

    private async Task SaveFigures()
    {
        if (_told is null || Module is null)
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

        await Module.InvokeVoidAsync("saveText", FileOf("figures") + ".csv", to.ToString());
    }

    /// <inheritdoc/>
    protected override Task Answer(LabAsk ask)
    {
        _old = Old.Stress;
        return base.Answer(ask);
    }

    // The pictures that a slider is watched by come first; what takes longer follows as long as nothing else is asked.
    /// <inheritdoc/>
    protected override async Task Answer(LabAsk ask, CancellationToken outdated)
    {
        var first = await Benches.Work(ask.Models, isLong: false, b => ask.Study(b, Tongue), Last.Gone);
        Refused = [];
        Show(first);
        StateHasChanged();
        await ShowAddress(outdated);
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

    private void Show(StudyWords told)
    {
        (_told, _data, var charts) = (told, Data(told), new LabCharts(told));
        (_budget, _cash, _incentives) = (charts.Budget(), charts.Cash(), charts.Incentives());
    }
}
