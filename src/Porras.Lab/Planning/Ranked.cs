namespace Porras.Lab;

/// <summary>A value by its rank, without sorting all: Hoare's Find (1961).</summary>
internal static class Ranked
{
    /// <summary>The value that would stand at a place (from 0) after sorting; the values are moved about.</summary>
    public static double Place(Span<double> values, int place)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var pivot = values[place];
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (values[left] < pivot)
                {
                    left++;
                }

                while (pivot < values[right])
                {
                    right--;
                }

                if (left <= right)
                {
                    (values[left], values[right]) = (values[right], values[left]);
                    (left, right) = (left + 1, right - 1);
                }
            }

            low = right < place ? left : low;
            high = place < left ? right : high;
        }

        return values[place];
    }
}
