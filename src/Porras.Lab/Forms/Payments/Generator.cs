using MathNet.Numerics.LinearAlgebra;

namespace Porras.Lab;

/// <summary>States that are left at any time, not only from month to month: for visits at irregular times.</summary>
public sealed class Generator
{
    private const double Rounded = 1e-9;

    // Higham, The scaling and squaring method for the matrix exponential revisited (2005): degree 13.
    private const double Largest = 5.371920351148152;

    private static readonly double[] Pade =
    [
        64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000, 10559470521600,
        670442572800, 33522128640, 1323241920, 40840800, 960960, 16380, 182, 1,
    ];

    private readonly double[,] rates;

    /// <summary>A generator from rates per unit of time.</summary>
    /// <param name="rates">A square table; off the diagonal not below 0, every row adds up to 0.</param>
    public Generator(double[,] rates)
    {
        ArgumentNullException.ThrowIfNull(rates);
        States = Must.BeAtLeast(1, rates.GetLength(0));
        Must.BeAsLong(States, rates.GetLength(1));
        for (var from = 0; from < States; from++)
        {
            var sum = rates[from, from];
            for (var to = 0; to < States; to++)
            {
                sum += to == from ? 0 : Must.BeAtLeastZero(rates[from, to]);
            }

            if (!(Math.Abs(sum) <= Rounded))
            {
                throw new ArgumentOutOfRangeException(nameof(rates), sum, $"Row {from} must add up to 0.");
            }
        }

        this.rates = (double[,])rates.Clone();
    }

    /// <summary>How many states there are; they are numbered from 0.</summary>
    public int States { get; }

    /// <summary>The chances of being in each state (column) a time after having been in one (row).</summary>
    /// <param name="time">How much later, not below 0, in the unit of the rates.</param>
    public double[,] Over(double time)
    {
        Must.BeAtLeastZero(time);
        return Exponential(Matrix<double>.Build.Dense(States, States, (i, j) => rates[i, j] * time)).ToArray();
    }

    /// <summary>The shares that stay as they are; for states that all lead to each other.</summary>
    public double[] Lasting() => Chain.Balanced(States, (from, to) => rates[from, to]);

    private static Matrix<double> Exponential(Matrix<double> matrix)
    {
        var size = matrix.L1Norm();
        var halvings = size > Largest ? (int)Math.Ceiling(Math.Log2(size / Largest)) : 0;
        var a = matrix / Math.Pow(2, halvings);
        var one = Matrix<double>.Build.DenseIdentity(a.RowCount);
        var a2 = a * a;
        var (a4, b) = (a2 * a2, Pade);
        var a6 = a4 * a2;
        var odd = a * (a6 * (b[13] * a6 + b[11] * a4 + b[9] * a2)
            + b[7] * a6 + b[5] * a4 + b[3] * a2 + b[1] * one);
        var even = a6 * (b[12] * a6 + b[10] * a4 + b[8] * a2) + b[6] * a6 + b[4] * a4 + b[2] * a2 + b[0] * one;
        var result = (even - odd).Solve(even + odd);
        for (var i = 0; i < halvings; i++)
        {
            result *= result;
        }

        return result;
    }
}
