using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Porras.Tests;

public sealed class PackageTests
{
    private const SyntaxKind PragmaWarning = SyntaxKind.PragmaWarningDirectiveTrivia;

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["src/Porras"] = [],
        ["src/Porras.Lab"] = ["MathNet.Numerics"],
        ["src/Porras.Exchange"] =
        [
            "ParquetSharp", "ScottPlot", "SkiaSharp.NativeAssets.Linux.NoDependencies", "Snappier", "Sylvan.Data.Csv",
        ],
        ["src/Porras.Store"] =
        [
            "Microsoft.EntityFrameworkCore.Design", "Microsoft.EntityFrameworkCore.Sqlite",
            "Npgsql.EntityFrameworkCore.PostgreSQL",
        ],
        ["src/Porras.Cli"] = ["Spectre.Console", "System.CommandLine"],
        ["src/Porras.Web"] =
        [
            "Microsoft.AspNetCore.Authentication.OpenIdConnect", "Microsoft.AspNetCore.Identity.EntityFrameworkCore",
            "Microsoft.AspNetCore.OpenApi", "Microsoft.EntityFrameworkCore.Design",
            "OpenTelemetry.Exporter.OpenTelemetryProtocol", "OpenTelemetry.Extensions.Hosting",
            "OpenTelemetry.Instrumentation.AspNetCore", "OpenTelemetry.Instrumentation.Runtime",
        ],
        ["tests/Porras.Tests"] = ["CsCheck", "Microsoft.CodeAnalysis.CSharp", "NJsonSchema", "xunit.v3.mtp-v2"],
        ["tests/Porras.Outside.Tests"] = ["xunit.v3.mtp-v2"],
        ["tests/Porras.Store.Tests"] = ["xunit.v3.mtp-v2"],
        ["tests/Porras.Web.Tests"] =
        [
            "Deque.AxeCore.Commons", "Microsoft.AspNetCore.Mvc.Testing", "Microsoft.Playwright", "NJsonSchema",
            "OpenIddict.AspNetCore", "OpenIddict.EntityFrameworkCore", "xunit.v3.mtp-v2",
        ],
        ["bench/Porras.Bench"] = ["BenchmarkDotNet", "DuckDB.NET.Data.Full", "Microsoft.Playwright", "RulesEngine"],
    };

    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["src/Porras"] = [],
        ["src/Porras.Lab"] = ["Porras"],
        ["src/Porras.Exchange"] = ["Porras", "Porras.Lab"],
        ["src/Porras.Store"] = ["Porras", "Porras.Lab", "Porras.Exchange"],
        ["src/Porras.Cli"] = ["Porras", "Porras.Lab", "Porras.Exchange", "Porras.Store"],
        ["src/Porras.Web"] = ["Porras", "Porras.Lab", "Porras.Exchange", "Porras.Store"],
    };

    private static IEnumerable<string> Projects => House.Ending(".csproj");

    [Fact]
    public void No_project_has_a_package_outside_its_list() =>
        House.MustBeTidy(
            from project in Projects
            from package in Named(project, "PackageReference")
            where !Allowed.GetValueOrDefault(Folder(project), []).Contains(package)
            select $"{project} uses the package \"{package}\", which is not in its list.");

    [Fact]
    public void A_project_uses_only_the_projects_before_it() =>
        House.MustBeTidy(
            from project in Projects
            where project.StartsWith("src/", StringComparison.Ordinal)
            from path in Named(project, "ProjectReference")
            let used = path.Replace(".csproj", "", StringComparison.Ordinal).Split('/', '\\')[^1]
            where !MayUse.GetValueOrDefault(Folder(project), []).Contains(used)
            select $"{project} uses the project \"{used}\", which does not come before it.");

    [Fact]
    public void Every_project_is_in_the_solution() =>
        House.MustBeTidy(Projects
            .Where(project => !House.Read("Porras.slnx").Contains($"\"{project}\"", StringComparison.Ordinal))
            .Select(project => $"{project} is missing in Porras.slnx."));

    [Fact]
    public void Versions_of_packages_stand_in_one_file() =>
        House.MustBeTidy(Projects
            .Where(project => XDocument.Parse(House.Read(project)).Descendants("PackageReference")
                .Any(p => p.Attribute("Version") is not null || p.Attribute("VersionOverride") is not null))
            .Select(project => $"{project} names a version; versions stand in Directory.Packages.props."));

    [Fact]
    public void Public_members_are_documented_and_no_warning_is_silenced()
    {
        string[] settings = ["Directory.Build.props", .. Projects];
        var shared = XDocument.Parse(House.Read("Directory.Build.props"));
        Assert.Equal("true", shared.Descendants("GenerateDocumentationFile").Single().Value);
        Assert.Equal("true", shared.Descendants("TreatWarningsAsErrors").Single().Value);
        House.MustBeTidy([
            .. settings.Where(f => House.Read(f).Contains("NoWarn", StringComparison.Ordinal))
                .Select(f => $"{f} silences a warning with NoWarn."),
            .. SourceTree.All.Where(f => f.Tree.GetRoot().DescendantTrivia().Any(t => t.IsKind(PragmaWarning)))
                .Select(f => $"{f.File} silences a warning with a pragma."),
        ]);
    }

    private static string Folder(string project) => Path.GetDirectoryName(project)!.Replace('\\', '/');

    private static IEnumerable<string> Named(string project, string element) =>
        XDocument.Parse(House.Read(project)).Descendants(element).Select(e => e.Attribute("Include")!.Value);
}
