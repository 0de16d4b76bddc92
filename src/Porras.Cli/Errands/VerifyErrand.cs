using System.CommandLine;
using System.Text.Json.Nodes;
using Porras.Exchange;

namespace Porras.Cli;

/// <summary><c>porras verify</c>: a kit recomputed, and whether it comes to the same.</summary>
internal static class VerifyErrand
{
    private const int Megabytes = (int)(KitFile.BytesMost >> 20);

    public static Command Command(Words words)
    {
        var kit = new Argument<string>("KIT") { Description = words["kit.file"] };
        var fingerprint = Options.Word(words, "fingerprint");
        var most = Options.Number(words, "megabytes", Megabytes);
        var form = Options.Form(words, "text", "json");
        var command = new Command("verify", words["verify"]) { kit, fingerprint, most, form };
        command.SetAction(r => Run(
            words, r.GetValue(kit)!, r.GetValue(fingerprint), (long)r.GetValue(most) << 20, r.GetValue(form)));
        return command;
    }

    private static int Run(Words words, string path, string? fingerprint, long most, Output form)
    {
        if (!File.Exists(path))
        {
            throw new WrongUseException(ModelFile.Absent("P7135", path));
        }

        using var file = File.OpenRead(path);
        var verdict = KitCheck.Of(file, fingerprint?.Trim(), most);
        if (form == Output.Json)
        {
            JsonText.Write(Console.Out, Json(words, path, verdict));
        }
        else
        {
            Sheet.Notes().Findings(verdict.Findings, null, words.Tongue);
            Text(words, path, verdict);
        }

        return verdict.IsIdentical ? Exit.Done : Exit.Findings;
    }

    private static void Text(Words words, string path, KitVerdict verdict)
    {
        var sheet = Sheet.Answer();
        if (!verdict.IsIdentical)
        {
            sheet.Paragraph(words["not-identical", path]);
            return;
        }

        var (kit, plan) = (verdict.Kit!, verdict.Settled!.Plan);
        var header = plan.Model.Header;
        sheet.Paragraph(words[
            kit.Terms.Run is null ? "identical" : "identical.run", words.Count("lines", verdict.Count),
            new Spoken(words.Tongue, plan.Currency).Money(verdict.Total), Day.Write(kit.Terms.Until),
            $"{header.Name.Text} {Words.Number(header.Version)}", Kit.EngineVersion, kit.Terms.Run ?? ""]);
        sheet.Paragraph(words["kit.fingerprint", kit.Fingerprint]);
    }

    private static JsonObject Json(Words words, string path, KitVerdict verdict)
    {
        var (terms, plan) = (verdict.Kit?.Terms, verdict.Settled?.Plan);
        var header = plan?.Model.Header;
        return new()
        {
            ["kit"] = path,
            ["identical"] = verdict.IsIdentical,
            ["engine"] = Kit.EngineVersion,
            ["model"] = header?.Name.Text,
            ["version"] = header?.Version,
            ["hash"] = plan is null ? null : ModelHash.Of(plan.Model),
            ["until"] = terms is null ? null : Day.Write(terms.Until),
            ["known"] = terms?.Known is { } known ? Day.Write(known) : null,
            ["run"] = terms?.Run,
            ["locked"] = terms?.Locked is { } locked ? Day.Write(locked) : null,
            ["currency"] = plan?.Currency.Code,
            ["total"] = plan is null ? null : verdict.Total.ToString(plan.Currency),
            ["lines"] = plan is null ? null : verdict.Count,
            ["fingerprint"] = verdict.Kit?.Fingerprint,
            ["findings"] = JsonText.Findings(verdict.Findings, words.Tongue),
        };
    }
}
