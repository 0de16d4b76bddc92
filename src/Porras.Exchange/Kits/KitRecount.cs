namespace Porras.Exchange;

/// <summary>Settles a kit again from its own parts.</summary>
internal static class KitRecount
{
    /// <summary>The settlement and its lines; with mistakes there is neither.</summary>
    /// <remarks>Reasons are left out: their words may change, and "porras why" tells them at any time.</remarks>
    public static Recount Of(Kit kit)
    {
        var (model, mistakes) = Model(kit);
        if (model is null || mistakes.Count > 0)
        {
            return Recount.Refused([.. mistakes.Select(m => m with { File = kit.ModelPart })]);
        }

        var plan = Plan.Compile(model);
        var files = kit.Parts.Keys.Where(p => p.StartsWith(Kit.FactsFolder, StringComparison.Ordinal))
            .ToDictionary(p => p[Kit.FactsFolder.Length..], p => kit.Text(p), StringComparer.Ordinal);
        var reading = CsvText.Read(files, ModelSchema.Of(model));
        if (reading.DataSet is not { } data)
        {
            return Recount.Refused([.. reading.Findings.Select(f => f with { File = Kit.FactsFolder + f.File })]);
        }

        var settled = Settle.All(
            plan, data, kit.Terms.Until, kit.Terms.Known ?? int.MaxValue, Environment.ProcessorCount);
        if (settled.IsRefused)
        {
            return Recount.Refused(settled.Findings);
        }

        return kit.Terms.Run is { } run ? Run(kit, run, settled)
            : new(settled, KitMaking.Lines(to => LinesCsv.Write(to, settled)), [], null);
    }

    /// <summary>Which model it is, with its whole hash.</summary>
    public static ModelTag TagOf(FeeModel model) =>
        new(model.Header.Name.Text, model.Header.Version, ModelHash.Of(model));

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

    // Whose lines they are is said by the model itself, whatever the list says.
    private static Recount Run(Kit kit, string name, Settled settled)
    {
        var (plan, terms, tag) = (settled.Plan, kit.Terms, TagOf(settled.Plan.Model));
        var run = new RunTerms(
            name, tag with { Hash = ModelTag.Shorten(tag.Hash) }, terms.Until, terms.Known);
        var (before, findings) = SettledCsv.Read(
            [(Kit.SettledPart, () => new MemoryStream(kit.Parts.GetValueOrDefault(Kit.SettledPart, [])))],
            plan.Currency);
        IReadOnlyList<Diagnostic> all =
            [.. findings, .. BookCheck.Check(before, plan, settled.Data, run, terms.Locked)];
        if (all.Any(f => f.Severity == Severity.Mistake))
        {
            return Recount.Refused(all);
        }

        var lines = BookRun.Lines(Difference.Of(settled, Book.Of(before)), run, terms.Locked);
        return new(settled, KitMaking.Lines(to => SettledCsv.Write(to, lines, plan.Currency)), all, lines);
    }
}

/// <summary>A kit as settled again.</summary>
/// <param name="Settled">The settlement; null if it was refused.</param>
/// <param name="Lines">The bytes of its lines.</param>
/// <param name="Findings">Why it was refused, or what a person should know.</param>
/// <param name="Run">The lines of the run; null for a whole entitlement.</param>
internal sealed record Recount(
    Settled? Settled, byte[] Lines, IReadOnlyList<Diagnostic> Findings, IReadOnlyList<BookedLine>? Run)
{
    /// <summary>Nothing was settled.</summary>
    public static Recount Refused(IReadOnlyList<Diagnostic> findings) => new(null, [], findings, null);
}
