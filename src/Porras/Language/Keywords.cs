namespace Porras;

/// <summary>
/// The keywords of the language, one table: reading, hints, the layout and the reference's list all come from it.
/// </summary>
public static class Keywords
{
    internal static readonly Keyword Model = new(KeywordArea.Declarations, "model");
    internal static readonly Keyword Providers = new(KeywordArea.Declarations, "providers");
    internal static readonly Keyword Participants = new(KeywordArea.Declarations, "participants");
    internal static readonly Keyword Facts = new(KeywordArea.Declarations, "facts");
    internal static readonly Keyword GroupsFixedAtStart = new(KeywordArea.Declarations, "groups fixed at start");
    internal static readonly Keyword Cohort = new(KeywordArea.Declarations, "cohort");
    internal static readonly Keyword Ladder = new(KeywordArea.Declarations, "ladder");
    internal static readonly Keyword Measure = new(KeywordArea.Declarations, "measure");
    internal static readonly Keyword Is = new(KeywordArea.Declarations, "is");
    internal static readonly Keyword TableBy = new(KeywordArea.Declarations, "table by");
    internal static readonly Keyword TransitionMultipliesPrices =
        new(KeywordArea.Declarations, "transition multiplies prices");
    internal static readonly Keyword Fee = new(KeywordArea.Declarations, "fee");
    internal static readonly Keyword Limit = new(KeywordArea.Declarations, "limit");
    internal static readonly Keyword Expect = new(KeywordArea.Declarations, "expect");
    internal static readonly Keyword TakeBack = new(KeywordArea.Declarations, "take back");
    internal static readonly Keyword SplitBetweenPayers = new(KeywordArea.Declarations, "split between payers");
    internal static readonly Keyword SplitBetweenPayees = new(KeywordArea.Declarations, "split between payees");
    internal static readonly Keyword InOrder = new(KeywordArea.Declarations, "in order");
    internal static readonly Keyword Version = new(KeywordArea.Model, "version");
    internal static readonly Keyword Title = new(KeywordArea.Model, "title");
    internal static readonly Keyword InForce = new(KeywordArea.Model, "in force");
    internal static readonly Keyword To = new(KeywordArea.Model, "to");
    internal static readonly Keyword Money = new(KeywordArea.Model, "money");
    internal static readonly Keyword EachLineRoundedTo = new(KeywordArea.Model, "each line rounded to");
    internal static readonly Keyword EachRunningTotalRoundedTo =
        new(KeywordArea.Model, "each running total rounded to");
    internal static readonly Keyword HalfUp = new(KeywordArea.Model, "half up");
    internal static readonly Keyword HalfEven = new(KeywordArea.Model, "half even");
    internal static readonly Keyword Down = new(KeywordArea.Model, "down");
    internal static readonly Keyword YearBegins = new(KeywordArea.Model, "year begins");
    internal static readonly Keyword TakesOver = new(KeywordArea.Model, "takes over");
    internal static readonly Keyword NewStartsOnly = new(KeywordArea.Model, "new starts only");
    internal static readonly Keyword RunningCasesToo = new(KeywordArea.Model, "running cases too");
    internal static readonly Keyword Law = new(KeywordArea.Model, "law");
    internal static readonly Keyword Known = new(KeywordArea.People, "known");
    internal static readonly Keyword Bid = new(KeywordArea.People, "bid");
    internal static readonly Keyword Transfer = new(KeywordArea.People, "transfer");
    internal static readonly Keyword FeesGoToTheFirstProvider =
        new(KeywordArea.People, "fees go to the first provider");
    internal static readonly Keyword FeesGoToTheProviderOfTheDay =
        new(KeywordArea.People, "fees go to the provider of the day");
    internal static readonly Keyword Start = new(KeywordArea.People, "start");
    internal static readonly Keyword Until = new(KeywordArea.People, "until");
    internal static readonly Keyword Window = new(KeywordArea.People, "window");
    internal static readonly Keyword Lasts = new(KeywordArea.People, "lasts");
    internal static readonly Keyword Again = new(KeywordArea.People, "again");
    internal static readonly Keyword ANewEpisode = new(KeywordArea.People, "a new episode");
    internal static readonly Keyword TheSameEpisode = new(KeywordArea.People, "the same episode");
    internal static readonly Keyword By = new(KeywordArea.People, "by");
    internal static readonly Keyword OfStart = new(KeywordArea.People, "of start");
    internal static readonly Keyword Closes = new(KeywordArea.People, "closes");
    internal static readonly Keyword AfterItEnds = new(KeywordArea.People, "after it ends");
    internal static readonly Keyword OnADay = new(KeywordArea.Facts, "on a day");
    internal static readonly Keyword FromDayToDay = new(KeywordArea.Facts, "from day to day");
    internal static readonly Keyword Evidence = new(KeywordArea.Facts, "evidence");
    internal static readonly Keyword Register = new(KeywordArea.Facts, "register");
    internal static readonly Keyword Document = new(KeywordArea.Facts, "document");
    internal static readonly Keyword Organiser = new(KeywordArea.Facts, "organiser");
    internal static readonly Keyword Evaluator = new(KeywordArea.Facts, "evaluator");
    internal static readonly Keyword Provider = new(KeywordArea.Facts, "provider");
    internal static readonly Keyword Participant = new(KeywordArea.Facts, "participant");
    internal static readonly Keyword When = new(KeywordArea.Facts, "when");
    internal static readonly Keyword Otherwise = new(KeywordArea.Facts, "otherwise");
    internal static readonly Keyword Step = new(KeywordArea.Facts, "step");
    internal static readonly Keyword Number = new(KeywordArea.Types, "number");
    internal static readonly Keyword Percent = new(KeywordArea.Types, "percent");
    internal static readonly Keyword PercentSign = new(KeywordArea.Types, "%");
    internal static readonly Keyword Points = new(KeywordArea.Types, "points");
    internal static readonly Keyword Hours = new(KeywordArea.Types, "hours");
    internal static readonly Keyword Days = new(KeywordArea.Types, "days");
    internal static readonly Keyword Weeks = new(KeywordArea.Types, "weeks");
    internal static readonly Keyword Months = new(KeywordArea.Types, "months");
    internal static readonly Keyword Years = new(KeywordArea.Types, "years");
    internal static readonly Keyword AWeek = new(KeywordArea.Types, "a week");
    internal static readonly Keyword WorkingDays = new(KeywordArea.Types, "working days");
    internal static readonly Keyword Day = new(KeywordArea.Types, "day");
    internal static readonly Keyword Name = new(KeywordArea.Types, "name");
    internal static readonly Keyword YesOrNo = new(KeywordArea.Types, "yes or no");
    internal static readonly Keyword Yes = new(KeywordArea.Types, "yes");
    internal static readonly Keyword No = new(KeywordArea.Types, "no");
    internal static readonly Keyword OneOf = new(KeywordArea.Types, "one of");
    internal static readonly Keyword DaysOf = new(KeywordArea.Measures, "days of");
    internal static readonly Keyword WeeksOf = new(KeywordArea.Measures, "weeks of");
    internal static readonly Keyword MonthsOf = new(KeywordArea.Measures, "months of");
    internal static readonly Keyword SumOf = new(KeywordArea.Measures, "sum of");
    internal static readonly Keyword CountOf = new(KeywordArea.Measures, "count of");
    internal static readonly Keyword LatestOf = new(KeywordArea.Measures, "latest of");
    internal static readonly Keyword MeanOf = new(KeywordArea.Measures, "mean of");
    internal static readonly Keyword LowestOf = new(KeywordArea.Measures, "lowest of");
    internal static readonly Keyword In = new(KeywordArea.Measures, "in");
    internal static readonly Keyword Of = new(KeywordArea.Measures, "of");
    internal static readonly Keyword And = new(KeywordArea.Measures, "and");
    internal static readonly Keyword Less = new(KeywordArea.Measures, "less");
    internal static readonly Keyword AsShareOf = new(KeywordArea.Measures, "as share of");
    internal static readonly Keyword Where = new(KeywordArea.Measures, "where");
    internal static readonly Keyword Except = new(KeywordArea.Measures, "except");
    internal static readonly Keyword Gaps = new(KeywordArea.Measures, "gaps");
    internal static readonly Keyword UpTo = new(KeywordArea.Measures, "up to");
    internal static readonly Keyword During = new(KeywordArea.Measures, "during");
    internal static readonly Keyword DoNotBreakIt = new(KeywordArea.Measures, "do not break it");
    internal static readonly Keyword AndCount = new(KeywordArea.Measures, "and count");
    internal static readonly Keyword AndDoNotCount = new(KeywordArea.Measures, "and do not count");
    internal static readonly Keyword With = new(KeywordArea.Measures, "with");
    internal static readonly Keyword ForEach = new(KeywordArea.Measures, "for each");
    internal static readonly Keyword Over = new(KeywordArea.Measures, "over");
    internal static readonly Keyword Needs = new(KeywordArea.Measures, "needs");
    internal static readonly Keyword CountsAsZero = new(KeywordArea.Measures, "counts as 0");
    internal static readonly Keyword Reaches = new(KeywordArea.Moments, "reaches");
    internal static readonly Keyword Exceeds = new(KeywordArea.Moments, "exceeds");
    internal static readonly Keyword Unbroken = new(KeywordArea.Moments, "unbroken");
    internal static readonly Keyword Each = new(KeywordArea.Moments, "each");
    internal static readonly Keyword ReachesEachNewStep = new(KeywordArea.Moments, "reaches each new step");
    internal static readonly Keyword EndOf = new(KeywordArea.Moments, "end of");
    internal static readonly Keyword EndOfEach = new(KeywordArea.Moments, "end of each");
    internal static readonly Keyword BeginningOfEach = new(KeywordArea.Moments, "beginning of each");
    internal static readonly Keyword CloseOf = new(KeywordArea.Moments, "close of");
    internal static readonly Keyword CalendarMonth = new(KeywordArea.Moments, "calendar month");
    internal static readonly Keyword CalendarQuarter = new(KeywordArea.Moments, "calendar quarter");
    internal static readonly Keyword CalendarYear = new(KeywordArea.Moments, "calendar year");
    internal static readonly Keyword ContractYear = new(KeywordArea.Moments, "contract year");
    internal static readonly Keyword From = new(KeywordArea.Moments, "from");
    internal static readonly Keyword After = new(KeywordArea.Moments, "after");
    internal static readonly Keyword Before = new(KeywordArea.Moments, "before");
    internal static readonly Keyword Within = new(KeywordArea.Moments, "within");
    internal static readonly Keyword BegunWithin = new(KeywordArea.Moments, "begun within");
    internal static readonly Keyword WithinAny = new(KeywordArea.Moments, "within any");
    internal static readonly Keyword Output = new(KeywordArea.Fees, "output");
    internal static readonly Keyword Outcome = new(KeywordArea.Fees, "outcome");
    internal static readonly Keyword For = new(KeywordArea.Fees, "for");
    internal static readonly Keyword Or = new(KeywordArea.Fees, "or");
    internal static readonly Keyword OnlyIf = new(KeywordArea.Fees, "only if");
    internal static readonly Keyword Pay = new(KeywordArea.Fees, "pay");
    internal static readonly Keyword Plus = new(KeywordArea.Fees, "plus");
    internal static readonly Keyword Times = new(KeywordArea.Fees, "times");
    internal static readonly Keyword Settles = new(KeywordArea.Fees, "settles");
    internal static readonly Keyword ShareOf = new(KeywordArea.Fees, "share of");
    internal static readonly Keyword UnpaidOf = new(KeywordArea.Fees, "unpaid of");
    internal static readonly Keyword EachTime = new(KeywordArea.Fees, "each time");
    internal static readonly Keyword Beside = new(KeywordArea.Fees, "beside");
    internal static readonly Keyword Once = new(KeywordArea.Fees, "once");
    internal static readonly Keyword EveryTime = new(KeywordArea.Fees, "every time");
    internal static readonly Keyword PartPeriodsPay = new(KeywordArea.Fees, "part periods pay");
    internal static readonly Keyword ByDays = new(KeywordArea.Fees, "by days");
    internal static readonly Keyword InFull = new(KeywordArea.Fees, "in full");
    internal static readonly Keyword Nothing = new(KeywordArea.Fees, "nothing");
    internal static readonly Keyword SkippedSteps = new(KeywordArea.Fees, "skipped steps");
    internal static readonly Keyword ArePaid = new(KeywordArea.Fees, "are paid");
    internal static readonly Keyword AreNotPaid = new(KeywordArea.Fees, "are not paid");
    internal static readonly Keyword Priced = new(KeywordArea.Fees, "priced");
    internal static readonly Keyword On = new(KeywordArea.Fees, "on");
    internal static readonly Keyword WhenEarned = new(KeywordArea.Fees, "when earned");
    internal static readonly Keyword ClaimWithin = new(KeywordArea.Fees, "claim within");
    internal static readonly Keyword Payable = new(KeywordArea.Fees, "payable");
    internal static readonly Keyword Later = new(KeywordArea.Fees, "later");
    internal static readonly Keyword Not = new(KeywordArea.Tests, "not");
    internal static readonly Keyword AtLeast = new(KeywordArea.Tests, "at least");
    internal static readonly Keyword AtMost = new(KeywordArea.Tests, "at most");
    internal static readonly Keyword Above = new(KeywordArea.Tests, "above");
    internal static readonly Keyword Below = new(KeywordArea.Tests, "below");
    internal static readonly Keyword Every = new(KeywordArea.Tests, "every");
    internal static readonly Keyword Any = new(KeywordArea.Tests, "any");
    internal static readonly Keyword InEach = new(KeywordArea.Tests, "in each");
    internal static readonly Keyword InAll = new(KeywordArea.Tests, "in all");
    internal static readonly Keyword IsNot = new(KeywordArea.Tests, "is not");
    internal static readonly Keyword LastsTo = new(KeywordArea.Tests, "lasts to");
    internal static readonly Keyword CoversThePeriod = new(KeywordArea.Tests, "covers the period");
    internal static readonly Keyword Group = new(KeywordArea.Tables, "group");
    internal static readonly Keyword Date = new(KeywordArea.Tables, "date");
    internal static readonly Keyword Time = new(KeywordArea.Tables, "time");
    internal static readonly Keyword PlaceIn = new(KeywordArea.Tables, "place in");
    internal static readonly Keyword Outputs = new(KeywordArea.Tables, "outputs");
    internal static readonly Keyword Outcomes = new(KeywordArea.Tables, "outcomes");
    internal static readonly Keyword EachParticipant = new(KeywordArea.Limits, "each participant");
    internal static readonly Keyword EachProvider = new(KeywordArea.Limits, "each provider");
    internal static readonly Keyword TheContract = new(KeywordArea.Limits, "the contract");
    internal static readonly Keyword Contract = new(KeywordArea.Limits, "contract");
    internal static readonly Keyword ThenCut = new(KeywordArea.Limits, "then cut");
    internal static readonly Keyword ThenStop = new(KeywordArea.Limits, "then stop");
    internal static readonly Keyword ThenProRata = new(KeywordArea.Limits, "then pro rata");
    internal static readonly Keyword ThenReport = new(KeywordArea.Limits, "then report");
    internal static readonly Keyword TheRest = new(KeywordArea.Limits, "the rest");
    internal static readonly Keyword Takes = new(KeywordArea.Limits, "takes");
    internal static readonly Keyword WholeOfIt = new(KeywordArea.Limits, "all");
    internal static readonly Keyword TheUnusedPart = new(KeywordArea.Limits, "the unused part");

    /// <summary>All keywords in the order of the reference.</summary>
    public static IReadOnlyList<Keyword> All { get; } =
    [
        Model, Providers, Participants, Facts, GroupsFixedAtStart, Cohort, Ladder, Measure, Is, TableBy,
        TransitionMultipliesPrices, Fee, Limit, Expect, TakeBack, SplitBetweenPayers, SplitBetweenPayees, InOrder,
        Version, Title, InForce, To, Money, EachLineRoundedTo, EachRunningTotalRoundedTo, HalfUp, HalfEven, Down,
        YearBegins, TakesOver, NewStartsOnly, RunningCasesToo, Law,
        Known, Bid, Transfer, FeesGoToTheFirstProvider, FeesGoToTheProviderOfTheDay, Start, Until, Window, Lasts,
        Again, ANewEpisode, TheSameEpisode, By, OfStart, Closes, AfterItEnds, OnADay, FromDayToDay, Evidence,
        Register, Document, Organiser, Evaluator, Provider, Participant, When, Otherwise, Step, Number, Percent,
        PercentSign, Points, Hours, Days, Weeks, Months, Years, AWeek, WorkingDays, Day, Name, YesOrNo, Yes, No,
        OneOf, DaysOf, WeeksOf, MonthsOf, SumOf, CountOf, LatestOf, MeanOf, LowestOf, In, Of, And, Less, AsShareOf,
        Where, Except, Gaps, UpTo, During, DoNotBreakIt, AndCount, AndDoNotCount, With, ForEach, Over, Needs,
        CountsAsZero, Reaches, Exceeds, Unbroken, Each, ReachesEachNewStep, EndOf, EndOfEach, BeginningOfEach,
        CloseOf, CalendarMonth, CalendarQuarter, CalendarYear, ContractYear, From, After, Before, Within,
        BegunWithin, WithinAny, Output, Outcome, For, Or, OnlyIf, Pay, Plus, Times, Settles, ShareOf, UnpaidOf,
        EachTime, Beside, Once, EveryTime, PartPeriodsPay, ByDays, InFull, Nothing, SkippedSteps, ArePaid,
        AreNotPaid, Priced, On, WhenEarned, ClaimWithin, Payable, Later, Not, AtLeast, AtMost, Above, Below, Every,
        Any, InEach, InAll, IsNot, LastsTo, CoversThePeriod, Group, Date, Time, PlaceIn, Outputs, Outcomes,
        EachParticipant, EachProvider, TheContract, Contract, ThenCut, ThenStop, ThenProRata, ThenReport, TheRest,
        Takes, WholeOfIt, TheUnusedPart,
    ];

    /// <summary>The words for the units after a number, singular and plural.</summary>
    internal static IReadOnlyDictionary<string, UnitWord> Units { get; } = new Dictionary<string, UnitWord>
    {
        ["point"] = UnitWord.Points, ["points"] = UnitWord.Points, ["hour"] = UnitWord.Hours,
        ["hours"] = UnitWord.Hours,
        ["day"] = UnitWord.Days, ["days"] = UnitWord.Days, ["week"] = UnitWord.Weeks, ["weeks"] = UnitWord.Weeks,
        ["month"] = UnitWord.Months, ["months"] = UnitWord.Months, ["year"] = UnitWord.Years,
        ["years"] = UnitWord.Years,
    };

    /// <summary>The months as <c>year begins</c> names them.</summary>
    internal static IReadOnlyList<string> MonthNames { get; } =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ];

    /// <summary>The unit words that may also name a column or a known value, and then need no type.</summary>
    internal static IReadOnlyList<string> UnitNames { get; } = ["points", "hours", "days"];

    /// <summary>Words that no label may be: they say how a row of a table fits, or name a column.</summary>
    internal static IReadOnlyList<string> NoLabels { get; } =
        ["from", "above", "below", "up", "otherwise", "not", "points", "hours", "days"];

    // A keyword is reserved where a name could be taken for it: wherever names are used in tests, moments and amounts.
    private static readonly HashSet<string> Reserved =
    [
        .. All.Where(k => k.Area is KeywordArea.Types or KeywordArea.Measures or KeywordArea.Moments or KeywordArea.Fees
            or KeywordArea.Tests or KeywordArea.Tables or KeywordArea.Limits).Except([Outputs, Outcomes])
            .Select(k => k.Words[0]),
        .. Units.Keys, "start", "transfer", "to", "otherwise", "step", "is", "participant", "participants", "provider",
    ];

    /// <summary>Whether a word cannot be declared as a name.</summary>
    public static bool IsReserved(string word) => Reserved.Contains(word) && !UnitNames.Contains(word);

    /// <summary>The keyword of this phrase; null if there is none.</summary>
    public static Keyword? Find(string phrase) => All.FirstOrDefault(k => k.Phrase == phrase);
}
