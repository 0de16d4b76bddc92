using System.Text.Json;
using RulesEngine.Models;

namespace Porras.Bench;

/// <summary>The job as workflows of Microsoft's RulesEngine.</summary>
/// <remarks>
/// As its documentation advises: one engine for all, so that its compiled expressions are kept, types of inputs and
/// outputs made known, and nothing formatted that nobody reads.
/// </remarks>
public sealed class WorkflowRules
{
    private readonly RulesEngine.RulesEngine _facts = Engine("work-programme.facts.json");
    private readonly RulesEngine.RulesEngine _people = Engine("work-programme.people.json");

    /// <summary>Adds the lines of a participant: one execution a fact.</summary>
    public void SettleFacts(Person person, List<PaidLine> lines)
    {
        RuleParameter[] own = [new("person", person), new("terms", Terms.All[person.Group])];
        Execute(_facts, "start", own, person, lines);
        foreach (var meeting in person.Meetings)
        {
            Execute(_facts, "meeting", [.. own, new("fact", meeting)], person, lines);
        }

        foreach (var job in person.Jobs)
        {
            Execute(_facts, "job", [.. own, new("fact", job)], person, lines);
        }
    }

    /// <summary>Adds the lines of a participant: one execution for all facts, which the rules go through.</summary>
    public void SettlePeople(Person person, List<PaidLine> lines)
    {
        RuleParameter[] inputs = [new("person", person), new("terms", Terms.All[person.Group])];
        Execute(_people, "work-programme", inputs, person, lines);
    }

    private static RulesEngine.RulesEngine Engine(string rules) => new(
        JsonSerializer.Deserialize<Workflow[]>(Embedded.Text(rules)),
        new ReSettings { CustomTypes = [typeof(Paid)], EnableFormattedErrorMessage = false });

    private static void Execute(
        RulesEngine.RulesEngine engine, string workflow, RuleParameter[] inputs, Person person, List<PaidLine> lines)
    {
        foreach (var result in engine.ExecuteAllRulesAsync(workflow, inputs).AsTask().GetAwaiter().GetResult())
        {
            var broken = string.IsNullOrEmpty(result.ExceptionMessage) ? null : result.ExceptionMessage;
            if ((broken ?? result.ActionResult?.Exception?.Message) is { } why)
            {
                throw new InvalidOperationException($"{result.Rule.RuleName}: {why}");
            }

            if (result.ActionResult?.Output is Paid one)
            {
                lines.Add(new(person.Number, one));
            }
            else if (result.ActionResult?.Output is IEnumerable<Paid> several)
            {
                lines.AddRange(several.Select(paid => new PaidLine(person.Number, paid)));
            }
        }
    }
}
