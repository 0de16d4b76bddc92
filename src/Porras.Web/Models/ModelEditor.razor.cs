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
    private FeeModel? _sound;
    private ModelFields? _fields;
    private RefusedEdit? _refused;
    private bool _asForm;
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

    private bool HasForm => Form != ModelForm.Json;

    private Wording Words => _words ??= new(Tongue);

    private string Status => _draft.Mistakes.Count > 0 ? Words.Count("editor.mistakes", _draft.Mistakes.Count)
        : Words["editor.sound"];

    /// <inheritdoc/>
    protected override void OnInitialized() => Read(Text.ReplaceLineEndings("\n"));

    /// <summary>The text has changed in the browser.</summary>
    [JSInvokable]
    public async Task Changed(string text)
    {
        if (text.Length > Draft.LongestText)
        {
            return;
        }

        _refused = null;
        Read(text);
        StateHasChanged();
        await Show();
    }

    private void ShowAs(bool form)
    {
        (_asForm, _refused) = (form, null);
        _fields = form ? ModelFields.Of(_draft.Text, Form == ModelForm.Page) : null;
    }

    // What a form changes is changed in the text of the browser, where it can be undone like what is typed.
    private async Task Change(ModelEdit edit)
    {
        if (ReadOnly || _editor is null)
        {
            return;
        }

        var edited = ModelEditing.Apply(_draft.Text, edit, Form == ModelForm.Page);
        _refused = edited.IsDone ? null : new(edit, edited.Findings);
        if (edited.Changes.Count > 0)
        {
            // Somebody may have typed meanwhile: then what stands there is read, and the form shows it.
            Read(await _editor.InvokeAsync<string>("change", _draft.Text, edited.Changes));
            await Show();
        }
    }

    private async Task Undo()
    {
        if (_editor is not null)
        {
            await _editor.InvokeVoidAsync("undo");
        }
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
            (_told, _sound) = (Explain.Model(model, Tongue), model);
        }

        if (_asForm)
        {
            _fields = ModelFields.Of(text, Form == ModelForm.Page);
        }
    }

    private async Task Show()
    {
        if (_editor is not null)
        {
            await _editor.InvokeVoidAsync("findings",
                (object)_draft.Mistakes.Concat(_draft.Advice).Select(f => ShownFinding.Of(f, Tongue)).ToArray(),
                DeclaredName.Of(_draft, Words));
        }
    }

    private Task Go(Diagnostic finding) => GoTo(finding.Place);

    private async Task GoTo(Place place)
    {
        if (_editor is not null)
        {
            ShowAs(false);
            StateHasChanged();
            await _editor.InvokeVoidAsync("go", place.Line, place.Column);
        }
    }
}
