using System.CommandLine;
using Porras.Exchange;
using Porras.Store;

namespace Porras.Cli;

/// <summary><c>porras import</c>: a data set into a database.</summary>
internal static class ImportErrand
{
    // Whose everything is in a new database when nobody says.
    private const string FirstOrganisation = "Porras";

    public static Command Command(Words words)
    {
        var data = new Argument<string>("DATA") { Description = words["store.data"] };
        var model = Options.RequiredModel(words);
        var database = Databases.Option(words);
        var name = Options.Word(words, "name");
        var organisation = Options.Word(words, "organisation");
        var skip = Options.Flag(words, "skip-bad-rows");
        var command = new Command("import", words["import"]) { data, model, database, name, organisation, skip };
        command.SetAction(r =>
        {
            var file = ModelFile.Read(r.GetValue(model)!);
            var whole = CheckErrand.Checked(words, file);
            var folder = r.GetValue(data)!;
            var read = DataSetFolder.Read(folder, ModelSchema.Of(whole), new(r.GetValue(skip)));
            var rows = JobOptions.Shown(words, read);
            var called = r.GetValue(name) ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
            var store = Databases.Open(r.GetValue(database), isMade: true);
            var text = (whole.Header.Name.Text, FormOf(file), file.Text);
            return Run(words, store, r.GetValue(organisation), text, called, rows).GetAwaiter().GetResult();
        });
        return command;
    }

    private static async Task<int> Run(
        Words words,
        Store.Store store,
        string? organisation,
        (string Name, ModelForm Form, string Text) model,
        string name,
        DataSet rows)
    {
        var whose = await store.People.TheOrganisation(organisation, FirstOrganisation);
        var kept = await store.DataSets.Import(new(whose.Id), model, name, rows);
        var sheet = Sheet.Answer();
        sheet.Table(new(
            [words["column.table"], words["column.rows"]],
            [false, true],
            [.. DataSetFolder.RowsOf(rows).Select(t => (IReadOnlyList<string>)[t.Table, Words.Number(t.Rows)])]));
        sheet.Gap();
        sheet.Paragraph(words[
            "imported", kept.Name, Words.Number(kept.Id), whose.Name, words.Count("participants", kept.Participants),
            words.Count("facts", kept.Facts)]);
        sheet.Paragraph(words["imported.hash", kept.Hash]);
        return Exit.Done;
    }

    private static ModelForm FormOf(ModelFile file) => file.IsPage ? ModelForm.Page
        : file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? ModelForm.Json : ModelForm.Text;
}

/// <summary><c>porras backup</c>: everything into one file.</summary>
internal static class BackupErrand
{
    public static Command Command(Words words)
    {
        var database = Databases.Option(words);
        var to = new Option<string>("--out") { Description = words["store.out"], Required = true };
        var command = new Command("backup", words["backup"]) { database, to };
        command.SetAction(r =>
        {
            var store = Databases.Open(r.GetValue(database), isMade: false);
            BackupContents? contents = null;
            WholeFile.WriteBytes(
                r.GetValue(to)!, file => contents = Backup.Write(store, file).GetAwaiter().GetResult());
            Databases.Show(words, contents!);
            Sheet.Answer().Paragraph(words["written", r.GetValue(to)!]);
            return Exit.Done;
        });
        return command;
    }
}

/// <summary><c>porras restore</c>: a backup into an empty database.</summary>
internal static class RestoreErrand
{
    public static Command Command(Words words)
    {
        var from = new Argument<string>("FILE") { Description = words["store.file"] };
        var database = Databases.Option(words);
        var command = new Command("restore", words["restore"]) { from, database };
        command.SetAction(r =>
        {
            var path = r.GetValue(from)!;
            if (!File.Exists(path))
            {
                throw new WrongUseException(Diagnostic.At(default, "P8607", path, "@store.no-archive"));
            }

            using var file = File.OpenRead(path);
            var store = Databases.Open(r.GetValue(database), isMade: true);
            Databases.Show(words, Backup.Restore(store, file, path).GetAwaiter().GetResult());
            Sheet.Answer().Paragraph(words["restored", path, store.Address.Shown]);
            return Exit.Done;
        });
        return command;
    }
}

/// <summary><c>porras verify-log</c>: whether the log is in order.</summary>
internal static class VerifyLogErrand
{
    public static Command Command(Words words)
    {
        var database = Databases.Option(words);
        var fingerprint = new Option<string?>("--fingerprint") { Description = words["store.fingerprint"] };
        var command = new Command("verify-log", words["verify-log"]) { database, fingerprint };
        command.SetAction(r =>
        {
            var store = Databases.Open(r.GetValue(database), isMade: false);
            var noted = r.GetValue(fingerprint)?.Trim();
            var verdict = store.Log.MustBeInOrder(noted).GetAwaiter().GetResult();
            Databases.Show(words, verdict);
            return Exit.Done;
        });
        return command;
    }
}

/// <summary>What errands about databases have in common.</summary>
internal static class Databases
{
    /// <summary>The name of the variable that names a database.</summary>
    public const string Variable = "PORRAS_DATABASE";

    /// <summary><c>--database</c>.</summary>
    public static Option<string?> Option(Words words) => Options.Word(words, "database");

    /// <summary>Opens the database that was named.</summary>
    /// <param name="said">What was said; null: the variable counts.</param>
    /// <param name="isMade">Whether a file that is not there is made.</param>
    public static Store.Store Open(string? said, bool isMade)
    {
        var (address, finding) = DatabaseAddress.Parse(said ?? Environment.GetEnvironmentVariable(Variable) ?? "");
        if (address is null)
        {
            throw new WrongUseException(finding!);
        }

        if (!isMade && address.Kind == DatabaseKind.Sqlite && !Path.Exists(address.Shown))
        {
            throw new WrongUseException(Diagnostic.At(default, "P8602", address.Shown) with { Variant = "missing" });
        }

        return Store.Store.Open(address).GetAwaiter().GetResult();
    }

    /// <summary>Shows what a backup holds.</summary>
    public static void Show(Words words, BackupContents contents)
    {
        var sheet = Sheet.Answer();
        sheet.Table(new(
            [words["column.table"], words["column.rows"]],
            [false, true],
            [
                .. contents.Tables.Where(t => t.Rows > 0)
                    .Select(t => (IReadOnlyList<string>)[t.Table, Words.Number(t.Rows)]),
            ]));
        sheet.Gap();
        Show(words, contents.Log);
    }

    /// <summary>Shows the state of a log that is in order.</summary>
    public static void Show(Words words, LogVerdict log)
    {
        var sheet = Sheet.Answer();
        sheet.Paragraph(words["log-in-order", words.Count("entries", log.Entries)]);
        sheet.Paragraph(words["log-fingerprint", log.Last]);
    }
}
