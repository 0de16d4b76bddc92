using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Porras.Store;

namespace Porras.Web;

/// <summary>The text of a model with its findings, and beside it what the text says.</summary>
public sealed partial class ModelEditor
{
    private static readonly string[] Declarations =
        [.. Keywords.All.Where(k => k.Area == KeywordArea.Declarations).Select(k => k.Phrase).Distinct()];

    private static readonly string[] AllWords = [.. Keywords.All.Select(k => k.Phrase).Distinct()];

    private ElementReference _place;
    private IJSObjectReference? _module, _editor;
    private DotNetObjectReference<ModelEditor>? _self;
    private Draft _draft = null!;
    private Explanation? _told;
    private Wording? _words;

    /// <summary>The text to begin with.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>In which form the text is.</summary>
    [Parameter]
    public ModelForm Form { get; set; } = ModelForm.Text;

    /// <summary>The model of the shelf that was opened; empty for a new one.</summary>
    [Parameter]
    public string Reference { get; set; } = "";

    /// <summary>The number of its latest version; 0 if it is not one's own.</summary>
    [Parameter]
    public int Latest { get; set; }

    /// <summary>The language of the reader.</summary>
    [Parameter, EditorRequired]
    public Tongue Tongue { get; set; }

    /// <summary>Whether the text may only be read.</summary>
    [Parameter]
    public bool ReadOnly { get; set; }

    private Wording Words => _words ??= new(Tongue);

    private string Status => _draft.Mistakes.Count > 0 ? Words.Count("editor.mistakes", _draft.Mistakes.Count)
        : Words["editor.sound"];

    /// <inheritdoc/>
    protected override void OnInitialized() => Read(Text);

    /// <summary>The text has changed in the browser.</summary>
    [JSInvokable]
    public async Task Changed(string text)
    {
        if (text.Length > Draft.LongestText)
        {
            return;
        }

        Read(text);
        StateHasChanged();
        await Show();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _self = DotNetObjectReference.Create(this);
        _module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/editor.js");
        _editor = await _module.InvokeAsync<IJSObjectReference>(
            "create", _place, Text, Words["editor.label"], Declarations, AllWords, ReadOnly, _self);
        await Show();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        try
        {
            if (_editor is not null)
            {
                await _editor.InvokeVoidAsync("dispose");
                await _editor.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the editor with it.
        }
    }

    private void Read(string text)
    {
        _draft = Draft.Of(text, Form);
        if (_draft.Model is { } model)
        {
            _told = Explain.Model(model, Tongue);
        }
    }

    private async Task Show()
    {
        if (_editor is not null)
        {
            await _editor.InvokeVoidAsync("findings",
                (object)_draft.Mistakes.Concat(_draft.Advice).Select(f => ShownFinding.Of(f, Tongue)).ToArray());
        }
    }

    private async Task Go(Diagnostic finding)
    {
        if (_editor is not null)
        {
            await _editor.InvokeVoidAsync("go", finding.Place.Line, finding.Place.Column);
        }
    }
}
