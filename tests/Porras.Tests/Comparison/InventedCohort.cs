using System.Globalization;
using System.Text;

namespace Porras.Tests;

/// <summary>
/// The invented cohort in <c>models/data/coaching-north</c>: 240 people who never were, the same on every machine.
/// </summary>
/// <remarks>
/// People start evenly from January 2027 to December 2029 with six providers of different sizes. Half have been
/// without work for a year or more; they find work less often and later. Some providers place more people than
/// others. Coaching is once a week to once in three weeks for up to six months; steps follow it. Jobs may have a
/// second spell. Every number comes from one generator with a fixed seed.
/// </remarks>
internal sealed class InventedCohort
{
    private const int People = 240;

    private static readonly (string Name, int Weight, int Skill)[] Providers =
    [
        ("hilla", 30, 2), ("kaarna", 25, 0), ("kanerva", 18, 4), ("luoto", 12, -4), ("poiju", 9, -1), ("suvanto", 6, 5),
    ];

    private readonly StringBuilder _people = new("participant,start,provider,age,unemployed,education\n");
    private readonly StringBuilder _jobs = new("participant,start,end,hours,subsidised\n");
    private readonly StringBuilder _coaching = new("participant,day,hours\n");
    private readonly StringBuilder _steps = new("participant,day,step\n");
    private readonly StringBuilder _losses = new("participant,day,fault\n");
    private ulong _state = 0x9E3779B97F4A7C15;

    private InventedCohort()
    {
        for (var i = 0; i < People; i++)
        {
            // 7 and 240 have no common divisor, so that every number comes once, and in no order of start.
            Person($"c{1000 + i * 7 % People}", Day.Of(2027, 1, 11) + i * 1075 / People);
        }
    }

    /// <summary>The files by name.</summary>
    public static IReadOnlyDictionary<string, string> Files()
    {
        var cohort = new InventedCohort();
        return new Dictionary<string, string>
        {
            ["participants.csv"] = cohort._people.ToString(),
            ["job.csv"] = cohort._jobs.ToString(),
            ["coaching.csv"] = cohort._coaching.ToString(),
            ["progress.csv"] = cohort._steps.ToString(),
            ["loss.csv"] = cohort._losses.ToString(),
        };
    }

    private void Person(string name, int start)
    {
        var draw = Below(Providers.Sum(p => p.Weight));
        var provider = Providers.First(p => (draw -= p.Weight) < 0);
        var isLong = Below(100) < 50;
        var unemployed = isLong ? 365 + Below(30) * Below(50) : Below(365);
        var education = (string[])["basic", "secondary", "secondary", "secondary", "higher"];
        var age = Text(19 + Below(44));
        Row(_people, name, Day.Write(start), provider.Name, age, Text(unemployed), education[Below(5)]);
        var contact = Below(100) < 88;
        Row(_steps, name, Day.Write(start), contact ? "1" : "0");
        if (contact)
        {
            Coaching(name, start);
            Steps(name, start, isLong);
        }

        if (Below(100) < (isLong ? 31 : 56) + provider.Skill)
        {
            Work(name, start + 20 + Below(isLong ? 300 : 180), isLong);
        }
    }

    private void Coaching(string name, int start)
    {
        var (day, between, meetings) = (start + 7, 7 * (1 + Below(3)), 2 + Below(11));
        for (var i = 0; i < meetings && day < start + 180; i++, day += between)
        {
            Row(_coaching, name, Day.Write(day), ((string[])["1", "1.5", "2", "2"])[Below(4)]);
        }
    }

    private void Steps(string name, int start, bool isLong)
    {
        var day = start;
        for (var step = 2; step <= 4 && Below(100) < (isLong ? 58 : 66); step++)
        {
            day += 30 + Below(70);
            Row(_steps, name, Day.Write(day), Text(step));
        }
    }

    private void Work(string name, int day, bool isLong)
    {
        var subsidised = Below(100) < 12;
        for (var spell = 0; spell < 2; spell++)
        {
            var length = Below(100) < (isLong ? 30 : 45) ? 300 + Below(400) : 15 + Below(200);
            var end = day + length;
            var hours = (int[])[12, 20, 25, 30, 37, 37];
            Row(_jobs, name, Day.Write(day), Day.Write(end), Text(hours[Below(6)]), subsidised ? "yes" : "no");
            if (length is > 90 and < 125)
            {
                Row(_losses, name, Day.Write(end + 1), Below(2) == 0 ? "provider-side" : "other");
            }

            if (length > 250 || Below(100) < 45)
            {
                return;
            }

            (day, subsidised) = (end + 4 + Below(60), false);
        }
    }

    private static void Row(StringBuilder file, params string[] cells) =>
        file.Append(string.Join(',', cells)).Append('\n');

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Xorshift64* (Vigna, "An experimental exploration of Marsaglia's xorshift generators, scrambled", 2016).
    private int Below(int bound)
    {
        unchecked
        {
            _state ^= _state >> 12;
            _state ^= _state << 25;
            _state ^= _state >> 27;
            return (int)((_state * 2685821657736338717UL) >> 33) % bound;
        }
    }
}
