using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Porras.Lab;

/// <summary>
/// Months of sixteen participants in which something may happen, one bit a month: found for all sixteen at once, so
/// that months in which nothing happens cost next to nothing.
/// </summary>
/// <remarks>A mark is no more than a suspicion; whoever follows it compares the word itself.</remarks>
internal sealed class Marks(Chances chances, int months)
{
    /// <summary>How many months share a number.</summary>
    public const int Together = 32;

    private readonly uint[] _any = new uint[Rows(months)];
    private readonly uint[] _early = new uint[Rows(months)];
    private readonly uint[] _late = new uint[Rows(months)];
    private readonly int _groups = chances.Shares.Length;

    /// <summary>Months in which somebody without a job may see anything.</summary>
    public ReadOnlySpan<uint> Any => _any;

    /// <summary>Months in which a job in its first month may go.</summary>
    public ReadOnlySpan<uint> Early => _early;

    /// <summary>Months in which any other job may go.</summary>
    public ReadOnlySpan<uint> Late => _late;

    /// <summary>Whether a month is marked.</summary>
    public static bool Has(ReadOnlySpan<uint> marks, int lane, int month) =>
        (marks[(month >> 5) * Lanes.Count + lane] >> (month & (Together - 1)) & 1) != 0;

    /// <summary>The first marked month from a month on; the end or later if there is none before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Next(ReadOnlySpan<uint> marks, int lane, int from, int end)
    {
        for (var at = from; at < end; at = (at | (Together - 1)) + 1)
        {
            var bits = marks[(at >> 5) * Lanes.Count + lane] >> (at & (Together - 1));
            if (bits != 0)
            {
                return at + BitOperations.TrailingZeroCount(bits);
            }
        }

        return end;
    }

    /// <summary>Marks the months of sixteen participants.</summary>
    /// <param name="words">Their words, month by month.</param>
    /// <param name="months">The months they are of: where in the tables of chances each stands.</param>
    /// <param name="groups">The group of each.</param>
    /// <param name="frailties">The frailty class of each.</param>
    /// <param name="width">The registers to use.</param>
    public void Of(
        ReadOnlySpan<uint> words, ReadOnlySpan<MonthRow> months, ReadOnlySpan<uint> groups,
        ReadOnlySpan<uint> frailties, Width width)
    {
        for (var first = 0; first < months.Length; first += Together)
        {
            var some = months[first..Math.Min(months.Length, first + Together)];
            var own = words[(first * Lanes.Count)..];
            var at = first / Together * Lanes.Count;
            if (width == Width.Sixteen && _groups <= Lanes.Count)
            {
                Wide(own, some, groups, frailties, at);
            }
            else
            {
                Narrow(own, some, groups, frailties, at);
            }
        }
    }

    private void Narrow(
        ReadOnlySpan<uint> words, ReadOnlySpan<MonthRow> months, ReadOnlySpan<uint> groups,
        ReadOnlySpan<uint> frailties, int to)
    {
        for (var lane = 0; lane < Lanes.Count; lane++)
        {
            var (any, early, late) = (0u, 0u, 0u);
            var (group, own) = ((int)groups[lane], (int)(groups[lane] * Chances.Frailties + frailties[lane]));
            for (var m = 0; m < months.Length; m++)
            {
                var (word, month) = (words[m * Lanes.Count + lane], months[m]);
                any |= word < chances.Likely[month.Likely + own] ? 1u << m : 0;
                early |= month.Closes || word < chances.Early[month.Leaving + group] ? 1u << m : 0;
                late |= month.Closes || word < chances.Late[month.Leaving + group] ? 1u << m : 0;
            }

            (_any[to + lane], _early[to + lane], _late[to + lane]) = (any, early, late);
        }
    }

    // The thresholds of a month stand in registers: sixteen frailties of a group in one, all groups in another. Places
    // in the tables come from the tables themselves, so that they are not checked once more for each month.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Wide(
        ReadOnlySpan<uint> words, ReadOnlySpan<MonthRow> months, ReadOnlySpan<uint> groups,
        ReadOnlySpan<uint> frailties, int to)
    {
        var (group, frailty) = (Vector512.Create(groups), Vector512.Create(frailties));
        var (any, early, late) = (Vector512<uint>.Zero, Vector512<uint>.Zero, Vector512<uint>.Zero);
        var bit = Vector512<uint>.One;
        ref var allLikely = ref MemoryMarshal.GetArrayDataReference(chances.Likely);
        ref var allEarly = ref MemoryMarshal.GetArrayDataReference(chances.Early);
        ref var allLate = ref MemoryMarshal.GetArrayDataReference(chances.Late);
        ref var word = ref MemoryMarshal.GetReference(words[..(months.Length * Lanes.Count)]);
        foreach (ref readonly var month in months)
        {
            var now = Vector512.LoadUnsafe(ref word);
            word = ref Unsafe.Add(ref word, Lanes.Count);
            var likely = Likely(ref Unsafe.Add(ref allLikely, month.Likely), group, frailty);
            var first = Vector512.LoadUnsafe(ref Unsafe.Add(ref allEarly, month.Leaving));
            var later = Vector512.LoadUnsafe(ref Unsafe.Add(ref allLate, month.Leaving));
            var closes = month.Closes ? bit : Vector512<uint>.Zero;
            any |= Vector512.LessThan(now, likely) & bit;
            early |= (Vector512.LessThan(now, Vector512.ShuffleNative(first, group)) & bit) | closes;
            late |= (Vector512.LessThan(now, Vector512.ShuffleNative(later, group)) & bit) | closes;
            bit <<= 1;
        }

        any.CopyTo(_any, to);
        early.CopyTo(_early, to);
        late.CopyTo(_late, to);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<uint> Likely(ref uint row, Vector512<uint> group, Vector512<uint> frailty)
    {
        var likely = Vector512.ShuffleNative(Vector512.LoadUnsafe(ref row), frailty);
        for (var g = 1u; g < _groups; g++)
        {
            row = ref Unsafe.Add(ref row, Chances.Frailties);
            likely = Vector512.ConditionalSelect(
                Vector512.Equals(group, Vector512.Create(g)),
                Vector512.ShuffleNative(Vector512.LoadUnsafe(ref row), frailty),
                likely);
        }

        return likely;
    }

    private static int Rows(int months) => (months / Together + 1) * Lanes.Count;
}

/// <summary>Where a month stands in the tables of chances.</summary>
/// <param name="Likely">Where its row of <see cref="Chances.Likely"/> begins.</param>
/// <param name="Economy">Where the economy stands.</param>
/// <param name="Leaving">Where its rows of <see cref="Chances.Early"/> and the like begin.</param>
/// <param name="Closes">Whether a big employer closes in it.</param>
internal readonly record struct MonthRow(int Likely, int Economy, int Leaving, bool Closes);
