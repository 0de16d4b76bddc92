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
public sealed class ModelForecasts
{
    private const int Most = 500, Replications = 256;
    private static readonly SemaphoreSlim One = new(1);

    private readonly ConcurrentDictionary<(string Hash, Tongue Tongue), ModelForecast?> _kept = new();

    /// <summary>The forecast; null for a model that the simulator refuses.</summary>
    public async Task<ModelForecast?> Of(FeeModel model, Tongue tongue)
    {
        var key = (ModelHash.Of(model), tongue);
        if (_kept.TryGetValue(key, out var kept))
        {
            return kept;
        }

        await One.WaitAsync();
        try
        {
            if (_kept.Count >= Most)
            {
                _kept.Clear();
            }

            return _kept[key] = await Task.Run(() => Simulate(model, tongue));
        }
        finally
        {
            One.Release();
        }
    }

    private static ModelForecast? Simulate(FeeModel model, Tongue tongue)
    {
        try
        {
            var study = Study.Of(
                Plan.Compile(model), WorldDraft.Of(model), new(new(Replications, 1)) { Risks = false });
            var words = new StudyWords([new(model.Header.Name.Text, study)], tongue);
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
