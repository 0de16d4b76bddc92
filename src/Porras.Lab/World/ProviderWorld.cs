namespace Porras.Lab;

/// <summary>
/// A provider: how large it is, what it costs, what money it has. Money in whole units of the currency.
/// </summary>
public sealed record ProviderWorld
{
    /// <summary>Participants planned in the whole intake.</summary>
    public Assumed Clients { get; init; } = new(200, Evidence.Assumed);

    /// <summary>Cost of a productive hour with everything in it.</summary>
    public Assumed HourCost { get; init; } =
        new(45, Evidence.Assumed, "3,300 a month with side costs and overhead over 125 productive hours");

    /// <summary>Months over which the hours of a participant are spread.</summary>
    public Assumed ServiceMonths { get; init; } = Assumed.Of(6);

    /// <summary>Share of the planned cost that falls due whether participants come or not.</summary>
    public Assumed FixedShare { get; init; } = Assumed.Of(0.20);

    /// <summary>
    /// The margin at which hours are planned: as many hours as the expected pay allows. Null: hours as given.
    /// </summary>
    public Assumed? Margin { get; init; } = Assumed.Of(0.05);

    /// <summary>Productive hours that there are in a month; 0: as many as are needed.</summary>
    public Assumed Capacity { get; init; } = Assumed.Of(0);

    /// <summary>What a first job is worth to the provider beside its pay: its mission, in money.</summary>
    public Assumed Mission { get; init; } = Assumed.Of(0);

    /// <summary>Own money at the beginning, for each planned participant.</summary>
    public Assumed Capital { get; init; } = new(200, Evidence.Assumed);

    /// <summary>Credit line, for each planned participant.</summary>
    public Assumed Credit { get; init; } = Assumed.Of(0);

    /// <summary>Yearly interest on credit in use.</summary>
    public Assumed Interest { get; init; } = Assumed.Of(0.06);

    /// <summary>Months from the day a fee may be invoiced to the money: data, approval, term of payment.</summary>
    public Assumed Delay { get; init; } = new(2, Evidence.Assumed, "one month of data and approval, one of payment");

    /// <summary>Chance that the payments of a month come a month later still.</summary>
    public Assumed Late { get; init; } = Assumed.Of(0.10);

    /// <summary>Spread of yearly cost growth that fees do not follow.</summary>
    public Assumed CostSpread { get; init; } = Assumed.Of(0.02);
}

/// <summary>When a fact of some kind happens to a participant.</summary>
public enum FactTime
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>While in a job: a span, or a fact on the last day of each month in which the job runs.</summary>
    Employed,

    /// <summary>On the first day of a job.</summary>
    Entry,

    /// <summary>On the first day after a job has ended.</summary>
    Loss,

    /// <summary>In each month of service: a fact in its middle, or one span over all of them.</summary>
    Service,

    /// <summary>Once, in one month after the start.</summary>
    Once,

    /// <summary>At the end of each year of an enterprise: a cell that ends in "grows" grows with it.</summary>
    Yearly,

    /// <summary>Each month from a month on as long as the participant is without a job.</summary>
    Jobless,
}

/// <summary>How facts of one kind come about.</summary>
/// <param name="Name">The kind of fact, by the model's name.</param>
/// <param name="When">When.</param>
public sealed record FactRule(string Name, FactTime When)
{
    /// <summary>
    /// The month after the start, from 0, of <see cref="FactTime.Once"/>, or the first month of others.
    /// </summary>
    public int Month { get; init; }

    /// <summary>For how many months at most; 0: as long as it goes on.</summary>
    public int Times { get; init; }

    /// <summary>The chance that it happens at all to a participant (to a job).</summary>
    public double Chance { get; init; } = 1;

    /// <summary>What stands in its columns, as in a data set; the word <c>day</c> is the fact's own day.</summary>
    public IReadOnlyDictionary<string, string> Cells { get; init; } = new Dictionary<string, string>();

    /// <summary>How sure this is.</summary>
    public Evidence Tag { get; init; } = Evidence.Assumed;
}
