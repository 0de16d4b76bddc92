using System.Globalization;

namespace Porras.Bench;

/// <summary>How many visit an app, and for how long.</summary>
/// <param name="Address">Where the app is.</param>
/// <param name="Users">How many at once.</param>
/// <param name="Seconds">How long all of them are there.</param>
public sealed record WebOrder(Uri Address, int Users = 100, int Seconds = 60)
{
    /// <summary>How long it takes until all have come.</summary>
    public int Ramp => Math.Max(1, Seconds / 3);
}

/// <summary>Users who browse and simulate at the same time: they come one by one, stay, and go.</summary>
/// <remarks>
/// A process of its own, so that the app is measured with what a visitor waits for. The app must have its
/// demonstration area. What a live page says over its connection is asked over the API, with the same work behind it.
/// </remarks>
public static class WebJob
{
    private const int MostSeconds = 600, MostUsers = 2000, ErrorsShown = 5;

    /// <summary>The order of a command line; null if it is none.</summary>
    public static WebOrder? Order(string address, IReadOnlyList<string> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || options.Count % 2 != 0)
        {
            return null;
        }

        WebOrder? order = new(uri);
        foreach (var pair in options.Chunk(2))
        {
            var number = int.TryParse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
            order = (pair[0], number) switch
            {
                ("--users", >= 1 and <= MostUsers) => order with { Users = number },
                ("--seconds", >= 3 and <= MostSeconds) => order with { Seconds = number },
                _ => null,
            };
            if (order is null)
            {
                return null;
            }
        }

        return order;
    }

    /// <summary>Lets them come, and prints what they waited for.</summary>
    /// <returns>0 if nobody met an error.</returns>
    public static async Task<int> Run(WebOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var all = new WebTimes(TimeSpan.FromSeconds(order.Ramp));
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(order.Ramp + order.Seconds));
        await Task.WhenAll(Enumerable.Range(0, order.Users).Select(u => Visit(order, u, all, end.Token)));
        Say($"| | requests | per second | p50 ms | p95 ms | p99 ms | longest ms | errors |");
        Say($"|---|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var (page, waits, errors) in all.Pages())
        {
            double At(double share) =>
                waits.Count == 0 ? 0 : waits[(int)Math.Min(waits.Count - 1, share * waits.Count)];
            var rate = waits.Count / (double)order.Seconds;
            FormattableString waited = $"{At(0.5):F0} | {At(0.95):F0} | {At(0.99):F0} | {At(1):F0}";
            var times = waited.ToString(CultureInfo.InvariantCulture);
            Say($"| {page} | {waits.Count + errors} | {rate:F1} | {times} | {errors} |");
        }

        foreach (var error in all.Errors.Take(ErrorsShown))
        {
            Say($"error: {error}");
        }

        Say($"{order.Users} users for {order.Seconds} s, after {order.Ramp} s in which they came; {Machine.Line()}");
        return all.Errors.IsEmpty ? 0 : 1;
    }

    private static async Task Visit(WebOrder order, int number, WebTimes times, CancellationToken end)
    {
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(order.Ramp * (double)number / order.Users), end);
            using var user = new WebUser(order.Address, number, times);
            await user.SignIn(end);
            while (true)
            {
                await user.Go(end);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The time is over; what was on its way is not counted.
        }
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
