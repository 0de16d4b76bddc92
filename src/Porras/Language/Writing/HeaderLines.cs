using W = Porras.Keywords;

namespace Porras;

/// <summary>The lines of the model's own declaration, of providers, participants and cohorts.</summary>
internal static class HeaderLines
{
    /// <summary>The model's own declaration.</summary>
    public static CanonicalBlock Of(Header header)
    {
        var lines = new BlockLines(
            $"{W.Model} {header.Name} {W.Version} {ValueText.Of(header.Version)}", null, header.Mark);
        lines.Add(W.Title, header.Titles, t =>
            string.Join("   ", t.Select(x => $"{x.Tongue} {ValueText.Of(x.Title)}")));
        lines.Add(W.InForce, header.InForce, s => $"{Day.Write(s.First)} {W.To} {Day.Write(s.Last)}");
        lines.Add(W.Money, header.Money, Of);
        if (header.YearBegins is { } year)
        {
            var (first, second) = (W.YearBegins.Words[0], W.YearBegins.Words[1]);
            lines.Add(first, $"{second} {ValueText.Of(year.Value.Day)} {W.MonthNames[year.Value.Month - 1]}",
                year.Mark);
        }

        lines.Add(W.TakesOver, header.TakesOver, t => t switch
        {
            TakesOver.RunningCases => W.RunningCasesToo.Phrase,
            _ => W.NewStartsOnly.Phrase,
        });
        lines.Add(W.Priced, header.Priced, FeeLines.Of);
        lines.Add(W.Payable, header.Payable, FeeLines.Of);
        lines.Add(W.Law, header.Laws, ValueText.Of);
        return lines.Block(W.Model);
    }

    /// <summary>The providers.</summary>
    public static CanonicalBlock Of(Declaration.Providers providers)
    {
        var lines = new BlockLines(W.Providers.Phrase, null, providers.Mark);
        lines.Add(W.Known, providers.Known, Columns);
        lines.Add(W.Bid, providers.Bids, Of);
        lines.Add(W.Transfer, providers.Transfer, t => t switch
        {
            TransferRule.ProviderOfTheDay => W.FeesGoToTheProviderOfTheDay.Phrase,
            _ => W.FeesGoToTheFirstProvider.Phrase,
        });
        return lines.Block(W.Providers);
    }

    /// <summary>The participants.</summary>
    public static CanonicalBlock Of(Declaration.Participants participants)
    {
        var lines = new BlockLines($"{W.Participants} {participants.Noun}", null, participants.Mark);
        lines.Add(W.Known, participants.Known, Columns);
        lines.Add(W.Start, participants.Start, s =>
            ValueText.Of(s.Title) + (s.Until is { } day ? $", {W.Until} {Day.Write(day)}" : ""));
        lines.Add(W.Window, participants.Windows, Of);
        lines.Add(W.Again, participants.Again, a => a switch
        {
            SecondStart.NewEpisode => W.ANewEpisode.Phrase,
            _ => W.TheSameEpisode.Phrase,
        });
        lines.Add(W.OnlyIf, participants.OnlyIf, ConditionText.Of);
        return lines.Block(W.Participants);
    }

    /// <summary>A cohort.</summary>
    public static CanonicalBlock Of(Declaration.Cohort cohort)
    {
        var lines = new BlockLines($"{W.Cohort} {cohort.Name}", cohort.Title, cohort.Mark);
        lines.Add(W.By, cohort.By, b => b switch
        {
            CohortBy.Start(var period) => $"{ValueText.Of(period)} {W.OfStart}",
            CohortBy.Known(var name) => name.Text,
            _ => throw new InvalidOperationException($"Unknown cohort {b}."),
        });
        lines.Add(W.Closes, cohort.Closes, d => $"{ValueText.Of(d)} {W.AfterItEnds}");
        lines.Add(W.Known, cohort.Known, Columns);
        return lines.Block(W.Cohort);
    }

    /// <summary>Columns with commas between.</summary>
    public static string Columns(IReadOnlyList<ColumnDecl> columns) => string.Join(", ", columns.Select(Of));

    /// <summary>A column: its name and its type; named by its unit, its name.</summary>
    public static string Of(ColumnDecl column)
    {
        var word = ColumnGrammar.WordOf(column.Type.Kind);
        return word is null ? $"{column.Name} {W.OneOf} {string.Join(", ", column.Type.Labels)}"
            : word.Phrase == column.Name.Text && W.UnitNames.Contains(word.Phrase) ? word.Phrase
            : $"{column.Name} {word}";
    }

    private static string Of(MoneyTerms terms)
    {
        var each = terms.RunningTotal ? W.EachRunningTotalRoundedTo : W.EachLineRoundedTo;
        var mode = terms.Mode switch
        {
            RoundingMode.HalfUp => W.HalfUp,
            RoundingMode.HalfEven => W.HalfEven,
            RoundingMode.Down => W.Down,
            _ => throw new InvalidOperationException($"Unknown rounding {terms.Mode}."),
        };
        return $"{terms.Currency}, {each} {ValueText.Of(terms.Unit)} {mode}";
    }

    private static string Of(Bid bid) => bid is { From: { } from, To: { } to }
        ? $"{Of(bid.Column)} {W.From} {ValueText.Of(from)} {W.To} {ValueText.Of(to)}" : Of(bid.Column);

    private static string Of(WindowDecl window) => window.Rule switch
    {
        WindowRule.Lasts(var duration, var side, var day) =>
            $"{window.Name} {W.Lasts} {ValueText.Of(duration)} {ValueText.Of(side)} {ValueText.Of(day)}",
        WindowRule.Between(var first, var last) =>
            $"{window.Name} {W.From} {ValueText.Of(first)} {W.To} {ValueText.Of(last)}",
        _ => throw new InvalidOperationException($"Unknown window {window.Rule}."),
    };
}
