using Porras.Exchange;

namespace Porras.Tests;

/// <summary>The cohort of the tutorial under three models.</summary>
public sealed class ComparedCohortTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "models", "data", "coaching-north");

    [Fact]
    public void The_cohort_in_the_repository_is_what_its_recipe_makes()
    {
        foreach (var (name, text) in InventedCohort.Files())
        {
            var path = Path.Combine(Folder, name);
            if (Repository.Accept)
            {
                File.WriteAllText(path, text);
            }

            Assert.Equal(text, File.ReadAllText(path));
        }
    }
}
