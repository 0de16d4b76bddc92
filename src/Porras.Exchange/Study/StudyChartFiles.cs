namespace Porras.Exchange;

/// <summary>The charts of a study as files: SVG and PNG.</summary>
public static class StudyChartFiles
{
    /// <summary>Writes every chart of a study into a folder, which is made if it is not there.</summary>
    /// <returns>The files written.</returns>
    public static IReadOnlyList<string> Write(string folder, StudyWords words) =>
        Write(folder, new StudyFigures(words).All());

    /// <summary>Writes every chart of a plan likewise.</summary>
    /// <returns>The files written.</returns>
    public static IReadOnlyList<string> Write(string folder, PlanWords words) =>
        Write(folder, new PlanFigures(words).All());

    private static List<string> Write(string folder, IReadOnlyList<StudyChart> charts)
    {
        var files = new List<string>();
        foreach (var chart in charts)
        {
            var (svg, png) = (Path.Combine(folder, chart.Name + ".svg"), Path.Combine(folder, chart.Name + ".png"));
            WholeFile.Write(svg, to => to.Write(ChartSvg.Write(chart.Chart, chart.Key)));
            WholeFile.WriteBytes(png, to => to.Write(ChartPng.Write(chart.Chart, chart.Key)));
            files.AddRange([svg, png]);
        }

        return files;
    }
}
