namespace Porras;

/// <summary>Rows in order: by group, then by what they say; rows that say the same are one.</summary>
/// <param name="Rows">The rows that are left, in order.</param>
/// <param name="Offsets">Group g has the rows <c>Rows[Offsets[g]]</c> to <c>Rows[Offsets[g + 1] - 1]</c>.</param>
internal sealed record RowOrder(int[] Rows, int[] Offsets)
{
    /// <summary>The order of all rows; those of group -1 are left out.</summary>
    /// <param name="group">The group of each row.</param>
    /// <param name="groups">How many groups there are.</param>
    /// <param name="within">The order within a group; 0 for rows that say the same.</param>
    /// <param name="line">The line of each row; of equal rows the first line stays.</param>
    /// <param name="day">What the order within a group goes by first; null if there is no such day.</param>
    public static RowOrder Of(
        ReadOnlySpan<int> group, int groups, Comparison<int> within, Growing<int> line, Growing<int>? day = null)
    {
        if (InOrder(group, groups, within, day) is { } already)
        {
            return already;
        }

        var order = Grouped(group, groups);
        var (rows, offsets) = (order.Rows, order.Offsets);
        var kept = 0;
        for (var g = 0; g < groups; g++)
        {
            var own = rows.AsSpan(offsets[g], offsets[g + 1] - offsets[g]);
            if (!Rises(own, within))
            {
                own.Sort(within);
            }

            offsets[g] = kept;
            foreach (var row in own)
            {
                if (kept == offsets[g] || within(rows[kept - 1], row) != 0)
                {
                    rows[kept++] = row;
                }
                else if (line[row] < line[rows[kept - 1]])
                {
                    rows[kept - 1] = row;
                }
            }
        }

        offsets[groups] = kept;
        Array.Resize(ref rows, kept);
        return new(rows, offsets);
    }

    /// <summary>The order without the rows that are left out.</summary>
    public RowOrder Without(ReadOnlySpan<bool> leftOut)
    {
        var rows = new int[Rows.Length];
        var offsets = new int[Offsets.Length];
        var kept = 0;
        for (var g = 0; g + 1 < Offsets.Length; g++)
        {
            for (var i = Offsets[g]; i < Offsets[g + 1]; i++)
            {
                rows[kept] = Rows[i];
                kept += leftOut[Rows[i]] ? 0 : 1;
            }

            offsets[g + 1] = kept;
        }

        return new(rows[..kept], offsets);
    }

    // Rows that come in order, none twice, are not sorted again.
    private static RowOrder? InOrder(ReadOnlySpan<int> group, int groups, Comparison<int> within, Growing<int>? day)
    {
        for (var row = 0; row < group.Length; row++)
        {
            var before = row == 0 ? 0 : group[row - 1];
            if (group[row] < before || (row > 0 && group[row] == before
                && (day is null || day[row - 1] >= day[row]) && within(row - 1, row) >= 0))
            {
                return null;
            }
        }

        var (rows, offsets, next) = (new int[group.Length], new int[groups + 1], 0);
        for (var row = 0; row < rows.Length; row++)
        {
            for (rows[row] = row; next <= group[row]; next++)
            {
                offsets[next] = row;
            }
        }

        offsets.AsSpan(next).Fill(rows.Length);
        return new(rows, offsets);
    }

    private static bool Rises(ReadOnlySpan<int> rows, Comparison<int> within)
    {
        for (var i = 1; i < rows.Length; i++)
        {
            if (within(rows[i - 1], rows[i]) > 0)
            {
                return false;
            }
        }

        return true;
    }

    // A counting sort: one pass to count, one to place; rows keep their order within a group.
    private static RowOrder Grouped(ReadOnlySpan<int> group, int groups)
    {
        var offsets = new int[groups + 1];
        foreach (var g in group)
        {
            if (g >= 0)
            {
                offsets[g + 1]++;
            }
        }

        for (var g = 0; g < groups; g++)
        {
            offsets[g + 1] += offsets[g];
        }

        var rows = new int[offsets[groups]];
        var next = offsets.AsSpan(0, groups).ToArray();
        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] >= 0)
            {
                rows[next[group[row]]++] = row;
            }
        }

        return new(rows, offsets);
    }
}
