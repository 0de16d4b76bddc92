using System.ComponentModel;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Porras.Web;

/// <summary>In which world a model is played through, and how often: as the options of the command line.</summary>
public record LabAsked
{
    /// <summary>The most replications of one request.</summary>
    public const int MostReplications = 16_384;

    /// <summary>Changes of the drafted world, in the form of a world file.</summary>
    [Description("Changes of the drafted world, in the form that GET /lab/{reference}/world gives.")]
    public JsonObject? World { get; init; }

    /// <summary>Changes of single numbers.</summary>
    [Description("Changes of single numbers, such as provider.delay=6.")]
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>How many participants are planned.</summary>
    [Description("How many participants are planned, 1 to 1,000,000; without it, as drafted.")]
    public int? Clients { get; init; }

    /// <summary>How often it is played through.</summary>
    [Description("How often it is played through, 1 to 16,384.")]
    public int Replications { get; init; } = 1024;

    /// <summary>The seed.</summary>
    [Description("The same seed gives the same answer.")]
    public long Seed { get; init; } = 1;

    /// <summary>The chance of insolvency that is allowed.</summary>
    [Description("The chance of insolvency that is allowed, 0 to 1.")]
    public double Ruin { get; init; } = 0.05;

    /// <summary>Whether providers give the hours that pay them best.</summary>
    [Description("Whether providers give the hours that pay them best, instead of those planned.")]
    public bool Behaviour { get; init; }
}

/// <summary>Models to simulate on the same random numbers.</summary>
public sealed record SimulationAsked : LabAsked
{
    /// <summary>The models; the first is told whole, the others against it.</summary>
    [Description("One to four models; costs are those planned for the first, differences are from it.")]
    public required IReadOnlyList<ModelSource> Models { get; init; }

    /// <summary>Whether it is found out which assumptions matter.</summary>
    [Description("Whether it is found out which assumptions matter: about a hundred runs more.")]
    public bool Sensitivity { get; init; }

    /// <summary>Whether risks and sizes are found out.</summary>
    [Description("Whether it is found out who bears which risk, and how large a provider has to be.")]
    public bool Whole { get; init; } = true;
}

/// <summary>A model to be tried by what may go wrong.</summary>
public sealed record StressAsked : LabAsked
{
    /// <summary>The model.</summary>
    public required ModelSource Model { get; init; }
}

/// <summary>A model whose transition from outputs to outcomes is to be planned.</summary>
public sealed record PlanAsked : LabAsked
{
    /// <summary>The model.</summary>
    public required ModelSource Model { get; init; }

    /// <summary>By how much the share may grow.</summary>
    [Description("By how much the share for outcomes may grow from one contract year to the next, 0 to 1.")]
    public double Step { get; init; } = 1;

    /// <summary>The largest share of all.</summary>
    [Description("The largest share for outcomes of all, 0 to 1.")]
    public double Most { get; init; } = 1;
}

/// <summary>A model whose prices are to be found.</summary>
public sealed record CalibrationAsked : LabAsked
{
    /// <summary>The model.</summary>
    public required ModelSource Model { get; init; }

    /// <summary>The provider's margin.</summary>
    [Description("The provider's margin, 0 to 1.")]
    public double Margin { get; init; } = 0.05;

    /// <summary>Whether all groups have one factor.</summary>
    [Description("Whether all groups have one factor.")]
    public bool Together { get; init; }
}

/// <summary>What models would do.</summary>
public sealed record SimulationAnswer(
    ulong Seed, int Replications, bool Behaviour, double Allowed, string Currency, IReadOnlyList<StudiedAnswer> Models);

/// <summary>What one model would do.</summary>
public sealed record StudiedAnswer(
    string Label, string Model, int Version, string Hash, IReadOnlyList<FigureAnswer> Figures);

/// <summary>A figure of a study.</summary>
public sealed record FigureAnswer(
    [property: Description("budget, provider, size, group, sign, risk, sensitivity, difference …")] string Part,
    [property: Description("Which year, fee, size, group or source; null for none.")] string? Of,
    [property: Description("What it is.")] string Figure,
    [property: Description("money (whole units of the currency), share, months, hours, count or plain.")] string Unit,
    [property: Description("The value or the mean; null if it is not known.")] double? Value,
    [property: Description("The lower end of its interval of 95 %.")] double? Lower,
    [property: Description("The upper end.")] double? Upper,
    [property: Description("P5, P25, P50, P75, P95; null without them.")] IReadOnlyList<double?>? Quantiles);

/// <summary>What a model does when something goes wrong.</summary>
public sealed record StressAnswer(
    ulong Seed, int Replications, bool Behaviour, double Allowed, string Currency,
    IReadOnlyList<ScenarioAnswer> Scenarios);

/// <summary>One scenario; base is the world as assumed.</summary>
public sealed record ScenarioAnswer(string Scenario, IReadOnlyList<FigureAnswer> Figures);

/// <summary>How fast a model can move from outputs to outcomes. An interval is its lower end, value and upper end.
/// </summary>
public sealed record PlanAnswer(
    [property: Description("Whether every year keeps to the chance of insolvency allowed.")] bool Keeps,
    [property: Description("The largest share that is the same in all years.")] IReadOnlyList<double> Single,
    [property: JsonPropertyName("ruin without outcomes")] double NoneRuin,
    IReadOnlyList<PlanYearAnswer> Years,
    IReadOnlyList<PlanSizeAnswer> Sizes,
    PlanCheckAnswer Check,
    IReadOnlyList<RemedyAnswer> Remedies,
    int Replications,
    ulong Seed);

/// <summary>A contract year of a plan.</summary>
public sealed record PlanYearAnswer(
    int Year,
    [property: Description("The share of the expected pay that hangs on outcomes.")] double Share,
    [property: Description("What prices of outputs are multiplied by.")] double Outputs,
    [property: Description("What prices of outcomes are multiplied by.")] double Outcomes,
    [property: Description("What the year is to cost, in whole units of the currency.")] double Budget,
    double Ruin,
    [property: JsonPropertyName("may help later")] double MayHelp);

/// <summary>What a provider of another size could bear.</summary>
public sealed record PlanSizeAnswer(int Clients, IReadOnlyList<double> Share);

/// <summary>The plan run on other random numbers.</summary>
public sealed record PlanCheckAnswer(
    IReadOnlyList<double> Ruin,
    [property: JsonPropertyName("ruin by year")] IReadOnlyList<IReadOnlyList<double>> RuinBy);

/// <summary>What would allow a larger share.</summary>
public sealed record RemedyAnswer(string Remedy, IReadOnlyList<double> Share);

/// <summary>Prices for a margin, and what fees buy.</summary>
public sealed record CalibrationAnswer(
    string Model,
    int Version,
    string Hash,
    ulong Seed,
    int Replications,
    bool Behaviour,
    string Currency,
    double Margin,
    bool Together,
    bool Straight,
    [property: Description("Whether prices were found for all.")] bool Whole,
    IReadOnlyList<FigureAnswer> Figures,
    [property: Description("The clauses with the prices found, in the model's language.")] string Clauses,
    IReadOnlyList<Finding> Findings);

/// <summary>A run to be kept, so that it can be run again.</summary>
public sealed record RunAsked : LabAsked
{
    /// <summary>A version of one's own.</summary>
    [Description("A version of your own: own-12-3.")]
    public required string Reference { get; init; }

    /// <summary>What it is called.</summary>
    [Description("What it is called, 1 to 100 letters.")]
    public required string Name { get; init; }
}

/// <summary>A run that was kept.</summary>
public sealed record RunAnswer(
    long Id,
    [property: Description("The number of the model's version in the store.")] long Version,
    string Name,
    ulong Seed,
    [property: Description("How it was run.")] JsonNode? Options,
    [property: Description("What was assumed, whole: send it as world to run it again.")] JsonNode? World,
    string? Person,
    DateTimeOffset At);
