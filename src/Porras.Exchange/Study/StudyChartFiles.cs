namespace Porras.Exchange;

/// <summary>The charts of a study as files: SVG and PNG.</summary>
public static class StudyChartFiles
{
    /// <summary>Writes every chart into a folder, which is made if it is not there.</summary>
    /// <returns>The files written.</returns>
    public static IReadOnlyList<string> Write(string folder, StudyWords words)
    {
        var files = new List<string>();
        foreach (var chart in new StudyFigures(words).All())
        {
            var (svg, png) = (Path.Combine(folder, chart.Name + ".svg"), Path.Combine(folder, chart.Name + ".png"));
            WholeFile.Write(svg, to => to.Write(ChartSvg.Write(chart.Chart)));
            WholeFile.WriteBytes(png, to => to.Write(ChartPng.Write(chart.Chart)));
            files.AddRange([svg, png]);
        }

        return files;
    }
}
