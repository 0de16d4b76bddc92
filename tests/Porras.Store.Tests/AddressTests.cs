namespace Porras.Store.Tests;

public sealed class AddressTests
{
    [Theory]
    [InlineData("porras.db", DatabaseKind.Sqlite, "porras.db")]
    [InlineData("Data Source=folder/porras.db", DatabaseKind.Sqlite, "folder/porras.db")]
    [InlineData("Host=db;Username=porras;Password=secret;Database=koto", DatabaseKind.Postgres, "db/koto")]
    [InlineData("postgres://porras:se%40cret@db.example.org:5433/koto?sslmode=require", DatabaseKind.Postgres,
        "db.example.org/koto")]
    public void A_file_or_a_server_is_understood_and_shown_without_its_password(
        string text, DatabaseKind kind, string shown)
    {
        var (address, finding) = DatabaseAddress.Parse(text);
        Assert.Null(finding);
        Assert.Equal((kind, shown), (address!.Kind, address.Shown));
    }

    [Fact]
    public void An_address_on_the_web_becomes_a_connection_with_port_user_password_and_options()
    {
        var (address, _) = DatabaseAddress.Parse("postgresql://porras:se%40cret@db:5433/koto?sslmode=require");
        var words = new Npgsql.NpgsqlConnectionStringBuilder(address!.Connection);
        Assert.Equal(("db", 5433, "koto"), (words.Host, words.Port, words.Database));
        Assert.Equal(("porras", "se@cret"), (words.Username, words.Password));
        Assert.Equal(Npgsql.SslMode.Require, words.SslMode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("mysql://root:secret@db/koto")]
    [InlineData("Password=secret;User=root")]
    [InlineData("Host=db;Password=secret;Colour=red")]
    [InlineData("Data Source=:memory:")]
    public void Anything_else_is_refused_without_showing_a_password(string text)
    {
        var (address, finding) = DatabaseAddress.Parse(text);
        Assert.Null(address);
        Assert.Equal("P8601", finding!.Code);
        Assert.DoesNotContain("secret", finding.Message(), StringComparison.Ordinal);
    }
}
