namespace Porras;

/// <summary>Whether the bids of providers lie within what the tender allowed.</summary>
internal static class Bids
{
    /// <summary>One mistake for each bid below its least or above its largest value.</summary>
    public static IEnumerable<Diagnostic> Check(Plan plan, DataSet data)
    {
        foreach (var bid in plan.Model.Providers?.Bids ?? [])
        {
            var meaning = plan.Names.Find(bid.Value.Column.Name);
            if (bid.Value is not { From: { } from, To: { } to } || meaning is not Meaning.ProviderValue(_, var i))
            {
                continue;
            }

            var kind = bid.Value.Column.Type.Kind;
            var (least, most) = (plan.Units.Value(from, kind), plan.Units.Value(to, kind));
            var column = data.Providers.Known.Count > i ? data.Providers.Known[i] : null;
            for (var row = 0; column is not null && row < data.Providers.Names.Length; row++)
            {
                if (!column.IsEmpty(row) && (column.Value(row) < least || column.Value(row) > most))
                {
                    var name = bid.Value.Column.Name.Text;
                    var bidden = Show(column.Value(row));
                    string[] words = [data.Providers.Names[row], name, bidden, Show(least), Show(most)];
                    yield return Diagnostic.At(default, "P6008", words) with { File = "providers.csv" };
                }

                string Show(Exact value) => kind switch
                {
                    ValueKind.Money => new Money((long)value.Numerator).ToString(plan.Currency),
                    ValueKind.Percent => (value * 100) + " %",
                    _ => value.ToString(),
                };
            }
        }
    }
}
