namespace Porras;

/// <summary>Changes of provider, sorted by participant, then day.</summary>
/// <param name="Participant">The participant of each change.</param>
/// <param name="LastDay">The last day with the earlier provider.</param>
/// <param name="Provider">The provider from the day after, as a place in <see cref="DataSet.Providers"/>.</param>
public sealed record Transfers(int[] Participant, int[] LastDay, int[] Provider)
{
    /// <summary>Nobody has changed provider.</summary>
    public static Transfers None { get; } = new([], [], []);

    /// <summary>The first change of a participant from a day to a day; null if there is none.</summary>
    public int? FirstOf(int participant, int from, int to)
    {
        for (var i = First(participant); i < Participant.Length && Participant[i] == participant; i++)
        {
            if (LastDay[i] >= from && LastDay[i] <= to)
            {
                return LastDay[i];
            }
        }

        return null;
    }

    /// <summary>The provider on a day, given the provider at the start.</summary>
    public int ProviderOn(int participant, int start, int day, int provider)
    {
        for (var i = First(participant); i < Participant.Length && Participant[i] == participant; i++)
        {
            provider = LastDay[i] >= start && LastDay[i] < day ? Provider[i] : provider;
        }

        return provider;
    }

    /// <summary>The changes of one participant, as participant 0.</summary>
    public Transfers Only(int participant)
    {
        var from = First(participant);
        var to = from;
        while (to < Participant.Length && Participant[to] == participant)
        {
            to++;
        }

        return new(new int[to - from], LastDay[from..to], Provider[from..to]);
    }

    /// <summary>The same changes with the participants in another order.</summary>
    internal Transfers InOrder(int[] participants)
    {
        var place = new int[participants.Length];
        for (var i = 0; i < participants.Length; i++)
        {
            place[participants[i]] = i;
        }

        int[] rows = [.. Enumerable.Range(0, Participant.Length).OrderBy(r => place[Participant[r]])];
        return new(
            Array.ConvertAll(rows, r => place[Participant[r]]),
            Array.ConvertAll(rows, r => LastDay[r]),
            Array.ConvertAll(rows, r => Provider[r]));
    }

    private int First(int participant)
    {
        var i = Array.BinarySearch(Participant, participant);
        while (i > 0 && Participant[i - 1] == participant)
        {
            i--;
        }

        return i < 0 ? ~i : i;
    }
}
