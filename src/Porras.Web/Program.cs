using Porras.Web;

var builder = WebApplication.CreateBuilder(args);
builder.AddPorras();
var app = builder.Build();
app.UsePorras();
app.Run();

/// <summary>The app; public so that tests can start it.</summary>
public partial class Program;
