using Microsoft.AspNetCore.Components;
using Porras.Store;

namespace Porras.Web;

/// <summary>A question whose answer can be written into the model: its next version, or a copy of one's own.</summary>
public abstract class LabDrafting : LabQuestion
{
    /// <summary>Whether the reader may write models.</summary>
    protected bool MayWrite { get; private set; }

    /// <summary>Whether it is being written.</summary>
    protected bool IsWriting { get; private set; }

    /// <summary>Whether there is an answer to write.</summary>
    protected abstract bool HasAnswer { get; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <summary>Writes the answer, and opens the draft.</summary>
    protected async Task WriteBack()
    {
        var user = (await Visitor).User;
        if (!HasAnswer || Last.IsBusy || !Roles.May(user, Right.WriteModels))
        {
            return;
        }

        IsWriting = true;
        var (written, why) = await TryWrite(Roles.CallerOf(user));
        if (written is null)
        {
            IsWriting = false;
            Unwritten(why);
        }
        else
        {
            Navigation.NavigateTo($"/models/{written}", forceLoad: true);
        }
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        MayWrite = Roles.May((await Visitor).User, Right.WriteModels);
        await base.OnInitializedAsync();
    }

    /// <inheritdoc/>
    protected override Task Answer(LabAsk ask)
    {
        Refused = [];
        return base.Answer(ask);
    }

    /// <summary>Writes the answer into the model.</summary>
    /// <returns>The reference of the draft; nothing with the reasons why the text cannot say it.</returns>
    /// <exception cref="StoreException">There is a later version than the one that was asked about.</exception>
    protected abstract Task<(string? Written, IReadOnlyList<Diagnostic> Why)> Write(Caller caller);

    /// <summary>Shows why the answer was not written.</summary>
    protected abstract void Unwritten(IReadOnlyList<Diagnostic> why);

    private async Task<(string? Written, IReadOnlyList<Diagnostic> Why)> TryWrite(Caller caller)
    {
        try
        {
            return await Write(caller);
        }
        catch (StoreException failed)
        {
            return (null, [failed.Finding]);
        }
    }
}
