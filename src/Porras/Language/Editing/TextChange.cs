using System.Text;

namespace Porras;

/// <summary>A change of a text: some of its characters give way to others.</summary>
/// <param name="From">How many characters stand before it.</param>
/// <param name="Length">How many characters go; 0 where something is put between.</param>
/// <param name="With">What stands there instead; empty where characters only go.</param>
public readonly record struct TextChange(int From, int Length, string With)
{
    /// <summary>The text after some changes.</summary>
    /// <param name="text">The text before; all changes count its characters.</param>
    /// <param name="changes">The changes in any order; none overlaps another. Of two at one place the first written
    /// comes first.</param>
    public static string Apply(string text, IEnumerable<TextChange> changes)
    {
        ArgumentNullException.ThrowIfNull(text);
        var written = new StringBuilder(text.Length);
        var at = 0;
        foreach (var change in InOrder(changes))
        {
            if (change.From < at || change.From + change.Length > text.Length)
            {
                throw new ArgumentException($"The change at {change.From} overlaps another or leaves the text.");
            }

            written.Append(text, at, change.From - at).Append(change.With);
            at = change.From + change.Length;
        }

        return written.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The changes that give a text back after others: they count the characters of the text after.</summary>
    /// <param name="text">The text before.</param>
    /// <param name="changes">What was changed.</param>
    public static IReadOnlyList<TextChange> Undo(string text, IEnumerable<TextChange> changes)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<TextChange> undo = [];
        var moved = 0;
        foreach (var (from, length, with) in InOrder(changes))
        {
            undo.Add(new(from + moved, with.Length, text.Substring(from, length)));
            moved += with.Length - length;
        }

        return undo;
    }

    private static IEnumerable<TextChange> InOrder(IEnumerable<TextChange> changes) => changes.OrderBy(c => c.From);
}
