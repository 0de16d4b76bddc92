using System.Globalization;
using Microsoft.AspNetCore.Components;
using Porras.Exchange;
using Porras.Lab;

namespace Porras.Web;

/// <summary>Sliders over a simulation: it answers while they move.</summary>
public sealed partial class LabIsland : IDisposable
{
    private static readonly SemaphoreSlim Running = new(Math.Max(1, Environment.ProcessorCount));

    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<LabSlider> _sliders = [];
    private IReadOnlyList<Diagnostic> _refused = [];
    private LabAsk _ask = null!;
    private StudyWords? _told;
    private object? _budget, _cash, _survival, _risks;
    private Wording? _words;
    private LabNumbers _numbers = null!;
    private bool _busy, _waiting;

    [Inject]
    private Gallery Gallery { get; set; } = null!;

    /// <summary>The model of the gallery.</summary>
    [Parameter, EditorRequired]
    public string Slug { get; set; } = "";

    /// <summary>The language of the reader.</summary>
    [Parameter, EditorRequired]
    public Tongue Tongue { get; set; }

    /// <summary>What the address asks for.</summary>
    [Parameter]
    public string Query { get; set; } = "";

    private Wording Words => _words ??= new(Tongue);

    private string Link => $"/lab/{Slug}{_ask.Query}";

    /// <inheritdoc/>
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _ask = LabAsk.Of(Gallery.Find(Slug)!, Query);
        _sliders = LabSlider.Of(_ask.World);
        _numbers = new(Tongue, _ask.Model.Currency);
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Answer();
        }
    }

    private double ValueOf(LabSlider slider) => slider.Number.Get(_ask.World);

    private static string Plain(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private string LabelOf(LabSlider slider)
    {
        var label = Texts.Get(Tongue, slider.Label);
        label = char.ToUpperInvariant(label[0]) + label[1..];
        var group = _ask.Model.Model.Groups?.All.FirstOrDefault(g => g.Name.Text == slider.Name);
        return slider.Name is "" or "all" ? label
            : $"{label}: {(group?.Title?.Text is { Length: > 0 } title ? title : slider.Name)}";
    }

    private string Shown(LabSlider slider)
    {
        var value = ValueOf(slider);
        return slider.Number.Kind switch
        {
            NumberKind.Share => _numbers.Percent(value),
            NumberKind.Plain => _numbers.Number(value, 2),
            NumberKind.Money => $"{_numbers.Number(value)}\u00a0{_numbers.Unit}",
            NumberKind.Months or NumberKind.Hours or NumberKind.Count => _numbers.Number(value),
            _ => throw new InvalidOperationException($"Unknown kind {slider.Number.Kind}."),
        };
    }

    private async Task Move(LabSlider slider, ChangeEventArgs change)
    {
        if (double.TryParse(change.Value?.ToString(), CultureInfo.InvariantCulture, out var value))
        {
            _ask = _ask.With(slider.Number.Path, value);
            await Answer();
        }
    }

    private async Task Reset()
    {
        _ask = LabAsk.Of(_ask.Model, "");
        await Answer();
    }

    // While an answer is on its way the sliders move on; then only the last place is asked again.
    private async Task Answer()
    {
        _waiting = true;
        if (_busy)
        {
            return;
        }

        _busy = true;
        while (_waiting && !_gone.IsCancellationRequested)
        {
            _waiting = false;
            if (await Ask(_ask.Study, evenIfOld: true) && !_waiting)
            {
                StateHasChanged();
                await Task.Yield();
                var first = _told!;
                await Ask(tongue => LabAsk.Whole(first, tongue), evenIfOld: false);
            }

            StateHasChanged();
        }

        _busy = false;
        StateHasChanged();
    }

    private async Task<bool> Ask(Func<Tongue, StudyWords> study, bool evenIfOld)
    {
        await Running.WaitAsync(_gone.Token);
        try
        {
            var told = await Task.Run(() => study(Tongue), _gone.Token);
            if (evenIfOld || !_waiting)
            {
                Show(told);
            }

            _refused = [];
            return true;
        }
        catch (RefusedException refused)
        {
            _refused = refused.Findings;
            return false;
        }
        finally
        {
            Running.Release();
        }
    }

    private void Show(StudyWords told)
    {
        (_told, var charts) = (told, new LabCharts(told));
        (_budget, _cash) = (charts.Budget(), charts.Cash());
        _survival = told.First.Sizes is { } sizes ? charts.Survival(sizes) : null;
        _risks = told.First.Risks is { } risks ? charts.Risks(risks) : null;
    }
}
