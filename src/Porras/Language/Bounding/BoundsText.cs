using System.Text;

namespace Porras;

/// <summary>Writes bounds as a page.</summary>
internal static class BoundsText
{
    public static string Write(BoundsReport report, Tongue tongue)
    {
        var speech = new Speech(report.Model, tongue, titles: true);
        var text = new StringBuilder();
        var title = Texts.Format(tongue, "bounds.title", report.Model.Header.TitleIn(tongue));
        text.Append("# ").Append(title).Append("\n\n");
        text.Append("- ").Append(Participant(speech, report)).Append('\n');
        text.Append("- ").Append(Whole(speech, "contract", report.Contract, speech.Spoken.Money)).Append('\n');
        text.Append("- ").Append(Whole(speech, "last", report.Last, speech.Spoken.Day)).Append("\n\n");
        var rows = report.Fees.Select(f => (IReadOnlyList<string>)
        [
            Title(speech, f.Fee),
            speech.Owner(f.Fee.For?.Value).ToString(),
            f.Times.Value is { } n ? speech.Spoken.Number((Exact)n) : None(tongue),
            f.Each.Value is { } each ? speech.Spoken.Money(each) : None(tongue),
            f.Total.Value is { } total ? speech.Spoken.Money(total) : None(tongue),
            f.Due.Value is { } day ? speech.Spoken.Day(day) : None(tongue),
        ]);
        string[] columns = ["fee", "owner", "times", "each", "total", "due"];
        var headings = columns.Select(h => Texts.Get(tongue, "bounds.column." + h)).ToList();
        ExplanationText.Rows(text, new(headings, 2, [.. rows]), markdown: true);
        text.Append('\n');
        foreach (var fee in report.Fees)
        {
            text.Append("- ").Append(Title(speech, fee.Fee)).Append(": ").Append(Reasons(speech, fee)).Append('\n');
        }

        return text.ToString();
    }

    private static string Whole<T>(Speech speech, string key, Most<T> most, Func<T, string> spoken)
        where T : struct =>
        Texts.Format(speech.Tongue, most.Value is null ? $"bounds.{key}.none" : $"bounds.{key}",
            most.Value is { } value ? spoken(value) : "", most.Reason.Text(speech.Spoken));

    private static string Participant(Speech speech, BoundsReport report) =>
        report.Participant.Value is { } most && report.Model.Participants?.Again?.Value == SecondStart.NewEpisode
            ? Texts.Format(speech.Tongue, "bounds.episode", speech.Spoken.Money(most),
                report.Participant.Reason.Text(speech.Spoken))
            : Whole(speech, "participant", report.Participant, speech.Spoken.Money);

    private static string Reasons(Speech speech, FeeBounds fee)
    {
        var reasons = new List<BoundReason> { fee.Times.Reason };
        reasons.AddRange(fee.Each.Value is null ? [fee.Each.Reason] : []);
        reasons.AddRange([fee.Due.Reason]);
        return string.Join("; ", reasons.Distinct().Select(r => r.Text(speech.Spoken))) + ".";
    }

    private static string Title(Speech speech, Declaration.Fee fee) => ToldFacts.Heading(speech, fee.Title, fee.Name);

    private static string None(Tongue tongue) => Texts.Get(tongue, "bounds.none");
}
