using CsCheck;
using Porras.Exchange;

namespace Porras.Tests;

/// <summary>Bounds hold for every model and every data set, fee by fee.</summary>
public sealed class BoundsProperties
{
    private static readonly int Until = Day.Of(2023, 12, 31);

    [Fact]
    public void No_fee_is_paid_more_often_more_at_once_more_in_all_or_later_than_its_bounds() =>
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                var random = new RandomModel(seed);
                var plan = Plan.Compile(ModelReader.Read(random.Text).Model!);
                var bounds = ModelBounds.Of(plan.Model);
                var lines = Settle.All(plan, CsvText.Read(random.Csv(), plan.Schema).DataSet!, Until).Lines().InOrder()
                    .Where(l => l.Kind == LineKind.Fee);
                foreach (var owner in lines.GroupBy(l => (l.Participant, l.Episode, l.Fee)))
                {
                    var fee = bounds.Fees[owner.Key.Fee];
                    Assert.All(owner, l => Assert.True(
                        !(l.Time > fee.Times.Value) && !(l.Amount > fee.Each.Value) && !(l.Earned > fee.Earned.Value),
                        $"{l} {fee} {random.Text}"));
                    Assert.True(
                        !(owner.Sum(l => l.Amount.Minor) > fee.Total.Value?.Minor), $"{fee} {random.Text}");
                }
            },
            iter: 500, threads: 1);
}
