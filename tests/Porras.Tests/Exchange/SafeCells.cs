using CsCheck;
using Porras.Exchange;

namespace Porras.Tests.Exchange;

public sealed class SafeCells
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+358", "'+358")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("'=1", "''=1")]
    [InlineData("plain", "plain")]
    [InlineData("'tis", "'tis")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("say \"yes\"", "\"say \"\"yes\"\"\"")]
    [InlineData("", "")]
    public void A_text_is_quoted_where_needed_and_never_a_formula(string text, string cell) =>
        Assert.Equal(cell, CsvCells.Text(text));

    [Fact]
    public void What_was_guarded_is_read_as_it_was_meant() => Gen.String[Gen.Char["=+-@'ab"], 0, 6].Sample(text =>
        CsvCells.Unguard(CsvCells.Text(text)).ToString() == text);
}
