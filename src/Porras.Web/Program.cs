using Porras.Store;
using Porras.Web;

var builder = WebApplication.CreateBuilder(args);
builder.AddPorras();
await using var app = builder.Build();
try
{
    await app.OpenStore();
    await app.OpenAccess();
}
catch (StoreException refused)
{
    await Console.Error.WriteLineAsync($"{refused.Finding.Code}: {refused.Message} {refused.Finding.Hint()}".TrimEnd());
    return 1;
}

app.UsePorras();
await app.RunAsync();
return 0;

/// <summary>The app; public so that tests can start it.</summary>
public partial class Program;
