using CsCheck;

namespace Porras.Tests;

/// <summary>Random models that the language can say; they read well and mean nothing.</summary>
internal static class ModelGen
{
    /// <summary>A model.</summary>
    public static Gen<FeeModel> Model { get; } =
        from header in AnyPeople.Header
        from declarations in Any.List(Declaration, 0, 8)
        select new FeeModel(header, Single(declarations));

    private static Gen<Declaration> Declaration => Gen.OneOf(
        AnyPeople.Providers, AnyPeople.Participants, AnyPeople.Cohort, AnyList.Facts, AnyList.Groups, AnyList.Ladder,
        AnyList.Table, AnyList.Transition, AnyList.Split, AnyFee.Measure, AnyFee.Fee, AnyFee.Fee, AnyFee.Limit,
        AnyFee.Expect, AnyFee.TakeBack);

    // A model has at most one of these.
    private static IReadOnlyList<Declaration> Single(IReadOnlyList<Declaration> all) =>
        [.. all.Where((d, i) => d is not (Porras.Declaration.Providers or Porras.Declaration.Participants
                or Porras.Declaration.Groups or Porras.Declaration.Transition)
            || !all.Take(i).Any(before => before.GetType() == d.GetType()))];
}
