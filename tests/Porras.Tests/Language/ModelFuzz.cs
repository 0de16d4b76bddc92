using System.Globalization;
using System.Text;
using CsCheck;

namespace Porras.Tests;

/// <summary>
/// No text makes the reader throw. <c>PORRAS_FUZZ</c> says how many are tried; a failure names the seed of its text.
/// </summary>
public sealed class ModelFuzz
{
    private const string Odd = "\t\0\r\n\"#§,%-/ .…\uD800\uFEFF\u2028𝒳éŉǅ0123456789";

    private static readonly string[] Texts = [.. ExampleModels.All.Select(e => e.Text)];

    private static readonly string[] Jsons = [.. Texts.Select(t => ModelJson.Write(ModelReader.Read(t).Model!))];

    private static int Inputs => int.Parse(
        Environment.GetEnvironmentVariable("PORRAS_FUZZ") ?? "5000", CultureInfo.InvariantCulture);

    [Fact]
    public void No_text_makes_the_reader_throw() => Gen.Int.Sample(seed => Read(Any(new(seed))), iter: Inputs);

    [Fact]
    public void No_json_makes_the_reader_throw() => Gen.Int.Sample(
        seed =>
        {
            var (model, findings) = ModelJson.Read(Changed(Jsons, new(seed)));
            Assert.NotEqual(model is null, findings.Count == 0);
            DiagnosticText.Write(findings, null);
        },
        iter: Inputs / 10);

    [Theory]
    [InlineData("x")]
    [InlineData("\n")]
    [InlineData(",")]
    [InlineData("9")]
    [InlineData("x\n y\n")]
    [InlineData("fee a outcome\n  pay 5\n")]
    public void Ten_million_letters_are_read_as_well(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 10_000_000 / part.Length));
        var read = ModelReader.Read(text);
        Assert.True(read.Findings.Count <= ModelReader.MistakesMost + 1);
        DiagnosticText.Write(read.Findings.Take(3), text);
    }

    [Fact]
    public void Whatever_is_half_written_keeps_what_could_be_read()
    {
        foreach (var text in Texts)
        {
            var half = ModelReader.Read(text[..(text.Length / 2)]);
            Assert.NotNull(half.Model);
            Assert.True(half.Findings.Count <= 2, DiagnosticText.Write(half.Findings, text));
        }
    }

    private static void Read(string text)
    {
        var read = ModelReader.Read(text);
        DiagnosticText.Write(read.Findings, text, Tongue.Finnish);
        DiagnosticText.Write(ModelReader.ReadPage(text).Findings, text, Tongue.Swedish);
        ModelFormat.FormatPage(text);
        if (read.Whole is { } model)
        {
            var formatted = ModelFormat.Format(text).Text;
            Assert.Equal(ModelWriter.Write(model), ModelWriter.Write(ModelReader.Read(formatted).Whole!));
        }
        else if (read.Model is { } part)
        {
            ModelWriter.Write(part);
            ModelCheck.Check(read, text);
        }
    }

    /// <summary>A text that somebody might have written, more or less.</summary>
    internal static string Any(Random random) => random.Next(10) switch
    {
        0 => Encoding.UTF8.GetString(Bytes(random)),
        1 => new string([.. Enumerable.Range(0, random.Next(400)).Select(_ => (char)random.Next(char.MaxValue + 1))]),
        2 => "# page\n\n```porras\n" + Changed(Texts, random) + "\n```\n",
        3 => string.Join(' ', Enumerable.Range(0, random.Next(200)).Select(_ => Word(random))),
        _ => Changed(Texts, random),
    };

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(2_000)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static string Changed(string[] texts, Random random)
    {
        var text = new StringBuilder(texts[random.Next(texts.Length)]);
        for (var times = random.Next(1, 8); times > 0; times--)
        {
            Change(text, texts, random);
        }

        return text.ToString();
    }

    private static void Change(StringBuilder text, string[] texts, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 30), text.Length - at);
        switch (random.Next(7))
        {
            case 0:
                text.Insert(at, Odd[random.Next(Odd.Length)]);
                break;
            case 1:
                text.Remove(at, length);
                break;
            case 2:
                text.Length = at;
                break;
            case 3:
                var other = texts[random.Next(texts.Length)];
                var from = random.Next(other.Length);
                text.Insert(at, other.AsSpan(from, Math.Min(random.Next(1, 200), other.Length - from)));
                break;
            case 4:
                text.Insert(at, text.ToString(at, length));
                break;
            case 5:
                text.Insert(at, Word(random));
                break;
            default:
                text.Insert(at, random.Next(2) == 0 ? "\n" : " ");
                break;
        }
    }

    private static string Word(Random random) => random.Next(4) switch
    {
        0 => Odd[random.Next(Odd.Length)].ToString(),
        1 => random.NextInt64().ToString(CultureInfo.InvariantCulture),
        2 => "\n" + Keywords.All[random.Next(Keywords.All.Count)].Phrase,
        _ => Keywords.All[random.Next(Keywords.All.Count)].Phrase,
    };
}
