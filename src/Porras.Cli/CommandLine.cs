using System.CommandLine;

namespace Porras.Cli;

/// <summary>The command line: one errand a command.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command and says how it ended.</summary>
    public static int Run(string[] args)
    {
        Console.OutputEncoding = new System.Text.UTF8Encoding(false);
        var words = new Words(Words.TongueOf(args, Environment.GetEnvironmentVariable));
        Console.CancelKeyPress += (_, _) => Console.Error.WriteLine(words["interrupted"]);
        var notes = Sheet.Notes();
        try
        {
            var parsed = Root(words).Parse(args);
            var found = UnknownOptions.Of(parsed);
            if (found.Count == 0 && parsed.Errors.Count > 0)
            {
                var command = UnknownOptions.NameOf(parsed.CommandResult.Command);
                found = [.. parsed.Errors.Select(e => Diagnostic.At(default, "P7101", command, e.Message))];
            }

            if (found.Count > 0)
            {
                notes.Findings(found, null, words.Tongue);
                return Exit.Usage;
            }

            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (WrongUseException wrong)
        {
            notes.Findings([wrong.Finding], null, words.Tongue);
            return Exit.Usage;
        }
        catch (Store.StoreException refused)
        {
            notes.Findings([refused.Finding], null, words.Tongue);
            return Exit.Findings;
        }
        catch (RefusedException)
        {
            return Exit.Findings;
        }
        catch (Exception failure) when (Environment.GetEnvironmentVariable("PORRAS_TRACE") is null)
        {
            notes.Paragraph(words["failure", failure.Message]);
            return Exit.Failure;
        }
    }

    private static RootCommand Root(Words words)
    {
        var root = new RootCommand(words["root"]);
        root.Options.Add(Options.Language(words));
        foreach (var command in Errands(words))
        {
            root.Subcommands.Add(command);
        }

        return root;
    }

    private static IEnumerable<Command> Errands(Words words) =>
    [
        CheckErrand.Command(words),
        FormatErrand.Command(words),
        ExplainErrand.Command(words),
        BoundsErrand.Command(words),
        DiffErrand.Command(words),
        JsonErrand.Command(words),
        SettleErrand.Command(words),
        WhyErrand.Command(words),
        ConvertErrand.Command(words),
        CompareErrand.Command(words),
        SimulateErrand.Command(words),
        StressErrand.Command(words),
        PlanErrand.Command(words),
        CalibrateErrand.Command(words),
        KitErrand.Command(words),
        VerifyErrand.Command(words),
        ImportErrand.Command(words),
        BackupErrand.Command(words),
        RestoreErrand.Command(words),
        VerifyLogErrand.Command(words),
    ];
}
