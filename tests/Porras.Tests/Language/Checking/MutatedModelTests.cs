using System.Text.RegularExpressions;

namespace Porras.Tests;

/// <summary>Real models with a line or a word moved, doubled, taken away or put in place of another.</summary>
public sealed partial class MutatedModelTests
{
    private const int Mutations = 1500;

    private static readonly string[] Texts =
    [
        .. ExampleModels.All.Select(e => e.Text),
        .. GalleryReadTests.Pages.Select(p => ModelPage.TextOf(TestFiles.Read(p.Data))),
    ];

    [Fact]
    public void Check_throws_at_no_text_and_what_passes_it_can_be_made_ready_to_settle()
    {
        var passed = 0;
        for (var seed = 0; seed < Mutations; seed++)
        {
            var text = Mutated(new Random(seed));
            try
            {
                passed += Compiles(text) ? 1 : 0;
            }
            catch (Exception e)
            {
                Assert.Fail($"Seed {seed}: {e}\n{text}");
            }
        }

        Assert.InRange(passed, Mutations / 50, Mutations);
    }

    private static bool Compiles(string text)
    {
        var read = ModelReader.Read(text);
        var mistakes = ModelCheck.Check(read, text);
        if (read.Whole is not { } model)
        {
            return false;
        }

        Review.Advise(model);
        if (mistakes.Count > 0)
        {
            return false;
        }

        Plan.Compile(model);
        return true;
    }

    private static string Mutated(Random random)
    {
        var text = Texts[random.Next(Texts.Length)];
        var lines = text.Split('\n').ToList();
        var (i, j) = (random.Next(lines.Count), random.Next(lines.Count));
        switch (random.Next(6))
        {
            case 0:
                lines.RemoveAt(i);
                break;
            case 1:
                lines.Insert(j, lines[i]);
                break;
            case 2:
                (lines[i], lines[j]) = (lines[j], lines[i]);
                break;
            default:
                var words = Word().Matches(text);
                var (from, to) = (words[random.Next(words.Count)], words[random.Next(words.Count)]);
                return text[..from.Index] + to.Value + text[(from.Index + from.Length)..];
        }

        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"[a-z][a-z0-9-]*|\d+(\.\d+)?( %| days| weeks| months| a week)?")]
    private static partial Regex Word();
}
