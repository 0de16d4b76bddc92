using System.Globalization;
using System.Text;

namespace Porras.Exchange;

/// <summary>A drawing in SVG, styled by the page: shapes have classes, not colours.</summary>
/// <param name="width">Its width in units, of which 14 are the height of a letter.</param>
internal sealed class Svg(double width)
{
    private readonly StringBuilder _shapes = new();

    /// <summary>Its width.</summary>
    public double Width => width;

    /// <summary>What is drawn so far.</summary>
    public string Shapes => _shapes.ToString();

    /// <summary>About how wide a text is.</summary>
    public static double WidthOf(string text) => 7.3 * text.Length;

    /// <summary>A line.</summary>
    public void Line(double x1, double y1, double x2, double y2, string kind) =>
        _shapes.Append($"""<line x1="{N(x1)}" y1="{N(y1)}" x2="{N(x2)}" y2="{N(y2)}" class="{kind}"/>""");

    /// <summary>A box; nothing where it has no width.</summary>
    public void Box(double x, double y, double w, double h, string kind)
    {
        if (w > 0 && h > 0)
        {
            _shapes.Append($"""<rect x="{N(x)}" y="{N(y)}" width="{N(w)}" height="{N(h)}" class="{kind}"/>""");
        }
    }

    /// <summary>A line through points.</summary>
    public void Path(IEnumerable<(double X, double Y)> points, string kind)
    {
        var d = string.Join('L', points.Select(p => $"{N(p.X)} {N(p.Y)}"));
        _shapes.Append($"""<path d="M{d}" class="{kind}"/>""");
    }

    /// <summary>A text, centred on its height.</summary>
    public void Text(double x, double y, string text, string anchor = "start", string kind = "") => _shapes.Append(
        $"""<text x="{N(x)}" y="{N(y + 4.8)}" text-anchor="{anchor}" class="{kind}">{Html.Number(text)}</text>""");

    /// <summary>A text that must keep its hyphens, such as a name; cut with an ellipsis where it is too long.</summary>
    public void Name(double x, double y, string name, double room, string anchor = "start", string kind = "strong")
    {
        var most = Math.Max(3, (int)(room / 7.3));
        var shown = name.Length <= most ? name : name[..(most - 1)] + "…";
        _shapes.Append(
            $"""<text x="{N(x)}" y="{N(y + 4.8)}" text-anchor="{anchor}" class="{kind}">{Html.Text(shown)}</text>""");
    }

    /// <summary>The drawing with what it shows in a sentence, for those who do not see it.</summary>
    public string Write(double height, string title, string kind) =>
        $"""<svg class="{kind}" viewBox="0 0 {N(width)} {N(height)}" role="img" aria-label="{Html.Text(title)}">"""
        + $"<title>{Html.Text(title)}</title>{_shapes}</svg>";

    /// <summary>Round values from 0 or below up to a highest one, about so many.</summary>
    public static IReadOnlyList<double> Ticks(double low, double high, int count)
    {
        var raw = Math.Max(high - low, 1e-9) / Math.Max(1, count);
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = new[] { 1, 2, 2.5, 5, 10 }.Select(m => m * power).First(s => s >= raw - 1e-12);
        var first = (int)Math.Ceiling(low / step - 1e-9);
        var last = (int)Math.Floor(high / step + 1e-9);
        return [.. Enumerable.Range(first, last - first + 1).Select(i => i * step)];
    }

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
