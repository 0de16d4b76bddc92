namespace Porras.Lab;

/// <summary>Random words as numbers between 0 and 1, and chances as words.</summary>
public static class Uniform
{
    /// <summary>The number of a word, never 0 nor 1: <c>(x + ½) / 2³²</c>.</summary>
    public static double Of(uint word) => (word + 0.5) / 4294967296.0;

    /// <summary>The number of two words, with 53 digits.</summary>
    public static double Of(uint high, uint low) =>
        (((ulong)high << 21) + (low >> 11) + 0.5) / 9007199254740992.0;

    /// <summary>The chance of a threshold: of a word to lie below it.</summary>
    public static double Chance(uint threshold) => threshold / 4294967296.0;

    /// <summary>
    /// The threshold of a chance: what has this chance happens if a word is below it. A chance of one misses one word
    /// in
    /// 2³², so that thresholds fit a word.
    /// </summary>
    public static uint Threshold(double chance) => chance <= 0 ? 0
        : chance >= 1 ? uint.MaxValue
        : (uint)Math.Min(uint.MaxValue, Math.Round(chance * 4294967296.0));
}
