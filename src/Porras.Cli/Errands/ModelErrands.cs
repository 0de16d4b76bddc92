using System.CommandLine;
using Porras.Exchange;

namespace Porras.Cli;

/// <summary><c>porras check</c>: every mistake in one run, then advice.</summary>
internal static class CheckErrand
{
    public static Command Command(Words words)
    {
        var model = Options.Model(words);
        var form = Options.Form(words, "text", "json");
        var quiet = Options.Flag(words, "no-advice");
        var command = new Command("check", words["check"]) { model, form, quiet };
        command.SetAction(r => Run(words, r.GetValue(model)!, r.GetValue(form), !r.GetValue(quiet)));
        return command;
    }

    private static int Run(Words words, string path, Output form, bool advise)
    {
        var file = ModelFile.Read(path);
        var mistakes = file.Mistakes();
        var advice = mistakes.Count == 0 && advise ? Review.Advise(file.Model!) : [];
        if (form == Output.Json)
        {
            JsonText.Write(
                Console.Out, ModelAnswers.Check(file.Model, mistakes.Concat(advice), words.Tongue));
        }
        else
        {
            var sheet = Sheet.Answer();
            sheet.Findings(mistakes.Concat(advice), file.Text, words.Tongue);
            if (mistakes.Count + advice.Count > 0)
            {
                sheet.Gap();
            }

            var counts = (words.Count("mistakes", mistakes.Count), words.Count("advice", advice.Count));
            sheet.Paragraph(words["checked", path, counts.Item1, counts.Item2]);
        }

        return mistakes.Count == 0 ? Exit.Done : Exit.Findings;
    }

    /// <summary>A model that has passed check; else its mistakes are shown and nothing goes on.</summary>
    /// <exception cref="RefusedException">It has mistakes.</exception>
    public static FeeModel Checked(Words words, ModelFile file)
    {
        var mistakes = file.Mistakes();
        if (mistakes.Count == 0)
        {
            return file.Model!;
        }

        Sheet.Notes().Findings(mistakes, file.Text, words.Tongue);
        throw new RefusedException();
    }
}

/// <summary><c>porras format</c>: the canonical layout.</summary>
internal static class FormatErrand
{
    public static Command Command(Words words)
    {
        var model = Options.Model(words);
        var write = Options.Flag(words, "write");
        var check = new Option<bool>("--check") { Description = words["option.check-only"] };
        var command = new Command("format", words["format"]) { model, write, check };
        command.SetAction(r => Run(words, r.GetValue(model)!, r.GetValue(write), r.GetValue(check)));
        return command;
    }

    private static int Run(Words words, string path, bool write, bool check)
    {
        var file = ModelFile.Read(path);
        var formatted = file.IsPage ? ModelFormat.FormatPage(file.Text) : ModelFormat.Format(file.Text);
        if (formatted.Findings.Count > 0)
        {
            Sheet.Notes().Findings(formatted.Findings, file.Text, words.Tongue);
            return Exit.Findings;
        }

        var same = formatted.Text == file.Text;
        if (check)
        {
            Sheet.Answer().Paragraph(words[same ? "formatted" : "not-formatted", path]);
            return same ? Exit.Done : Exit.Findings;
        }

        if (!write)
        {
            Console.Out.Write(formatted.Text);
        }
        else if (!same)
        {
            WholeFile.Write(path, to => to.Write(formatted.Text));
            Sheet.Notes().Paragraph(words["written", path]);
        }

        return Exit.Done;
    }
}

/// <summary><c>porras explain</c>: the model as sentences.</summary>
internal static class ExplainErrand
{
    public static Command Command(Words words)
    {
        var model = Options.Model(words);
        var form = Options.Form(words, "text", "json", "markdown");
        var command = new Command("explain", words["explain"]) { model, form };
        command.SetAction(r => Run(words, ModelFile.Read(r.GetValue(model)!), r.GetValue(form)));
        return command;
    }

    private static int Run(Words words, ModelFile file, Output form)
    {
        var told = Explain.Model(CheckErrand.Checked(words, file), words.Tongue);
        if (form == Output.Json)
        {
            JsonText.Write(Console.Out, ModelAnswers.Explanation(told));
        }
        else
        {
            Console.Out.Write(form == Output.Markdown ? told.Markdown() : told.Text());
        }

        return Exit.Done;
    }
}

/// <summary><c>porras bounds</c>: what it can cost at the most.</summary>
internal static class BoundsErrand
{
    public static Command Command(Words words)
    {
        var model = Options.Model(words);
        var form = Options.Form(words, "text", "json", "markdown");
        var command = new Command("bounds", words["bounds"]) { model, form };
        command.SetAction(r => Run(words, ModelFile.Read(r.GetValue(model)!), r.GetValue(form)));
        return command;
    }

    private static int Run(Words words, ModelFile file, Output form)
    {
        var bounds = ModelBounds.Of(CheckErrand.Checked(words, file));
        if (form != Output.Json)
        {
            Console.Out.Write(bounds.Markdown(words.Tongue));
            return Exit.Done;
        }

        JsonText.Write(Console.Out, ModelAnswers.Bounds(bounds));
        return Exit.Done;
    }
}

/// <summary><c>porras diff</c>: what changed, in words.</summary>
internal static class DiffErrand
{
    public static Command Command(Words words)
    {
        var before = Options.Model(words, "BEFORE");
        var after = Options.Model(words, "AFTER");
        var form = Options.Form(words, "text", "json");
        var command = new Command("diff", words["diff"]) { before, after, form };
        command.SetAction(r => Run(
            words, ModelFile.Read(r.GetValue(before)!), ModelFile.Read(r.GetValue(after)!), r.GetValue(form)));
        return command;
    }

    private static int Run(Words words, ModelFile before, ModelFile after, Output form)
    {
        var changes = ModelDiff.Of(CheckErrand.Checked(words, before), CheckErrand.Checked(words, after), words.Tongue);
        if (form == Output.Json)
        {
            JsonText.Write(Console.Out, ModelAnswers.Changes(changes));
        }
        else
        {
            Console.Out.Write(ModelDiff.Text(changes, words.Tongue).TrimEnd('\n') + "\n");
        }

        return Exit.Done;
    }
}

/// <summary><c>porras json</c>: the canonical JSON.</summary>
internal static class JsonErrand
{
    public static Command Command(Words words)
    {
        var model = Options.Model(words);
        var command = new Command("json", words["json"]) { model };
        command.SetAction(r =>
        {
            var text = ModelJson.Write(CheckErrand.Checked(words, ModelFile.Read(r.GetValue(model)!)));
            Console.Out.Write(text.TrimEnd('\n') + "\n");
            return Exit.Done;
        });
        return command;
    }
}
