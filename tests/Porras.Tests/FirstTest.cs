namespace Porras.Tests;

public sealed class FirstTest
{
    [Fact]
    public void Truth() => Assert.Equal(4, 2 + 2);
}
