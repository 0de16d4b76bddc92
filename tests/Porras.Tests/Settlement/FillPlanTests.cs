using CsCheck;

namespace Porras.Tests;

/// <summary>A running total that fills one party after the other.</summary>
public sealed class FillPlanTests
{
    private static readonly (string, Money?)[] Parties =
        [("investor", new Money(100)), ("nobody", Money.Zero), ("guarantor", new Money(50)), ("provider", null)];

    [Theory]
    [InlineData(0, 100, "100 0 0 0")]
    [InlineData(0, 101, "100 0 1 0")]
    [InlineData(99, 60, "1 0 50 9")]
    [InlineData(160, -160, "-100 0 -50 -10")]
    [InlineData(10, -30, "-30 0 0 0")]
    [InlineData(-20, 30, "30 0 0 0")]
    public void A_line_fills_from_where_the_lines_before_ended(long before, long line, string parts) =>
        Assert.Equal(parts, string.Join(' ', Divide(before, line)));

    [Fact]
    public void Parts_sum_to_the_line_and_lines_that_cancel_leave_nothing() =>
        Gen.Long[-300, 300].Array[1, 8].Sample(lines =>
        {
            var (total, held) = (0L, new long[Parties.Length]);
            foreach (var line in lines.Append(-lines.Sum()))
            {
                var parts = Divide(total, line);
                Assert.Equal(line, parts.Sum());
                held = [.. held.Zip(parts, (h, p) => h + p)];
                total += line;
                Assert.All(held.Skip(1), h => Assert.True(h >= 0));
            }

            Assert.All(held, h => Assert.Equal(0, h));
        });

    private static long[] Divide(long before, long line) =>
        [.. FillPlan.Divide(Parties, new(before), new(line)).Select(p => p.Part.Minor)];
}
