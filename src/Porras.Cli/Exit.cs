namespace Porras.Cli;

/// <summary>What the process says when it ends.</summary>
internal static class Exit
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>There are mistakes in the model or in the data.</summary>
    public const int Findings = 1;

    /// <summary>The command was used wrongly.</summary>
    public const int Usage = 2;

    /// <summary>Something failed that is not the user's doing.</summary>
    public const int Failure = 3;

    /// <summary>Interrupted by the user.</summary>
    public const int Interrupted = 130;
}

/// <summary>The command cannot do what it was asked: a finding about how it was used.</summary>
/// <param name="finding">What is wrong.</param>
internal sealed class WrongUseException(Diagnostic finding) : Exception(finding.Message())
{
    /// <summary>What is wrong.</summary>
    public Diagnostic Finding => finding;
}

/// <summary>The model or the data set is refused; what was found has been shown.</summary>
internal sealed class RefusedException : Exception;
