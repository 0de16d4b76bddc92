using System.Text.Json;
using System.Text.Json.Nodes;

namespace Porras.Bench;

/// <summary>The job as rules written in JSON about one JSON object a participant.</summary>
public sealed class ObjectRules
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    private readonly (Dictionary<string, ObjectRule> Let, ObjectRule When, ObjectRule Lines)[] _rules;
    private readonly JsonNode[] _terms = Array.ConvertAll(Terms.All, Object);

    /// <summary>Reads the rules once.</summary>
    public ObjectRules() => _rules =
    [
        .. JsonNode.Parse(Embedded.Text("work-programme.objects.json"))!.AsArray().Select(rule => (
            rule!["let"]?.AsObject().ToDictionary(l => l.Key, l => ObjectRule.Of(l.Value)) ?? [],
            ObjectRule.Of(rule["when"]),
            ObjectRule.Of(rule["lines"]))),
    ];

    /// <summary>A record as the object that rules are about.</summary>
    public static JsonNode Object<T>(T record) => Whole(JsonSerializer.SerializeToNode(record, Names))!;

    /// <summary>Adds the lines of a participant.</summary>
    public void Settle(JsonNode person, List<PaidLine> lines)
    {
        var scope = new Dictionary<string, JsonNode?>
        {
            ["person"] = person, ["terms"] = _terms[person["group"]!.GetValue<long>()],
        };
        var number = (int)person["number"]!.GetValue<long>();
        foreach (var (let, when, paid) in _rules)
        {
            foreach (var (name, rule) in let)
            {
                scope[name] = rule.Value(scope);
            }

            if (when.Value(scope)!.GetValue<bool>())
            {
                Take(number, paid.Value(scope)!, lines);
            }
        }
    }

    // A node of a text reads its parts when it is asked for them; here all are read already.
    private static JsonNode? Whole(JsonNode? node) => node switch
    {
        JsonObject record => new JsonObject(record.Select(m => KeyValuePair.Create(m.Key, Whole(m.Value)))),
        JsonArray elements => new JsonArray([.. elements.Select(Whole)]),
        _ => JsonValue.Create(node!.GetValue<long>()),
    };

    private static void Take(int person, JsonNode paid, List<PaidLine> lines)
    {
        if (paid is JsonArray several)
        {
            foreach (var one in several)
            {
                Take(person, one!, lines);
            }

            return;
        }

        int Part(string name) => (int)paid[name]!.GetValue<long>();
        lines.Add(new(person, new(Part("fee"), Part("number"), Part("day"), Part("pence"))));
    }
}
