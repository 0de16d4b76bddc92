using System.Globalization;
using System.Runtime.InteropServices;

namespace Porras.Bench;

/// <summary>What a result was measured on.</summary>
public static class Machine
{
    /// <summary>One line: processor, cores, memory, operating system, .NET, and on Linux how busy it was.</summary>
    public static string Line()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30);
        return FormattableString.Invariant(
            $"{Processor()}, {Environment.ProcessorCount} cores, {memory:F0} GiB, {RuntimeInformation.OSDescription}, ")
            + RuntimeInformation.FrameworkDescription + Load();
    }

    /// <summary>
    /// How many bytes of memory this process has touched for the first time so far, in whole pages; 0 where the system
    /// does not say.
    /// </summary>
    public static long FreshMemory()
    {
        const string Linux = "/proc/self/stat";
        const int MinorFaults = 7;
        if (!File.Exists(Linux))
        {
            return 0;
        }

        var stat = File.ReadAllText(Linux);
        var cells = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return long.Parse(cells[MinorFaults], CultureInfo.InvariantCulture) * Environment.SystemPageSize;
    }

    private static string Load()
    {
        const string Linux = "/proc/loadavg";
        return File.Exists(Linux) ? $"; load average {File.ReadAllText(Linux).Split(' ')[0]} at the end" : "";
    }

    private static string Processor()
    {
        const string Linux = "/proc/cpuinfo";
        var named = File.Exists(Linux)
            ? File.ReadLines(Linux).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return named?[(named.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
            ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
