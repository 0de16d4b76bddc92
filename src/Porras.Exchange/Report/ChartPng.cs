using ScottPlot;

namespace Porras.Exchange;

/// <summary>A chart as a PNG picture, for documents that take no SVG.</summary>
internal static class ChartPng
{
    private const int Width = 1200, Height = 640;

    private static readonly string Face = ((string[])
        ["Source Sans 3", "Segoe UI", "Helvetica Neue", "Arial", "Liberation Sans", "DejaVu Sans"])
        .FirstOrDefault(SkiaSharp.SKFontManager.Default.FontFamilies.Contains) ?? Fonts.Sans;

    /// <summary>The bytes of the picture.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="key">What the fills mean: class and word; null for nothing.</param>
    public static byte[] Write(IChart chart, IReadOnlyList<(string Kind, string Word)>? key = null)
    {
        using var plot = new Plot();
        plot.Font.Set(Face);
        plot.Title(chart.Title, 18);
        plot.Axes.Title.Label.FontName = Face;
        plot.Axes.Title.Label.Bold = true;
        plot.FigureBackground.Color = Ink("paper");
        plot.Axes.Color(Ink("soft"));
        plot.Grid.MajorLineColor = Ink("line");
        plot.Axes.Right.IsVisible = false;
        plot.Axes.Top.IsVisible = false;
        switch (chart)
        {
            case FanChart fan:
                Fan(plot, fan);
                break;
            case LineChart lines:
                Lines(plot, lines);
                break;
            case ShareChart shares:
                Shares(plot, shares);
                break;
            case BarChart bars:
                Bars(plot, bars);
                break;
            case TornadoChart tornado:
                Tornado(plot, tornado);
                break;
            default:
                throw new ArgumentException($"A {chart.GetType().Name} has no picture.", nameof(chart));
        }

        Legend(plot, key ?? []);
        return plot.GetImageBytes(Width, Height, ImageFormat.Png);
    }

    // Under the picture, where it covers nothing. Limits and lines say themselves what they are.
    private static void Legend(Plot plot, IReadOnlyList<(string Kind, string Word)> key)
    {
        foreach (var (kind, word) in key.Where(k =>
            k.Kind != "limit" && !k.Kind.StartsWith("run m", StringComparison.Ordinal)))
        {
            var item = new LegendItem { LabelText = word };
            var words = kind.Split(' ');
            var ink = Ink(RoleOf(words[^1]));
            if (words[0] == "run")
            {
                (item.LineColor, item.LineWidth) = (ink, 3);
            }
            else
            {
                item.FillColor = words[0] == "band" ? ink.WithAlpha(words.Contains("inner") ? 0.5 : 0.22)
                    : words.Contains("soft") ? ink.WithAlpha(0.25) : ink;
            }

            plot.Legend.ManualItems.Add(item);
        }

        if (plot.Legend.GetItems().Length > 0)
        {
            plot.Legend.Orientation = Orientation.Horizontal;
            (plot.Legend.FontSize, plot.Legend.OutlineWidth) = (15, 0);
            plot.Legend.ShadowColor = Colors.Transparent;
            plot.ShowLegend(Edge.Bottom);
        }

        plot.Axes.Left.TickLabelStyle.FontSize = 14;
        plot.Axes.Bottom.TickLabelStyle.FontSize = 14;
    }

    private static void Fan(Plot plot, FanChart fan)
    {
        double[] xs = [.. fan.Values.Select((_, i) => (double)i)];
        var ink = Ink(fan.Kind);
        Band(plot, xs, fan, v => v.Low, v => v.High, ink.WithAlpha(0.22));
        Band(plot, xs, fan, v => v.Quarter, v => v.ThreeQuarters, ink.WithAlpha(0.34));
        Line(plot, xs, [.. fan.Values.Select(v => v.Middle)], ink, LinePattern.Solid);
        Level(plot, fan.Level, isAcross: true);
        if (fan.Mark is { } mark)
        {
            plot.Add.Marker(mark.Place, mark.Value, MarkerShape.FilledSquare, 12, ink);
            var text = plot.Add.Text(mark.Label, mark.Place, mark.Value);
            (text.LabelFontSize, text.LabelBold, text.LabelAlignment) = (14, true, Alignment.UpperCenter);
            text.OffsetY = 12;
            text.LabelFontColor = Ink("text");
        }

        Axes(plot, fan.Places, fan.Tick, fan.Least, fan.Greatest);
        plot.Axes.SetLimits(
            0, Math.Max(1, xs.Length - 1), Room(fan.Least, fan.Greatest, -1), Room(fan.Greatest, fan.Least, 1));
    }

    private static void Lines(Plot plot, LineChart lines)
    {
        LinePattern[] dashes = [LinePattern.Solid, LinePattern.Dashed, LinePattern.Dotted, LinePattern.DenselyDashed];
        foreach (var (i, line) in lines.Lines.Index())
        {
            double[] xs = [.. line.Values.Select((_, x) => (double)x)];
            Line(plot, xs, [.. line.Values], Ink("organiser"), dashes[i % 4], line.Label);
        }

        var values = lines.Lines.SelectMany(l => l.Values).Append(0).ToList();
        Axes(plot, lines.Places, lines.Tick, values.Min(), values.Max());
    }

    private static void Shares(Plot plot, ShareChart shares)
    {
        double[] xs = [.. shares.Points.Select(p => shares.Place(p.Size))];
        Line(plot, xs, [.. shares.Points.Select(p => p.Share)], Ink("provider"), LinePattern.Solid);
        foreach (var (x, point) in xs.Zip(shares.Points))
        {
            var whisker = plot.Add.Line(x, point.Lower, x, point.Upper);
            (whisker.LineColor, whisker.LineWidth) = (Ink("provider"), 3);
            plot.Add.Marker(x, point.Share, MarkerShape.FilledSquare, 12, Ink("provider"));
        }

        Level(plot, shares.Allowed, isAcross: true);
        plot.XLabel(shares.Axis, 14);
        plot.Axes.Bottom.SetTicks(xs, [.. shares.Points.Select(p => p.Label)]);
        Left(plot, shares.Tick, 0, shares.Greatest);
        plot.Axes.SetLimitsY(0, shares.Greatest * 1.02);
    }

    private static void Bars(Plot plot, BarChart chart)
    {
        plot.Grid.YAxisStyle.IsVisible = false;
        var names = new List<(double Place, string Name)>();
        foreach (var (i, bar) in chart.Bars.Index())
        {
            var (place, from) = (-(double)i, 0.0);
            foreach (var piece in bar.Pieces.Where(p => p.Value > 0))
            {
                plot.Add.Bar(new ScottPlot.Bar
                {
                    Position = place, ValueBase = from, Value = from + piece.Value, Size = 0.7,
                    Orientation = Orientation.Horizontal, FillColor = Ink(RoleOf(piece.Kind)), LineWidth = 0,
                });
                from += piece.Value;
            }

            var total = plot.Add.Text(" " + bar.Total, from, place);
            (total.LabelFontSize, total.LabelBold, total.LabelAlignment) = (14, true, Alignment.MiddleLeft);
            total.LabelFontColor = Ink("text");
            names.Add((place, bar.Heading.Length > 0 ? $"{bar.Heading}: {bar.Label}" : bar.Label));
        }

        Level(plot, chart.Level, isAcross: false);
        plot.Axes.Left.SetTicks([.. names.Select(n => n.Place)], [.. names.Select(n => n.Name)]);
        double[] ticks = [.. Svg.Ticks(0, chart.Greatest, 6)];
        plot.Axes.Bottom.SetTicks(ticks, [.. ticks.Select(chart.Tick)]);
        plot.Axes.SetLimits(0, chart.Greatest * 1.15, -chart.Bars.Count + 0.4, 0.6);
    }

    private static void Tornado(Plot plot, TornadoChart chart)
    {
        plot.Grid.YAxisStyle.IsVisible = false;
        var ink = Ink(chart.Kind);
        foreach (var (i, bar) in chart.Bars.Index())
        {
            var isRising = bar.Low <= bar.High;
            foreach (var (value, text, isSoft, isRight) in ((double, string, bool, bool)[])
                [(bar.Low, bar.Lower, true, !isRising), (bar.High, bar.Higher, false, isRising)])
            {
                plot.Add.Bar(new ScottPlot.Bar
                {
                    Position = -i, ValueBase = chart.Still.Value, Value = value, Size = 0.7, LineWidth = 1,
                    LineColor = ink, Orientation = Orientation.Horizontal,
                    FillColor = isSoft ? ink.WithAlpha(0.25) : ink,
                });
                var label = plot.Add.Text(isRight ? " " + text : text + " ", value, -i);
                (label.LabelFontSize, label.LabelFontColor) = (14, Ink("text"));
                label.LabelAlignment = isRight ? Alignment.MiddleLeft : Alignment.MiddleRight;
            }
        }

        var line = plot.Add.VerticalLine(chart.Still.Value);
        (line.Color, line.LineWidth, line.LegendText) = (Ink("text"), 2, chart.Still.Label);
        plot.Axes.Left.SetTicks(
            [.. chart.Bars.Select((_, i) => -(double)i)], [.. chart.Bars.Select(b => b.Label)]);
        var (least, greatest) = chart.Range;
        double[] ticks = [.. Svg.Ticks(least, greatest, 5)];
        plot.Axes.Bottom.SetTicks(ticks, [.. ticks.Select(chart.Tick)]);
        plot.Axes.SetLimits(
            Room(least, greatest, -2), Room(greatest, least, 2), -chart.Bars.Count + 0.4, 0.6);
    }

    private static void Band(
        Plot plot, double[] xs, FanChart fan, Func<FanPlace, double> low, Func<FanPlace, double> high, Color ink)
    {
        var band = plot.Add.FillY(xs, [.. fan.Values.Select(low)], [.. fan.Values.Select(high)]);
        (band.FillColor, band.LineWidth, band.MarkerSize) = (ink, 0, 0);
    }

    private static void Line(
        Plot plot, double[] xs, double[] ys, Color ink, LinePattern pattern, string label = "")
    {
        var line = plot.Add.ScatterLine(xs, ys, ink);
        (line.LineWidth, line.LinePattern, line.LegendText) = (3, pattern, label);
    }

    private static void Level(Plot plot, ChartLevel? level, bool isAcross)
    {
        if (level is null)
        {
            return;
        }

        ScottPlot.Plottables.AxisLine line = isAcross
            ? plot.Add.HorizontalLine(level.Value) : plot.Add.VerticalLine(level.Value);
        (line.Color, line.LineWidth, line.LinePattern) = (Ink("error"), 2, LinePattern.Dotted);
        line.LegendText = level.Label;
    }

    private static void Axes(
        Plot plot, IReadOnlyList<string> places, Func<double, string> tick, double low, double high)
    {
        var named = places.Index().Where(p => p.Item.Length > 0).ToList();
        plot.Axes.Bottom.SetTicks([.. named.Select(p => (double)p.Index)], [.. named.Select(p => p.Item)]);
        Left(plot, tick, low, high);
    }

    private static void Left(Plot plot, Func<double, string> tick, double low, double high)
    {
        double[] ticks = [.. Svg.Ticks(low, high, 6)];
        plot.Axes.Left.SetTicks(ticks, [.. ticks.Select(tick)]);
    }

    private static double Room(double end, double other, int sign) => end + sign * Math.Abs(end - other) * 0.08;

    private static Color Ink(string role) => Color.FromHex(ChartInk.Of(role));

    private static string RoleOf(string kind) => kind switch
    {
        "more" => "provider",
        "less" => "provider-soft",
        "same" => "sunken",
        "organiser" or "outcome" or "output" or "provider" => kind,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown fill."),
    };
}
