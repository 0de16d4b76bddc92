namespace Porras;

/// <summary>Whether a provider that a row names is one of the data set's providers.</summary>
internal sealed class ProviderCheck
{
    private readonly ValueRows _providers;
    private readonly NameTable _names;
    private readonly bool _skip, _isChecked;
    private readonly string[] _valid;

    public ProviderCheck(DataSchema schema, ValueRows providers, NameTable names, bool skip)
    {
        (_providers, _names, _skip) = (providers, names, skip);
        if (schema.Provider.Count > 0 && !providers.IsGiven && names.Count > 0)
        {
            providers.Add(new("P5032", default, []));
        }

        _isChecked = providers.IsGiven && !providers.IsRefused;
        _valid = [.. providers.Named.Select(n => names[n])];
    }

    /// <summary>Whether the row may name this provider; if not, that has been reported.</summary>
    public bool Allows(int provider, int line, TableRows table)
    {
        if (!_isChecked || provider < 0 || _providers.Named.Contains(provider))
        {
            return true;
        }

        var known = _providers.LeftOut.Contains(provider);
        if (!known)
        {
            table.MistakeAt(line, "provider", new("P5031", _names[provider]) { Valid = _valid });
        }
        else if (_skip)
        {
            table.MistakeAt(line, "provider", new("P5037", _names[provider]));
        }

        return false;
    }

    /// <summary>The providers of the finished data set in ordinal order, and the place of each name in it.</summary>
    public (string[] Names, int[] Rank) Rank(
        RowOrder starts, StartRows startRows, RowOrder transfers, TransferRows transferRows)
    {
        var used = new bool[_names.Count];
        foreach (var name in _providers.Named)
        {
            used[name] = true;
        }

        foreach (var row in starts.Rows)
        {
            Use(startRows.Providers[row]);
        }

        foreach (var row in transfers.Rows)
        {
            Use(transferRows.Providers[row]);
        }

        return _names.Rank(used);

        void Use(int name) => _ = name >= 0 && (used[name] = true);
    }
}
