using System.Text.Json.Nodes;

namespace Porras.Exchange;

/// <summary>A comparison as JSON: the same sums, amounts as texts with a decimal point.</summary>
public static class ComparisonJson
{
    /// <summary>The whole of it.</summary>
    public static JsonObject Of(Comparison all)
    {
        ArgumentNullException.ThrowIfNull(all);
        return new()
        {
            ["until"] = Day.Write(all.Until),
            ["known"] = all.Models[0].Settled.KnownOn is var known && known == int.MaxValue ? null : Day.Write(known),
            ["currency"] = all.Currency.Code,
            ["participants"] = all.Participants,
            ["models"] = JsonText.Array(Enumerable.Range(0, all.Models.Count), m => Model(all, m)),
            ["by"] = JsonText.Array(all.By, b => By(all, b)),
            ["gains"] = JsonText.Array(Enumerable.Range(1, all.Models.Count - 1), m => Cohort(all, m)),
        };
    }

    private static JsonObject Model(Comparison all, int m)
    {
        var (model, total) = (all.Models[m].Settled.Plan.Model, all.Totals[m]);
        return new()
        {
            ["label"] = all.Models[m].Label,
            ["model"] = model.Header.Name.Text,
            ["version"] = model.Header.Version,
            ["hash"] = ModelHash.Of(model),
            ["amount"] = Text(all, total.Amount),
            ["difference"] = Text(all, all.Difference(m)),
            ["outputs"] = Text(all, total.Outputs),
            ["outcomes"] = Text(all, total.Outcomes),
            ["lines"] = total.Lines,
            ["paid"] = total.Paid,
            ["mean"] = total.Mean is { } mean ? Text(all, mean) : null,
            ["median"] = total.Median is { } median ? Text(all, median) : null,
            ["first"] = total.First is { } first ? Day.Write(first) : null,
            ["last"] = total.Last is { } last ? Day.Write(last) : null,
        };
    }

    private static JsonObject By(Comparison all, Breakdown by)
    {
        var cumulated = all.Models.Select((_, m) => by.Cumulated(m)).ToList();
        return new()
        {
            ["by"] = by.By,
            ["parts"] = JsonText.Array(by.Parts.Index(), p => new JsonObject
            {
                ["part"] = p.Item.Kind == PartKind.Named ? p.Item.Name : null,
                ["kind"] = p.Item.Kind switch
                {
                    PartKind.Named => "named",
                    PartKind.Without => "without",
                    PartKind.NoParticipant => "no-participant",
                    _ => throw new InvalidOperationException($"Unknown part {p.Item.Kind}."),
                },
                ["title"] = p.Item.Title,
                ["participants"] = p.Item.Participants,
                ["models"] = JsonText.Array(p.Item.Sums.Index(), s => new JsonObject
                {
                    ["label"] = all.Models[s.Index].Label,
                    ["amount"] = Text(all, s.Item.Amount),
                    ["difference"] = Text(all, p.Item.Difference(s.Index)),
                    ["outputs"] = Text(all, s.Item.Outputs),
                    ["outcomes"] = Text(all, s.Item.Outcomes),
                    ["lines"] = s.Item.Lines,
                    ["paid"] = s.Item.Paid,
                    ["cumulated"] = by.By == Breakdown.Month ? Text(all, cumulated[s.Index][p.Index]) : null,
                    ["gains"] = s.Index == 0 || p.Item.Gains.Count == 0 ? null
                        : Gains(all, p.Item.Gains[s.Index - 1]),
                }),
            }),
        };
    }

    private static JsonObject Cohort(Comparison all, int m)
    {
        var gains = all.Gains[m - 1];
        return new()
        {
            ["label"] = all.Models[m].Label,
            ["against"] = all.Models[0].Label,
            ["all"] = Gains(all, gains.All),
            ["most"] = JsonText.Array(gains.Most, g => Participant(all, g)),
            ["least"] = JsonText.Array(gains.Least, g => Participant(all, g)),
            ["bins"] = JsonText.Array(gains.Bins, b => new JsonObject
            {
                ["from"] = Text(all, b.From),
                ["to"] = Text(all, b.To),
                ["participants"] = b.Count,
            }),
        };
    }

    private static JsonObject Gains(Comparison all, Gains gains)
    {
        var spread = new JsonObject();
        for (var i = 0; i < Spread.Levels.Count; i++)
        {
            spread[$"p{Spread.Levels[i]}"] = gains.Spread is { } s ? Text(all, s.Values[i]) : null;
        }

        return new()
        {
            ["up"] = gains.Up,
            ["same"] = gains.Same,
            ["down"] = gains.Down,
            ["gained"] = Text(all, gains.Gained),
            ["lost"] = Text(all, gains.Lost),
            ["differences"] = spread,
        };
    }

    private static JsonObject Participant(Comparison all, ParticipantGain gain) => new()
    {
        ["participant"] = gain.Participant,
        ["before"] = Text(all, gain.Before),
        ["after"] = Text(all, gain.After),
        ["difference"] = Text(all, gain.Difference),
    };

    private static string Text(Comparison all, Money money) => money.ToString(all.Currency);

    private static string Text(Comparison all, Exact minor) =>
        (minor / all.Currency.Scale).ToString(all.Currency.Decimals);
}
