namespace Porras.Web.Tests;

/// <summary>What was asked for last is kept.</summary>
public sealed class LatestTests
{
    [Fact]
    public void What_was_asked_for_longest_ago_is_forgotten_first()
    {
        var latest = new Latest<int, string>(2);
        latest.Keep(1, "one");
        latest.Keep(2, "two");
        Assert.Equal("one", latest.Find(1));
        latest.Keep(3, "three");
        Assert.Null(latest.Find(2));
        Assert.Equal(("one", "three"), (latest.Find(1), latest.Find(3)));
        latest.Keep(3, "other");
        Assert.Equal(("one", "other"), (latest.Find(1), latest.Find(3)));
    }

    [Fact]
    public void What_is_too_heavy_is_not_kept_and_pushes_nothing_out()
    {
        var latest = new Latest<int, string>(9, s => s.Length, 6);
        latest.Keep(1, "123");
        latest.Keep(2, "123");
        latest.Keep(3, "1234567");
        Assert.Null(latest.Find(3));
        Assert.Equal(("123", "123"), (latest.Find(1), latest.Find(2)));
        latest.Keep(4, "1");
        Assert.Equal((null, "123", "1"), (latest.Find(1), latest.Find(2), latest.Find(4)));
    }
}
