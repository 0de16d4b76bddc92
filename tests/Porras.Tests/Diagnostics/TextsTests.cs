namespace Porras.Tests;

public sealed class TextsTests
{
    [Theory]
    [InlineData(Tongue.Finnish)]
    [InlineData(Tongue.Swedish)]
    public void Every_language_has_the_same_texts(Tongue tongue) =>
        Assert.Equal(Texts.Keys(Tongue.English).Order(), Texts.Keys(tongue).Order());

    [Theory]
    [InlineData(Tongue.Finnish)]
    [InlineData(Tongue.Swedish)]
    public void Every_text_has_the_same_places_to_fill_in(Tongue tongue)
    {
        foreach (var key in Texts.Keys(Tongue.English))
        {
            Assert.Equal((key, Holes(Texts.Get(Tongue.English, key))), (key, Holes(Texts.Get(tongue, key))));
        }
    }

    private static string Holes(string text) =>
        string.Join(' ', text.Split('{').Skip(1).Select(h => h.Split('}')[0].Split(':')[0])
            .Where(h => int.TryParse(h, out _)).Distinct().Order());
}
