using BenchmarkDotNet.Attributes;

namespace Porras.Bench;

/// <summary>Exact rationals beside <see cref="decimal"/>, which is quick and cannot hold a third.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class ExactNumbers
{
    private readonly Exact _price = 120_000;
    private readonly Exact _share = Exact.Of(4, 5);
    private readonly Exact _third = Exact.Of(1, 3);
    private readonly decimal _decimalPrice = 120_000m;
    private readonly decimal _decimalShare = 0.8m;

    [Benchmark(Baseline = true)]
    public decimal Decimal_price_times_share() => _decimalPrice * _decimalShare;

    [Benchmark]
    public Exact Exact_price_times_share() => _price * _share;

    [Benchmark]
    public Exact Exact_whole_plus_whole() => _price + _price;

    [Benchmark]
    public Exact Exact_share_plus_third() => _share + _third;

    [Benchmark]
    public Exact Exact_share_divided_by_third() => _share / _third;

    [Benchmark]
    public bool Exact_share_less_than_third() => _share < _third;
}
