using Porras.Lab;

namespace Porras.Bench;

/// <summary>The hybrid model of the lab's benchmark, and the world it is played through in.</summary>
public static class LabWorld
{
    /// <summary>How often the world is played through unless said otherwise, and for the check.</summary>
    public const int Replications = 1024;

    /// <summary>Pay in whole euros: for a start, for 90 days of work, for each 90 days more, by group.</summary>
    public static readonly int[] Job = [1200, 1800, 2600, 3600], Kept = [300, 450, 650, 900];

    /// <summary>Pay for the start, in whole euros.</summary>
    public const int Start = 1000;

    private const string Text = """
        model hybrid version 1
          in force  2027-01-01 to 2029-12-31
          money     EUR, each line rounded to 0.01 half up
          priced    on start

        participants people
          known     kind one of 1, 2, 3, 4
          start     "referred"
          window    follow-up lasts 24 months from start

        facts
          job       from day to day, evidence register

        groups fixed at start
          first     when kind is 1
          second    when kind is 2
          third     when kind is 3
          fourth    otherwise

        measure work is days of job

        table by group
                  job-pay  kept-pay
          first   1200.00    300.00
          second  1800.00    450.00
          third   2600.00    650.00
          fourth  3600.00    900.00

        fee opening  output
          when      start
          pay       1000.00
          once

        fee employed  outcome
          when      work reaches 90 days within follow-up
          pay       job-pay
          once

        fee kept  outcome
          when      each 90 days of work after employed, within follow-up
          pay       kept-pay
          at most   2 times
        """;

    /// <summary>The model, made ready.</summary>
    public static Plan Plan { get; } = Compiled();

    /// <summary>200 clients in 12 months, each followed for 24: 36 months in all, four groups.</summary>
    public static World World { get; } = Drafted(WorldDraft.Of(Plan.Model));

    private static World Drafted(World draft) => draft with
    {
        Intake = 12,
        Follow = 24,
        Groups = [.. draft.Groups.Select((g, i) => g with
        {
            Known = new Dictionary<string, string> { ["kind"] = $"{i + 1}" },
        })],
    };

    private static Plan Compiled()
    {
        var read = ModelReader.Read(Text);
        var mistakes = read.Whole is { } model ? ModelCheck.Check(model) : read.Findings;
        return mistakes.FirstOrDefault(f => f.Severity == Severity.Mistake) is { } mistake
            ? throw new InvalidOperationException($"{mistake}")
            : Plan.Compile(read.Whole!);
    }
}
