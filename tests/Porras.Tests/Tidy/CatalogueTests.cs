using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Porras.Tests;

public sealed partial class CatalogueTests
{
    private static readonly string[] Tongues = ["en", "fi", "sv"];

    [Fact]
    public void Every_code_in_the_source_is_in_the_catalogue_and_every_code_of_the_catalogue_in_the_source()
    {
        var used = SourceTree.All
            .Where(f => f.File.StartsWith("src/", StringComparison.Ordinal))
            .SelectMany(f => f.Tree.GetRoot().DescendantTokens().Where(t => t.IsKind(SyntaxKind.StringLiteralToken)))
            .Where(t => Code().IsMatch(t.ValueText))
            .ToLookup(t => t.ValueText, t => SourceTree.Where(t.Parent!));
        House.MustBeTidy([
            .. used.Where(u => !Catalogue.Codes.Contains(u.Key))
                .Select(u => $"{u.First()} uses {u.Key}, which has no text."),
            .. Catalogue.Codes.Where(c => !used.Contains(c)).Select(c => $"{c} has a text and is used nowhere."),
        ]);
    }

    [Fact]
    public void Every_code_has_a_page_and_every_page_a_code()
    {
        string[] pages = [.. House.Files.Where(f => Page().IsMatch(f)).Select(f => f[^"P0000.md".Length..^3])];
        House.MustBeTidy([
            .. Catalogue.Codes.Where(c => !pages.Contains(c)).Select(c => $"cases/diagnostics/{c}.md is missing."),
            .. pages.Except(Catalogue.Codes).Select(p => $"cases/diagnostics/{p}.md is about no code there is."),
        ]);
    }

    [Fact]
    public void The_three_languages_have_the_same_keys_and_fill_in_the_same_places() =>
        House.MustBeTidy(
            from stem in Stems()
            let tables = Tongues.Select(t => Table($"{stem}.{t}.texts")).ToArray()
            from key in tables.SelectMany(t => t.Keys).Distinct()
            from i in Enumerable.Range(0, Tongues.Length)
            let file = $"{stem}.{Tongues[i]}.texts"
            let finding = Finding(key, tables[i], tables[0])
            where finding.Length > 0
            select $"{file}: \"{key}\" {finding}.");

    [Fact]
    public void Every_line_of_a_text_file_is_a_comment_or_a_key_with_its_text() =>
        House.MustBeTidy(
            from stem in Stems()
            from tongue in Tongues
            let file = $"{stem}.{tongue}.texts"
            where House.Files.Contains(file)
            from line in House.Lines(file).Index()
            where line.Item.Length > 0 && line.Item[0] != '#' && !Entry().IsMatch(line.Item)
            select $"{file}:{line.Index + 1} is neither a comment nor \"key = text\".");

    [Fact]
    public void No_key_stands_twice() =>
        House.MustBeTidy(
            from tongue in Tongues
            from keys in Stems().SelectMany(s => Entries($"{s}.{tongue}.texts")).GroupBy(e => e.Key)
            where keys.Count() > 1
            select $"\"{keys.Key}\" stands {keys.Count()} times in the texts of \"{tongue}\".");

    [Fact]
    public void A_hint_belongs_to_a_message() =>
        House.MustBeTidy(
            from key in Texts.Keys(Tongue.English)
            where Code().IsMatch(key.Split('.')[0]) && !Catalogue.Codes.Contains(key.Split('.')[0])
            select $"\"{key}\" belongs to a code without a message.");

    private static IEnumerable<string> Stems() =>
        House.Ending(".texts").Select(f => f[..^".en.texts".Length]).Distinct();

    private static IEnumerable<(string Key, string Text)> Entries(string file) =>
        House.Files.Contains(file)
            ? House.Lines(file).Select(l => Entry().Match(l)).Where(m => m.Success)
                .Select(m => (m.Groups["key"].Value, m.Groups["text"].Value.Trim()))
            : [];

    private static Dictionary<string, string> Table(string file) =>
        Entries(file).DistinctBy(e => e.Key).ToDictionary(e => e.Key, e => e.Text, StringComparer.Ordinal);

    private static string Finding(string key, Dictionary<string, string> table, Dictionary<string, string> english) =>
        !table.TryGetValue(key, out var text) ? "is missing"
        : text.Length == 0 ? "is empty"
        : !Places(text).SetEquals(Places(english.GetValueOrDefault(key, text))) ? "fills in other places than English"
        : "";

    // A slot may say in which form it is filled, which Finnish needs: {0:g}.
    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Groups["n"].Value)];

    [GeneratedRegex("^P[0-9]{4}$")]
    private static partial Regex Code();

    [GeneratedRegex("^cases/diagnostics/P[0-9]{4}\\.md$")]
    private static partial Regex Page();

    [GeneratedRegex("^(?<key>[^ =#]+) =(?<text> .*)?$")]
    private static partial Regex Entry();

    [GeneratedRegex("\\{(?<n>[0-9]+)(:.)?\\}")]
    private static partial Regex Place();
}
