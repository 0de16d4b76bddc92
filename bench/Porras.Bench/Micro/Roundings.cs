using BenchmarkDotNet.Attributes;

namespace Porras.Bench;

/// <summary>Rounding to the cent beside <see cref="decimal.Round(decimal, int, MidpointRounding)"/>.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class Roundings
{
    private static readonly Rounding Cent = new(1, RoundingMode.HalfUp);
    private readonly Unrounded _whole = new(120_000);
    private readonly Unrounded _thirds = new(Exact.Of(100_000, 3));
    private readonly decimal _decimal = 100_000m / 3;

    [Benchmark(Baseline = true)]
    public decimal Decimal_thirds() => decimal.Round(_decimal, 0, MidpointRounding.AwayFromZero);

    [Benchmark]
    public Money Whole() => _whole.Round(Cent);

    [Benchmark]
    public Money Thirds() => _thirds.Round(Cent);
}
