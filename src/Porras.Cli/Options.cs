using System.CommandLine;

namespace Porras.Cli;

/// <summary>Options that several errands have.</summary>
internal static class Options
{
    /// <summary><c>--language</c>; read before anything else, so that help speaks it too.</summary>
    public static Option<string> Language(Words words)
    {
        var option = new Option<string>("--language") { Description = words["option.language"], Recursive = true };
        option.AcceptOnlyFromAmong("en", "fi", "sv");
        return option;
    }

    /// <summary>The model as an argument.</summary>
    public static Argument<string> Model(Words words, string name = "MODEL") =>
        new(name) { Description = words["model"] };

    /// <summary><c>--model</c>.</summary>
    public static Option<string> RequiredModel(Words words) =>
        new("--model") { Description = words["model"], Required = true };

    /// <summary><c>--amended-by</c>.</summary>
    public static Option<string[]> AmendedBy(Words words) =>
        new("--amended-by") { Description = words["option.amended-by"], AllowMultipleArgumentsPerToken = true };

    /// <summary><c>--output</c>.</summary>
    public static Option<Output> Form(Words words, params string[] forms)
    {
        var option = new Option<Output>("--output") { Description = words["option.output"] };
        option.AcceptOnlyFromAmong(forms);
        return option;
    }

    /// <summary>An option that is a text.</summary>
    public static Option<string?> Word(Words words, string name) =>
        new("--" + name) { Description = words["option." + name] };

    /// <summary>An option that is a whole number, from 1.</summary>
    public static Option<int> Number(Words words, string name, int otherwise) =>
        new("--" + name) { Description = words["option." + name], DefaultValueFactory = _ => otherwise };

    /// <summary>An option that is there or not.</summary>
    public static Option<bool> Flag(Words words, string name) =>
        new("--" + name) { Description = words["option." + name] };

    /// <summary>A day, or what holds without one.</summary>
    /// <exception cref="WrongUseException">The text is no day.</exception>
    public static int DayOf(string? text, int otherwise) => text is null ? otherwise
        : Day.Parse(text) ?? throw new WrongUseException(Diagnostic.At(default, "P7105", text));
}
