namespace Porras;

/// <summary>What a name of a model stands for.</summary>
public abstract record Meaning
{
    private Meaning()
    {
    }

    /// <summary>A window.</summary>
    public sealed record Window(WindowDecl Decl, Mark Mark) : Meaning;

    /// <summary>A known value of a participant.</summary>
    public sealed record Known(ColumnDecl Decl, int Index) : Meaning;

    /// <summary>A known value or a bid of a provider.</summary>
    public sealed record ProviderValue(ColumnDecl Decl, int Index) : Meaning;

    /// <summary>A known value of a cohort.</summary>
    public sealed record CohortValue(ColumnDecl Decl, Declaration.Cohort Owner, int Index) : Meaning;

    /// <summary>A kind of fact.</summary>
    public sealed record Fact(FactKind Kind, int Index) : Meaning;

    /// <summary>A column of a fact; stands for itself only where that fact is at hand.</summary>
    public sealed record FactColumn(FactKind Kind, ColumnDecl Decl, int Index) : Meaning;

    /// <summary>A ladder; its facts stand after all other kinds.</summary>
    public sealed record Ladder(Declaration.Ladder Decl, int Index) : Meaning;

    /// <summary>A cohort.</summary>
    public sealed record Cohort(Declaration.Cohort Decl, int Index) : Meaning;

    /// <summary>A measure.</summary>
    public sealed record Measure(Declaration.Measure Decl, int Index) : Meaning;

    /// <summary>A column of a table.</summary>
    public sealed record TableColumn(Declaration.Table Table, int Column) : Meaning;

    /// <summary>A fee.</summary>
    public sealed record Fee(Declaration.Fee Decl, int Index) : Meaning;
}

/// <summary>
/// What the names of one model stand for. One name, one thing; columns of facts belong to their fact.
/// </summary>
/// <remarks>Where a name is declared twice, the first declaration is meant; <c>check</c> reports the second.</remarks>
public sealed class ModelNames
{
    private readonly Dictionary<string, Meaning> _meanings = new(StringComparer.Ordinal);
    private readonly List<(Name Name, Meaning Meaning)> _all = [];
    private readonly FeeModel _model;

    /// <summary>Collects the names of a model.</summary>
    public ModelNames(FeeModel model)
    {
        _model = model;
        Collect(model.Providers);
        Collect(model.Participants);
        foreach (var (kind, i) in model.Facts.Select((k, i) => (k, i)))
        {
            Add(kind.Name, new Meaning.Fact(kind, i));
        }

        foreach (var (ladder, i) in model.Ladders.Select((l, i) => (l, i)))
        {
            Add(ladder.Name, new Meaning.Ladder(ladder, model.Facts.Count() + i));
        }

        foreach (var (cohort, i) in model.Cohorts.Select((c, i) => (c, i)))
        {
            Add(cohort.Name, new Meaning.Cohort(cohort, i));
            Collect(cohort.Known, (column, k) => new Meaning.CohortValue(column, cohort, k));
        }

        foreach (var (measure, i) in model.Measures.Select((m, i) => (m, i)))
        {
            Add(measure.Name, new Meaning.Measure(measure, i));
        }

        foreach (var table in model.Tables)
        {
            for (var c = 0; c < table.Columns.Count; c++)
            {
                Add(table.Columns[c], new Meaning.TableColumn(table, c));
            }
        }

        foreach (var (fee, i) in model.Fees.Select((f, i) => (f, i)))
        {
            Add(fee.Name, new Meaning.Fee(fee, i));
        }
    }

    /// <summary>Every declared name in order, also those declared twice.</summary>
    public IReadOnlyList<(Name Name, Meaning Meaning)> All => _all;

    /// <summary>What a name stands for; null if it is not declared (it may still be a column of a fact).</summary>
    public Meaning? Find(string name) => _meanings.GetValueOrDefault(name);

    /// <summary>What a name stands for; null if it is not declared.</summary>
    public Meaning? Find(Name name) => Find(name.Text);

    /// <summary>
    /// What a name stands for where some facts are at hand: a column that all of them have, or else what is declared.
    /// </summary>
    public Meaning? Find(Name name, IReadOnlyList<FactKind> facts) =>
        facts.Count > 0 && facts.All(f => ColumnOf(f, name.Text) >= 0)
            ? Column(facts[0], ColumnOf(facts[0], name.Text)) : Find(name);

    /// <summary>The column of a fact by its name; -1 if the fact has none of that name.</summary>
    public static int ColumnOf(FactKind fact, string name)
    {
        for (var i = 0; i < fact.Columns.Count; i++)
        {
            if (fact.Columns[i].Name.Text == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The type of a column with this name in any fact; null if there is none.</summary>
    public ColumnType? ColumnType(string name) =>
        _model.Facts.SelectMany(f => f.Columns).FirstOrDefault(c => c.Name.Text == name)?.Type;

    private static Meaning.FactColumn Column(FactKind fact, int index) => new(fact, fact.Columns[index], index);

    private void Collect(Declaration.Providers? providers)
    {
        if (providers is null)
        {
            return;
        }

        var columns = providers.Known.SelectMany(k => k.Value).Concat(providers.Bids.Select(b => b.Value.Column));
        foreach (var (column, i) in columns.Select((c, i) => (c, i)))
        {
            Add(column.Name, new Meaning.ProviderValue(column, i));
        }
    }

    private void Collect(Declaration.Participants? participants)
    {
        if (participants is null)
        {
            return;
        }

        Collect(participants.Known, (column, i) => new Meaning.Known(column, i));
        foreach (var window in participants.Windows)
        {
            Add(window.Value.Name, new Meaning.Window(window.Value, window.Mark));
        }
    }

    private void Collect(IReadOnlyList<Said<IReadOnlyList<ColumnDecl>>> known, Func<ColumnDecl, int, Meaning> meaning)
    {
        foreach (var (column, i) in known.SelectMany(k => k.Value).Select((c, i) => (c, i)))
        {
            Add(column.Name, meaning(column, i));
        }
    }

    private void Add(Name name, Meaning meaning)
    {
        _meanings.TryAdd(name.Text, meaning);
        _all.Add((name, meaning));
    }
}
