namespace Porras.Lab;

/// <summary>What can happen to a participant in a month.</summary>
internal enum Happening : byte
{
    /// <summary>A job begins that will be proven.</summary>
    Job = 1,

    /// <summary>A job begins that nobody claims.</summary>
    UnprovenJob,

    /// <summary>A job ends.</summary>
    JobEnds,

    /// <summary>The next step of the ladder.</summary>
    StepUp,

    /// <summary>The step below.</summary>
    StepDown,

    /// <summary>Out for good; an enterprise has closed.</summary>
    Out,

    /// <summary>An enterprise is the smallest that is told apart; each number above is a size above it.</summary>
    Size = 32,
}
