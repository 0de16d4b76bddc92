namespace Porras.Lab;

/// <summary>What a provider must lay out before it is paid, when everything goes as expected.</summary>
/// <param name="StartsMonth">Clients that begin each month.</param>
/// <param name="Months">The months in which clients begin, counted from 1.</param>
/// <param name="Cost">The cost of a client, spread evenly over the months of service.</param>
/// <param name="Revenue">The mean fee of a client.</param>
/// <param name="ServiceMonths">How long a client is served, from the month of the start.</param>
/// <param name="FixedLag">How many months later the fixed part is paid.</param>
/// <param name="OutcomeLag">How many months after the start the part for outcomes is paid.</param>
public sealed record WorkingCapital(
    double StartsMonth, int Months, double Cost, double Revenue, int ServiceMonths, int FixedLag, int OutcomeLag)
{
    /// <summary>Cash at the end of each month, beginning from 0, until everything is paid.</summary>
    /// <param name="share">The share of the fee for outcomes, from 0 to 1.</param>
    public double[] Cash(double share)
    {
        Must.BeAtLeast(1, ServiceMonths);
        var last = Months + Math.Max(ServiceMonths + Must.BeAtLeast(0, FixedLag), Must.BeAtLeast(0, OutcomeLag));
        var flow = new double[last];
        for (var start = 0; start < Months; start++)
        {
            for (var month = 0; month < ServiceMonths; month++)
            {
                flow[start + month] -= StartsMonth * Cost / ServiceMonths;
                flow[start + month + FixedLag] += StartsMonth * (1 - Must.BeShare(share)) * Revenue / ServiceMonths;
            }

            flow[start + OutcomeLag] += StartsMonth * share * Revenue;
        }

        for (var month = 1; month < last; month++)
        {
            flow[month] += flow[month - 1];
        }

        return flow;
    }

    /// <summary>The lowest cash and its month, counted from 1; the first of equals.</summary>
    /// <param name="share">The share of the fee for outcomes.</param>
    public (double Cash, int Month) Lowest(double share) =>
        Cash(share).Select((cash, place) => (cash, place + 1)).MinBy(month => month.cash);
}
