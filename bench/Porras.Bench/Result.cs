using System.Globalization;
using System.Text;

namespace Porras.Bench;

/// <summary>What a benchmark gives: a page that is printed, and kept if a day is given.</summary>
public static class Result
{
    /// <summary>Prints a page; writes it under <c>bench/results</c> if the order has a day.</summary>
    /// <param name="order">What was asked for.</param>
    /// <param name="job">The name of the benchmark.</param>
    /// <param name="page">The page.</param>
    public static void Give(ReferenceOrder order, string job, string page)
    {
        Console.Write(page);
        if (order.Day is { } day)
        {
            File.WriteAllText(Path.Combine("bench", "results", $"{day}-{job}.md"), page);
        }
    }

    /// <summary>A page: what was done, on what, and a row a peer.</summary>
    /// <param name="order">What was asked for.</param>
    /// <param name="title">The title.</param>
    /// <param name="said">What is said of the job.</param>
    /// <param name="times">The peers and their times.</param>
    /// <param name="columns">More columns: their heads, and their cells.</param>
    public static string Page(
        ReferenceOrder order,
        string title,
        IEnumerable<string> said,
        IReadOnlyList<Times> times,
        params IReadOnlyList<(string Head, Func<Times, double> Cell, int Decimals)> columns)
    {
        var page = new StringBuilder($"# {title}{(order.Day is null ? "" : ", " + order.Day)}\n\n");
        var runs = $"Runs: {order.Runs} each after one to warm up, peers in turn; ratios are medians run by run";
        page.AppendJoin("", said.Append(runs).Append($"Machine: {Machine.Line()}").Select(s => $"- {s}\n"));
        page.Append("\n| Peer | Threads ").AppendJoin("", columns.Select(c => $"| {c.Head} ")).Append("|\n");
        page.Append("|---|---:").AppendJoin("", columns.Select(_ => "|---:")).Append("|\n");
        foreach (var time in times)
        {
            var cells = columns.Select(c => Cell(c.Cell(time), c.Decimals));
            page.Append("| ").AppendJoin(" | ", [time.Peer.Name, $"{time.Peer.Threads}", .. cells]).Append(" |\n");
        }

        return page.ToString();
    }

    private static string Cell(double value, int decimals) =>
        value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
