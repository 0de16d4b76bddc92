namespace Porras.Tests;

public sealed class SpokenTests
{
    private static readonly Currency Euro = Currency.Find("EUR")!.Value;

    [Theory]
    [InlineData(Tongue.English, "EUR\u00a01,234,567.80")]
    [InlineData(Tongue.Finnish, "1\u00a0234\u00a0567,80\u00a0€")]
    [InlineData(Tongue.Swedish, "1\u00a0234\u00a0567,80\u00a0€")]
    public void Money_is_written_as_the_language_does(Tongue tongue, string written) =>
        Assert.Equal(written, new Spoken(tongue, Euro).Money(new(123_456_780)));

    [Fact]
    public void Another_currency_than_the_euro_is_written_by_its_code() =>
        Assert.Equal("-60\u00a0000\u00a0JPY", new Spoken(Tongue.Finnish, Currency.Find("JPY")).Money(new(-60_000)));

    [Theory]
    [InlineData(Tongue.English, "31 January 2027")]
    [InlineData(Tongue.Finnish, "31.1.2027")]
    [InlineData(Tongue.Swedish, "31.1.2027")]
    public void A_day_is_written_as_the_language_does(Tongue tongue, string written) =>
        Assert.Equal(written, new Spoken(tongue, Euro).Day(Day.Of(2027, 1, 31)));

    [Theory]
    [InlineData("1234.5", "1\u00a0234,5")]
    [InlineData("-1000", "-1\u00a0000")]
    [InlineData("999", "999")]
    [InlineData("0.25", "0,25")]
    public void A_number_has_a_comma_and_spaces_that_do_not_break(string number, string written) =>
        Assert.Equal(written, new Spoken(Tongue.Finnish, Euro).Number(Exact.Parse(number)!.Value));

    [Theory]
    [InlineData(4, 5, "80\u00a0%")]
    [InlineData(3, 40, "7,5\u00a0%")]
    [InlineData(5, 6, "5/6")]
    public void A_share_is_percent_where_a_decimal_ends_it_and_else_a_fraction(int a, int b, string written) =>
        Assert.Equal(written, new Spoken(Tongue.Swedish, Euro).Share(Exact.Of(a, b)));

    [Fact]
    public void A_share_in_English_has_no_space() =>
        Assert.Equal("-5%", new Spoken(Tongue.English, Euro).Share(Exact.Of(-1, 20)));
}
