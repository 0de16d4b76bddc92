namespace Porras.Tests;

public sealed class FieldTextTests
{
    [Theory]
    [InlineData("1200.00", Tongue.Finnish, "1\u00a0200,00")]
    [InlineData("1200.00", Tongue.English, "1,200.00")]
    [InlineData("37.5", Tongue.Swedish, "37,5")]
    [InlineData("-5", Tongue.Finnish, "-5")]
    [InlineData("5/6", Tongue.Finnish, "5/6")]
    public void A_number_is_shown_as_its_reader_writes_it(string number, Tongue tongue, string shown)
    {
        Assert.Equal(shown, FieldText.Shown(number, tongue));
        Assert.Equal(number, FieldText.Written(shown, tongue));
    }

    [Theory]
    [InlineData("1 200", Tongue.Finnish, 2, "1200.00")]
    [InlineData("1200,5", Tongue.Swedish, 2, "1200.50")]
    [InlineData("1200.50", Tongue.Finnish, 2, "1200.50")]
    [InlineData("1,200", Tongue.English, 2, "1200.00")]
    [InlineData("12,5", Tongue.English, 2, "12,5")]
    [InlineData("abc", Tongue.Finnish, 2, "abc")]
    public void What_is_typed_becomes_what_the_text_writes(string typed, Tongue tongue, int decimals, string written) =>
        Assert.Equal(written, FieldText.Written(typed, tongue, decimals));

    [Theory]
    [InlineData("2027-12-31", Tongue.Finnish, "31.12.2027")]
    [InlineData("2027-01-05", Tongue.Swedish, "5.1.2027")]
    [InlineData("2027-12-31", Tongue.English, "31 December 2027")]
    public void A_day_is_shown_and_typed_as_its_reader_writes_it(string day, Tongue tongue, string shown)
    {
        Assert.Equal(shown, FieldText.ShownDay(day, tongue));
        Assert.Equal(day, FieldText.WrittenDay(shown));
        Assert.Equal("2027-12-31", FieldText.WrittenDay("31/12/2027"));
        Assert.Equal("tomorrow", FieldText.WrittenDay(" tomorrow "));
    }

    [Theory]
    [InlineData("18 a week", "18", "a week")]
    [InlineData("80 %", "80", "%")]
    [InlineData("300.00", "300.00", "")]
    public void A_unit_stands_beside_its_number(string text, string number, string unit) =>
        Assert.Equal((number, unit), FieldText.Split(text));
}
