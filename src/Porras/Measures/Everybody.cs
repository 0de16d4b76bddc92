using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Porras;

/// <summary>One participant in one episode, as a member of a scope.</summary>
/// <param name="Participant">The participant, as a place in the data set.</param>
/// <param name="Episode">The episode, from 1.</param>
public readonly record struct Member(int Participant, int Episode);

/// <summary>All eligible participants of a data set, for what is counted across them.</summary>
/// <remarks>
/// Each question is worked out once, when it is first asked, by going through all participants in their order; the
/// answer depends neither on who asks first nor on the number of threads.
/// </remarks>
public sealed class Everybody
{
    private const int Block = 4096;
    private readonly Func<Everybody, ServiceCase> _newCase;
    private readonly Func<ServiceCase, int, int, bool> _begin;
    private readonly ConcurrentBag<ServiceCase> _cases = [];
    private readonly ConcurrentDictionary<object, Lazy<object>> _answers = [];
    private readonly bool _newEpisodes;
    private readonly int _threads;
    private readonly Lazy<Member[]> _members;

    /// <summary>All participants of a data set.</summary>
    /// <param name="data">The data set: only facts that count.</param>
    /// <param name="until">The day of settlement.</param>
    /// <param name="threads">How many threads may go through it.</param>
    /// <param name="newCase">Scratch space for one thread.</param>
    /// <param name="begin">
    /// Fills a case with a participant's episode; false if it has not begun or is not eligible.
    /// </param>
    public Everybody(
        DataSet data,
        int until,
        int threads,
        Func<Everybody, ServiceCase> newCase,
        Func<ServiceCase, int, int, bool> begin)
    {
        (Data, Until, _threads, _newCase, _begin) = (data, until, threads, newCase, begin);
        _newEpisodes = data.Schema.SecondStart == SecondStart.NewEpisode;
        _members = new(FindMembers);
    }

    /// <summary>The data set: only facts that count.</summary>
    public DataSet Data { get; }

    /// <summary>The day of settlement.</summary>
    public int Until { get; }

    /// <summary>Every participant in every episode that has begun and is eligible, in order.</summary>
    public IReadOnlyList<Member> Members => _members.Value;

    /// <summary>The members of each owner of a scope, in order.</summary>
    public ILookup<long, Member> MembersOf(ScopePlan scope) => Answer((scope, "members"), () =>
        Collect<(long Key, Member Member)>((c, found) =>
        {
            if (scope.TryKey(c, out var key))
            {
                found.Add((key, new(c.Participant, c.Episode)));
            }
        }).ToLookup(f => f.Key, f => f.Member));

    /// <summary>The answer to a question, worked out once.</summary>
    /// <param name="question">What is asked; equal questions have one answer.</param>
    /// <param name="work">How it is worked out.</param>
    public T Answer<T>(object question, Func<T> work)
        where T : class
    {
        var lazy = _answers.GetOrAdd(question, _ => new(work));
        return (T)lazy.Value;
    }

    /// <summary>Goes through all members and puts together what is found of each, in their order.</summary>
    public IReadOnlyList<T> Collect<T>(Action<ServiceCase, List<T>> visit)
    {
        var all = new List<T>();
        Each(visit, all.AddRange);
        return all;
    }

    /// <summary>
    /// Goes through all members on several threads; what is found is handed over in the order of the members, a part of
    /// them at a time, in lists that are filled again.
    /// </summary>
    public void Each<T>(Action<ServiceCase, List<T>> visit, Action<List<T>> take)
    {
        var members = _members.Value;
        var found = new List<T>[Math.Clamp(members.Length / Block, 1, Math.Max(1, _threads))];
        for (var from = 0; from < members.Length; from += found.Length * Block)
        {
            OnThreads(found.Length, worker => Visit(worker, from + worker * Block));
            foreach (var list in found)
            {
                take(list);
                list.Clear();
            }
        }

        void Visit(int worker, int from)
        {
            var list = found[worker] ??= [];
            var c = Rent();
            for (var i = from; i < Math.Min(from + Block, members.Length); i++)
            {
                Begin(c, members[i]);
                visit(c, list);
            }

            Return(c);
        }
    }

    private static void OnThreads(int threads, Action<int> work)
    {
        if (threads == 1)
        {
            work(0);
            return;
        }

        try
        {
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, work);
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }
    }

    /// <summary>Asks something of one member.</summary>
    public T With<T>(Member member, Func<ServiceCase, T> ask)
    {
        var c = Rent();
        Begin(c, member);
        var answer = ask(c);
        Return(c);
        return answer;
    }

    /// <summary>Asks something of an owner.</summary>
    public T With<T>(ScopePlan scope, long key, Func<ServiceCase, T> ask)
    {
        var c = Rent();
        c.Begin(scope, key);
        var answer = ask(c);
        Return(c);
        return answer;
    }

    private void Begin(ServiceCase c, Member member)
    {
        if (!_begin(c, member.Participant, member.Episode))
        {
            throw new InvalidOperationException($"{member} is no member.");
        }
    }

    // A case may be asked about while another one is being worked out, so there is one for each depth and thread.
    private ServiceCase Rent() => _cases.TryTake(out var c) ? c : _newCase(this);

    private void Return(ServiceCase c)
    {
        c.Refusals.Clear();
        c.SharesOfNothing.Clear();
        _cases.Add(c);
    }

    private Member[] FindMembers()
    {
        var c = Rent();
        var starts = Data.Starts;
        var members = new List<Member>(starts.Count);
        for (var p = 0; p < starts.Count; p++)
        {
            var episodes = _newEpisodes ? starts.Offsets[p + 1] - starts.Offsets[p] : 1;
            for (var episode = 1; episode <= episodes; episode++)
            {
                if (_begin(c, p, episode))
                {
                    members.Add(new(p, episode));
                }
            }
        }

        Return(c);
        return [.. members];
    }
}
