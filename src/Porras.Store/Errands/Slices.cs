namespace Porras.Store;

/// <summary>Parts of lists.</summary>
internal static class Slices
{
    private const int Usual = 100, Most = 1000;

    /// <summary>A part of a list that is in order.</summary>
    public static IQueryable<T> Part<T>(this IQueryable<T> list, Slice slice)
    {
        var most = Math.Clamp(slice.Most == 0 ? Usual : slice.Most, 1, Most);
        return list.Skip(Math.Max(0, slice.From)).Take(most);
    }
}
