using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Porras.Tests;

public sealed partial class NameTests
{
    private static readonly string[] Empty =
        ["Helper", "Manager", "Util", "Utils", "Service", "Processor", "Handler", "Info", "Data", "Base", "Impl"];

    // "Data set" is the field's own word for a folder of facts, and a data schema says what one holds; a service case
    // (asiakkuus, kundrelation) is one client in one contract.
    private static readonly string[] OfTheField = ["DataSet", "DataSchema", "ServiceCase"];

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        House.MustBeTidy(
            from f in SourceTree.All
            from type in f.Tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
            let own = OfTheField.Aggregate(type.Identifier.Text, (name, word) => name.Replace(word, ""))
            from part in Parts().Matches(own).Select(m => m.Value).Intersect(Empty)
            select $"{SourceTree.Where(type)} \"{type.Identifier.Text}\": \"{part}\" says nothing about what it is.");

    [Fact]
    public void Every_test_is_named_by_a_sentence() =>
        House.MustBeTidy(
            from f in SourceTree.All
            where f.File.StartsWith("tests/", StringComparison.Ordinal)
            from method in f.Tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            where method.AttributeLists.SelectMany(a => a.Attributes).Any(a => a.Name.ToString() is "Fact" or "Theory")
            where !method.Identifier.Text.Contains('_', StringComparison.Ordinal)
            select $"{SourceTree.Where(method)} \"{method.Identifier.Text}\" is no sentence.");

    [GeneratedRegex("[A-Z][a-z]*|[a-z]+|[0-9]+")]
    private static partial Regex Parts();
}
