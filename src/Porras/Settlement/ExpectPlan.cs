namespace Porras;

/// <summary>What is expected of a measure, resolved; it never pays.</summary>
/// <param name="source">The declaration, for reasons.</param>
/// <param name="measure">The measure, one over the scope.</param>
/// <param name="kind">What it holds.</param>
/// <param name="value">What it is expected to reach, or not to pass.</param>
/// <param name="scope">For whom.</param>
/// <param name="closes">The day a cohort closes; null if it does not, and for others.</param>
/// <param name="periods">The model's periods.</param>
/// <param name="currency">The model's currency.</param>
public sealed class ExpectPlan(
    Declaration.Expect source,
    MeasurePlan measure,
    ValueKind kind,
    ValuePlan value,
    ScopePlan scope,
    DayPlan? closes,
    Periods periods,
    Currency currency)
{
    private const int DecimalsMore = 4;

    /// <summary>For whom it is.</summary>
    public ScopePlan Scope => scope;

    /// <summary>Resolves what is expected.</summary>
    internal static ExpectPlan Of(Plan plan, Resolver resolver, Declaration.Expect expect)
    {
        var scope = resolver.Scope(expect.Scope);
        var measure = resolver.Value(expect.Of) is ValuePlan.OfMeasure(var of) ? of
            : throw new InvalidOperationException("The model has not been checked.");
        var kind = resolver.KindOf(expect.Of);
        var closes = scope is ScopePlan.Cohort { Source: { Closes: not null } cohort }
            ? resolver.Day(new DayName.CloseOf(cohort.Name)) : null;
        return new(expect, measure, kind, resolver.Value(expect.Value, kind), scope, closes, plan.Periods,
            plan.Currency);
    }

    /// <summary>A note for each period of one owner that has ended and in which it is not met.</summary>
    /// <param name="c">Scratch space; left as the owner's case.</param>
    /// <param name="key">The owner in the scope.</param>
    public IEnumerable<Diagnostic> Missed(ServiceCase c, long key)
    {
        c.Begin(scope, key);
        var last = closes?.Find(c) ?? periods.InForce.Last;
        for (var first = c.Start; first <= last;)
        {
            var days = source.Period is { } p ? periods.Of(p, first).And(new(first, last)) : new(first, last);
            if (days.Last > c.Until)
            {
                yield break;
            }

            // A measure or an expectation without a value is neither met nor missed.
            var spot = new Spot(days.Last, days.Last, days) { ByPeriod = source.Period is not null };
            if (measure.TryValue(c, days, spot, out var found) && value.TryRead(c, spot, out var asked)
                && !TestPlan.Compares(source.Compare, found, asked))
            {
                yield return Note(scope.Name(c.Data, key), days.Last, found, asked);
            }

            first = days.Last + 1;
        }
    }

    private Diagnostic Note(string owner, int day, Exact found, Exact asked)
    {
        var period = source.Period is { } p ? periods.Name(p, day) : Day.Write(day);
        var most = source.Compare == Compare.AtMost;
        string[] words = [owner, source.Title?.Text ?? source.Of.Text, Shown(found), Shown(asked), period];
        return Diagnostic.At(source.Mark.Place, "P6013", words) with
        {
            Variant = (most, source.Period is not null) switch
            {
                (false, false) => null,
                (false, true) => "period",
                (true, false) => "most",
                (true, true) => "most-period",
            },
        };
    }

    private string Shown(Exact found) => kind switch
    {
        ValueKind.Money when found.IsWhole => new Money((long)found.Numerator).ToString(currency),
        ValueKind.Money => About((found / currency.Scale).ToString(currency.Decimals + DecimalsMore)),
        ValueKind.Percent when IsFraction(found * 100) => $"{found} ({About((found * 100).ToString(2))} %)",
        ValueKind.Percent => (found * 100) + " %",
        ValueKind.Day => Day.Write((int)found.Numerator),
        _ => IsFraction(found) ? About(found.ToString(DecimalsMore)) : found.ToString(),
    };

    private static string About(string number) => "≈ " + number;

    private static bool IsFraction(Exact found) => found.ToString().Contains('/', StringComparison.Ordinal);
}
