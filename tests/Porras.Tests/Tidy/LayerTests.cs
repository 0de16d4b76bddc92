using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Porras.Tests;

public sealed class LayerTests
{
    private static readonly string[] Core =
    [
        "Diagnostics", "Money", "Calendar", "Facts", "Model", "Measures", "Moments", "Settlement", "Comparison",
        "Books", "Language",
    ];

    private static readonly string[] Lab =
        ["Chance", "Forms", "Planning", "World", "Engines", "Facts", "Runs", "Providers", "Outcomes", "Calibrating"];

    [Fact]
    public void A_folder_of_the_core_uses_only_the_folders_before_it() =>
        House.MustBeTidy(SourceTree.PorrasFiles.SelectMany(t => LaterNames(SourceTree.Porras, t, Core)));

    [Fact]
    public void A_folder_of_the_lab_uses_only_the_folders_before_it() =>
        House.MustBeTidy(SourceTree.LabFiles.SelectMany(t => LaterNames(SourceTree.Lab, t, Lab)));

    [Fact]
    public void Every_name_of_the_core_is_understood() => House.MustBeTidy(NotUnderstood(SourceTree.Porras));

    [Fact]
    public void Every_name_of_the_lab_is_understood() => House.MustBeTidy(NotUnderstood(SourceTree.Lab));

    [Fact]
    public void Every_file_of_the_core_and_of_the_lab_lies_in_a_layer() =>
        House.MustBeTidy([.. Outside("src/Porras/", Core), .. Outside("src/Porras.Lab/", Lab)]);

    [Fact]
    public void The_core_and_the_lab_have_one_namespace_each() =>
        House.MustBeTidy([
            .. OtherNamespaces("src/Porras/", "namespace Porras;"),
            .. OtherNamespaces("src/Porras.Lab/", "namespace Porras.Lab;"),
        ]);

    private static IEnumerable<string> NotUnderstood(CSharpCompilation compilation) =>
        compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(d => d.Severity == DiagnosticSeverity.Error && d.Id != "CS8795")
            .Select(d => d.ToString());

    private static IEnumerable<string> Outside(string project, string[] layers) =>
        House.Code(project).Where(file => Layer(layers, file) < 0)
            .Select(file => $"{file} lies in no layer: {string.Join(" < ", layers)}.");

    private static IEnumerable<string> OtherNamespaces(string project, string expected) =>
        from file in House.Code(project)
        from line in House.Lines(file)
        where line.StartsWith("namespace ", StringComparison.Ordinal) && line != expected
        select $"{file} says \"{line}\"; expected is \"{expected}\".";

    private static IEnumerable<string> LaterNames(CSharpCompilation compilation, SyntaxTree tree, string[] layers) =>
        from used in compilation.Names(tree)
        where used.Symbol is not INamespaceSymbol
        from place in used.Symbol.DeclaringSyntaxReferences
        where compilation.ContainsSyntaxTree(place.SyntaxTree)
        where Layer(layers, place.SyntaxTree.FilePath) > Layer(layers, tree.FilePath)
        select $"{SourceTree.Where(used.Name)} uses \"{used.Name}\" of {place.SyntaxTree.FilePath}, a later layer.";

    private static int Layer(string[] layers, string file) =>
        Array.IndexOf(layers, file.Split('/') is [_, _, var folder, _, ..] ? folder : "");
}
