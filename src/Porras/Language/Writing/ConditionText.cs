using W = Porras.Keywords;

namespace Porras;

/// <summary>Tests and moments as the canonical text writes them.</summary>
internal static class ConditionText
{
    /// <summary>A line of tests.</summary>
    public static string Of(TestLine line) =>
        string.Join(line.OneIsEnough ? $" {W.Or} " : ", ", line.Tests.Select(Of));

    /// <summary>A moment with its bounds.</summary>
    public static string Of(Moment moment)
    {
        var text = Of(moment.Event);
        foreach (var (i, bound) in moment.Bounds.Index())
        {
            var comma = i > 0 || moment.Event is MomentKind.NewStep || bound is Bound.BegunWithin;
            text += (comma ? ", " : " ") + Of(bound);
        }

        return text;
    }

    private static string Of(Test test) => test switch
    {
        Test.Flag(var name, var not) => not ? $"{W.Not} {name}" : name.Text,
        Test.HasLabel(var name, var not, var label) => $"{name} {(not ? W.IsNot : W.Is)} {label}",
        Test.Compares compares => Of(compares),
        Test.Exists(var name, var no, var within) => $"{(no ? W.No : W.Any)} {name}{Within(within)}",
        Test.Lasts({ } column, var compare, var duration, _) =>
            $"{W.LastsTo} {column} {ValueText.Of(compare)} {ValueText.Of(duration)}",
        Test.Lasts(_, var compare, var duration, _) => $"{W.Lasts} {ValueText.Of(compare)} {ValueText.Of(duration)}",
        Test.Covers(var name) => $"{name} {W.CoversThePeriod}",
        _ => throw new InvalidOperationException($"Unknown test {test}."),
    };

    private static string Of(Test.Compares test)
    {
        var of = test.Of switch
        {
            OfMany.One => "",
            OfMany.Every => $"{W.Every} ",
            OfMany.Any => $"{W.Any} ",
            _ => throw new InvalidOperationException($"Unknown choice {test.Of}."),
        };
        var scope = test.Scope switch
        {
            SpanScope.None => "",
            SpanScope.InEach => $" {W.InEach}",
            SpanScope.InAll => $" {W.InAll}",
            _ => throw new InvalidOperationException($"Unknown scope {test.Scope}."),
        };
        return $"{of}{test.Name} {ValueText.Of(test.Compare)} {ValueText.Of(test.Value)}{scope}{Within(test.Within)}";
    }

    private static string Within(Frame? frame) => frame is null ? "" : $" {W.Within} {ValueText.Of(frame)}";

    private static string Of(MomentKind kind) => kind switch
    {
        MomentKind.Occurs(var day) => ValueText.Of(day),
        MomentKind.Reaches(var measure, var unbroken, var exceeds, var value) =>
            $"{Unbroken(unbroken)}{measure} {(exceeds ? W.Exceeds : W.Reaches)} {ValueText.Of(value)}",
        MomentKind.EachBlock(var block, var unbroken, var measure) =>
            $"{W.Each} {Block(block)} {W.Of} {Unbroken(unbroken)}{measure}",
        MomentKind.EachLasts(var fact, var duration) => $"{W.Each} {fact} {W.Lasts} {ValueText.Of(duration)}",
        MomentKind.NewStep(var ladder, { } from, { } to) =>
            $"{ladder} {W.ReachesEachNewStep} {W.From} {ValueText.Of(from)} {W.To} {ValueText.Of(to)}",
        MomentKind.NewStep(var ladder, _, _) => $"{ladder} {W.ReachesEachNewStep}",
        MomentKind.EachPeriod(var end, var period) => $"{Side(end)} {ValueText.Of(period)}",
        MomentKind.EachPart(var end, var duration, var window) =>
            $"{Side(end)} {ValueText.AfterEach(duration)} {W.Of} {window}",
        _ => throw new InvalidOperationException($"Unknown moment {kind}."),
    };

    private static string Block(Amount block) =>
        block is { Share: null, Times: null, Base: Basis.Written(var literal), ForEach: null }
            ? ValueText.AfterEach(literal) : ValueText.Of(block);

    private static string Of(Bound bound) => bound switch
    {
        Bound.Within(var frame) => $"{W.Within} {ValueText.Of(frame)}",
        Bound.BegunWithin(var frame) => $"{W.BegunWithin} {ValueText.Of(frame)}",
        Bound.WithinAny(var duration) => $"{W.WithinAny} {ValueText.Of(duration)}",
        Bound.After(var day) => $"{W.After} {ValueText.Of(day)}",
        Bound.Before(var day) => $"{W.Before} {ValueText.Of(day)}",
        _ => throw new InvalidOperationException($"Unknown bound {bound}."),
    };

    private static Keyword Side(bool end) => end ? W.EndOfEach : W.BeginningOfEach;

    private static string Unbroken(bool unbroken) => unbroken ? $"{W.Unbroken} " : "";
}
