using BenchmarkDotNet.Attributes;

namespace Porras.Bench;

/// <summary>Dividing money by largest remainder, beside the same in whole weights by hand.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class Splits
{
    private readonly long[] _whole = [1, 2, 3, 1, 2, 3, 1, 2, 3, 1];
    private Exact[] _weights = [];

    [GlobalSetup]
    public void Weigh() => _weights = Array.ConvertAll(_whole, w => (Exact)w);

    [Benchmark(Baseline = true)]
    public long[] By_hand_in_whole_numbers()
    {
        var total = _whole.Sum();
        var parts = Array.ConvertAll(_whole, w => 100_000 * w / total);
        var left = 100_000 - parts.Sum();
        var byRemainder = Enumerable.Range(0, parts.Length).OrderByDescending(i => 100_000 * _whole[i] % total);
        foreach (var i in byRemainder.Take((int)left))
        {
            parts[i]++;
        }

        return parts;
    }

    [Benchmark]
    public Money[] Ten_payees() => Split.ByLargestRemainder(new(100_000), _weights, 1);
}
