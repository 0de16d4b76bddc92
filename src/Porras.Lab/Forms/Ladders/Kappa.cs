namespace Porras.Lab;

/// <summary>How far two raters agree on categories beyond chance: Cohen (1960, weighted 1968).</summary>
/// <param name="Plain">Every disagreement counts the same.</param>
/// <param name="Linear">A disagreement counts by its distance.</param>
/// <param name="Quadratic">A disagreement counts by the square of its distance.</param>
/// <param name="Agreeing">The share of people on whom they agree.</param>
/// <param name="Adjusted">For rare categories: agreement beyond that of equally likely categories.</param>
public sealed record Kappa(double Plain, double Linear, double Quadratic, double Agreeing, double Adjusted)
{
    /// <summary>From a table of counts.</summary>
    /// <param name="table">The first rater's categories (rows) by the second's (columns): square, at least two.</param>
    /// <returns>No numbers where chance alone would agree always.</returns>
    public static Kappa Of(int[,] table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var size = Must.BeAtLeast(2, table.GetLength(0));
        Must.BeAsLong(size, table.GetLength(1));
        double all = Must.BeAtLeast(1, table.Cast<int>().Sum());
        var range = Enumerable.Range(0, size).ToArray();
        double[] rows = [.. range.Select(i => range.Sum(j => table[i, j]) / all)];
        double[] columns = [.. range.Select(j => range.Sum(i => table[i, j]) / all)];
        var agreeing = range.Sum(i => table[i, i]) / all;
        return new(
            Weighted((i, j) => i == j ? 0 : 1),
            Weighted((i, j) => Math.Abs(i - j)),
            Weighted((i, j) => (i - j) * (i - j)),
            agreeing,
            (size * agreeing - 1) / (size - 1));

        double Weighted(Func<int, int, int> weight) =>
            1 - range.Sum(i => range.Sum(j => weight(i, j) * table[i, j] / all))
            / range.Sum(i => range.Sum(j => weight(i, j) * rows[i] * columns[j]));
    }
}
