using System.Text.Json;
using System.Text.Json.Nodes;
using Scope = System.Collections.Generic.Dictionary<string, System.Text.Json.Nodes.JsonNode?>;

namespace Porras.Bench;

/// <summary>A rule written in JSON in the way of JsonLogic: an object whose one name is the operation.</summary>
/// <param name="Value">What the rule gives where names stand for values.</param>
/// <remarks>
/// Read once into functions, so that evaluating looks up no operation. Unlike in JsonLogic the elements of
/// <c>map</c> and <c>filter</c> get a name, so that what is around them can still be asked.
/// </remarks>
public sealed record ObjectRule(Func<Scope, JsonNode?> Value)
{
    /// <summary>Reads a rule.</summary>
    /// <exception cref="InvalidOperationException">It has an operation that is not known.</exception>
    public static ObjectRule Of(JsonNode? json)
    {
        if (json is not JsonObject written)
        {
            var isNumber = json!.GetValueKind() == JsonValueKind.Number;
            var constant = isNumber ? JsonValue.Create(json.GetValue<long>()) : json;
            return new(_ => constant);
        }

        var (operation, given) = written.First();
        var arguments = given as JsonArray;
        return operation switch
        {
            "var" => Name(given!.GetValue<string>().Split('.')),
            "map" => Map(arguments!),
            "filter" => Filter(arguments!),
            _ => Operation(operation, [.. arguments!.Select(Of)]),
        };
    }

    private static ObjectRule Operation(string name, ObjectRule[] of) => name switch
    {
        "+" => Number(of, (a, b) => a + b),
        "-" => Number(of, (a, b) => a - b),
        "<" => Test(of, (a, b) => a < b),
        "<=" => Test(of, (a, b) => a <= b),
        ">" => Test(of, (a, b) => a > b),
        ">=" => Test(of, (a, b) => a >= b),
        "==" => Test(of, (a, b) => a == b),
        "and" => new(scope => JsonValue.Create(Array.TrueForAll(of, rule => IsTrue(rule, scope)))),
        "count" => new(scope => JsonValue.Create((long)of[0].Value(scope)!.AsArray().Count)),
        "if" => new(scope => If(of, scope)),
        "line" => new(scope => new JsonObject
        {
            ["fee"] = Own(of[0].Value(scope)),
            ["number"] = Own(of[1].Value(scope)),
            ["day"] = Own(of[2].Value(scope)),
            ["pence"] = Own(of[3].Value(scope)),
        }),
        _ => throw new InvalidOperationException($"The operation \"{name}\" is not known."),
    };

    private static ObjectRule Name(string[] path) => new(scope =>
    {
        var value = scope[path[0]];
        for (var i = 1; i < path.Length; i++)
        {
            value = value![path[i]];
        }

        return value;
    });

    private static ObjectRule Number(ObjectRule[] of, Func<long, long, long> work) =>
        new(scope => JsonValue.Create(work(Long(of[0], scope), Long(of[1], scope))));

    private static ObjectRule Test(ObjectRule[] of, Func<long, long, bool> test) =>
        new(scope => JsonValue.Create(test(Long(of[0], scope), Long(of[1], scope))));

    private static JsonNode? If(ObjectRule[] of, Scope scope)
    {
        var i = 0;
        while (i + 1 < of.Length && !IsTrue(of[i], scope))
        {
            i += 2;
        }

        return of[Math.Min(i + 1, of.Length - 1)].Value(scope);
    }

    private static ObjectRule Map(JsonArray arguments)
    {
        var (name, from, body) = (arguments[0]!.GetValue<string>(), Of(arguments[1]), Of(arguments[2]));
        return new(scope =>
        {
            var mapped = new JsonArray();
            foreach (var element in from.Value(scope)!.AsArray())
            {
                scope[name] = element;
                mapped.Add(Own(body.Value(scope)));
            }

            return mapped;
        });
    }

    private static ObjectRule Filter(JsonArray arguments)
    {
        var (name, from, test) = (arguments[0]!.GetValue<string>(), Of(arguments[1]), Of(arguments[2]));
        return new(scope =>
        {
            var kept = new JsonArray();
            foreach (var element in from.Value(scope)!.AsArray())
            {
                scope[name] = element;
                if (IsTrue(test, scope))
                {
                    kept.Add(Own(element));
                }
            }

            return kept;
        });
    }

    private static bool IsTrue(ObjectRule rule, Scope scope) => rule.Value(scope)!.GetValue<bool>();

    private static long Long(ObjectRule rule, Scope scope) => rule.Value(scope)!.GetValue<long>();

    // A node has one parent: one that may stand elsewhere is copied.
    private static JsonNode? Own(JsonNode? node) =>
        node?.Parent is null && node is not JsonValue ? node : node?.DeepClone();
}
