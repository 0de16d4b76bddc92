using Porras.Exchange;
using Porras.Store;

namespace Porras.Web;

/// <summary>How fast a model can move from outputs to outcomes; the plan is written back as a draft.</summary>
public sealed partial class PlanIsland
{
    private PlanWords? _told;
    private StudyWords? _study;
    private object? _path, _insolvency, _cash, _sizes, _remedies;

    /// <inheritdoc/>
    protected override string Page => "/plan";

    /// <inheritdoc/>
    protected override bool HasAnswer => _told is not null;

    /// <inheritdoc/>
    protected override async Task Answer(LabAsk ask, CancellationToken outdated)
    {
        StateHasChanged();
        var (told, study) = await Benches.Work(
            ask.Models, isLong: true, _ => ask.Planned(Tongue, outdated), outdated);
        Show(told, study);
        await ShowAddress(outdated);
    }

    /// <inheritdoc/>
    protected override async Task<(string? Written, IReadOnlyList<Diagnostic> Why)> Write(Caller caller) =>
        (await Models.WriteBack(caller, Asked!, _told!), []);

    /// <inheritdoc/>
    protected override void Unwritten(IReadOnlyList<Diagnostic> why) => Refused = why;

    private void Show(PlanWords told, StudyWords study)
    {
        (_told, _study, var charts) = (told, study, new PlanCharts(told, study));
        (_path, _insolvency, _sizes, _remedies) = (
            charts.Path(), charts.Insolvency(), charts.Sizes(), charts.Remedies());
        _cash = new LabCharts(study).Cash();
    }
}
