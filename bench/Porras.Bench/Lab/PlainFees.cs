namespace Porras.Bench;

/// <summary>A job of a person: its first and its last day.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, inclusive.</param>
public sealed record PlainJob(DateOnly First, DateOnly Last);

/// <summary>A person, as one would write it down first.</summary>
public sealed class PlainPerson
{
    /// <summary>The group, from 0.</summary>
    public required int Group { get; init; }

    /// <summary>How much likelier a job is than for others of the group.</summary>
    public required double Frailty { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The month of the start.</summary>
    public required int StartMonth { get; init; }

    /// <summary>Jobs that are proven, in order.</summary>
    public List<PlainJob> Jobs { get; } = [];

    /// <summary>Whether there was a job at all, proven or not.</summary>
    public bool GotJob { get; set; }
}

/// <summary>What is paid, and on which day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Cents">The amount.</param>
public sealed record PlainPayment(DateOnly Day, long Cents);

/// <summary>A rule that pays for a person.</summary>
public abstract class PlainFee
{
    /// <summary>Adds what the rule pays.</summary>
    public abstract void Pay(PlainPerson person, List<PlainPayment> payments);
}

/// <summary>A fee for the start.</summary>
/// <param name="cents">The amount.</param>
public sealed class PlainStartFee(long cents) : PlainFee
{
    /// <inheritdoc/>
    public override void Pay(PlainPerson person, List<PlainPayment> payments) =>
        payments.Add(new(person.Start, cents));
}

/// <summary>A fee for so many days of work, and for the same number again and again.</summary>
/// <param name="days">How many days a payment takes.</param>
/// <param name="before">How many days have to be worked before the first of them count.</param>
/// <param name="most">How many payments at most.</param>
/// <param name="cents">The amount by group.</param>
public sealed class PlainWorkFee(int days, int before, int most, long[] cents) : PlainFee
{
    /// <inheritdoc/>
    public override void Pay(PlainPerson person, List<PlainPayment> payments)
    {
        var (worked, next, paid) = (0, before + days, 0);
        var end = person.Start.AddMonths(24).AddDays(-1);
        foreach (var job in person.Jobs)
        {
            var last = job.Last < end ? job.Last : end;
            var length = last.DayNumber - job.First.DayNumber + 1;
            for (; paid < most && worked + length >= next; next += days, paid++)
            {
                payments.Add(new(job.First.AddDays(next - worked - 1), cents[person.Group]));
            }

            worked += length;
        }
    }
}
