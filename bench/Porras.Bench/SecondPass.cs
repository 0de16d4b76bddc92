using System.Globalization;

namespace Porras.Bench;

/// <summary>
/// The reference job with a provider's fee by a rate, a pro rata limit and a limit for the contract: how much longer
/// than the reference job alone.
/// </summary>
public static class SecondPass
{
    /// <summary>For how many participants the published totals are.</summary>
    public const int FullSize = 200_000;

    private const int Providers = 20;
    private const string FirstPage = "work-programme-reference.md", SecondPage = "work-programme-second-pass.md";

    // Lines and pence as paid by the engine before its second pass was made fast, on 28 November 2026.
    private static readonly (long Lines, long Pence) Published = (2_472_757, 29_930_242_410);

    /// <summary>Prints both times on one and on two threads, and the middle of the ratios pair by pair.</summary>
    public static void Run(ReferenceOrder order)
    {
        var facts = ReferenceFacts.Of(ReferenceJob.Draw(order.Participants));
        var second = WithProviders(facts);
        foreach (var threads in (int[])[1, 2])
        {
            var pairs = new Pairs(
                () => Settle.All(Plan.Compile(ReferenceFacts.Model), facts, ReferenceFacts.Until, threads: threads),
                () => Check(Settle.All(Plan.Compile(Model), second, ReferenceFacts.Until, threads: threads)));
            pairs.Run(order.Runs);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
                {order.Participants:N0} participants, threads {threads}, {order.Runs} pairs: {pairs}
                """));
        }
    }

    private static FeeModel Model { get; } = ReferenceFacts.Read(FirstPage, SecondPage);

    private static DataSet WithProviders(DataSet facts)
    {
        var starts = facts.Starts;
        return new()
        {
            Schema = ModelSchema.Of(Model),
            Starts = new()
            {
                Participants = starts.Participants,
                Offsets = starts.Offsets,
                Day = starts.Day,
                Provider = [.. Enumerable.Range(0, starts.Count).Select(p => p % Providers)],
                Known = starts.Known,
            },
            Facts = facts.Facts,
            Providers = new([.. Enumerable.Range(0, Providers).Select(p => $"P{p:D2}")], []),
        };
    }

    private static void Check(Settled settled)
    {
        var found = (settled.Count, settled.Total.Minor);
        if (settled.Data.Starts.Count == FullSize && found != Published)
        {
            throw new InvalidOperationException($"{found} found, {Published} expected.");
        }
    }
}
