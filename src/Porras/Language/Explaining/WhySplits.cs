namespace Porras;

/// <summary>How a line is divided between payers or payees, in sentences.</summary>
internal static class WhySplits
{
    /// <summary>What one split did to the line; for a split in order, also how far it was filled before.</summary>
    public static void Of(WhyWords words, Telling told, Division division)
    {
        var side = division.Split.Payees ? "payees" : "payers";
        if (division.Before is { } before)
        {
            var order = division.Order.Select(o => o.UpTo is { } upTo
                ? Part(words, o.Name, upTo) : words.Say("filled.rest", Speech.Quoted(o.Name)));
            told.Add("split", division.Split.Mark,
                words.Sentence($"filled.{side}", words.Money(before), words.Speech.And(order)));
        }

        if (division.Parts.Count > 0)
        {
            told.Add("split", division.Split.Mark, words.Sentence(
                $"divided.{side}", words.Speech.And(division.Parts.Select(p => Part(words, p.Name, p.Part)))));
        }
    }

    private static Phrase Part(WhyWords words, string name, Money amount) =>
        words.Say("divided.part", Speech.Quoted(name), words.Money(amount));
}
