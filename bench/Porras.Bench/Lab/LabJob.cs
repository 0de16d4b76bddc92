using System.Globalization;
using System.Text;
using Porras.Lab;

namespace Porras.Bench;

/// <summary>The simulator beside the bare generator of random numbers and a plain simulator of objects.</summary>
public static class LabJob
{
    /// <summary>Checks that both simulators say the same, times all, and prints a page.</summary>
    public static void Run(ReferenceOrder order)
    {
        var plain = new PlainSimulator(LabWorld.World);
        var agreement = Agreement.Of(
            Agreement.Of(Whole(LabWorld.Replications, 1, Empty())), plain.Run(8 * LabWorld.Replications, 2));
        var cash = Whole(order.Replications, 1, Empty());
        var months = cash.Run.Started.Sum() * LabWorld.World.Follow;
        var pieces = Pieces(order.Replications, months, plain);
        Turns.Run(pieces, order.Runs);
        string[] said =
        [
            string.Create(CultureInfo.InvariantCulture, $"{order.Replications:N0} replications, ")
                + string.Create(CultureInfo.InvariantCulture, $"{cash.Run.Started.Sum():N0} participants, ")
                + string.Create(CultureInfo.InvariantCulture, $"{months:N0} participant-months"),
            $"Lab and plain simulator: {agreement}",
            string.Create(CultureInfo.InvariantCulture, $"{cash.Run.Histories:N0} different histories are priced"),
        ];
        Result.Give(order, "lab", Page(order, said, pieces, months));
    }

    private static Piece[] Pieces(int replications, int months, PlainSimulator plain)
    {
        var kept = Empty();
        Whole(replications, 1, kept);
        Whole(replications, 2, kept);
        var (template, _) = Template.Of(LabWorld.Plan, LabWorld.World);
        var facts = new FactMaker(LabWorld.Plan, LabWorld.World, template!);
        var histories = Lived(replications);
        return
        [
            .. Enum.GetValues<Width>().Where(w => w <= Lanes.Widest)
                .Select(w => new Piece($"Bare generator, {Registers(w)}", () => Draw(w, months), 10)),
            new("Individual engine alone", () => Lived(replications)),
            new("Pricing alone", () => new Pricing(LabWorld.Plan, LabWorld.World, facts).Price(histories)),
            new("Run and cash, 1 thread", () => Whole(replications, 1, Empty())),
            new("Run and cash, 2 threads", () => Whole(replications, 2, Empty())),
            new("Run and cash again with prices kept, 1 thread", () => Whole(replications, 1, kept)),
            new("Run and cash again with prices kept, 2 threads", () => Whole(replications, 2, kept)),
            new("Plain simulator, 1 thread", () => plain.Run(replications, 1)),
            new("Plain simulator, 2 threads", () => plain.Run(replications, 2)),
        ];
    }

    private static string Registers(Width width) => width switch
    {
        Width.Scalar => "one after the other",
        Width.Eight => "eight at a time",
        Width.Sixteen => "sixteen at a time",
        _ => throw new InvalidOperationException($"Unknown width {width}."),
    };

    private static void Draw(Width width, int months)
    {
        Span<uint> words = stackalloc uint[24 * Lanes.Count];
        for (var done = 0; done < months; done += words.Length)
        {
            Lanes.Fill((uint)done, 0, 0, Purpose.Step, 1, words, width);
        }
    }

    private static PriceBook Empty() => PriceBook.Of(LabWorld.Plan, LabWorld.World);

    private static Histories Lived(int replications)
    {
        var histories = new Histories();
        var engine = new Individuals(LabWorld.World, new(LabWorld.World), 1, Lanes.Widest, histories);
        for (var r = 0u; r < replications; r++)
        {
            engine.Live(r, 0);
        }

        return histories;
    }

    private static Cash Whole(int replications, int threads, PriceBook prices)
    {
        var options = new RunOptions(replications) { Threads = threads };
        var run = Simulation.Run(LabWorld.Plan, LabWorld.World, options, prices);
        return Cash.Of(run, CostPlan.Of(run.World, LabWorld.Plan.Currency));
    }

    private static string Page(ReferenceOrder order, string[] said, Piece[] pieces, int months)
    {
        var plain = pieces.Single(p => p.Name == "Plain simulator, 1 thread");
        var page = new StringBuilder($"# The lab{(order.Day is null ? "" : ", " + order.Day)}\n\n");
        var runs = $"Runs: {order.Runs} each after half a second of the processor to warm up, in turn; "
            + "ratios are medians run by run";
        page.AppendJoin("", said.Append(runs).Append($"Machine: {Machine.Line()}").Select(s => $"- {s}\n"));
        page.Append("\n| | Median ms | Processor ms | Million participant-months a processor second ");
        page.Append("| Times the widest generator, processor | Times as fast as the plain simulator, processor ");
        page.Append("| In wall time |\n|---|---:|---:|---:|---:|---:|---:|\n");
        var widest = pieces[(int)Lanes.Widest];
        foreach (var piece in pieces)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {piece.Name} | {piece.Median * 1000:N1} ");
            page.Append(CultureInfo.InvariantCulture, $"| {piece.MedianBusy * 1000:N1} ");
            page.Append(CultureInfo.InvariantCulture, $"| {months / piece.MedianBusy / 1e6:N0} ");
            page.Append(CultureInfo.InvariantCulture, $"| {piece.BusyTimes(widest):N1} ");
            page.Append(CultureInfo.InvariantCulture, $"| {plain.BusyTimes(piece):N1} | {plain.Times(piece):N1} |\n");
        }

        return page.ToString();
    }
}
