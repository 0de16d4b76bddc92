using System.Globalization;
using BenchmarkDotNet.Running;
using Porras.Bench;

const string Usage = """
    Usage:
      reference [--participants N] [--runs N] [--write YYYY-MM-DD]   the reference job, all peers in turn
      threads   [--participants N] [--runs N]                        the same without DuckDB
      figures   [--participants N] [--runs N]                        reasons kept, one why, a late fact, memory
      rules     [--participants N] [--runs N] [--write YYYY-MM-DD]   a slice beside two engines of rules
      second    [--participants N] [--runs N]                        the job with rules across participants
      growth    [--runs N]                                           10,000 to 5,000,000 participants
      parquet   [--participants N] [--runs N] [--write YYYY-MM-DD]   from Parquet on disk to Parquet on disk
      lay FOLDER N                                                   the job's data set of N as Parquet
      stream FOLDER                                                  settles such a folder once: time and memory
      lab       [--replications N] [--runs N] [--write YYYY-MM-DD]   the simulator: generator, engine, peer, pricing
      store     [--participants N] [--runs N] [--write YYYY-MM-DD]   importing, beside the databases' own loaders
      pages ADDRESS [--runs N] [--write YYYY-MM-DD]                  waiting in a browser, against a started app
      web ADDRESS [--users N] [--seconds N]                          users who browse and simulate in a started app
      planner   [--runs N]                                           critical shares beside bisection
      micro [options of BenchmarkDotNet]                             exact numbers, rounding, splitting
    """;

switch (args)
{
    case ["reference", .. var rest] when Order(rest) is { } order:
        Reference.Run(order);
        return 0;
    case ["threads", .. var rest] when Order(rest) is { } order:
        Reference.Run(order, withDuck: false);
        return 0;
    case ["figures", .. var rest] when Order(rest) is { } order:
        Figures.Run(order);
        return 0;
    case ["rules", .. var rest] when Order(["--participants", $"{RulesRace.Slice}", .. rest]) is { } order:
        RulesRace.Run(order);
        return 0;
    case ["second", .. var rest] when Order(["--participants", $"{SecondPass.FullSize}", .. rest]) is { } order:
        SecondPass.Run(order);
        return 0;
    case ["growth", .. var rest] when Order(rest) is { } order:
        Growth.Run(order);
        return 0;
    case ["parquet", .. var rest] when Order(rest) is { } order:
        FromParquet.Run(order);
        return 0;
    case ["lab", .. var rest] when Order(rest) is { } order:
        LabJob.Run(order);
        return 0;
    case ["store", .. var rest] when Order(rest) is { } order:
        StoreJob.Run(order);
        return 0;
    case ["pages", var address, .. var rest] when Order(rest) is { } order:
        await PagesJob.Run(address, order);
        return 0;
    case ["planner", .. var rest] when Order(rest) is { } order:
        PlannerJob.Run(order);
        return 0;
    case ["web", var address, .. var rest] when WebJob.Order(address, rest) is { } order:
        return await WebJob.Run(order);
    case ["lay", var folder, var participants] when Number(participants) > 0:
        FromParquet.Lay(folder, Number(participants));
        return 0;
    case ["stream", var folder]:
        FromParquet.Stream(folder);
        return 0;
    case ["micro", .. var rest]:
        BenchmarkSwitcher.FromAssembly(typeof(Reference).Assembly).Run(rest.Length == 0 ? ["--filter", "*"] : rest);
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

static ReferenceOrder? Order(string[] options)
{
    var order = new ReferenceOrder(ReferenceJob.FullSize, 5, null);
    for (var i = 0; i < options.Length; i += 2)
    {
        var value = i + 1 < options.Length ? options[i + 1] : "";
        var next = (options[i], Number(value)) switch
        {
            ("--participants", > 0 and var n) => order with { Participants = n },
            ("--runs", > 0 and var n) => order with { Runs = n },
            ("--replications", > 0 and var n) => order with { Replications = n },
            ("--write", _) when Porras.Day.Parse(value) is not null => order with { Day = value },
            _ => null,
        };
        if (next is null)
        {
            return null;
        }

        order = next;
    }

    return order;
}

static int Number(string text) =>
    int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
