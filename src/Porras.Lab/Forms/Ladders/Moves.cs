namespace Porras.Lab;

/// <summary>Changes on a ladder whose steps have an order but no distances: never a mean of step numbers.</summary>
/// <param name="Up">The share of people who stand at least one step higher.</param>
/// <param name="Down">The share who stand at least one step lower.</param>
public readonly record struct Moves(double Up, double Down)
{
    /// <summary>From a table of people by their step before (rows) and after (columns): square, not empty.</summary>
    /// <param name="people">How many people, by step before and step after.</param>
    public static Moves Of(int[,] people)
    {
        ArgumentNullException.ThrowIfNull(people);
        Must.BeAsLong(people.GetLength(0), people.GetLength(1));
        double all = Must.BeAtLeast(1, people.Cast<int>().Sum());
        var (up, down) = (0, 0);
        for (var before = 0; before < people.GetLength(0); before++)
        {
            for (var after = 0; after < people.GetLength(0); after++)
            {
                up += after > before ? people[before, after] : 0;
                down += after < before ? people[before, after] : 0;
            }
        }

        return new(up / all, down / all);
    }

    /// <summary>
    /// The chance that somebody of the second group stands higher than somebody of the first, ties counting half: 0.5
    /// for no difference (Mann and Whitney 1947).
    /// </summary>
    /// <param name="first">How many people of the first group stand on each step, from the lowest.</param>
    /// <param name="second">The same of the second group, on as many steps.</param>
    public static double ChanceHigher(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        Must.BeAsLong(first.Length, second.Length);
        var (lower, higher, all) = (0.0, 0.0, 0.0);
        for (var step = 0; step < first.Length; step++)
        {
            higher += second[step] * (lower + first[step] / 2.0);
            (lower, all) = (lower + first[step], all + second[step]);
        }

        return higher / Must.BePositive(lower * all, nameof(first));
    }
}
