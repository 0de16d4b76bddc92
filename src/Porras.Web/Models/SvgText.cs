using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Porras.Web;

/// <summary>Words in a picture; Razor keeps the name of this element for itself.</summary>
public sealed class SvgText : ComponentBase
{
    /// <summary>The classes.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <summary>From the left.</summary>
    [Parameter, EditorRequired]
    public string X { get; set; } = "0";

    /// <summary>From the top, to the line the words stand on.</summary>
    [Parameter, EditorRequired]
    public string Y { get; set; } = "0";

    /// <summary>The words.</summary>
    [Parameter, EditorRequired]
    public string Words { get; set; } = "";

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", X);
        builder.AddAttribute(3, "y", Y);
        builder.AddContent(4, Words);
        builder.CloseElement();
    }
}
