using System.CommandLine;
using Porras.Exchange;

namespace Porras.Cli;

/// <summary>The options that say what is settled: the model, the data and the days.</summary>
internal sealed class JobOptions(Words words)
{
    private readonly Option<string> _model = Options.RequiredModel(words);
    private readonly Option<string?> _data = Options.Word(words, "data");
    private readonly Option<string?> _case = Options.Word(words, "case");
    private readonly Option<string?> _until = Options.Word(words, "until");
    private readonly Option<string?> _known = Options.Word(words, "known");
    private readonly Option<bool> _skip = Options.Flag(words, "skip-bad-rows");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_model, _data, _case, _until, _known, _skip])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Reads the model and the data set.</summary>
    /// <exception cref="RefusedException">One of them has mistakes, which have been shown.</exception>
    public Job Read(ParseResult parsed)
    {
        var file = ModelFile.Read(parsed.GetValue(_model)!);
        var model = CheckErrand.Checked(words, file);
        var notes = Sheet.Notes();
        var schema = ModelSchema.Of(model);
        var (folder, id) = (parsed.GetValue(_data), parsed.GetValue(_case));
        var page = id is null ? null : PageCase.Find(file.Text, id);
        var options = new CsvOptions(parsed.GetValue(_skip));
        var reading = page is not null ? CsvText.Read(page.Files, schema, options)
            : folder is not null ? DataSetFolder.Read(folder, schema, options)
            : throw new WrongUseException(Diagnostic.At(default, "P7110"));
        var data = Shown(words, reading);
        var said = parsed.GetValue(_until);
        var until = Options.DayOf(said, page?.Until ?? DateOnly.FromDateTime(DateTime.Today).DayNumber);
        var known = Options.DayOf(parsed.GetValue(_known), int.MaxValue);
        return new(Plan.Compile(model), data, until, said is null && page?.Until is null, known)
        {
            File = file,
        };
    }

    /// <summary>Reads the model for a settlement part by part.</summary>
    /// <exception cref="RefusedException">It has mistakes, which have been shown.</exception>
    public StreamedJob ReadStreamed(ParseResult parsed, string? to)
    {
        var folder = parsed.GetValue(_data);
        if (folder is null || to is null || parsed.GetValue(_case) is not null)
        {
            throw new WrongUseException(Diagnostic.At(default, "P7131"));
        }

        var model = CheckErrand.Checked(words, ModelFile.Read(parsed.GetValue(_model)!));
        var said = parsed.GetValue(_until);
        return new(Plan.Compile(model), folder, to)
        {
            Options = new(parsed.GetValue(_skip)),
            IsToday = said is null,
            Until = Options.DayOf(said, DateOnly.FromDateTime(DateTime.Today).DayNumber),
            KnownOn = Options.DayOf(parsed.GetValue(_known), int.MaxValue),
        };
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

/// <summary>What is settled: the model made ready, the data set and the days.</summary>
/// <param name="Plan">The model.</param>
/// <param name="Data">The data set.</param>
/// <param name="Until">The day of settlement.</param>
/// <param name="IsToday">Whether that is today because nothing was said.</param>
/// <param name="KnownOn">Only facts known by this day.</param>
internal sealed record Job(Plan Plan, DataSet Data, int Until, bool IsToday, int KnownOn)
{
    /// <summary>The file of the model.</summary>
    public required ModelFile File { get; init; }
}
