using System.Collections.Concurrent;
using Porras.Exchange;
using Porras.Lab;

namespace Porras.Web;

/// <summary>What a model would cost and whom it would shut out, under the world that is drafted for it.</summary>
/// <param name="Middle">The organiser's middle cost.</param>
/// <param name="Range">From the cost of a cheap case to that of a dear one; nine cases of ten lie between.</param>
/// <param name="Smallest">
/// The fewest clients a year with which a provider's cash lasts; null if none of the sizes tried does.
/// </param>
public sealed record ModelForecast(string Middle, string Range, int? Smallest);

/// <summary>Forecasts of models, kept by the model's fingerprint: the same model is simulated once.</summary>
/// <param name="benches">Where models are played through.</param>
public sealed class ModelForecasts(LabBenches benches)
{
    private const int Most = 500, Replications = 256;

    private readonly ConcurrentDictionary<(string Hash, Tongue Tongue), ModelForecast?> _kept = new();

    /// <summary>The forecast; null for a model that the simulator refuses.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public async Task<ModelForecast?> Of(FeeModel model, Tongue tongue, CancellationToken gone)
    {
        var key = (ModelHash.Of(model), tongue);
        return _kept.TryGetValue(key, out var kept) ? kept
            : await benches.Work([model], isLong: true, b => Of(key, b[0]), gone);
    }

    // Another reader may have waited for the same, and been served first.
    private ModelForecast? Of((string Hash, Tongue Tongue) key, LabBench bench)
    {
        if (_kept.TryGetValue(key, out var kept))
        {
            return kept;
        }

        if (_kept.Count >= Most)
        {
            _kept.Clear();
        }

        return _kept[key] = Simulate(bench, key.Tongue);
    }

    private static ModelForecast? Simulate(LabBench bench, Tongue tongue)
    {
        try
        {
            var study = bench.Study(bench.Ready.Draft, new(new(Replications, 1))
            {
                Risks = false, Sizes = LabAsk.SizesFor(bench.Plan.IsAcross),
            });
            var words = new StudyWords([new(bench.Plan.Model.Header.Name.Text, study)], tongue);
            var budget = study.Budget.Total;
            return new(
                words.Money(budget.Middle.Value),
                $"{words.Amount(budget.Low.Value)}–{words.Amount(budget.High.Value)}",
                study.Sizes?.Smallest);
        }
        catch (RefusedException)
        {
            return null;
        }
    }
}
