namespace Porras.Lab;

/// <summary>What random numbers are for: the last word of the counter.</summary>
public enum Purpose : uint
{
    /// <summary>What happens to a participant in a month.</summary>
    Step = 0,

    /// <summary>A second draw of the same month.</summary>
    Exit = 1,

    /// <summary>What a participant brings along: frailty, group, luck with proof.</summary>
    Person = 2,

    /// <summary>How many participants come.</summary>
    Volume = 3,

    /// <summary>The economy.</summary>
    Economy = 4,

    /// <summary>Whether a job is claimed and proven.</summary>
    Claim = 5,

    /// <summary>Samples of an audit.</summary>
    Audit = 6,

    /// <summary>Resampling.</summary>
    Bootstrap = 7,

    /// <summary>Payments that come late, costs that grow.</summary>
    Money = 8,

    /// <summary>Growth of enterprises.</summary>
    Growth = 9,

    /// <summary>Facts that happen by chance; each kind of fact has its own number from here on.</summary>
    Fact = 16,
}
