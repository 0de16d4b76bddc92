using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Porras.Web;

/// <summary>
/// The keys that seal cookies, kept in the database: they outlive a restart, and all copies of the app have the same.
/// </summary>
/// <param name="place">Which database.</param>
internal sealed class KeyRing(StorePlace place) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = AccountsDb.On(place.Address);
        return [.. db.Keys.Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = AccountsDb.On(place.Address);
        db.Keys.Add(new() { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
