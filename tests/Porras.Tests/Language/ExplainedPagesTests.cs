using System.Collections;
using System.Reflection;

namespace Porras.Tests;

/// <summary>Whole models explained: pages to read, kept as files.</summary>
public sealed class ExplainedPagesTests
{
    public static TheoryData<string, Tongue> Pages =>
    [
        .. ((string[])["coaching-north-full", "work-programme", "ticket-to-work"])
            .SelectMany(m => Enum.GetValues<Tongue>().Select(t => (m, t))),
    ];

    public static TheoryData<string> Titles => [.. ExampleModels.All.Select(m => m.Title)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_model_is_explained_as_the_page_says(string model, Tongue tongue)
    {
        var told =
            Explain.Model(ModelReader.ReadPage(TestFiles.Read("models", model + ".md")).Model!, tongue).Markdown();
        var path = TestFiles.PathOf("cases", "explained", $"{model}.{tongue.Code()}.md");
        if (TestFiles.Accept)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, told);
        }

        Assert.Equal(File.ReadAllText(path), told);
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void Every_example_is_explained_in_every_language(string title)
    {
        var model = Model(title);
        foreach (var tongue in Enum.GetValues<Tongue>())
        {
            var told = Explain.Model(model, tongue);
            Assert.DoesNotContain("{", told.Text(), StringComparison.Ordinal);
            Assert.DoesNotContain(" | ", told.Text(), StringComparison.Ordinal);
            Assert.All(told.Sentences, s => Assert.EndsWith(".", s.Text, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void Every_clause_reference_of_an_example_is_told(string title)
    {
        var model = Model(title);
        var told = Explain.Model(model).Sections.SelectMany(s => s.Items)
            .SelectMany(i => i.Sentences.Select(s => s.Clause)).ToHashSet();
        Assert.Empty(Parts(model).OfType<Mark>().Select(m => m.Clause).OfType<string>().Except(told.OfType<string>()));
    }

    [Fact]
    public void The_examples_hold_every_kind_of_clause()
    {
        var met = ExampleModels.All.SelectMany(m => Parts(Model(m.Title))).Select(p => p.GetType()).ToHashSet();
        Type[] sums =
        [
            typeof(MeasureHead), typeof(MomentKind), typeof(Bound), typeof(Pay), typeof(PayStep), typeof(HowOften),
            typeof(Takes), typeof(Test), typeof(TableKey), typeof(Frame), typeof(Share), typeof(Basis),
            typeof(WindowRule), typeof(CohortBy), typeof(Owner), typeof(Declaration),
        ];

        // A moment, a test and a declaration came after the examples; they have tests of their own.
        Type[] later = [typeof(MomentKind.EachLasts), typeof(Test.Covers), typeof(Declaration.Expect)];
        Assert.Empty(sums.SelectMany(s => s.GetNestedTypes()).Except(met).Except(later));
    }

    private static FeeModel Model(string title) =>
        ModelReader.Read(ExampleModels.All.Single(m => m.Title == title).Text).Model!;

    private static IEnumerable<object> Parts(object? part)
    {
        if (part is null or string or Place or Exact || part.GetType().IsPrimitive || part.GetType().IsEnum)
        {
            yield break;
        }

        yield return part;
        var inner = part is IEnumerable items
            ? items.Cast<object?>()
            : part.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.GetIndexParameters().Length == 0).Select(p => p.GetValue(part))
                .Concat(part.GetType().IsGenericType
                    && part.GetType().FullName!.StartsWith("System.ValueTuple", StringComparison.Ordinal)
                    ? part.GetType().GetFields().Select(f => f.GetValue(part)) : []);
        foreach (var found in inner.SelectMany(Parts))
        {
            yield return found;
        }
    }
}
