using System.CommandLine;
using Porras.Exchange;

namespace Porras.Cli;

/// <summary><c>porras convert</c>: a data set in the other form, sorted.</summary>
internal static class ConvertErrand
{
    public static Command Command(Words words)
    {
        var model = Options.RequiredModel(words);
        var data = Required("data", words["option.data"]);
        var to = Required("out", words["convert.out"]);
        var form = Required("to", words["convert.to"]);
        form.AcceptOnlyFromAmong("csv", "parquet");
        var skip = Options.Flag(words, "skip-bad-rows");
        var command = new Command("convert", words["convert"]) { model, data, to, form, skip };
        command.SetAction(r => Run(
            words, r.GetValue(model)!, r.GetValue(data)!, r.GetValue(to)!, r.GetValue(form)!, r.GetValue(skip)));
        return command;
    }

    private static int Run(Words words, string path, string folder, string to, string form, bool skip)
    {
        if (DataSetFolder.FilesIn(to) is { Count: > 0 } files)
        {
            throw new WrongUseException(Diagnostic.At(default, "P7130", to, string.Join(", ", files)));
        }

        var model = CheckErrand.Checked(words, ModelFile.Read(path));
        var data = JobOptions.Shown(words, DataSetFolder.Read(folder, ModelSchema.Of(model), new(skip)));
        if (form == "csv")
        {
            CsvDataSet.Write(to, data);
        }
        else
        {
            ParquetDataSet.Write(to, data);
        }

        var sheet = Sheet.Answer();
        sheet.Table(new(
            [words["column.file"], words["column.rows"]],
            [false, true],
            [
                .. DataSetFolder.RowsOf(data)
                    .Select(t => (IReadOnlyList<string>)[$"{t.Table}.{form}", Words.Number(t.Rows)]),
            ]));
        sheet.Gap();
        sheet.Paragraph(words["written", to]);
        return Exit.Done;
    }

    private static Option<string> Required(string name, string description) =>
        new("--" + name) { Description = description, Required = true };
}
