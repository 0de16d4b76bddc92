using Microsoft.CodeAnalysis;

namespace Porras.Tests;

public sealed class LayerTests
{
    private static readonly string[] Layers =
    [
        "Diagnostics", "Money", "Calendar", "Facts", "Model", "Measures", "Moments", "Settlement", "Comparison",
        "Books", "Language",
    ];

    [Fact]
    public void A_folder_of_the_core_uses_only_the_folders_before_it() =>
        House.MustBeTidy(SourceTree.PorrasFiles.SelectMany(LaterNames));

    [Fact]
    public void Every_name_of_the_core_is_understood() =>
        House.MustBeTidy(SourceTree.Porras.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(d => d.Severity == DiagnosticSeverity.Error && d.Id != "CS8795")
            .Select(d => d.ToString()));

    [Fact]
    public void Every_file_of_the_core_lies_in_a_layer() =>
        House.MustBeTidy(House.Code("src/Porras/")
            .Where(file => Layer(file) < 0)
            .Select(file => $"{file} lies in no layer: {string.Join(" < ", Layers)}."));

    [Fact]
    public void The_core_has_one_namespace() =>
        House.MustBeTidy(House.Code("src/Porras/")
            .SelectMany(file => House.Lines(file)
                .Where(line => line.StartsWith("namespace ", StringComparison.Ordinal) && line != "namespace Porras;")
                .Select(line => $"{file} says \"{line}\"; expected is \"namespace Porras;\".")));

    private static IEnumerable<string> LaterNames(SyntaxTree tree) =>
        from used in SourceTree.Porras.Names(tree)
        where used.Symbol is not INamespaceSymbol
        from place in used.Symbol.DeclaringSyntaxReferences
        where Layer(place.SyntaxTree.FilePath) > Layer(tree.FilePath)
        select $"{SourceTree.Where(used.Name)} uses \"{used.Name}\" of {place.SyntaxTree.FilePath}, a later layer.";

    private static int Layer(string file) =>
        Array.IndexOf(Layers, file.Split('/') is [_, _, var folder, _, ..] ? folder : "");
}
