using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Porras.Tests;

public sealed class LengthTests
{
    private const int FileMost = 300;
    private const int FunctionMost = 50;
    private const int LineMost = 120;

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines() =>
        House.MustBeTidy(SourceTree.All
            .Select(f => (f.File, Count: House.Lines(f.File).Length))
            .Where(f => f.Count > FileMost)
            .Select(f => $"{f.File} has {f.Count} lines; {FileMost} are the most."));

    [Fact]
    public void No_line_is_longer_than_a_hundred_and_twenty_letters() =>
        House.MustBeTidy(
            from f in SourceTree.All
            from line in House.Lines(f.File).Index()
            where line.Item.Length > LineMost
            select $"{f.File}:{line.Index + 1} has {line.Item.Length} letters; {LineMost} are the most.");

    [Fact]
    public void No_function_is_longer_than_fifty_lines() =>
        House.MustBeTidy(
            from f in SourceTree.All
            from function in f.Tree.GetRoot().DescendantNodes().Where(IsFunction)
            let lines = Lines(function)
            where lines > FunctionMost
            select $"{SourceTree.Where(function)} is a function of {lines} lines; {FunctionMost} are the most.");

    private static bool IsFunction(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
            or PropertyDeclarationSyntax { ExpressionBody: not null };

    // Attributes are not part of what has to be read, so the count begins at the function's own first word.
    private static int Lines(SyntaxNode node)
    {
        var first = node.ChildNodesAndTokens().First(n => n.AsNode() is not AttributeListSyntax);
        var from = first.GetLocation()!.GetLineSpan().StartLinePosition.Line;
        return node.GetLocation().GetLineSpan().EndLinePosition.Line - from + 1;
    }
}
