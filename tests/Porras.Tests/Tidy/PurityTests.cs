using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Porras.Tests;

public sealed class PurityTests
{
    private static readonly string[] Impure =
    [
        "System.TimeProvider", "System.Diagnostics.Stopwatch",
        "System.Environment",
        "System.Random", "System.Guid", "System.Console", "System.Diagnostics.Process", "System.Threading.Timer",
        "System.TimeZoneInfo", "System.AppContext", "System.IO.File", "System.IO.Directory", "System.IO.FileStream",
        "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.Path", "System.Net.Http.HttpClient",
        "System.Security.Cryptography.RandomNumberGenerator",
    ];

    private static readonly string[] ImpureMembers =
    [
        "System.Globalization.CultureInfo.CurrentCulture", "System.Globalization.CultureInfo.CurrentUICulture",
        "System.Globalization.NumberFormatInfo.CurrentInfo", "System.Globalization.DateTimeFormatInfo.CurrentInfo",
        "System.Threading.Thread.CurrentThread", "System.Threading.Thread.Sleep",
        "System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTime.Today",
        "System.DateTimeOffset.Now", "System.DateTimeOffset.UtcNow",
    ];

    [Fact]
    public void The_core_has_no_clock_files_chance_surroundings_or_culture() =>
        House.MustBeTidy(SourceTree.PorrasFiles.SelectMany(t => Found(SourceTree.Porras, t)));

    [Fact]
    public void The_lab_has_no_clock_files_surroundings_or_culture_and_no_chance_but_its_own() =>
        House.MustBeTidy(SourceTree.LabFiles.SelectMany(t => Found(SourceTree.Lab, t)));

    [Fact]
    public void What_a_core_must_not_use_is_found_under_any_name()
    {
        var tree = SourceTree.Parse(
            """
            using Watch = System.Diagnostics.Stopwatch;
            static class Example
            {
                static int Chance() => new System.Random(1).Next();
                static object Clock() => Watch.StartNew();
                static object Today() => System.DateTime.Today;
                static int February() => System.DateTime.DaysInMonth(2027, 2);
                static object Culture() => System.Globalization.CultureInfo.CurrentCulture;
                static string Harmless() => "DateTime.Now"; // Random
            }
            """,
            "example.cs");
        var found = Found(SourceTree.Compile([tree]), tree).Select(f => f.Split(' ')[0]).Distinct();
        Assert.Equal(["example.cs:1", "example.cs:4", "example.cs:5", "example.cs:6", "example.cs:8"], found);
    }

    private static IEnumerable<string> Found(CSharpCompilation compilation, SyntaxTree tree) =>
        from used in compilation.Names(tree)
        let type = (used.Symbol as INamedTypeSymbol ?? used.Symbol.ContainingType)?.OriginalDefinition.ToDisplayString()
        where Impure.Contains(type) || ImpureMembers.Contains(type + "." + used.Symbol.Name)
        select $"{SourceTree.Where(used.Name)} uses {type}; the core knows no clock, files, chance or culture.";
}
