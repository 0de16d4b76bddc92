using Porras.Exchange;
using Porras.Lab;
using Porras.Store;

namespace Porras.Web;

/// <summary>Which prices give a provider a margin; they are written back as a draft.</summary>
public sealed partial class PricesIsland
{
    private IReadOnlyList<Diagnostic> _unwritten = [];
    private StudyWords? _told;
    private Calibration? _found;
    private object? _margins, _factors, _years;

    /// <inheritdoc/>
    protected override string Page => "/prices";

    /// <inheritdoc/>
    protected override bool HasAnswer => _told is not null;

    /// <inheritdoc/>
    protected override async Task Answer(LabAsk ask, CancellationToken outdated)
    {
        StateHasChanged();
        (_told, _found) = await Benches.Work(
            [ask.Model.Model!], isLong: true, b => ask.Calibrated(b, Tongue, outdated), outdated);
        var charts = new PriceCharts(_told, _found);
        (_margins, _factors, _years, _unwritten) = (charts.Margins(), charts.Factors(), charts.Years(), []);
        await ShowAddress(outdated);
    }

    /// <inheritdoc/>
    protected override Task<(string? Written, IReadOnlyList<Diagnostic> Why)> Write(Caller caller) =>
        Models.WriteBack(caller, Asked!, _found!, Tongue);

    /// <inheritdoc/>
    protected override void Unwritten(IReadOnlyList<Diagnostic> why) => _unwritten = why;
}
