using Porras.Exchange;

namespace Porras.Cli;

/// <summary>The versions of a contract that was amended, read in the order in which they take over.</summary>
internal static class AmendedModels
{
    /// <summary>The versions, if each passes check and each follows the one before.</summary>
    /// <exception cref="RefusedException">Something is wrong with them; all of it has been shown.</exception>
    public static IReadOnlyList<FeeModel> Checked(Words words, IReadOnlyList<ModelFile> files)
    {
        var (notes, isRefused) = (Sheet.Notes(), false);
        foreach (var file in files)
        {
            Show(file, file.Mistakes());
        }

        for (var i = 1; i < files.Count && !isRefused; i++)
        {
            Show(files[i], [.. VersionDays.Check([files[i - 1].Model!, files[i].Model!])]);
        }

        return isRefused ? throw new RefusedException() : [.. files.Select(f => f.Model!)];

        void Show(ModelFile file, IReadOnlyList<Diagnostic> findings)
        {
            if (findings.Count == 0)
            {
                return;
            }

            if (isRefused)
            {
                notes.Gap();
            }

            isRefused = true;
            notes.Title(file.Path + ":");
            notes.Findings(findings, file.Text, words.Tongue);
        }
    }
}

/// <summary>One data set as read for each version of a contract.</summary>
internal static class VersionReadings
{
    /// <summary>The data sets, once everything that was found is shown, what several versions found once.</summary>
    /// <remarks>What one version does not read, but another does, is not worth a word.</remarks>
    /// <exception cref="RefusedException">One of them has mistakes.</exception>
    public static IReadOnlyList<DataSet> Shown(Words words, IReadOnlyList<DataSetReading> readings)
    {
        if (readings is [var only])
        {
            return [JobOptions.Shown(words, only)];
        }

        var found = readings.SelectMany(r => r.Findings.DistinctBy(Key)).GroupBy(Key)
            .Where(f => f.Count() == readings.Count || f.First().Code is not ("P7001" or "P7002"))
            .Select(f => f.First()).ToList();
        var skipped = readings.SelectMany(r => r.Skipped).Distinct().ToList();
        var whole = readings.All(r => r.DataSet is not null) ? readings[0].DataSet : null;
        JobOptions.Shown(words, new(whole, found, skipped));
        return [.. readings.Select(r => r.DataSet!)];

        static (string, string?, Place, string?, string) Key(Diagnostic f) =>
            (f.Code, f.File, f.Place, f.Column, f.Message());
    }
}
