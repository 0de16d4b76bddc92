using System.Text;

namespace Porras.Tests;

/// <summary>
/// A random model that <c>check</c> accepts, and a random data set for it: of one seed, always the same.
/// </summary>
internal sealed class RandomModel
{
    private readonly Random _random;

    public RandomModel(int seed)
    {
        _random = new Random(seed);
        Text = Model();
        People = 1 + _random.Next(6);
        Files = Data();
    }

    public string Text { get; }

    public int People { get; }

    /// <summary>The files of the data set: each a header and rows.</summary>
    public Dictionary<string, List<string>> Files { get; }

    /// <summary>The files as texts.</summary>
    public Dictionary<string, string> Csv() => Files.ToDictionary(f => f.Key, f => string.Join('\n', f.Value) + "\n");

    private string Model()
    {
        var text = new StringBuilder();
        text.Append(Header()).Append(People0()).Append(Facts()).Append(Measures()).Append(Tables());
        string[] fees = [Start(), Job(), Kept(), Course(), Monthly(), Steps(), Earned()];
        foreach (var fee in fees.Where((_, i) => i < 2 || Chance(60)))
        {
            text.Append(fee);
        }

        return text.Append(Limits(text.ToString())).Append(Back()).ToString();
    }

    private string Header() => $"""
        model random version 1
          in force  2020-01-01 to 2022-12-31
          money     EUR, {One("each line", "each running total")} rounded to {Rounded()}
          priced    {One("on start", "when earned")}


        """;

    private string People0() => $"""
        participants people
          known     age number, kind one of a, b
          start     "the start"
          again     {One("a new episode", "the same episode")}
          window    service lasts {One("6 months", "90 days", "26 weeks", "1 year")} from start
          window    follow-up lasts {One("9 months", "300 days")} {One("from start", "after end of service")}
          window    before-it lasts 90 days before start

        groups fixed at start
          young     when age below {One("25", "30")}
          others    otherwise


        """;

    private static string Facts() => """
        facts
          job       from day to day, hours a week, subsidised yes or no, evidence register or document
          rest      from day to day
          course    on a day, price money
          visit     on a day

        ladder progress "Steps"
          step 0 "out"
          step 1 "in"
          step 2 "half way"
          step 3 "there"


        """;

    private string Measures() => $"""
        measure work is days of job
        {Hours()}{Optional(30, "  where     not subsidised")}{Optional(30, "  except    rest")}{Gaps()}
        measure learnt is sum of price in course
        measure visits is count of visit
        measure half is 50 % of visits


        """;

    private string Hours() =>
        Optional(50, $"  where     hours at least {One("10", "18", "30")} a week {One("in all", "in each")}");

    private string Gaps() => Optional(
        40,
        $"  gaps      up to {One("1 day", "7 days", "14 days")} do not break it, and {One("count", "do not count")}");

    private string Tables() => $"""
        table by group
                  job-price  needed  blocks
          young      {Price()}  {One("10 days", "4 weeks", "30 days")}  {1 + _random.Next(5)}
          others     {Price()}  {One("20 days", "6 weeks", "1 week")}  {1 + _random.Next(5)}

        table by date
                            index
          from 2020-01-01   100 %
          from 2021-01-01   {One("102.5 %", "97 %")}


        """;

    private string Rounded() => One("0.01 half up", "0.01 half even", "1 down", "0.05 half up");

    private string Unbroken() => One("", "unbroken ");

    private string Bounded() => One("", " within service", " within follow-up", ", begun within service");

    private string Within() => One("", ", within follow-up", ", begun within service");

    private string Start() => $"""
        fee started  output
          when      start
          pay       {Price()}
          once


        """;

    private string Job() => $"""
        fee job-fee  outcome
          when      {Unbroken()}work reaches needed{Bounded()}
          pay       job-price
          times     index
          {One("once", "claim     within 60 days\n  once")}


        """;

    private string Kept() => $"""
        fee kept  outcome
          when      each {One("7 days", "4 weeks", "10 days")} of {Unbroken()}work after job-fee{Within()}
          pay       {Price()}
        {Optional(30, "  less      started")}  at most   blocks times


        """;

    private string Course() => $"""
        fee course-fee  output
          when      course{One("", " within service", " before job-fee")}
        {Optional(30, "  only if   any visit")}  pay       {One("50 %", "1/3", "100 %")} of price
        {Optional(40, $"  at most   {Price()} each time")}  {One("every time", "at most 3 times", "once")}


        """;

    private string Monthly() => $"""
        fee monthly  output
          when      end of each calendar month within service
          pay       {Price()}{One("", " for each visits", " for each half")}
          part periods pay {One("by days", "in full", "nothing")}
          {One("every time", "at most 4 times")}


        """;

    private string Steps() => $"""
        fee step-fee  outcome
          when      progress reaches each new step from {One("1", "2")} to 3{One("", " within follow-up")}
          pay       by step 1 10.00, 2 20.00, 3 33.33
          skipped steps {One("are paid", "are not paid")}
          every time


        """;

    private string Earned() => $"""
        fee learnt-fee  outcome
          when      learnt {One("reaches", "exceeds")} {Price()}{One("", " within service", " within any 60 days")}
        {Tested()}  pay       {Price()}
        {Optional(40, "  plus      7.5 %")}  once


        """;

    private string Tested() => Optional(30, "  only if   work at least 5 days")
        + Optional(30, "  only if   visits at most 3 within before-it");

    private string Limits(string text)
    {
        var limits = new StringBuilder();
        if (Chance(50))
        {
            limits.Append($"limit {Price()} for each participant, then {One("cut", "stop", "pro rata", "report")}\n");
        }

        if (Chance(40) && text.Contains("fee kept", StringComparison.Ordinal))
        {
            var period = One("calendar year", "calendar month", "contract year");
            var rule = One("cut", "stop", "pro rata", "report");
            limits.Append($"limit {Price()} of kept for each participant and {period}, then {rule}\n");
        }

        return limits.Append('\n').ToString();
    }

    private string Back() => !Chance(40) ? "" : $"""
        take back job-fee
          when      rest within 60 days after job-fee
          takes     {One("all", "50 %", "1/3")}
        """ + "\n";

    private Dictionary<string, List<string>> Data()
    {
        var files = new Dictionary<string, List<string>>
        {
            ["participants"] = ["participant,start,age,kind"],
            ["job"] = ["participant,start,end,hours,subsidised,known"],
            ["rest"] = ["participant,start,end"],
            ["course"] = ["participant,day,price"],
            ["visit"] = ["participant,day,id"],
            ["progress"] = ["participant,day,step"],
        };
        for (var p = 0; p < People; p++)
        {
            Person(files, $"p{p}");
        }

        return files;
    }

    private void Person(Dictionary<string, List<string>> files, string name)
    {
        var start = Day.Of(2020, 1, 1) + _random.Next(700);
        var known = $"{15 + _random.Next(30)},{One("a", "b")}";
        files["participants"].Add($"{name},{Day.Write(start)},{known}");
        if (Chance(20))
        {
            files["participants"].Add($"{name},{Day.Write(start + 100 + _random.Next(200))},{known}");
        }

        for (var i = _random.Next(5); i > 0; i--)
        {
            var first = start - 60 + _random.Next(400);
            var end = Chance(10) ? "" : Day.Write(first + _random.Next(150));
            var late = Chance(30) ? Day.Write(first + _random.Next(200)) : "";
            files["job"].Add($"{name},{Day.Write(first)},{end},{_random.Next(45)},{One("yes", "no", "no")},{late}");
        }

        for (var i = _random.Next(3); i > 0; i--)
        {
            var first = start + _random.Next(300);
            files["rest"].Add($"{name},{Day.Write(first)},{Day.Write(first + _random.Next(20))}");
        }

        for (var i = _random.Next(6); i > 0; i--)
        {
            var price = $"{_random.Next(500)}.{_random.Next(10)}0";
            files["course"].Add($"{name},{Day.Write(start - 30 + _random.Next(300))},{price}");
            files["visit"].Add($"{name},{Day.Write(start - 60 + _random.Next(300))},{name}v{i}");
        }

        foreach (var day in Enumerable.Range(0, 300).Where(_ => _random.Next(100) == 0))
        {
            files["progress"].Add($"{name},{Day.Write(start - 10 + day)},{_random.Next(4)}");
        }
    }

    private bool Chance(int percent) => _random.Next(100) < percent;

    private string One(params string[] choices) => choices[_random.Next(choices.Length)];

    private string Optional(int percent, string line) => Chance(percent) ? line + "\n" : "";

    private string Price() => $"{1 + _random.Next(900)}.{_random.Next(10)}{_random.Next(10)}";
}
