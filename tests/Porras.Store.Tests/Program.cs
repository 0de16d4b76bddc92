using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Porras.Store.Tests;

/// <summary>Runs the tests, or is the process that tests start in order to kill it.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => args switch
    {
        [KeepWriting.Word, var database, var round] => KeepWriting.Run(database, round),
        _ when args.Any(a => a is "--server" or "--internal-msbuild-node") =>
            TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => ConsoleRunner.Run(args),
    };
}
