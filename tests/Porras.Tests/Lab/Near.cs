namespace Porras.Tests;

/// <summary>Numbers that must agree up to a relative error, or an absolute one near nothing.</summary>
internal static class Near
{
    public static void Is(double expected, double actual, double within = 1e-8) =>
        Assert.True(
            Math.Abs(expected - actual) <= within * Math.Max(1e-3, Math.Abs(expected)),
            $"Expected is {expected:R} within {within:R}, found is {actual:R}.");

    public static void Are(double[] expected, double[] actual, double within = 1e-8)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach (var (e, a) in expected.Zip(actual))
        {
            Is(e, a, within);
        }
    }
}
