namespace Porras.Exchange;

/// <summary>Settles a kit again from its own parts.</summary>
internal static class KitRecount
{
    private const int ReasonsMost = 100_000;

    /// <summary>The settlement and its lines as bytes; with mistakes there is neither.</summary>
    public static (Settled? Settled, byte[] Lines, IReadOnlyList<Diagnostic> Findings) Of(Kit kit)
    {
        var (model, mistakes) = Model(kit);
        if (model is null || mistakes.Count > 0)
        {
            return (null, [], mistakes);
        }

        var plan = Plan.Compile(model);
        var files = kit.Parts.Keys.Where(p => p.StartsWith(Kit.FactsFolder, StringComparison.Ordinal))
            .ToDictionary(p => p[Kit.FactsFolder.Length..], p => kit.Text(p), StringComparer.Ordinal);
        var reading = CsvText.Read(files, ModelSchema.Of(model));
        if (reading.DataSet is not { } data)
        {
            return (null, [], reading.Findings);
        }

        var settled = Settle.All(
            plan, data, kit.Terms.Until, kit.Terms.Known ?? int.MaxValue, Environment.ProcessorCount);
        if (settled.IsRefused)
        {
            return (null, [], settled.Findings);
        }

        var reasons = settled.Count <= ReasonsMost ? Reasons(settled) : null;
        return kit.Terms.Run is null
            ? (settled, KitMaking.Lines(to => LinesCsv.Write(to, settled, reasons)), [])
            : Run(kit, settled, reasons);
    }

    private static (FeeModel? Model, IReadOnlyList<Diagnostic> Mistakes) Model(Kit kit)
    {
        var (name, text) = (kit.ModelPart, kit.Text(kit.ModelPart));
        if (name.EndsWith(".json", StringComparison.Ordinal))
        {
            var (fromJson, found) = ModelJson.Read(text);
            return found.Count > 0 || fromJson is null ? (null, found) : (fromJson, ModelCheck.Check(fromJson));
        }

        var isPage = name.EndsWith(".md", StringComparison.Ordinal) && ModelPage.IsPage(text);
        var read = isPage ? ModelReader.ReadPage(text) : ModelReader.Read(text);
        var mistakes = ModelCheck.Check(read, text);
        return (mistakes.Count > 0 ? null : read.Whole, mistakes);
    }

    private static (Settled? Settled, byte[] Lines, IReadOnlyList<Diagnostic> Findings) Run(
        Kit kit, Settled settled, Func<FeeLine, string>? reasons)
    {
        var (plan, terms) = (settled.Plan, kit.Terms);
        var tag = kit.Model with { Hash = ModelTag.Shorten(kit.Model.Hash) };
        var run = new RunTerms(terms.Run!, tag, terms.Until, terms.Known);
        var (before, findings) = SettledCsv.Read(
            [(Kit.SettledPart, () => new MemoryStream(kit.Parts.GetValueOrDefault(Kit.SettledPart, [])))],
            plan.Currency);
        IReadOnlyList<Diagnostic> all =
            [.. findings, .. BookCheck.Check(before, plan, settled.Data, run, terms.Locked)];
        if (all.Any(f => f.Severity == Severity.Mistake))
        {
            return (null, [], all);
        }

        var lines = BookRun.Lines(
            Difference.Of(settled, Book.Of(before)), run, terms.Locked, because: null, reasons);
        return (settled, KitMaking.Lines(to => SettledCsv.Write(to, lines, plan.Currency)), all);
    }

    // In English always: a kit is the same whoever makes it.
    private static Func<FeeLine, string> Reasons(Settled settled)
    {
        var text = new WhyText(settled.Plan, Tongue.English);
        var told = new Dictionary<FeeLine, string>();
        foreach (var owner in settled.Lines().InOrder().Select(l => l.Participant).Distinct())
        {
            foreach (var reason in Why.About(settled, owner).Reasons())
            {
                told[reason.Line.Bare()] = text.Short(reason);
            }
        }

        return line => told[line.Bare()];
    }
}
