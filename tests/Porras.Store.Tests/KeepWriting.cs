using System.Globalization;
using Porras.Exchange;

namespace Porras.Store.Tests;

/// <summary>Imports and settles again and again, and says each time what is confirmed, until it is killed.</summary>
internal static class KeepWriting
{
    /// <summary>What asks the program for it.</summary>
    public const string Word = "--keep-writing";

    /// <summary>The organisation in which it writes.</summary>
    public const string Organisation = "Koto";

    /// <summary>The day up to which it settles.</summary>
    public static readonly int Until = Day.Of(2015, 12, 31);

    private const int Copies = 200;

    public static async Task<int> Run(string database, string round)
    {
        var rows = Many();
        var model = ("wp", ModelForm.Page, Gallery.Page("work-programme"));
        Say("begun");
        var store = await Store.Open(DatabaseAddress.Parse(database).Address!);
        var whose = await store.People.FindOrganisation(Organisation)
            ?? await store.People.AddOrganisation(Organisation);
        var caller = new Caller(whose.Id);
        for (var i = 0; ; i++)
        {
            var set = await store.DataSets.Import(caller, model, $"{round}-{i}", rows);
            Say("imported", set.Id, set.Hash);
            var result = await store.Settlements.Settle(caller, new($"{round}-{i}", set.VersionId, set.Id, Until));
            Say("settled", result.Settlement!.Id, result.Settlement.Hash);
        }
    }

    /// <summary>Facts enough for an import to take a while.</summary>
    private static DataSet Many()
    {
        var files = Directory.EnumerateFiles(Gallery.FolderOf("work-programme"), "*.csv")
            .ToDictionary(f => Path.GetFileName(f)!, Copied, StringComparer.Ordinal);
        return CsvText.Read(files, ModelSchema.Of(Gallery.Model("work-programme"))).DataSet!;
    }

    private static string Copied(string file)
    {
        var lines = File.ReadAllLines(file);
        var copies = Enumerable.Range(0, Copies).SelectMany(i =>
            lines.Skip(1).Select(l => i.ToString("D4", CultureInfo.InvariantCulture) + l));
        return string.Join('\n', copies.Prepend(lines[0]));
    }

    private static void Say(string what, long id = 0, string hash = "")
    {
        Console.Out.WriteLine($"{what} {id} {hash}");
        Console.Out.Flush();
    }
}
