namespace Porras.Lab;

/// <summary>For each day on which a line may be earned, when it is paid and whose year's transition applies.</summary>
/// <remarks>Worked out when first asked for. One for each thread.</remarks>
internal sealed class PayDays
{
    private readonly Plan _plan;
    private readonly World _world;
    private readonly short[][] _months;
    private readonly int[] _years;
    private readonly bool[] _onStart;
    private readonly int _first;
    private readonly int _last;

    public PayDays(Plan plan, World world, int last)
    {
        (_plan, _world, _first, _last) = (plan, world, world.FirstDay, Math.Max(world.FirstDay, last));
        _months = [.. plan.Fees.Select(_ => Unknown<short>(-1))];
        _years = Unknown(-1);
        var header = plan.Model.Header.Priced;
        _onStart = [.. plan.Fees.Select(f => header?.Value.On is not null || f.Source.Priced?.Value.On is not null)];
    }

    /// <summary>What a line pays.</summary>
    /// <param name="fee">The fee.</param>
    /// <param name="earned">The day on which it is earned.</param>
    /// <param name="start">The start of whoever it is for; the day earned where it is for nobody.</param>
    /// <param name="amount">The amount.</param>
    public Pay Of(int fee, int earned, int start, long amount) =>
        new((short)fee, Month(fee, earned), Year(_onStart[fee] ? start : earned), amount);

    private short Month(int fee, int earned)
    {
        if (earned < _first || earned > _last)
        {
            return MonthOf(fee, earned);
        }

        ref var month = ref _months[fee][earned - _first];
        return month >= 0 ? month : month = MonthOf(fee, earned);
    }

    private int Year(int day)
    {
        if (day < _first || day > _last)
        {
            return _plan.Periods.ContractYear(day);
        }

        ref var year = ref _years[day - _first];
        return year >= 0 ? year : year = _plan.Periods.ContractYear(day);
    }

    // The data sets of the lab have no holidays.
    private short MonthOf(int fee, int earned) => (short)Math.Clamp(
        _world.MonthOf(_plan.Fees[fee].PayableFrom(earned, []) ?? earned), 0, _world.Months + World.After - 1);

    private T[] Unknown<T>(T unknown)
    {
        var days = new T[_last - _first + 1];
        Array.Fill(days, unknown);
        return days;
    }
}
