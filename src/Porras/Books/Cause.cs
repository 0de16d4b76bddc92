namespace Porras;

/// <summary>Why a line is another than the one that was settled.</summary>
public abstract record Cause
{
    private Cause()
    {
    }

    /// <summary>One of the cases.</summary>
    public T Match<T>(
        Func<OfFact, T> fact,
        Func<OfModel, T> model,
        Func<OfTime, T> time,
        Func<OfLimit, T> limit,
        Func<OfOthers, T> others,
        Func<OfNothing, T> nothing) => this switch
        {
            OfFact f => fact(f),
            OfModel m => model(m),
            OfTime t => time(t),
            OfLimit l => limit(l),
            OfOthers o => others(o),
            OfNothing n => nothing(n),
            _ => throw new InvalidOperationException($"Unknown cause {this}."),
        };

    /// <summary>A fact is new, corrected or withdrawn.</summary>
    public sealed record OfFact(FactChange Change) : Cause;

    /// <summary>The model is another than the line was settled under.</summary>
    public sealed record OfModel(ModelTag Before, ModelTag Now) : Cause;

    /// <summary>The day of settlement moved on: what went on then has lasted longer, or something happened.</summary>
    public sealed record OfTime(int Before, int Now) : Cause;

    /// <summary>A limit cuts the line differently.</summary>
    public sealed record OfLimit(Declaration.Limit Limit) : Cause;

    /// <summary>The participant's own facts are the same: other participants' lines or facts changed.</summary>
    public sealed record OfOthers : Cause;

    /// <summary>
    /// Nothing that has a day of knowledge: a participant's row or value without one was changed, or the line was
    /// settled by other means.
    /// </summary>
    public sealed record OfNothing : Cause;
}
