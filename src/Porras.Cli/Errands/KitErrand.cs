using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Porras.Exchange;

namespace Porras.Cli;

/// <summary><c>porras kit</c>: a settlement as one file that anybody can recompute.</summary>
internal static class KitErrand
{
    private const int PseudonymDigits = 12;

    public static Command Command(Words words)
    {
        var job = new JobOptions(words, amended: false);
        var book = new BookOptions(words);
        var to = new Option<string>("--out") { Description = words["kit.out"], Required = true };
        var who = Options.Word(words, "pseudonyms");
        var real = Options.Flag(words, "real-names");
        var form = Options.Form(words, "text", "json");
        var command = new Command("kit", words["kit"]) { to, who, real, form };
        job.AddTo(command);
        book.AddTo(command);
        command.SetAction(r =>
        {
            if (r.GetValue(real) && r.GetValue(who) is not null)
            {
                throw new WrongUseException(Diagnostic.At(default, "P7133"));
            }

            var what = job.Read(r);
            var run = book.Read(r, what, r.GetValue(to));
            return Run(words, what, run, r.GetValue(to)!, new(r.GetValue(who), r.GetValue(real)), r.GetValue(form));
        });
        return command;
    }

    private static int Run(Words words, Job job, BookJob? book, string to, Naming naming, Output form)
    {
        var settled = Settle.All(job.Plan, job.Data, job.Until, job.KnownOn, Environment.ProcessorCount);
        Sheet.Notes().Findings(settled.Findings, null, words.Tongue);
        if (settled.IsRefused)
        {
            return Exit.Findings;
        }

        var kit = KitMaking.Make(new(
            job.File.Path, job.File.Text, job.Plan, job.Data, job.Until,
            job.KnownOn == int.MaxValue ? null : job.KnownOn)
        {
            Run = book?.Terms.Name,
            Locked = book?.Locked,
            Settled = book?.Before.Lines ?? [],
            Pseudonyms = naming.AreReal ? null : Pseudonymous(job.Data.Starts.Participants, naming.File),
        });
        WholeFile.WriteBytes(to, file => KitFile.Write(file, kit));
        var difference = book is null ? null : Difference.Of(settled, book.Before);
        var count = difference is null ? settled.Count
            : difference.Entries.Sum(e => (e.Before is null ? 0L : 1) + (e.Now is null ? 0 : 1));
        var made = new Made(kit, to, count, difference?.Total ?? settled.Total);
        if (form == Output.Json)
        {
            Json(job, made);
        }
        else
        {
            Text(words, job, made, naming);
        }

        return Exit.Done;
    }

    // The list is written before the kit, so that there is no kit of which it is lost.
    private static string[] Pseudonymous(string[] participants, string? file)
    {
        var (known, line) = file is not null && File.Exists(file) ? Pseudonyms.Read(File.ReadAllText(file))
            : (new Dictionary<string, string>(), 0);
        if (known is null)
        {
            throw new WrongUseException(Diagnostic.At(default, "P7134", file!, Words.Number(line)));
        }

        var names = Pseudonyms.Of(
            participants, known, () => "p" + RandomNumberGenerator.GetHexString(PseudonymDigits, lowercase: true));
        if (file is not null)
        {
            var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
            var before = known.Select(k => (k.Key, k.Value));
            foreach (var (participant, pseudonym) in before.Concat(participants.Zip(names)))
            {
                all[participant] = pseudonym;
            }

            WholeFile.Write(file, w => Pseudonyms.Write(w, all.Select(a => (a.Key, a.Value))));
        }

        return names;
    }

    private static void Text(Words words, Job job, Made made, Naming naming)
    {
        var sheet = Sheet.Answer();
        var (kit, spoken) = (made.Kit, new Spoken(words.Tongue, job.Plan.Currency));
        sheet.Table(new(
            [words["column.part"], words["column.bytes"]],
            [false, true],
            [
                .. kit.Parts.OrderBy(p => p.Key, StringComparer.Ordinal)
                    .Select(p => (IReadOnlyList<string>)[p.Key, spoken.Number(p.Value.Length)]),
            ]));
        sheet.Gap();
        sheet.Paragraph(words[
            kit.Terms.Run is null ? "kit.made" : "kit.made.run", words.Count("lines", made.Count),
            spoken.Money(made.Total), Day.Write(job.Until), kit.Terms.Run ?? ""]);
        sheet.Paragraph(words["kit.fingerprint", kit.Fingerprint]);
        sheet.Paragraph(words["written", made.To]);
        sheet.Paragraph(naming.AreReal ? words["kit.names"]
            : naming.File is { } file ? words["kit.who", file] : words["kit.nobody"]);
    }

    private static void Json(Job job, Made made) => JsonText.Write(Console.Out, new JsonObject
    {
        ["kit"] = made.To,
        ["model"] = made.Kit.Model.Name,
        ["version"] = made.Kit.Model.Version,
        ["hash"] = made.Kit.Model.Hash,
        ["until"] = Day.Write(job.Until),
        ["known"] = made.Kit.Terms.Known is { } known ? Day.Write(known) : null,
        ["run"] = made.Kit.Terms.Run,
        ["locked"] = made.Kit.Terms.Locked is { } locked ? Day.Write(locked) : null,
        ["currency"] = job.Plan.Currency.Code,
        ["total"] = made.Total.ToString(job.Plan.Currency),
        ["lines"] = made.Count,
        ["fingerprint"] = made.Kit.Fingerprint,
    });

    private sealed record Naming(string? File, bool AreReal);

    private sealed record Made(Kit Kit, string To, long Count, Money Total);
}
