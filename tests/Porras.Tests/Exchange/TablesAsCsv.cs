using Porras.Exchange;

namespace Porras.Tests.Exchange;

public sealed class TablesAsCsv
{
    private static readonly ComparisonTable Table = new(
        ["kuukausi", "=osuus"],
        [["tammi\u00a0kuu", "-1\u00a0234,5"], ["@SUM(A1)", "4,7\u00a0%"], ["±3", "+1\u00a0000"]]);

    [Fact]
    public void Numbers_lose_what_stands_between_thousands_and_formulas_are_guarded() => Assert.Equal(
        "kuukausi,'=osuus\r\ntammi kuu,\"-1234,5\"\r\n'@SUM(A1),\"4,7%\"\r\n±3,+1000\r\n",
        TableCsv.Write(Table, Tongue.Finnish));

    [Theory]
    [InlineData("1,234.50", "1234.50")]
    [InlineData("-3", "-3")]
    [InlineData("4.7%", "4.7%")]
    [InlineData("-3+4", "'-3+4")]
    [InlineData("+", "'+")]
    [InlineData("a,b", "\"a,b\"")]
    public void A_cell_in_English_is_a_number_or_a_guarded_text(string shown, string cell) => Assert.Equal(
        $"x\r\n{cell}\r\n", TableCsv.Write(new(["x"], [[shown]]), Tongue.English));
}
