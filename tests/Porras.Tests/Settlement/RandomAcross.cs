namespace Porras.Tests;

/// <summary>
/// A random model with fees, measures, places, pools, limits and a split across participants, and its data: of one
/// seed, always the same.
/// </summary>
internal sealed class RandomAcross
{
    private readonly RandomModel _own;
    private readonly Random _random;
    private readonly string _limits, _across;

    public RandomAcross(int seed)
    {
        _own = new(seed);
        _random = new Random(seed);
        (Cap, Contract) = ($"{_random.Next(3000)}.50", $"{_random.Next(9000)}.05");
        _across = Measures() + Tables() + Fees();
        _limits = $"""
            limit cap for each provider and calendar year, then {One("cut", "stop", "pro rata")}
            limit {Contract} of job-fee, started, placed for the contract, then {One("cut", "stop", "pro rata")}

            """;
        var rows = _own.Files["participants"];
        _own.Files["participants"] = [rows[0] + ",provider", .. rows.Skip(1).Select(r => r + "," + Provider(r))];
        _own.Files["providers"] = ["provider,cap", $"north,{Cap}", $"south,{Cap}"];
        _own.Files["intake"] = ["intake,budget", .. Enumerable.Range(2020, 3).Select(y => $"{y},{Price()}")];
    }

    public string Cap { get; }

    public string Contract { get; }

    /// <summary>Whether a limit of a participant can cut what a pool or a place gives.</summary>
    public bool HasOwnLimits => _own.Text.Contains("\nlimit ", StringComparison.Ordinal);

    public int People => _own.People;

    public Dictionary<string, List<string>> Files => _own.Files;

    /// <summary>The model: its own limits come first, then those across participants.</summary>
    public string Text(bool limits = true, bool split = false) =>
        _own.Text + _across + (limits ? _limits : "")
        + (split ? "\nsplit between payers\n  state     2/3\n  town      1/3\n" : "");

    public Dictionary<string, string> Csv() => _own.Csv();

    private static string Measures() => $"""

        providers
          known     cap money

        cohort intake
          by        calendar year of start
          known     budget money

        measure come is count of participants
          over      each provider

        measure learnt-all is sum of price in course
          over      each intake

        measure job-rate is count of job-fee
          over      each provider

        measure rate is job-rate as share of come


        """;

    private string Tables() => $"""

        table by place in {One("intake", "provider", "contract")}
                    extra
          up to 2    {Price()}
          above 2    {Price()}

        table by rate
                     effect
          below 50 %   -5 %
          from 50 %    12.5 %


        """;

    private string Fees() => $"""

        fee placed  output
          when      visit
          pay       extra
          at most   2 times

        fee pool  outcome
          when      2022-{One("03-31", "12-31")}
          pay       share of {One("100.00", "budget", "0.07")} by learnt in {One("intake", "contract")}
          once

        fee quality  outcome
          for       each provider
          when      end of each calendar quarter
          pay       effect of started, job-fee
          every time

        fee of-intake  outcome
          for       each intake
          when      2022-12-31
          only if   learnt-all at least 100.00
          pay       10 % of budget
          once

        fee of-contract  output
          for       the contract
          when      end of each calendar year
          pay       1.00
          {One("every time", "at most 2 times")}


        """;

    private string One(params string[] choices) => choices[_random.Next(choices.Length)];

    private string Price() => $"{1 + _random.Next(900)}.{_random.Next(10)}{_random.Next(10)}";

    // Both starts of a participant are with the same provider.
    private static string Provider(string row) => (row[1] - '0') % 2 == 0 ? "north" : "south";
}
