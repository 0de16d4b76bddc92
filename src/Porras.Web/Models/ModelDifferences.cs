using Porras.Store;

namespace Porras.Web;

/// <summary>On which facts two models are held against each other.</summary>
/// <param name="Data">The data set.</param>
/// <param name="Until">The day of settlement; null: today, or the last day of the facts if that is later.</param>
public sealed record EffectAsk(long Data, int? Until);

/// <summary>What differs between models: in words, and in money on a data set.</summary>
/// <param name="store">What keeps the data sets.</param>
/// <param name="clock">What says which day it is.</param>
public sealed class ModelDifferences(Store.Store store, TimeProvider clock)
{
    /// <summary>The changes from one model to another; null with the mistakes of a model that has some.</summary>
    public static (IReadOnlyList<ModelChange>? Changes, IReadOnlyList<Diagnostic> Mistakes) InWords(
        ShelfModel before, ShelfModel after, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return before.Model is { } one && after.Model is { } other
            ? (ModelDiff.Of(one, other, tongue), [])
            : (null, [.. before.Mistakes, .. after.Mistakes]);
    }

    /// <summary>What each model pays for the same facts; null with what a model refuses.</summary>
    /// <param name="caller">For whom.</param>
    /// <param name="models">The models without mistakes, with what they are called; the first is the baseline.</param>
    /// <param name="ask">The facts.</param>
    /// <param name="tongue">The language.</param>
    /// <param name="cancelled">Stops.</param>
    /// <exception cref="StoreException">The organisation has no such data set.</exception>
    public async Task<(ComparisonWords? Told, IReadOnlyList<Diagnostic> Findings)> InEuros(
        Caller caller,
        IReadOnlyList<(string Label, ShelfModel Model)> models,
        EffectAsk ask,
        Tongue tongue,
        CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(ask);
        var (first, money) = (models[0].Label, models[0].Model.Currency);
        if (models.FirstOrDefault(m => m.Model.Currency != money) is { Model: { } other })
        {
            return (null, [Diagnostic.At(default, "P7142", other.Currency.Code, money.Code, first)]);
        }

        List<ComparedModel> compared = [];
        foreach (var (label, model) in models)
        {
            var reading = await store.DataSets.Read(caller, ask.Data, model.Model!, cancelled);
            if (reading.DataSet is not { } data)
            {
                return (null, reading.Findings);
            }

            var until = ask.Until ?? Math.Max(DateOnly.FromDateTime(clock.GetLocalNow().Date).DayNumber, data.LastDay);
            var settled = Settle.All(Plan.Compile(model.Model!), data, until);
            if (settled.IsRefused)
            {
                return (null, settled.Findings);
            }

            compared.Add(new(label, settled));
        }

        return (new(Comparison.Of(compared), tongue), []);
    }
}
