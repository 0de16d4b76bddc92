using System.CommandLine;
using Porras.Exchange;

namespace Porras.Cli;

/// <summary>The options that say what is settled: the model and its amendments, the data and the days.</summary>
/// <param name="words">The words.</param>
/// <param name="amended">Whether a contract that was amended can be asked for.</param>
internal sealed class JobOptions(Words words, bool amended = true)
{
    private readonly Option<string> _model = Options.RequiredModel(words);
    private readonly Option<string[]> _amended = Options.AmendedBy(words);
    private readonly Option<string?> _data = Options.Word(words, "data");
    private readonly Option<string?> _case = Options.Word(words, "case");
    private readonly Option<string?> _until = Options.Word(words, "until");
    private readonly Option<string?> _known = Options.Word(words, "known");
    private readonly Option<bool> _skip = Options.Flag(words, "skip-bad-rows");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        Option[] amendments = amended ? [_amended] : [];
        foreach (var option in (Option[])[_model, .. amendments, _data, _case, _until, _known, _skip])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Reads the model, its amendments and the data set.</summary>
    /// <exception cref="RefusedException">One of them has mistakes, which have been shown.</exception>
    public Job Read(ParseResult parsed)
    {
        var (models, file) = Models(parsed);
        var (folder, id) = (parsed.GetValue(_data), parsed.GetValue(_case));
        var page = id is null ? null : PageCase.Find(file.Text, id);
        var options = new CsvOptions(parsed.GetValue(_skip));
        DataSetReading Reading(FeeModel model) => page is not null
            ? CsvText.Read(page.Files, ModelSchema.Of(model), options)
            : folder is not null ? DataSetFolder.Read(folder, ModelSchema.Of(model), options)
            : throw new WrongUseException(Diagnostic.At(default, "P7110"));
        var data = VersionReadings.Shown(words, [.. models.Select(Reading)]);
        var said = parsed.GetValue(_until);
        var until = Options.DayOf(said, page?.Until ?? DateOnly.FromDateTime(DateTime.Today).DayNumber);
        var known = Options.DayOf(parsed.GetValue(_known), int.MaxValue);
        var plans = VersionDays.Plans(models);
        return new(
            [.. models.Select((m, i) => new JobVersion(m, plans[i], data[i]))],
            until,
            said is null && page?.Until is null,
            known)
        {
            File = file,
        };
    }

    /// <summary>Reads the model and its amendments for a settlement part by part.</summary>
    /// <exception cref="RefusedException">One of them has mistakes, which have been shown.</exception>
    public StreamedJob ReadStreamed(ParseResult parsed, string? to)
    {
        var folder = parsed.GetValue(_data);
        if (folder is null || to is null || parsed.GetValue(_case) is not null)
        {
            throw new WrongUseException(Diagnostic.At(default, "P7131"));
        }

        var said = parsed.GetValue(_until);
        return new(VersionDays.Plans(Models(parsed).Models), folder, to)
        {
            Options = new(parsed.GetValue(_skip)),
            IsToday = said is null,
            Until = Options.DayOf(said, DateOnly.FromDateTime(DateTime.Today).DayNumber),
            KnownOn = Options.DayOf(parsed.GetValue(_known), int.MaxValue),
        };
    }

    private (IReadOnlyList<FeeModel> Models, ModelFile First) Models(ParseResult parsed)
    {
        string[] paths = [parsed.GetValue(_model)!, .. parsed.GetValue(_amended) ?? []];
        if (paths is [var only])
        {
            var file = ModelFile.Read(only);
            return ([CheckErrand.Checked(words, file)], file);
        }

        var files = paths.Select(ModelFile.Read).ToList();
        return (AmendedModels.Checked(words, files), files[0]);
    }

    /// <summary>The data set that was read, once everything that was found is shown.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public static DataSet Shown(Words words, DataSetReading reading)
    {
        var notes = Sheet.Notes();
        notes.Findings(reading.Findings, null, words.Tongue);
        foreach (var row in reading.Skipped)
        {
            notes.Paragraph(words["skipped", row.File, Words.Number(row.Line)]);
        }

        return reading.DataSet ?? throw new RefusedException();
    }
}

/// <summary>What is settled: the model made ready, or its versions; the data set and the days.</summary>
/// <param name="Versions">The versions of the model in order; one that was not amended is the only one.</param>
/// <param name="Until">The day of settlement.</param>
/// <param name="IsToday">Whether that is today because nothing was said.</param>
/// <param name="KnownOn">Only facts known by this day.</param>
internal sealed record Job(IReadOnlyList<JobVersion> Versions, int Until, bool IsToday, int KnownOn)
{
    private IReadOnlyList<RunVersion>? _runs;

    /// <summary>The file of the model; of an amended one, that of its first version.</summary>
    public required ModelFile File { get; init; }

    /// <summary>Whether the contract was amended.</summary>
    public bool IsAmended => Versions.Count > 1;

    /// <summary>The latest version.</summary>
    public Plan Plan => Versions[^1].Plan;

    /// <summary>The data set as read for the latest version.</summary>
    public DataSet Data => Versions[^1].Data;

    /// <summary>The versions with what books call them.</summary>
    public IReadOnlyList<RunVersion> Runs => _runs ??= [.. Versions.Select(v => new RunVersion(v.Plan, v.Data, v.Tag))];

    /// <summary>Settles all versions.</summary>
    public SettledVersions Settle(int threads, Action<int>? progress = null) =>
        SettleUp(Until, KnownOn, threads, progress);

    /// <summary>Settles all versions on other days.</summary>
    public SettledVersions SettleUp(int until, int knownOn, int threads, Action<int>? progress = null) =>
        SettledVersions.All([.. Versions.Select(v => (v.Plan, v.Data))], until, knownOn, threads, progress);
}

/// <summary>A version of a model in a job.</summary>
/// <param name="Model">The model as written.</param>
/// <param name="Plan">The model made ready for what belongs to this version.</param>
/// <param name="Data">The data set as read for it.</param>
internal sealed record JobVersion(FeeModel Model, Plan Plan, DataSet Data)
{
    /// <summary>What books call it.</summary>
    public ModelTag Tag { get; } =
        new(Model.Header.Name.Text, Model.Header.Version, ModelTag.Shorten(ModelHash.Of(Model)));
}
