using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Porras.Tests;

/// <summary>The C# of the repository as the compiler reads it: a comment is never mistaken for code.</summary>
internal static class SourceTree
{
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Preview);

    /// <summary>Every C# file in src, tests and bench that a person writes; EF Core writes its migrations.</summary>
    public static IReadOnlyList<(string File, SyntaxTree Tree)> All { get; } =
    [
        .. House.Code("src/", "tests/", "bench/")
            .Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(f => (f, Parse(House.Read(f), f))),
    ];

    /// <summary>The project <c>Porras</c> with the meaning of its names.</summary>
    public static CSharpCompilation Porras { get; } = Compile(PorrasFiles);

    /// <summary>The project <c>Porras.Lab</c>, on top of <see cref="Porras"/>.</summary>
    public static CSharpCompilation Lab { get; } =
        Compile(LabFiles).AddReferences(Porras.ToMetadataReference());

    /// <summary>The files of the project <c>Porras</c>, as they stand in <see cref="Porras"/>.</summary>
    public static IEnumerable<SyntaxTree> PorrasFiles => All.Where(f => IsCore(f.File)).Select(f => f.Tree);

    /// <summary>The files of the project <c>Porras.Lab</c>, as they stand in <see cref="Lab"/>.</summary>
    public static IEnumerable<SyntaxTree> LabFiles =>
        All.Where(f => f.File.StartsWith("src/Porras.Lab/", StringComparison.Ordinal)).Select(f => f.Tree);

    /// <summary>Whether a file belongs to the project <c>Porras</c>.</summary>
    public static bool IsCore(string file) => file.StartsWith("src/Porras/", StringComparison.Ordinal);

    /// <summary>Every name in a text of C# with what it stands for; unknown names are left out.</summary>
    public static IEnumerable<(SimpleNameSyntax Name, ISymbol Symbol)> Names(
        this CSharpCompilation compilation, SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
            .Select(name => (name, model.GetSymbolInfo(name).Symbol!))
            .Where(name => name.Item2 is not null);
    }

    /// <summary>Texts of C# compiled together, without writing anything.</summary>
    public static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "read", [Parse(Usings, ""), .. trees], References(),
        new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));

    /// <summary>One text of C#.</summary>
    public static SyntaxTree Parse(string text, string file) => CSharpSyntaxTree.ParseText(text, Language, file);

    /// <summary>Where a node stands: file and line.</summary>
    public static string Where(SyntaxNode node) =>
        $"{node.SyntaxTree.FilePath}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll" or "MathNet.Numerics.dll")
            .Where(IsManaged)
            .Select(path => MetadataReference.CreateFromFile(path));

    private static bool IsManaged(string path)
    {
        try
        {
            return AssemblyName.GetAssemblyName(path) is not null;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
