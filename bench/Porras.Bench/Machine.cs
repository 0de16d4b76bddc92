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
