using System.CommandLine;
using System.CommandLine.Parsing;

namespace Porras.Cli;

/// <summary>Options that a command does not have, which would else be taken for names of files.</summary>
internal static class UnknownOptions
{
    /// <summary>One finding for each, with the nearest option or the commands that have it.</summary>
    public static IReadOnlyList<Diagnostic> Of(ParseResult parsed) =>
    [
        .. Words(parsed).Where(t => t.StartsWith("--", StringComparison.Ordinal) && t.Length > 2 && !File.Exists(t))
            .Distinct().Select(t => Finding(parsed, t.Split('=')[0])),
    ];

    /// <summary>A command as it is called: <c>porras compare</c>.</summary>
    public static string NameOf(Command command) => command is RootCommand ? "porras" : "porras " + command.Name;

    private static IEnumerable<string> Words(ParseResult parsed) =>
        parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).Select(t => t.Value)
            .Concat(parsed.UnmatchedTokens);

    private static Diagnostic Finding(ParseResult parsed, string said)
    {
        var command = parsed.CommandResult.Command;
        var others = parsed.RootCommandResult.Command.Subcommands
            .Where(c => c != command && c.Options.Any(o => o.Name == said)).Select(c => c.Name).ToList();
        var own = command.Options.Concat(parsed.RootCommandResult.Command.Options.Where(o => o.Recursive));
        var near = Nearest.To(said, own.Select(o => o.Name));
        return Diagnostic.At(
            default, "P7115", NameOf(command), said, others.Count > 0 ? string.Join(", ", others) : near ?? "") with
        {
            Variant = others.Count > 0 ? "elsewhere" : near is null ? null : "near",
        };
    }
}
