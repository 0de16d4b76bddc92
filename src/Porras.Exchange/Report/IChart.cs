namespace Porras.Exchange;

/// <summary>A chart that can be drawn as wide as a page or as narrow as a phone.</summary>
internal interface IChart
{
    /// <summary>What is seen, in a sentence.</summary>
    string Title { get; }

    /// <summary>Draws it.</summary>
    /// <param name="width">The width in units, of which 14 are the height of a letter.</param>
    /// <param name="kind">The class of the drawing: <c>wide</c> or <c>narrow</c>.</param>
    string Draw(double width, string kind);
}
