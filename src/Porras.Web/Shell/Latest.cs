namespace Porras.Web;

/// <summary>The things that were asked for last. What was asked for longest ago is forgotten.</summary>
/// <param name="most">How many are kept.</param>
/// <param name="weight">What each of them weighs; null: nothing.</param>
/// <param name="heaviest">How much all of them may weigh; what is heavier alone is not kept.</param>
public sealed class Latest<TKey, TValue>(int most, Func<TValue, long>? weight = null, long heaviest = long.MaxValue)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _door = new();
    private readonly List<(TKey Key, TValue Value)> _kept = [];

    /// <summary>One of them; null if it is not kept.</summary>
    public TValue? Find(TKey key)
    {
        lock (_door)
        {
            var place = PlaceOf(key);
            if (place < 0)
            {
                return null;
            }

            var found = _kept[place];
            _kept.RemoveAt(place);
            _kept.Add(found);
            return found.Value;
        }
    }

    /// <summary>Keeps one, in the place of what was kept under its key.</summary>
    public void Keep(TKey key, TValue value)
    {
        if (Weight(value) > heaviest)
        {
            return;
        }

        lock (_door)
        {
            if (PlaceOf(key) is >= 0 and var place)
            {
                _kept.RemoveAt(place);
            }

            _kept.Add((key, value));
            while (_kept.Count > most || _kept.Sum(k => Weight(k.Value)) > heaviest)
            {
                _kept.RemoveAt(0);
            }
        }
    }

    private long Weight(TValue value) => weight?.Invoke(value) ?? 0;

    private int PlaceOf(TKey key) => _kept.FindIndex(k => k.Key.Equals(key));
}
