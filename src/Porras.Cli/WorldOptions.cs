using System.CommandLine;
using System.Globalization;
using Porras.Exchange;
using Porras.Lab;

namespace Porras.Cli;

/// <summary>The options that say in which world a model is played through, and how often.</summary>
internal sealed class WorldOptions(Words words)
{
    private const int ClientsMost = 1_000_000, ReplicationsMost = 1_000_000, ThreadsMost = 1024;

    private readonly Option<string?> _world = Options.Word(words, "world");
    private readonly Option<string[]> _set = new("--set") { Description = words["option.set"] };
    private readonly Option<string?> _write = Options.Word(words, "write-world");
    private readonly Option<string?> _clients = Options.Word(words, "clients");
    private readonly Option<string?> _replications = Options.Word(words, "replications");
    private readonly Option<string?> _seed = Options.Word(words, "seed");
    private readonly Option<string?> _ruin = Options.Word(words, "ruin");
    private readonly Option<bool> _behaviour = Options.Flag(words, "behaviour");
    private readonly Option<int> _threads = Options.Number(words, "threads", Environment.ProcessorCount);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[
            _world, _set, _write, _clients, _replications, _seed, _ruin, _behaviour, _threads])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>How it is run.</summary>
    /// <param name="parsed">What was asked.</param>
    /// <param name="otherwise">How many replications if nothing was said.</param>
    public StudyOptions Study(ParseResult parsed, int otherwise)
    {
        var replications = Whole("--replications", parsed.GetValue(_replications), otherwise, 1, ReplicationsMost);
        var seed = Whole("--seed", parsed.GetValue(_seed), 1, 0, int.MaxValue);
        var threads = parsed.GetValue(_threads);
        if (threads is < 1 or > ThreadsMost)
        {
            throw OutOfRange("--threads", Words.Number(threads), 1, ThreadsMost);
        }

        return new(new(replications, (ulong)seed) { Threads = threads })
        {
            Ruin = Share(parsed.GetValue(_ruin) ?? "5%"),
            Behaviour = parsed.GetValue(_behaviour),
        };
    }

    /// <summary>The world of a model: drafted, changed by a file, then by single numbers, and checked.</summary>
    /// <exception cref="RefusedException">It is impossible; what was found has been shown.</exception>
    public World World(ParseResult parsed, Plan plan)
    {
        var world = WorldDraft.Of(plan.Model);
        var said = new List<Diagnostic>();
        if (parsed.GetValue(_world) is { } path)
        {
            (world, var found) = Read(path, world);
            said.AddRange(found);
        }

        (world, var changed) = WorldJson.Set(world, parsed.GetValue(_set) ?? []);
        said.AddRange(changed.Select(f => f.File is null ? f : f with { File = "--set " + f.File }));
        if (parsed.GetValue(_clients) is { } count)
        {
            var clients = Whole("--clients", count, 0, 1, ClientsMost);
            world = world with { Provider = world.Provider with { Clients = new(clients, Evidence.Own) } };
        }

        var isWhole = said.All(f => f.Severity != Severity.Mistake);
        IReadOnlyList<Diagnostic> findings = [.. said, .. isWhole ? WorldCheck.Of(plan, world) : []];
        Sheet.Notes().Findings(findings, null, words.Tongue);
        if (findings.Any(f => f.Severity == Severity.Mistake))
        {
            throw new RefusedException();
        }

        if (parsed.GetValue(_write) is { } to)
        {
            var written = world;
            WholeFile.Write(to, file => file.Write(WorldJson.Write(written)));
            Sheet.Notes().Paragraph(words["written", to]);
        }

        return world;
    }

    private static (World World, IEnumerable<Diagnostic> Findings) Read(string path, World over)
    {
        if (!File.Exists(path))
        {
            throw new WrongUseException(Diagnostic.At(default, "P8532", path));
        }

        var (world, findings) = WorldJson.Read(File.ReadAllText(path), over);
        return (world, findings.Select(f => f with { File = path }));
    }

    private static int Whole(string option, string? said, int otherwise, int least, int most) =>
        said is null ? otherwise
        : int.TryParse(said, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most ? number
        : throw OutOfRange(option, said, least, most);

    private static WrongUseException OutOfRange(string option, string said, int least, int most) =>
        new(Diagnostic.At(default, "P8531", option, said, Words.Number(least), Words.Number(most)));

    /// <summary>A share as an option says it: <c>5%</c> or <c>0.05</c>.</summary>
    public static double Share(string said)
    {
        var isPercent = said.EndsWith('%');
        var text = said.TrimEnd('%').Trim().Replace(',', '.');
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number / (isPercent ? 100 : 1) is >= 0 and <= 1 and var share ? share
            : throw new WrongUseException(Diagnostic.At(default, "P8530", said));
    }
}
