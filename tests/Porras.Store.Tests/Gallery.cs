using Porras.Exchange;
using Porras.Tests;

namespace Porras.Store.Tests;

/// <summary>A case of a page of the gallery: a model and a data set.</summary>
internal sealed record GalleryCase(string Name, string Page, string Text, FeeModel Model, DataSet Rows, int Until);

/// <summary>The models and cases of the repository.</summary>
internal static class Gallery
{
    private static readonly string[] Folders = ["models", "cases", "cases/language"];

    /// <summary>Every case whose data set is read without mistakes.</summary>
    public static IEnumerable<GalleryCase> Cases =>
        from folder in Folders
        from path in Repository.Pages(folder)
        let page = MarkdownPage.Read(path)
        let model = ModelOf.Text(ModelForm.Page, page.Text).Model
        where model is not null
        from heading in page.Blocks().Select(b => b.Heading).Where(h => h.StartsWith("### ", StringComparison.Ordinal))
            .Distinct()
        let rows = CsvText.Read(Files(page, heading), ModelSchema.Of(model)).DataSet
        where rows is not null
        select new GalleryCase(
            Path.GetFileNameWithoutExtension(path) + heading[3..], path, page.Text, model, rows,
            UntilOf(page, heading));

    /// <summary>The text of a page of models.</summary>
    public static string Page(string name) => File.ReadAllText(Path.Combine(Repository.Root, "models", name + ".md"));

    /// <summary>The model of a page.</summary>
    public static FeeModel Model(string name) => ModelOf.Text(ModelForm.Page, Page(name)).Model!;

    /// <summary>The folder of facts for a page.</summary>
    public static string FolderOf(string name) => Path.Combine(Repository.Root, "models", "data", name);

    /// <summary>The facts for a page.</summary>
    public static DataSet Facts(string name) =>
        DataSetFolder.Read(FolderOf(name), ModelSchema.Of(Model(name))).DataSet!;

    /// <summary>The lines of a settlement as a file would hold them.</summary>
    public static string Lines(Settled settled)
    {
        using var to = new StringWriter { NewLine = "\n" };
        LinesCsv.Write(to, settled);
        return to.ToString();
    }

    private static Dictionary<string, string> Files(MarkdownPage page, string heading)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var block in page.Blocks().Where(b => b.Kind.StartsWith("csv ", StringComparison.Ordinal)))
        {
            if (block.Heading == heading || block.Heading.StartsWith("## ", StringComparison.Ordinal))
            {
                files[block.Kind[4..]] = block.Text;
            }
        }

        return files;
    }

    private static int UntilOf(MarkdownPage page, string heading) =>
        page.Blocks().Where(b => b.Heading == heading).Select(b => b.Kind.Split(' '))
            .Where(w => Array.IndexOf(w, "until") >= 0)
            .Select(w => Day.Parse(w[Array.IndexOf(w, "until") + 1])).FirstOrDefault() ?? Day.Of(2099, 12, 31);
}
