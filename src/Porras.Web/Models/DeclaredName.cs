namespace Porras.Web;

/// <summary>A name that a text declares, as the editor offers and explains it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Title">Its title; empty without one.</param>
public sealed record DeclaredName(string Name, string Kind, string Title)
{
    /// <summary>The names of what could be read of a draft.</summary>
    public static IReadOnlyList<DeclaredName> Of(Draft draft, Wording words)
    {
        if (draft.Form == Store.ModelForm.Json)
        {
            return [];
        }

        var read = draft.Form == Store.ModelForm.Page ? ModelReader.ReadPage(draft.Text) : ModelReader.Read(draft.Text);
        return read.Model is not { } model ? [] :
        [
            .. new ModelNames(model).All.DistinctBy(n => n.Name.Text).Select(n =>
            {
                var (kind, title) = Said(n.Meaning);
                return new DeclaredName(n.Name.Text, words["form.name." + kind], title);
            }),
            .. (model.Groups?.All ?? []).Select(g =>
                new DeclaredName(g.Name.Text, words["form.name.group"], g.Title?.Text ?? "")),
        ];
    }

    private static (string Kind, string Title) Said(Meaning meaning) => meaning switch
    {
        Meaning.Window => ("window", ""),
        Meaning.Known or Meaning.ProviderValue or Meaning.CohortValue => ("known", ""),
        Meaning.Fact(var kind, _) => ("fact", kind.Title?.Text ?? ""),
        Meaning.FactColumn => ("column", ""),
        Meaning.Ladder(var ladder, _) => ("ladder", ladder.Title?.Text ?? ""),
        Meaning.Cohort(var cohort, _) => ("cohort", cohort.Title?.Text ?? ""),
        Meaning.Measure(var measure, _) => ("measure", measure.Title?.Text ?? ""),
        Meaning.TableColumn(var table, _) => ("column", table.Title?.Text ?? ""),
        Meaning.Fee(var fee, _) => ("fee", fee.Title?.Text ?? ""),
        _ => throw new InvalidOperationException($"Unknown meaning {meaning}."),
    };
}
