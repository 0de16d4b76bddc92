using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Porras.Tests;

public sealed partial class TextTests
{
    // Cut in two, so that this file passes its own tests.
    private static readonly string[] Unfinished =
        ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "NotImplemented" + "Exception"];

    private static readonly string[] Machines = ["/wo" + "rk/", "/tm" + "p/", "/ho" + "me/", "../sha" + "red"];

    private static readonly string[] Skipping =
        ["Skip", "SkipWhen", "SkipUnless", "Explicit", "Assert.Skip", "Assert.SkipWhen", "Assert.SkipUnless"];

    // A machine may lack a database or a browser; the build server fails without them.
    private static readonly string[] MaySkip =
    [
        "tests/Porras.Store.Tests/PostgresServer.cs",
        "tests/Porras.Web.Tests/Visitor.cs",
    ];

    [Fact]
    public void Nothing_is_left_unfinished() => House.MustBeTidy(Holding(Unfinished, whole: true));

    [Fact]
    public void No_file_names_a_place_of_one_machine() => House.MustBeTidy(Holding(Machines, whole: false));

    [Fact]
    public void No_test_is_skipped() =>
        House.MustBeTidy(
            from f in SourceTree.All
            where !MaySkip.Contains(f.File)
            from node in f.Tree.GetRoot().DescendantNodes()
            let word = node is AttributeArgumentSyntax { NameEquals.Name: { } name } ? name.ToString() : node.ToString()
            where node is AttributeArgumentSyntax or MemberAccessExpressionSyntax
            where Skipping.Contains(word)
            select $"{SourceTree.Where(node)} skips a test.");

    [Fact]
    public void Links_inside_the_repository_lead_somewhere() =>
        House.MustBeTidy(House.Ending(".md").SelectMany(DeadLinks));

    [Fact]
    public void Text_files_end_with_a_line_end_and_have_no_carriage_returns() =>
        House.MustBeTidy(
            from file in House.Texts
            where Path.GetExtension(file) is not ".csv" && Path.GetFileName(file) != "packages.lock.json"
            let text = House.Read(file)
            where text.Length > 0 && (text[^1] != '\n' || text.Contains('\r', StringComparison.Ordinal))
            select $"{file} ends without a line end or has carriage returns.");

    private static IEnumerable<string> Holding(string[] words, bool whole) =>
        from file in House.Texts
        from line in House.Lines(file).Index()
        from word in words
        where whole ? Regex.IsMatch(line.Item, $@"\b{word}\b") : line.Item.Contains(word, StringComparison.Ordinal)
        select $"{file}:{line.Index + 1} says \"{word}\".";

    private static IEnumerable<string> DeadLinks(string page)
    {
        var folder = Path.GetDirectoryName(page)!;
        foreach (var target in Link().Matches(Prose(page)).Select(m => m.Groups[1].Value))
        {
            if (Outside().IsMatch(target))
            {
                continue;
            }

            var (file, heading) = target.Split('#') is [var f, var h] ? (f, h) : (target, "");
            var path = Path.Combine(Repository.Root, file.Length == 0 ? page : Path.Combine(folder, file));
            if (!File.Exists(path) && !Directory.Exists(path))
            {
                yield return $"{page} links to \"{target}\", which does not exist.";
            }
            else if (heading.Length > 0 && !Headings(path).Contains(heading))
            {
                yield return $"{page} links to \"{target}\"; there is no such heading.";
            }
        }
    }

    private static string Prose(string page) => Fence().Replace(House.Read(page), "");

    private static HashSet<string> Headings(string path) =>
        [.. File.ReadLines(path).Where(l => l.StartsWith('#')).Select(l => Slug(l.TrimStart('#').Trim()))];

    private static string Slug(string heading) =>
        string.Concat(heading.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_'))
            .Replace(' ', '-');

    [GeneratedRegex(@"(?<!`)\]\(([^)\s]+)(?: ""[^""]*"")?\)")]
    private static partial Regex Link();

    [GeneratedRegex("^[a-z]+:")]
    private static partial Regex Outside();

    [GeneratedRegex(@"^(`{3,}).*?^\1`*\s*$|`[^`\n]*`", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();
}
